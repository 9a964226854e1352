global using JoinSets.Completion;
global using JoinSets.Scheduling;

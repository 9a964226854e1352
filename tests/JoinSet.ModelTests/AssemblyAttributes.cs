using Xunit;

// Coyote decides which of its threads runs: two explorations side by side gain nothing but confusion.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

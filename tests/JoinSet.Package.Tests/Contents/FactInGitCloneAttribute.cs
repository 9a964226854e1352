namespace JoinSets.Package.Tests;

/// <summary>A fact that comes from git: in a tree without its history there is nothing to find.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactInGitCloneAttribute : FactAttribute
{
    public FactInGitCloneAttribute()
    {
        // A file rather than a folder in a work tree of a clone.
        if (!Path.Exists(Path.Combine(PackedPackage.RepositoryRoot, ".git")))
            Skip = "This tree is not a git clone: no commit, no SourceLink.";
    }
}

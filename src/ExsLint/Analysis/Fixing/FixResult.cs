using System.Collections.Immutable;
using ExsLint.Rules;
using ExsLint.Text;
using ExsLint.Workspace;

namespace ExsLint.Analysis.Fixing;

/// <summary>The result of fixing.</summary>
/// <param name="Applied">The findings that were fixed, in the order of their places.</param>
/// <param name="Refused">The findings with a fix that was not applied, in the order of their places.</param>
/// <param name="Changes">The files that are to be written, sorted by path.</param>
/// <param name="Files">The tree with the changes in it.</param>
public sealed record FixResult(
    ImmutableArray<AppliedFix> Applied,
    ImmutableArray<RefusedFix> Refused,
    ImmutableArray<FileChange> Changes,
    Snapshot Files);

/// <summary>A finding that was fixed.</summary>
/// <param name="Diagnostic">The finding.</param>
/// <param name="Paths">The files that its fix changed.</param>
public sealed record AppliedFix(Diagnostic Diagnostic, ImmutableArray<string> Paths);

/// <summary>A file before and after.</summary>
/// <param name="Before">The file as it is; null for one that is not there yet.</param>
/// <param name="After">The file as it is to be.</param>
public sealed record FileChange(SourceFile? Before, SourceFile After)
{
    /// <summary>The file's path.</summary>
    public string Path => After.Path;
}

/// <summary>A finding whose fix was not applied.</summary>
/// <param name="Diagnostic">The finding.</param>
/// <param name="Cause">Why, for programs.</param>
/// <param name="Reason">Why, in words that follow a colon; without a full stop.</param>
public sealed record RefusedFix(Diagnostic Diagnostic, RefusalCause Cause, string Reason);

/// <summary>Why a fix is not applied.</summary>
public enum RefusalCause
{
    /// <summary>It is a suggestion with a blank in it.</summary>
    Suggested,

    /// <summary>It is unsafe, and only safe ones were asked for.</summary>
    Unsafe,

    /// <summary>A file it changes must not be changed.</summary>
    Untouchable,

    /// <summary>It would not do what it says, or something else as well.</summary>
    Unverified,
}

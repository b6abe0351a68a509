using System.Collections.Immutable;
using ExsLint.Rules;
using ExsLint.Semantics.Secrets;
using ExsLint.Text;

namespace ExsLint.Analysis;

/// <summary>What an analysis found.</summary>
/// <param name="Diagnostics">The findings, sorted by path (ordinal), place, rule id and setting path.</param>
/// <param name="Files">Every file that was read, sorted by path.</param>
/// <param name="Notifications">What could not be read or was left out, and why.</param>
public sealed record LintResult(
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<SourceFile> Files,
    ImmutableArray<Notification> Notifications)
{
    /// <summary>
    /// The findings that a comment suppresses, in the same order. They are not among <see cref="Diagnostics"/>. A report shows
    /// them only if it can mark them.
    /// </summary>
    public ImmutableArray<SuppressedDiagnostic> Suppressed { get; init; } = [];

    /// <summary>
    /// The findings that a baseline knows, in the same order. They are not among <see cref="Diagnostics"/>. Null if there is no
    /// baseline, or it is not to be shown.
    /// </summary>
    public ImmutableArray<Diagnostic>? Baselined { get; init; }

    /// <summary>What was read although no rule judges it, each once: applications first, then units.</summary>
    public ImmutableArray<NotJudged> NotJudged { get; init; } = [];

    /// <summary>The secrets in the files. Reports mask them wherever they quote text.</summary>
    public SecretMap Secrets { get; init; } = new();
}

/// <summary>A finding that a comment suppresses.</summary>
/// <param name="Diagnostic">The finding.</param>
/// <param name="Reason">Where the reason is written, in the finding's own file. Reports mask what looks secret in it.</param>
public sealed record SuppressedDiagnostic(Diagnostic Diagnostic, Location Reason);

/// <summary>Trouble with the analysis itself, not a finding about a setting.</summary>
/// <param name="Level">How bad it is.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Path">The file it is about, as it is reported, or null.</param>
public sealed record Notification(DiagnosticLevel Level, string Message, string? Path)
{
    /// <summary>The message as words that follow a colon: without a capital, without a full stop.</summary>
    public string AsWords() => $"{char.ToLowerInvariant(Message[0])}{Message[1..].TrimEnd('.')}";
}

using System.Collections.Immutable;
using ExsLint.Rules;
using ExsLint.Text;

namespace ExsLint.Analysis;

/// <summary>What an analysis found.</summary>
/// <param name="Diagnostics">The findings, sorted by path (ordinal), place, rule id and setting path.</param>
/// <param name="Files">Every file that was read, sorted by path.</param>
/// <param name="Notifications">What could not be read or was left out, and why.</param>
public sealed record LintResult(
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<SourceFile> Files,
    ImmutableArray<Notification> Notifications);

/// <summary>Trouble with the analysis itself, not a finding about a setting.</summary>
/// <param name="Level">How bad it is.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Path">The file it is about, as it is reported, or null.</param>
public sealed record Notification(DiagnosticLevel Level, string Message, string? Path);

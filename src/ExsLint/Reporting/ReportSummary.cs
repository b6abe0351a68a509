using ExsLint.Analysis;
using ExsLint.Edits;
using ExsLint.Rules;

namespace ExsLint.Reporting;

/// <summary>The findings of a report in numbers.</summary>
public sealed record ReportSummary
{
    /// <summary>How many files were analysed.</summary>
    public required int Files { get; init; }

    /// <summary>How many findings are errors.</summary>
    public required int Errors { get; init; }

    /// <summary>How many are warnings.</summary>
    public required int Warnings { get; init; }

    /// <summary>How many are notices.</summary>
    public required int Notices { get; init; }

    /// <summary>How many have a fix that may be applied without asking.</summary>
    public required int SafeFixes { get; init; }

    /// <summary>How many have a fix that may change what someone depends on.</summary>
    public required int UnsafeFixes { get; init; }

    /// <summary>How many findings there are.</summary>
    public int Findings => Errors + Warnings + Notices;

    /// <summary>How many have no fix that can be applied: none, one with a blank, or one of a file that is not UTF-8.</summary>
    public int ByHand => Findings - SafeFixes - UnsafeFixes;

    /// <summary>Counts.</summary>
    public static ReportSummary Of(LintResult result) => new()
    {
        Files = result.Files.Length,
        Errors = result.Diagnostics.Count(diagnostic => diagnostic.Level == DiagnosticLevel.Error),
        Warnings = result.Diagnostics.Count(diagnostic => diagnostic.Level == DiagnosticLevel.Warning),
        Notices = result.Diagnostics.Count(diagnostic => diagnostic.Level == DiagnosticLevel.Note),
        SafeFixes = result.Diagnostics.Count(diagnostic => HasFix(diagnostic, FixApplicability.Safe)),
        UnsafeFixes = result.Diagnostics.Count(diagnostic => HasFix(diagnostic, FixApplicability.Unsafe)),
    };

    private static bool HasFix(Diagnostic diagnostic, FixApplicability applicability) =>
        diagnostic.Fix?.Applicability == applicability && diagnostic.Fix.HasEdits;
}

using System.Collections.Immutable;
using ExsLint.Analysis;
using ExsLint.Rules;
using ExsLint.Text;

namespace ExsLint.Reporting;

/// <summary>A finding as a report shows it that also shows those which are not held against anybody.</summary>
/// <param name="Diagnostic">The finding.</param>
/// <param name="Reason">Why a comment suppresses it; null if none does.</param>
/// <param name="IsKnown">Whether the baseline knows it.</param>
internal sealed record ReportedFinding(Diagnostic Diagnostic, Location? Reason = null, bool IsKnown = false)
{
    /// <summary>Whether it is shown for completeness only.</summary>
    public bool IsHidden => Reason is not null || IsKnown;

    /// <summary>All findings that a result shows, in their order.</summary>
    public static ImmutableArray<ReportedFinding> AllOf(LintResult result)
    {
        var findings = result.Diagnostics.Select(diagnostic => new ReportedFinding(diagnostic));
        if (result.Suppressed.IsEmpty && result.Baselined is not { IsEmpty: false })
        {
            return [.. findings];
        }

        return
        [
            .. findings
                .Concat(result.Suppressed.Select(suppressed => new ReportedFinding(suppressed.Diagnostic, suppressed.Reason)))
                .Concat((result.Baselined ?? []).Select(diagnostic => new ReportedFinding(diagnostic, IsKnown: true)))
                .OrderBy(finding => finding.Diagnostic, DiagnosticOrder.Instance),
        ];
    }
}

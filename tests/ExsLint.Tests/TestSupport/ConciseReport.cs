using ExsLint.Rules;

namespace ExsLint.Tests.TestSupport;

/// <summary>Findings as the lines that a user sees.</summary>
internal static class ConciseReport
{
    public static string Of(IEnumerable<Diagnostic> diagnostics) =>
        string.Concat(diagnostics.Select(diagnostic => ExsLint.Reporting.ConciseReport.Format(diagnostic) + "\n"));
}

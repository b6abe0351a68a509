using ExsLint.Rules;

namespace ExsLint.Tests.TestSupport;

/// <summary>Findings as the lines that a user sees.</summary>
internal static class ConciseReport
{
    public static string Of(IEnumerable<Diagnostic> diagnostics) =>
        string.Concat(diagnostics.Select(diagnostic => Line(diagnostic) + "\n"));

    private static string Line(Diagnostic diagnostic)
    {
        var level = diagnostic.Level switch
        {
            DiagnosticLevel.Error => "error",
            DiagnosticLevel.Warning => "warning",
            _ => "notice",
        };
        return $"{diagnostic.Location}: {level}: {diagnostic.Message} [{diagnostic.Rule.Id}]";
    }
}

using System.Globalization;
using ExsLint.Analysis;
using ExsLint.Reporting.Layout;
using ExsLint.Rules;
using ExsLint.Text;

namespace ExsLint.Reporting;

/// <summary>
/// One line a finding: <c>path:line:column: level: message [rule-id]</c>. Problem matchers of GitHub Actions and VS Code read it,
/// so it is never coloured and never wrapped.
/// </summary>
public static class ConciseReport
{
    /// <summary>
    /// Writes the findings in their order. Those that a comment suppresses or a baseline knows have that for a level and a remark
    /// in parentheses behind the rule, so that no problem matcher takes them for findings.
    /// </summary>
    /// <param name="result">The findings.</param>
    /// <param name="output">Where they go.</param>
    /// <param name="pathOf">The path of a file; without it the one that people are shown.</param>
    public static void Write(LintResult result, TextWriter output, Func<SourceFile, string>? pathOf = null)
    {
        pathOf ??= file => file.ShownPath;
        var reasons = new SuppressionReasons(result.Secrets);
        foreach (var finding in ReportedFinding.AllOf(result))
        {
            output.Write(finding switch
            {
                { Reason: { } reason } =>
                    $"{Format(finding.Diagnostic, "suppressed", pathOf)} ({Printable.Escape(reasons.Read(reason))})",
                { IsKnown: true } => $"{Format(finding.Diagnostic, "baselined", pathOf)} (in the baseline)",
                _ => Format(finding.Diagnostic, LevelWord(finding.Diagnostic.Level), pathOf),
            });
            output.Write('\n');
        }
    }

    /// <summary>The line of one finding, without a line end.</summary>
    public static string Format(Diagnostic diagnostic) => Format(diagnostic, LevelWord(diagnostic.Level), file => file.ShownPath);

    /// <summary>
    /// The level in a problem matcher's words: Actions knows <c>notice</c>, and neither <c>note</c> nor <c>info</c>.
    /// </summary>
    public static string LevelWord(DiagnosticLevel level) => level switch
    {
        DiagnosticLevel.Error => "error",
        DiagnosticLevel.Warning => "warning",
        _ => "notice",
    };

    private static string Format(Diagnostic diagnostic, string level, Func<SourceFile, string> pathOf)
    {
        var path = EscapePath(pathOf(diagnostic.Location.File));
        var start = diagnostic.Location.Start;
        var message = Printable.Escape(diagnostic.Message);
        return Disarm(string.Create(
            CultureInfo.InvariantCulture,
            $"{path}:{start.Line + 1}:{start.Character + 1}: {level}: {message} [{diagnostic.Rule.Id}]"));
    }

    /// <summary>
    /// A path may hold <c>:1:2: error: </c> itself; the first of those ends the path for a matcher. One that starts with
    /// <c>::</c> would make the line a command to the runner of GitHub Actions, which trims it first.
    /// </summary>
    private static string EscapePath(string path)
    {
        var escaped = Printable.Escape(path).Replace(": ", "\\u003a ", StringComparison.Ordinal);
        return escaped.AsSpan().TrimStart().StartsWith("::") ? escaped.Replace("::", "\\u003a\\u003a", StringComparison.Ordinal)
            : escaped;
    }

    /// <summary>
    /// Runners also know commands in the middle of a line: <c>##[name]</c> on GitHub, <c>##vso[name]</c> on Azure.
    /// </summary>
    internal static string Disarm(string line) => line.Replace("##", "#\\u0023", StringComparison.Ordinal);
}

using System.Globalization;
using System.Text;
using ExsLint.Analysis;
using ExsLint.Reporting.Layout;
using ExsLint.Rules;

namespace ExsLint.Reporting;

/// <summary>
/// For the log of a GitHub Actions job: the lines of <see cref="ConciseReport"/>, since a command does not show its place there,
/// then a workflow command a finding, which GitHub turns into an annotation of the changed lines.
/// (<see href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands"/>.)
/// </summary>
public static class GitHubReport
{
    /// <summary>Writes the findings in their order, then what is not judged.</summary>
    /// <param name="result">The findings.</param>
    /// <param name="output">Where they go.</param>
    /// <param name="closes">Whether lines at the end tell what is not judged.</param>
    public static void Write(LintResult result, TextWriter output, bool closes = true)
    {
        ConciseReport.Write(result, output, file => file.Path);
        foreach (var diagnostic in result.Diagnostics)
        {
            output.Write(Format(diagnostic));
            output.Write('\n');
        }

        foreach (var line in closes ? NotJudgedLines.Of(result) : [])
        {
            output.Write($"::notice title=ExsLint::{EscapeData(line)}\n");
        }
    }

    /// <summary>The workflow command of one finding, without a line end.</summary>
    public static string Format(Diagnostic diagnostic)
    {
        var start = diagnostic.Location.Start;
        var end = diagnostic.Location.End;
        var command = new StringBuilder("::")
            .Append(ConciseReport.LevelWord(diagnostic.Level))
            .Append(" file=").Append(EscapeProperty(Printable.Escape(diagnostic.Location.File.Path)))
            .Append(CultureInfo.InvariantCulture, $",line={start.Line + 1},endLine={end.Line + 1}");
        if (start.Line == end.Line)
        {
            // GitHub refuses columns where the lines differ.
            command.Append(CultureInfo.InvariantCulture, $",col={start.Character + 1},endColumn={end.Character + 1}");
        }

        return command
            .Append(",title=").Append(EscapeProperty($"{diagnostic.Rule.Title} [{diagnostic.Rule.Id}]"))
            .Append("::").Append(EscapeData(Printable.Escape(diagnostic.Message)))
            .ToString();
    }

    /// <summary>
    /// Escapes as the runner's own toolkit does (actions/toolkit, packages/core/src/command.ts, <c>escapeData</c>).
    /// </summary>
    private static string EscapeData(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) => EscapeData(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}

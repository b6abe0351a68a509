using System.Globalization;
using ExsLint.Analysis;
using ExsLint.Edits;
using ExsLint.Reporting.Layout;
using ExsLint.Rules;
using ExsLint.Semantics.Secrets;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Text;

namespace ExsLint.Reporting.Full;

/// <summary>
/// The report for people: each finding with its lines, what it overrides, and what to write instead, the most severe first; then
/// what is not judged, and how many findings there are. The directives that one unit lacks are one table. Secrets of the analysed
/// files are masked.
/// </summary>
public sealed class FullReport
{
    /// <summary>How many lines before a finding are shown.</summary>
    private const int ContextLines = 1;

    /// <summary>Less room than this behind a related place is too little for its line, which then has one of its own.</summary>
    private const int LeastRoom = 24;

    /// <summary>Of a finding with more related places the others are counted only.</summary>
    private const int MaximumRelated = 5;

    private readonly SecretMap _secrets;
    private readonly StyledOutput _output;
    private readonly Dictionary<SourceFile, SourceExcerpt> _excerpts = [];
    private readonly FixPreview _preview;

    private FullReport(SecretMap secrets, StyledOutput output)
    {
        _secrets = secrets;
        _output = output;
        _preview = new FixPreview(output, secrets);
    }

    /// <summary>Writes the findings: errors first, then warnings, then notices, each in their order.</summary>
    /// <param name="result">The findings.</param>
    /// <param name="output">Where they go.</param>
    /// <param name="closes">Whether lines at the end tell what is not judged, and count the findings.</param>
    public static void Write(LintResult result, StyledOutput output, bool closes = true)
    {
        var report = new FullReport(result.Secrets, output);
        foreach (var block in FindingBlocks.Of(result.Diagnostics))
        {
            if (block is [var diagnostic])
            {
                report.Write(diagnostic);
            }
            else
            {
                report.Write(block);
            }
        }

        if (closes)
        {
            foreach (var line in NotJudgedLines.Of(result))
            {
                new WrappedText(output).Add(line, TextRole.Notice).Write();
            }

            if (!result.Diagnostics.IsEmpty)
            {
                new WrappedText(output).Add("More about a rule:", TextRole.Heading).Add(" exslint rule ID", TextRole.Code)
                    .Write();
            }

            WriteSummary(result, output);
        }
    }

    /// <summary>Writes the line that counts the findings.</summary>
    public static void WriteSummary(LintResult result, StyledOutput output) => Close(ReportSummary.Of(result), output);

    private SourceExcerpt Excerpt(SourceFile file)
    {
        if (!_excerpts.TryGetValue(file, out var excerpt))
        {
            excerpt = new SourceExcerpt(file, _secrets.Of(file), _output);
            _excerpts.Add(file, excerpt);
        }

        return excerpt;
    }

    private void Write(Diagnostic diagnostic)
    {
        WriteHead(diagnostic.Location, diagnostic.Level, diagnostic.Rule.Id, TextRole.RuleId, diagnostic.Message);
        var shown =
            Excerpt(diagnostic.Location.File).Write(diagnostic.Location.Span, ContextLines, LevelRole.Of(diagnostic.Level));
        WriteRelated(diagnostic, shown);
        if (diagnostic.Fix?.Resolve() is { } fix)
        {
            WriteFix(fix, diagnostic.Location.File, shown);
        }

        _output.EndLine();
    }

    /// <summary>Writes what several findings about directives that one unit lacks have in common, then a line each.</summary>
    private void Write(IReadOnlyList<Diagnostic> absent)
    {
        var unit = absent[0].Absent!.Unit;
        var exposure = UnitExposure.Format(unit.Exposure.Exposure);
        WriteHead(
            absent[0].Location,
            FindingBlocks.LevelOf(absent),
            $"{absent.Count} directives are not set",
            TextRole.RuleId,
            $"Each of them confines the service further: GAIN is what its exposure, {exposure} now, loses.");
        new AbsentDirectiveTable(_output, _secrets).Write(unit, absent);
        _output.EndLine();
    }

    private void WriteHead(Location place, DiagnosticLevel level, string title, TextRole role, string message)
    {
        _output.Write(Printable.Escape(place.ToString()), TextRole.Place);
        _output.Write(": ");
        _output.Write(ConciseReport.LevelWord(level), LevelRole.Of(level));
        _output.Write(": ");
        _output.Write(title, role);
        _output.EndLine();
        new WrappedText(_output).Add(Printable.Escape(message), TextRole.Strong).Write(indent: 2);
    }

    private void WriteRelated(Diagnostic diagnostic, LineRange shown)
    {
        foreach (var related in diagnostic.RelatedLocations.Take(MaximumRelated))
        {
            var place = Printable.Escape(related.Location + ":");
            var message = Printable.Escape(related.Message);
            if (related.Location.File == diagnostic.Location.File && shown.Contains(related.Location.Start.Line))
            {
                new WrappedText(_output).Add(place, TextRole.Place).Add(" " + message).Write(indent: 2, hang: 2);
                continue;
            }

            // The line goes behind the message where there is room for it.
            message = message.TrimEnd('.') + ":";
            var room = _output.Width - CharacterWidth.Of($"  {place} {message} ");
            if (room < LeastRoom)
            {
                new WrappedText(_output).Add(place, TextRole.Place).Add(" " + message).Write(indent: 2, hang: 2);
                _output.Write("    ");
                room = _output.Width - "    ".Length;
            }
            else
            {
                _output.Write("  ");
                _output.Write(place, TextRole.Place);
                _output.Write($" {message} ");
            }

            _output.Write(Excerpt(related.Location.File).LineOf(related.Location.Span, room), TextRole.Code);
            _output.EndLine();
        }

        if (diagnostic.RelatedLocations.Length > MaximumRelated)
        {
            new WrappedText(_output).Add($"{diagnostic.RelatedLocations.Length - MaximumRelated} more places.").Write(indent: 2);
        }
    }

    private void WriteFix(CodeFix fix, SourceFile file, LineRange shown)
    {
        var label = fix.Edits.Any(edit => !edit.File.RoundTrips) ? "Fix (by hand, the file is not UTF-8):"
            : fix.Applicability switch
            {
                FixApplicability.Safe => "Fix (safe):",
                FixApplicability.Unsafe => "Fix (unsafe, someone may depend on how it is):",
                _ when fix.Edits.SelectMany(edit => edit.Changes).Any(change => change.NewText!.Contains('<')) =>
                    "Suggestion (with a blank to fill in):",
                _ => "Suggestion (for you to judge):",
            };
        if (fix.Applicability != FixApplicability.Suggested && _preview.FindOnlyLine(fix, file, shown) is { } only
            && WriteOnlyLine(label, only))
        {
            return;
        }

        new WrappedText(_output).Add(label, TextRole.Heading).Add($" {Printable.Escape(fix.Title)}.").Write(indent: 2, hang: 2);
        _preview.Write(fix, file, shown);
    }

    /// <summary>
    /// Writes a fix of one line on one line, if that fits: <c>Fix (safe), line 7: secure_cookie_flag: true</c>.
    /// </summary>
    private bool WriteOnlyLine(string label, WrittenLine line)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"  {label.TrimEnd(':')}, line {line.Number + 1}: ");
        var room = _output.Width - head.Length;
        var text = DisplayLine.Unmarked(line.Text.Trim(), int.MaxValue).Text;
        if (text.Length == 0 || CharacterWidth.Of(text) > room)
        {
            return false;
        }

        _output.Write(head, TextRole.Heading);
        _output.Write(text, TextRole.Added);
        _output.EndLine();
        return true;
    }

    private static void Close(ReportSummary summary, StyledOutput output)
    {
        if (summary.Findings == 0)
        {
            new WrappedText(output).Add($"No findings in {Count(summary.Files, "file")}.").Write();
            return;
        }

        var line = new WrappedText(output).Add($"{Count(summary.Findings, "finding")}:", TextRole.Strong);
        AddCount(line, summary.Errors, "error", TextRole.Error, "");
        AddCount(line, summary.Warnings, "warning", TextRole.Warning, summary.Errors > 0 ? "," : "");
        AddCount(line, summary.Notices, "notice", TextRole.Notice, summary.Errors + summary.Warnings > 0 ? "," : "");
        line.Add($". Fixes: {summary.SafeFixes} safe, {summary.UnsafeFixes} unsafe, {summary.ByHand} by hand.").Write();
    }

    private static void AddCount(WrappedText line, int count, string noun, TextRole role, string separator)
    {
        if (count > 0)
        {
            line.Add(separator + " ").Add(Count(count, noun), role);
        }
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}

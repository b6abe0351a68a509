using ExsLint.Analysis;
using ExsLint.Edits;
using ExsLint.Reporting.Layout;
using ExsLint.Rules;
using ExsLint.Semantics.Secrets;
using ExsLint.Text;

namespace ExsLint.Reporting.Full;

/// <summary>
/// The report for people: each finding with its lines, what to write instead, what it overrides, and where to read more; then how
/// many there are. Secrets of the analysed files are masked.
/// </summary>
public sealed class FullReport
{
    /// <summary>How many lines before and behind a finding are shown.</summary>
    private const int ContextLines = 2;

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

    /// <summary>Writes the findings in their order.</summary>
    /// <param name="result">The findings.</param>
    /// <param name="output">Where they go.</param>
    /// <param name="closes">Whether a last line counts them.</param>
    public static void Write(LintResult result, StyledOutput output, bool closes = true)
    {
        var report = new FullReport(result.Secrets, output);
        foreach (var diagnostic in result.Diagnostics)
        {
            report.Write(diagnostic);
        }

        if (closes)
        {
            Close(ReportSummary.Of(result), output);
        }
    }

    /// <summary>The role of what belongs to a finding of this level.</summary>
    public static TextRole RoleOf(DiagnosticLevel level) => level switch
    {
        DiagnosticLevel.Error => TextRole.Error,
        DiagnosticLevel.Warning => TextRole.Warning,
        _ => TextRole.Notice,
    };

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
        var role = RoleOf(diagnostic.Level);
        _output.Write(Printable.Escape(diagnostic.Location.ToString()), TextRole.Place);
        _output.Write(": ");
        _output.Write(ConciseReport.LevelWord(diagnostic.Level), role);
        _output.Write(": ");
        _output.Write(diagnostic.Rule.Id, TextRole.RuleId);
        _output.EndLine();
        new WrappedText(_output).Add(Printable.Escape(diagnostic.Message), TextRole.Strong).Write(indent: 2);
        _output.EndLine();
        Excerpt(diagnostic.Location.File).Write(diagnostic.Location.Span, ContextLines, role);
        _output.EndLine();
        WriteRelated(diagnostic);
        if (diagnostic.Fix is { } fix)
        {
            WriteFix(fix, diagnostic.Location.File);
        }

        new WrappedText(_output).Add("More:", TextRole.Heading).Add($" exslint rule {diagnostic.Rule.Id}", TextRole.Code).Write(indent: 2);
        _output.EndLine();
    }

    private void WriteRelated(Diagnostic diagnostic)
    {
        var (first, last) = SourceExcerpt.LinesOf(diagnostic.Location.File, diagnostic.Location.Span);
        foreach (var related in diagnostic.RelatedLocations.Take(MaximumRelated))
        {
            new WrappedText(_output)
                .Add(Printable.Escape(related.Location + ":"), TextRole.Place)
                .Add(" " + Printable.Escape(related.Message))
                .Write(indent: 2, hang: 2);
            var line = related.Location.Start.Line;
            if (related.Location.File != diagnostic.Location.File || line < first - ContextLines || line > last + ContextLines)
            {
                Excerpt(related.Location.File).Write(related.Location.Span, 0, TextRole.Gutter);
            }
        }

        if (diagnostic.RelatedLocations.Length > MaximumRelated)
        {
            new WrappedText(_output).Add($"{diagnostic.RelatedLocations.Length - MaximumRelated} more places.").Write(indent: 2);
        }
    }

    private void WriteFix(CodeFix fix, SourceFile file)
    {
        var label = fix.Edits.Any(edit => !edit.File.RoundTrips) ? "Fix (by hand, the file is not UTF-8):" : fix.Applicability switch
        {
            FixApplicability.Safe => "Fix (safe):",
            FixApplicability.Unsafe => "Fix (unsafe, someone may depend on how it is):",
            _ => "Suggestion (with a blank to fill in):",
        };
        new WrappedText(_output).Add(label, TextRole.Heading).Add($" {Printable.Escape(fix.Title)}.").Write(indent: 2, hang: 2);
        _preview.Write(fix, file);
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

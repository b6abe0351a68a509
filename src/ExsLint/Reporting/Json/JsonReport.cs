using System.Text.Json;
using ExsLint.Analysis;
using ExsLint.Edits;
using ExsLint.Reporting.Masking;
using ExsLint.Rules;
using ExsLint.Semantics.Secrets;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Reporting.Json;

/// <summary>
/// All that is known of the findings, for programs; <c>docs/json.md</c> describes it. It quotes nothing of the analysed files but
/// what a fix writes, and a fix that would write a secret is left out.
/// </summary>
public sealed class JsonReport
{
    /// <summary>Rises when a field goes away or means something else; new fields do not change it.</summary>
    public const int FormatVersion = 1;

    private readonly IndentedJson _json;
    private readonly Utf8JsonWriter _writer;
    private readonly ReportOptions _options;
    private readonly SecretMap _secrets;

    private JsonReport(IndentedJson json, ReportOptions options, SecretMap secrets)
    {
        _secrets = secrets;
        _json = json;
        _writer = json.Writer;
        _options = options;
    }

    /// <summary>Writes the report.</summary>
    public static void Write(LintResult result, ReportOptions options, TextWriter output) =>
        IndentedJson.Write(output, json => new JsonReport(json, options, result.Secrets).Write(result));

    private void Write(LintResult result)
    {
        _writer.WriteStartObject();
        _writer.WriteNumber("format", FormatVersion);
        _writer.WriteString("version", _options.ToolVersion);
        WriteArray("findings", result.Diagnostics, Write);
        WriteArray("notifications", result.Notifications, Write);
        WriteArray("not_judged", result.NotJudged, Write);
        WriteSummary(result);
        _writer.WriteEndObject();
    }

    private void WriteArray<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        _writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
            _json.FlushIfLarge();
        }

        _writer.WriteEndArray();
    }

    private void Write(Diagnostic diagnostic)
    {
        _writer.WriteStartObject();
        _writer.WriteString("rule", diagnostic.Rule.Id);
        _writer.WriteString("level", ConciseReport.LevelWord(diagnostic.Level));
        _writer.WriteString("message", diagnostic.Message);
        _writer.WriteString("setting", diagnostic.Setting.Text);
        WriteLocation(diagnostic.Location);
        WriteArray("related", diagnostic.RelatedLocations, Write);
        WriteFix(diagnostic.Fix?.Resolve());
        _writer.WriteString("help", $"{_options.ProjectUrl}/blob/main/docs/rules/{diagnostic.Rule.Id}.md");
        _writer.WriteEndObject();
    }

    private void Write(RelatedLocation related)
    {
        _writer.WriteStartObject();
        _writer.WriteString("message", related.Message);
        WriteLocation(related.Location);
        _writer.WriteEndObject();
    }

    private void WriteFix(CodeFix? fix)
    {
        if (fix is null || !ShownFix.IsShowable(fix, _secrets))
        {
            _writer.WriteNull("fix");
            return;
        }

        _writer.WriteStartObject("fix");
        _writer.WriteString("title", fix.Title);
        _writer.WriteString("applicability", Word(fix.Applicability));
        WriteArray("files", fix.Edits, Write);
        _writer.WriteEndObject();
    }

    private void Write(FileEdit edit)
    {
        _writer.WriteStartObject();
        _writer.WriteString("path", edit.File.Path);
        WriteArray("edits", edit.Changes, change =>
        {
            _writer.WriteStartObject();
            WriteSpan(new Location(edit.File, change.Span));
            _writer.WriteString("text", change.NewText ?? "");
            _writer.WriteEndObject();
        });
        _writer.WriteEndObject();
    }

    private void WriteLocation(Location location)
    {
        _writer.WriteStartObject("location");
        _writer.WriteString("path", location.File.Path);
        WriteSpan(location);
        _writer.WriteEndObject();
    }

    private void WriteSpan(Location location)
    {
        WritePosition("start", location.Start, location.Span.Start);
        WritePosition("end", location.End, location.Span.End);
    }

    private void WritePosition(string name, LinePosition position, int offset)
    {
        _writer.WriteStartObject(name);
        _writer.WriteNumber("line", position.Line + 1);
        _writer.WriteNumber("column", position.Character + 1);
        _writer.WriteNumber("offset", offset);
        _writer.WriteEndObject();
    }

    private void Write(Notification notification)
    {
        _writer.WriteStartObject();
        _writer.WriteString("level", ConciseReport.LevelWord(notification.Level));
        _writer.WriteString("message", notification.Message);
        _writer.WriteString("path", notification.Path);
        _writer.WriteEndObject();
    }

    private void Write(NotJudged thing)
    {
        _writer.WriteStartObject();
        _writer.WriteString("what", thing.What);
        _writer.WriteString("why", thing.Why.One);
        _writer.WriteString("path", thing.Path);
        _writer.WriteEndObject();
    }

    private void WriteSummary(LintResult result)
    {
        var summary = ReportSummary.Of(result);
        _writer.WriteStartObject("summary");
        _writer.WriteNumber("files", summary.Files);
        _writer.WriteNumber("findings", summary.Findings);
        _writer.WriteNumber("errors", summary.Errors);
        _writer.WriteNumber("warnings", summary.Warnings);
        _writer.WriteNumber("notices", summary.Notices);
        _writer.WriteStartObject("fixes");
        _writer.WriteNumber("safe", summary.SafeFixes);
        _writer.WriteNumber("unsafe", summary.UnsafeFixes);
        _writer.WriteNumber("by_hand", summary.ByHand);
        _writer.WriteEndObject();
        _writer.WriteStartObject("rules");
        foreach (var (rule, _, findings) in RuleStatistics.Count(result))
        {
            _writer.WriteNumber(rule.Id, findings);
        }

        _writer.WriteEndObject();
        _writer.WriteEndObject();
    }

    private static string Word(FixApplicability applicability) => applicability switch
    {
        FixApplicability.Safe => "safe",
        FixApplicability.Unsafe => "unsafe",
        _ => "suggested",
    };
}

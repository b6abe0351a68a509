using System.Text;
using System.Text.Json;
using ExsLint.Edits;
using ExsLint.Reporting;
using ExsLint.Rules;

namespace ExsLint.Cli.Commands;

/// <summary>Rules as a table and as JSON.</summary>
internal static class RuleListing
{
    private const string NoFix = "-";

    /// <summary>Writes one line a rule: id, level, fix, title.</summary>
    public static void WriteText(RuleDescriptor[] rules, TextWriter output)
    {
        var idWidth = rules.Max(rule => rule.Id.Length);
        foreach (var rule in rules)
        {
            var level = ConciseReport.LevelWord(rule.Level);
            output.Write($"{rule.Id.PadRight(idWidth)}  {level,-7}  {FixWord(rule.Fix) ?? NoFix,-9}  {rule.Title}\n");
        }
    }

    /// <summary>Writes an array with one object a rule.</summary>
    public static void WriteJson(RuleDescriptor[] rules, TextWriter output) => WriteJson(output, json =>
    {
        json.WriteStartArray();
        foreach (var rule in rules)
        {
            WriteRule(json, rule, page: null);
        }

        json.WriteEndArray();
    });

    /// <summary>Writes one rule with its page.</summary>
    public static void WriteJson(RuleDescriptor rule, TextWriter output) =>
        WriteJson(output, json => WriteRule(json, rule, RulePage.Read(rule.Id)));

    private static void WriteJson(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            write(json);
        }

        output.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        output.Write('\n');
    }

    private static void WriteRule(Utf8JsonWriter json, RuleDescriptor rule, string? page)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("title", rule.Title);
        json.WriteString("description", rule.Description);
        json.WriteString("level", ConciseReport.LevelWord(rule.Level));
        if (rule.SecuritySeverity is { } severity)
        {
            json.WriteNumber("security_severity", severity);
        }

        json.WriteStartArray("cwe");
        foreach (var cwe in rule.Cwes)
        {
            json.WriteNumberValue(cwe);
        }

        json.WriteEndArray();
        json.WriteString("profile", rule.Profile == RuleProfile.Strict ? "strict" : "recommended");
        json.WriteString("fix", FixWord(rule.Fix));
        json.WriteString("reference", rule.ReferenceUri);
        if (page is not null)
        {
            json.WriteString("page", page);
        }

        json.WriteEndObject();
    }

    private static string? FixWord(FixApplicability? fix) => fix switch
    {
        FixApplicability.Safe => "safe",
        FixApplicability.Unsafe => "unsafe",
        FixApplicability.Suggested => "suggested",
        _ => null,
    };
}

using System.Text.Json;
using ExsLint.Edits;
using ExsLint.Reporting;
using ExsLint.Reporting.Json;
using ExsLint.Reporting.Layout;
using ExsLint.Rules;

namespace ExsLint.Cli.Commands;

/// <summary>Rules as a table and as JSON.</summary>
internal static class RuleListing
{
    private const string NoFix = "-";

    /// <summary>Writes one line a rule: id, level, fix, profile, title.</summary>
    /// <param name="rules">The rules, sorted by id.</param>
    /// <param name="hasHeadings">Whether each family gets a heading, for people.</param>
    /// <param name="output">Where to write.</param>
    public static void WriteText(RuleDescriptor[] rules, bool hasHeadings, StyledOutput output)
    {
        var idWidth = rules.Max(rule => rule.Id.Length);
        var family = "";
        foreach (var rule in rules)
        {
            if (hasHeadings && rule.Family != family)
            {
                if (family.Length > 0)
                {
                    output.EndLine();
                }

                output.Write(family = rule.Family, TextRole.Heading);
                output.EndLine();
            }

            output.Write(rule.Id.PadRight(idWidth), TextRole.RuleId);
            output.Write("  ");
            output.Write($"{ConciseReport.LevelWord(rule.Level),-7}", LevelRole.Of(rule.Level));
            output.Write($"  {FixWord(rule.Fix) ?? NoFix,-9}  {ProfileWord(rule),-11}  {rule.Title}");
            output.EndLine();
        }
    }

    /// <summary>Writes what the listing says of one rule, as a sentence.</summary>
    public static void WriteFacts(RuleDescriptor rule, StyledOutput output)
    {
        output.Write("Level: ", TextRole.Heading);
        output.Write(ConciseReport.LevelWord(rule.Level), LevelRole.Of(rule.Level));
        output.Write("  Fix: ", TextRole.Heading);
        output.Write(FixWord(rule.Fix) ?? "none");
        output.Write("  Profile: ", TextRole.Heading);
        output.Write(ProfileWord(rule));
        output.EndLine();
    }

    /// <summary>Writes an array with one object a rule.</summary>
    public static void WriteJson(RuleDescriptor[] rules, TextWriter output) => IndentedJson.Write(output, json =>
    {
        json.Writer.WriteStartArray();
        foreach (var rule in rules)
        {
            WriteRule(json.Writer, rule, page: null);
        }

        json.Writer.WriteEndArray();
    });

    /// <summary>Writes one rule with its page.</summary>
    public static void WriteJson(RuleDescriptor rule, TextWriter output) =>
        IndentedJson.Write(output, json => WriteRule(json.Writer, rule, RulePage.Read(rule.Id)));

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
        json.WriteString("profile", ProfileWord(rule));
        json.WriteString("fix", FixWord(rule.Fix));
        json.WriteString("reference", rule.ReferenceUri);
        if (page is not null)
        {
            json.WriteString("page", page);
        }

        json.WriteEndObject();
    }

    private static string ProfileWord(RuleDescriptor rule) => rule.IsPreview ? "preview"
        : rule.Profile == RuleProfile.Strict ? "strict"
        : "recommended";

    private static string? FixWord(FixApplicability? fix) => fix switch
    {
        FixApplicability.Safe => "safe",
        FixApplicability.Unsafe => "unsafe",
        FixApplicability.Suggested => "suggested",
        _ => null,
    };
}

using System.Globalization;
using ExsLint.Rules;
using Microsoft.CodeAnalysis.Sarif;

namespace ExsLint.Reporting.Sarif;

/// <summary>The tool and its rules, with all that GitHub shows of them.</summary>
internal static class SarifRules
{
    /// <summary>The most tags GitHub accepts on a rule.</summary>
    private const int MaximumTags = 20;

    public static ToolComponent Driver(ReportOptions options) => new()
    {
        Name = "ExsLint",
        Version = options.ToolVersion,
        SemanticVersion = options.ToolVersion,
        InformationUri = new Uri(options.ProjectUrl),
        Rules = [.. options.Rules.Select(rule => Describe(rule, options))],
    };

    private static ReportingDescriptor Describe(RuleDescriptor rule, ReportOptions options)
    {
        // The only way to give a descriptor its properties without a serializer that works by reflection.
        return new ReportingDescriptor(
            id: rule.Id,
            deprecatedIds: null,
            guid: null,
            deprecatedGuids: null,
            name: PascalCase(rule.Id),
            deprecatedNames: null,
            shortDescription: new MultiformatMessageString { Text = rule.Title + "." },
            fullDescription: new MultiformatMessageString { Text = rule.Description },
            messageStrings: SarifMessages.Strings(rule),
            defaultConfiguration: new ReportingConfiguration { Level = SarifReport.Level(rule.Level) },
            helpUri: new Uri(SarifHelp.Address(rule, options.ProjectUrl)),
            help: SarifHelp.Of(rule, options.ProjectUrl),
            relationships: null,
            properties: Properties(rule));
    }

    private static Dictionary<string, SerializedPropertyInfo> Properties(RuleDescriptor rule)
    {
        var tags = new List<string>();
        if (rule.SecuritySeverity is not null)
        {
            tags.Add("security");
        }

        tags.Add(rule.Family);
        tags.AddRange(rule.Cwes.Select(cwe => string.Create(CultureInfo.InvariantCulture, $"external/cwe/cwe-{cwe:000}")));
        var properties = new Dictionary<string, SerializedPropertyInfo>
        {
            ["tags"] = SarifProperties.Array(tags.Take(MaximumTags)),
            ["precision"] = SarifProperties.Text(PrecisionWord(rule.Precision)),
            ["problem.severity"] = SarifProperties.Text(SeverityWord(rule.Level)),
        };
        if (rule.SecuritySeverity is { } severity)
        {
            // GitHub wants a number here, in a string.
            properties.Add("security-severity", SarifProperties.Text(severity.ToString("0.0", CultureInfo.InvariantCulture)));
        }

        return properties;
    }

    private static string PascalCase(string id) =>
        string.Concat(id.Split('-').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static string PrecisionWord(RulePrecision precision) => precision switch
    {
        RulePrecision.VeryHigh => "very-high",
        RulePrecision.High => "high",
        RulePrecision.Medium => "medium",
        _ => "low",
    };

    private static string SeverityWord(DiagnosticLevel level) => level switch
    {
        DiagnosticLevel.Error => "error",
        DiagnosticLevel.Warning => "warning",
        _ => "recommendation",
    };
}

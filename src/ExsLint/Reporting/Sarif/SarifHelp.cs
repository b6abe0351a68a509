using System.Text;
using ExsLint.Reporting.Markdown;
using ExsLint.Rules;
using Microsoft.CodeAnalysis.Sarif;

namespace ExsLint.Reporting.Sarif;

/// <summary>
/// The help of a rule: what it looks for, why, and a link to its page, where the examples are. A report holds that of every rule.
/// </summary>
internal static class SarifHelp
{
    private const string Pages = "/blob/main/docs/rules/";
    private const string OwnRules = "/blob/main/docs/own-rules.md";
    private const string Label = "](";
    private const string Parent = "../";

    /// <summary>The address of a rule's page; of a team's own rule, that of the page about such rules.</summary>
    public static string Address(RuleDescriptor rule, string projectUrl) =>
        rule.IsOfTeam ? $"{projectUrl}{OwnRules}" : $"{projectUrl}{Pages}{rule.Id}.md";

    /// <summary>The help of a rule.</summary>
    public static MultiformatMessageString Of(RuleDescriptor rule, string projectUrl)
    {
        if (rule.IsOfTeam)
        {
            return new MultiformatMessageString { Text = rule.Description, Markdown = rule.Description };
        }

        var summary = RulePage.ReadSummary(rule.Id) is { } text
            ? WithAddresses(text, projectUrl + Pages)
            : rule.Description + "\n";
        var markdown = $"{summary}\n[Examples, and how to fix it]({Address(rule, projectUrl)})\n";
        return new MultiformatMessageString { Text = MarkdownText.ToPlain(markdown), Markdown = markdown };
    }

    /// <summary>Makes links to other pages work from anywhere.</summary>
    private static string WithAddresses(string markdown, string folder)
    {
        if (!markdown.Contains(Label, StringComparison.Ordinal))
        {
            return markdown;
        }

        var result = new StringBuilder(markdown.Length * 2);
        var rest = markdown.AsSpan();
        while (rest.IndexOf(Label) is >= 0 and var label)
        {
            result.Append(rest[..(label + Label.Length)]);
            rest = rest[(label + Label.Length)..];
            if (rest.StartsWith(Parent))
            {
                result.Append(folder.AsSpan(0, folder.LastIndexOf('/', folder.Length - 2) + 1));
                rest = rest[Parent.Length..];
            }
            else if (!rest.StartsWith("http"))
            {
                result.Append(folder);
            }
        }

        return result.Append(rest).ToString();
    }
}

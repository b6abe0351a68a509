using System.Text.RegularExpressions;
using ExsLint.Reporting.Sarif;
using ExsLint.Rules.Catalog;

namespace ExsLint.Tests.Reporting.Sarif;

/// <summary>The help of rules in a report.</summary>
public sealed partial class SarifHelpTests
{
    private const string Project = "https://example.org/exslint";

    public static TheoryData<string> RuleIds => [.. RuleCatalog.All.Select(rule => rule.Descriptor.Id)];

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void It_says_what_and_why_and_where_the_page_is(string id)
    {
        var page = $"{Project}/blob/main/docs/rules/{id}.md";
        var help = SarifHelp.Of(RuleCatalog.Find(id)!.Descriptor, Project);

        Assert.StartsWith("## What it does\n\n", help.Markdown, StringComparison.Ordinal);
        Assert.Contains("\n\n## Why is this bad?\n\n", help.Markdown, StringComparison.Ordinal);
        Assert.EndsWith($"\n\n[Examples, and how to fix it]({page})\n", help.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", help.Markdown, StringComparison.Ordinal);
        Assert.StartsWith("What it does\n\n", help.Text, StringComparison.Ordinal);
        Assert.EndsWith($"\n\nExamples, and how to fix it ({page})\n", help.Text, StringComparison.Ordinal);
        Assert.All(
            Link().Matches(help.Markdown).Select(link => link.Groups[1].Value),
            address => Assert.StartsWith("https://", address, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("systemd-no-new-privileges", "[systemd-private-tmp](PROJECT/blob/main/docs/rules/systemd-private-tmp.md)")]
    [InlineData("suppression-unused", "](PROJECT/blob/main/docs/suppressions.md)")]
    public void Its_links_to_other_pages_work_from_anywhere(string id, string link) =>
        Assert.Contains(
            link.Replace("PROJECT", Project, StringComparison.Ordinal),
            SarifHelp.Of(RuleCatalog.Find(id)!.Descriptor, Project).Markdown,
            StringComparison.Ordinal);

    [GeneratedRegex(@"\]\(([^)]*)\)")]
    private static partial Regex Link();
}

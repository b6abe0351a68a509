using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ExsLint.Edits;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;

namespace ExsLint.Tests.Rules;

/// <summary>The index of the rules' pages is what the catalogue says. <c>SNAPSHOT_ACCEPT=1</c> writes it.</summary>
public sealed class RuleIndexTests
{
    [Fact]
    public void The_index_lists_every_rule()
    {
        var path = PathOf("../../../../docs/rules/README.md");
        var index = Index();
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") != "true")
        {
            File.WriteAllText(path, index);
        }

        Assert.Equal(index, File.ReadAllText(path));
    }

    private static string Index()
    {
        var text = new StringBuilder(
            """
            # The rules

            A page each. `exslint rule` prints this list, `exslint rule ID` a page. *Fix* is the most that the rule's fixes can be trusted
            ([fixes](../fixes.md)). The profile `strict` holds all rules.


            """.ReplaceLineEndings("\n"));
        foreach (var family in RuleCatalog.All.Select(rule => rule.Descriptor)
            .GroupBy(rule => rule.Id[..rule.Id.IndexOf('-', StringComparison.Ordinal)]))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"## {family.Key}\n\n| rule | level | profile | fix | what it finds |\n|---|---|---|---|---|\n");
            foreach (var rule in family.OrderBy(rule => rule.Id, StringComparer.Ordinal))
            {
                var level =
                    rule.Level switch { DiagnosticLevel.Error => "error", DiagnosticLevel.Warning => "warning", _ => "notice" };
                var profile = rule.Profile == RuleProfile.Recommended ? "recommended" : "strict";
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| [{rule.Id}]({rule.Id}.md) | {level} | {profile} | {Word(rule.Fix)} | {rule.Title} |\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Word(FixApplicability? fix) => fix switch
    {
        FixApplicability.Safe => "safe",
        FixApplicability.Unsafe => "unsafe",
        FixApplicability.Suggested => "suggested",
        _ => "-",
    };

    private static string PathOf(string relative, [CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(source, relative));
}

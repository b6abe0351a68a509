using System.Runtime.CompilerServices;
using System.Text;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Rules.Systemd.Rows;

namespace ExsLint.Tests.Rules.Systemd;

/// <summary>
/// What the pages of rules about rows of <c>systemd-analyze security</c> have from the table of rows, or in common.
/// <c>SNAPSHOT_ACCEPT=1</c> writes it. What a rule finds, the examples and the advice on the fix are the page's own.
/// </summary>
public sealed class RowPageTests
{
    private const int Width = 118;
    private const string Judged = "Which units are judged is described under\n[systemd-private-tmp](systemd-private-tmp.md).";
    private const string Strict = " It belongs to the profile `strict`.";

    private const string Notice =
        "Where nobody wrote the setting, or a list of what is denied merely leaves something out, the finding is a notice, "
        + "which leaves the exit code at 0: it suggests, and accuses nobody. A weak value that somebody wrote has the rule's "
        + "own level.";

    // As cwe.mitre.org calls them.
    private static readonly Dictionary<int, string> Weaknesses = new()
    {
        [200] = "Exposure of Sensitive Information to an Unauthorized Actor",
        [250] = "Execution with Unnecessary Privileges",
        [269] = "Improper Privilege Management",
        [276] = "Incorrect Default Permissions",
        [668] = "Exposure of Resource to Wrong Sphere",
        [923] = "Improper Restriction of Communication Channel to Intended Endpoints",
    };

    public static TheoryData<string> RuleIds => [.. RuleCatalog.All.OfType<RowRule>().Select(rule => rule.Descriptor.Id)];

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void The_page_says_what_the_table_says(string id)
    {
        var path = PathOf($"../../../../../docs/rules/{id}.md");
        var page = File.ReadAllText(path);
        var written = Write(RuleCatalog.Find(id)!.Descriptor, page);
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") != "true")
        {
            File.WriteAllText(path, page = written);
        }

        Assert.Equal(written, page);
    }

    private static string Write(RuleDescriptor rule, string page) =>
        $"""
        # {rule.Id}

        {rule.Title}.

        ## What it does

        {Finds(rule, Section(page, "What it does").Split("\n\n")[0])}

        {Judged}
        {Wrap(Notice)}

        ## Why is this bad?

        {Wrap(rule.Description)}

        ## Example

        {Section(page, "Example")}

        ## Fix

        {Fix(rule, Section(page, "Fix"))}

        ## See also

        {References(rule, page)}

        """.ReplaceLineEndings("\n");

    private static string Finds(RuleDescriptor rule, string paragraph)
    {
        var finds = Unwrap(paragraph).Replace(Strict, "", StringComparison.Ordinal);
        return Rewrap(paragraph, rule.Profile == RuleProfile.Strict ? finds + Strict : finds);
    }

    /// <summary>Where one value is set, whatever the unit says, the first sentence says which.</summary>
    private static string Fix(RuleDescriptor rule, string paragraph)
    {
        var text = Unwrap(paragraph);
        return RowTable.All.Single(advice => advice.Id == rule.Id).Fix is { } fix && text.IndexOf('=') is var equals
            ? Rewrap(paragraph, $"{text[..equals]}={fix.Value}{text[text.IndexOf('`', equals)..]}")
            : paragraph;
    }

    /// <summary>Lines stay as somebody broke them where they say the same.</summary>
    private static string Rewrap(string paragraph, string text) => Unwrap(paragraph) == text ? paragraph : Wrap(text);

    private static string References(RuleDescriptor rule, string page)
    {
        var manual = Path.GetFileName(new Uri(rule.ReferenceUri).AbsolutePath).Replace(".html", "(5)", StringComparison.Ordinal);
        var setting = Section(page, "See also").Split('`')[1];
        var text = new StringBuilder($"- [{manual}, `{setting}`]({rule.ReferenceUri})");
        foreach (var cwe in rule.Cwes)
        {
            text.Append($"\n- [CWE-{cwe}: {Weaknesses[cwe]}](https://cwe.mitre.org/data/definitions/{cwe}.html)");
        }

        return text.Append('\n').Append(RulePage.FalseAlarm(rule.Id)).ToString();
    }

    private static string Section(string page, string title)
    {
        var start = page.IndexOf($"\n## {title}\n", StringComparison.Ordinal) + $"\n## {title}\n".Length;
        var end = page.IndexOf("\n## ", start, StringComparison.Ordinal);
        return page[start..(end < 0 ? page.Length : end)].Trim('\n');
    }

    private static string Unwrap(string text) => text.Replace('\n', ' ');

    private static string Wrap(string text)
    {
        var lines = new StringBuilder();
        var column = 0;
        foreach (var word in text.Split(' '))
        {
            var isNext = column > 0 && column + 1 + word.Length <= Width;
            lines.Append(isNext ? " " : column > 0 ? "\n" : "").Append(word);
            column = isNext ? column + 1 + word.Length : word.Length;
        }

        return lines.ToString();
    }

    private static string PathOf(string relative, [CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(source, relative));
}

using System.Runtime.CompilerServices;
using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Rules;

/// <summary>Every example of every page does what the page says.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string> RuleIds => [.. RuleCatalog.All.Select(rule => rule.Descriptor.Id)];

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void The_page_starts_with_the_rule_and_has_all_sections(string id)
    {
        var page = ReadPage(id);
        var title = RuleCatalog.Find(id)!.Descriptor.Title;

        Assert.StartsWith($"# {id}\n\n{title}.\n", page, StringComparison.Ordinal);
        string[] sections =
        [
            "What it does", "Why is this bad?", "Example",
            .. IsOfApplication(id) ? ["When to ignore it", "Fix", "Versions"] : new[] { "Fix" },
            "See also",
        ];
        Assert.Equal(
            sections, page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]));
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void The_page_is_embedded_as_it_is(string id) =>
        Assert.Equal(File.ReadAllText(PathOf($"../../../../docs/rules/{id}.md")), ReadPage(id));

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void The_page_ends_with_where_to_report_a_false_alarm(string id)
    {
        var path = PathOf($"../../../../docs/rules/{id}.md");
        var page = File.ReadAllText(path);
        var last = RulePage.FalseAlarm(id) + "\n";
        if (!page.EndsWith(last, StringComparison.Ordinal)
            && Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") != "true")
        {
            File.WriteAllText(path, page += last);
        }

        Assert.EndsWith("\n" + last, page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Every_example_is_reported_as_the_page_says(string id)
    {
        var examples = RulePage.ReadExamples(ReadPage(id)).ToList();

        Assert.Contains(examples, example => example.Report is not (null or ""));
        Assert.Contains(examples, example => example.Report is "");
        Assert.All(
            examples,
            example => Assert.Equal(
                example.Report, ConciseReport.Of(LintFor(id, example.Files, example.IsStrict, example.Modes))));
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Every_fix_writes_what_the_page_says_and_silences_the_rule(string id)
    {
        foreach (var example in RulePage.ReadExamples(ReadPage(id)).Where(example => example.Fixed.Count > 0))
        {
            var sources = new InMemoryProjectFiles([.. example.Files.Select(file => (file.Key, file.Value))]);
            var diagnostics = Lint(id, sources, example.Files.Keys, example.IsStrict)
                .Where(diagnostic => diagnostic.Rule.Id == id);
            var after = FixApplier.Apply(example.Files.Keys.Select(path => sources.Read(path)!), diagnostics);

            foreach (var (path, text) in example.Fixed)
            {
                Assert.Equal(text, after[path]);
            }

            Assert.Empty(LintFor(id, after, example.IsStrict));
        }
    }

    [Fact]
    public void Every_page_belongs_to_a_rule()
    {
        var ids = RuleCatalog.All.Select(rule => rule.Descriptor.Id);

        Assert.Equal(ids.Order(StringComparer.Ordinal), ExsLint.Rules.RulePage.Ids.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Diagnostic> LintFor(
        string id,
        IReadOnlyDictionary<string, string> files,
        bool isStrict,
        IReadOnlyDictionary<string, UnixFileMode>? modes = null) =>
        Lint(
            id,
            new InMemoryProjectFiles([.. files.Select(file => (file.Key, file.Value))]).WithModes(modes),
            files.Keys,
            isStrict)
            .Where(diagnostic => diagnostic.Rule.Id == id);

    private static IEnumerable<Diagnostic> Lint(
        string id, InMemoryProjectFiles tree, IEnumerable<string> paths, bool isStrict) =>
        Linter.Lint(new Snapshot(tree), TargetsOf(paths), OptionsOf(id, isStrict)).Diagnostics;

    /// <summary>The smallest profile that has the rule; pages about exposure take 5.0 for the threshold.</summary>
    internal static LintOptions OptionsOf(string id, bool isStrict = false) => new()
    {
        Profile = isStrict ? RuleProfile.Strict : RuleCatalog.Find(id)!.Descriptor.Profile,
        ExposureThreshold = id == "systemd-exposure" ? 50 : null,
    };

    /// <summary>Whether a rule is about applications of all kinds: there is more to say on its page.</summary>
    private static bool IsOfApplication(string id) =>
        RuleCatalog.Find(id) is ExsLint.Rules.Settings.ApplicationRule<ExsLint.Frameworks.Phoenix.PhoenixApplication>
            or ExsLint.Rules.Settings.LibraryRule
            or ExsLint.Rules.Secrets.SecretRule;

    /// <summary>Config files as if they were met on the way, units as if each were named.</summary>
    internal static LintTargets TargetsOf(IEnumerable<string> paths)
    {
        var all = paths.ToList();
        var units = all.Where(path => UnitSections.IsUnitType(UnitName.Parse(path).Type)).ToList();
        return new LintTargets(
            [.. all.Where(path => path.EndsWith(".exs", StringComparison.Ordinal))], [.. units],
            units.Count > 0 ? [.. all] : null);
    }

    private static string ReadPage(string id)
    {
        var page = ExsLint.Rules.RulePage.Read(id);
        Assert.True(page is not null, $"docs/rules/{id}.md is missing.");
        return page;
    }

    private static string PathOf(string relative, [CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(source, relative));
}

using System.Collections.Immutable;
using ExsLint.Analysis;
using ExsLint.Analysis.Fixing;
using ExsLint.Analysis.Linting;
using ExsLint.Edits;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Tests.Analysis.Fixing;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Tests.Analysis;

/// <summary>Twice the input is twice the work: what is asked of the tree, and what is compared, is counted.</summary>
public sealed class LinearWorkTests
{
    private const string Service = "[Service]\nExecStart=/opt/akkoma/bin/pleroma start\n";

    [Theory]
    [InlineData(4)]
    [InlineData(64)]
    public void A_folder_is_listed_twice_however_many_units_with_drop_ins_are_in_it(int count)
    {
        var files = Tree(
            Range(count)
                .SelectMany(
                    i => new[] { ($"u{i}.service", Service), ($"u{i}.service.d/a.conf", "[Service]\nPrivateTmp=yes\n") }));
        Lint(files, units: [.. Range(count).Select(i => $"u{i}.service")]);

        // One asks for the folders of drop-ins, the other for other names of the units.
        Assert.Equal(
            (1, 1), (files.Asked(nameof(IProjectFiles.ListFolders), ""), files.Asked(nameof(IProjectFiles.ListFiles), "")));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(64)]
    public void Folders_of_instances_are_listed_once_however_many_templates_there_are(int count)
    {
        var files = Tree(
            Range(count)
                .SelectMany(
                    i => new[] { ($"t{i}@.service", Service), ($"t{i}@x.service.d/a.conf", "[Service]\nPrivateTmp=yes\n") }));
        var result = Lint(files, units: [.. Range(count).Select(i => $"t{i}@.service")]);

        Assert.Equal(1, files.Asked(nameof(IProjectFiles.ListFolders), ""));
        Assert.Equal(2 * count, result.Files.Length);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(64)]
    public void A_link_among_units_is_followed_once_however_many_there_are(int count)
    {
        var links = Range(count).ToDictionary(i => $"l{i}.service", _ => "a.service");
        var files = Tree(
            links.Keys.Select(path => (path, Service)).Append(("a.service", Service))
                .Append(("l1.service.d/a.conf", "[Service]\nPrivateTmp=yes\n")), links);
        Lint(files, units: [.. links.Keys, "a.service"]);

        Assert.All(links.Keys, path => Assert.Equal(1, files.Asked(nameof(IProjectFiles.LinkTarget), path)));
        Assert.Equal(1, files.Asked(nameof(IProjectFiles.ListFiles), "l1.service.d"));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(64)]
    public void A_project_is_looked_for_once_however_many_files_it_does_not_import(int count)
    {
        var files = Tree(
            Range(count).Select(i => ($"rel/f{i}.exs", "import Config\nconfig :a, b: 1\n"))
                .Append(("mix.exs", "config_path: \"other/config.exs\"\n")));
        Lint(files, configs: [.. Range(count).Select(i => $"rel/f{i}.exs")]);

        // Once to find the projects, and once for each file that is judged by itself.
        Assert.InRange(files.Asked(nameof(IProjectFiles.FileExists), "mix.exs"), 1, 1);
        Assert.InRange(files.Asked(nameof(IProjectFiles.FileExists), "rel/mix.exs"), 1, 1 + count);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(64)]
    public void What_a_project_names_is_looked_up_once_however_many_services_are_in_it(int count)
    {
        var units = Range(count).Select(i => ($"units/u{i}.service", Service));
        var files = Tree([.. units, .. Range(count).Select(i => ($"config/f{i}.exs", "import Config\n"))]);
        Lint(files, units: [.. Range(count).Select(i => $"units/u{i}.service")]);

        Assert.All(Range(count), i => Assert.InRange(files.Asked(nameof(IProjectFiles.Read), $"config/f{i}.exs"), 1, 1));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1_000)]
    public void Any_number_of_fixes_at_different_places_takes_one_round(int count)
    {
        var text = "import Config\n"
            + string.Concat(Range(count).Select(i => $"# exslint:ignore akkoma-http-ip -- why {i}\nconfig :a, k{i}: 1\n"));
        var files = Tree([("config/config.exs", text)]);
        var result = FixEngine.Apply(
            new Snapshot(files), new LintTargets(["config/config.exs"], [], null), new LintOptions(), new FixOptions());

        // Before, after the fixes, and no third time: nothing is left to fix.
        Assert.Equal(count, result.Applied.Length);
        Assert.InRange(files.Asked(nameof(IProjectFiles.Read), "config/config.exs"), 1, 6);
    }

    [Fact]
    public void Sixty_thousand_names_in_a_comment_are_one_change() => Assert.Equal(
        "import Config\n\nconfig :a, b: 1\n",
        FixedTree.Fix(
            "config/config.exs",
            $"import Config\n\n# exslint:ignore {string.Join(", ", Enumerable.Repeat("akkoma-sts", 60_000))} -- why\nconfig :a, "
                + $"b: 1\n").Text());

    [Theory]
    [InlineData(1_000)]
    [InlineData(20_000)]
    public void A_change_is_compared_with_its_neighbours_only(int count)
    {
        var taken = new TakenChanges();
        foreach (var i in Range(count))
        {
            var replaced = new Microsoft.CodeAnalysis.Text.TextChange(new(10 * i, 5), "");
            var inserted = new Microsoft.CodeAnalysis.Text.TextChange(new((10 * i) + 7, 0), "x");
            Assert.False(taken.Collides(replaced) || taken.Collides(inserted));
            taken.Add([replaced, inserted]);
        }

        Assert.InRange(taken.Steps, count, count * 5L * 16);
    }

    [Fact]
    public void Settings_that_hide_folders_and_paths_in_them_do_not_multiply()
    {
        const int Count = 3_000;
        var text = "[Service]\nExecStart=/bin/true\n"
            + string.Concat(Range(Count).Select(i => $"ReadWritePaths=/b{i}/x\nReadOnlyPaths=/a{i}\n"))
            + string.Concat(Range(Count).Select(i => $"TemporaryFileSystem=/b{i}\n"))
            + string.Concat(Range(Count).Where(i => i % 2 == 0).Select(i => $"BindPaths=/c:/b{i}/x\n"));
        var found = UnitLinter.Lint(
            new Snapshot(new InMemoryProjectFiles(("a.service", text))), "a.service", isNamed: true, new LintOptions())
            .Diagnostics.Where(diagnostic => diagnostic.Rule.Id == "systemd-contradiction").ToList();

        // Every second path is brought back.
        Assert.Equal(Count / 2, found.Count);
    }

    [Fact]
    public void Of_settings_that_hide_one_folder_a_hundred_are_told_of()
    {
        var text = "[Service]\nExecStart=/bin/true\nWorkingDirectory=/b/x\n"
            + string.Concat(Range(300).Select(_ => "InaccessiblePaths=/b\n"));
        var found = UnitLinter.Lint(
            new Snapshot(new InMemoryProjectFiles(("a.service", text))), "a.service", isNamed: true, new LintOptions())
            .Diagnostics.Where(diagnostic => diagnostic.Rule.Id == "systemd-contradiction").ToList();

        Assert.Equal(100, found.Count);
    }

    [Fact]
    public void What_rules_share_of_a_unit_is_worked_out_once()
    {
        var unit = UnitBinder.Bind(
            UnitLoader.Load(new InMemoryProjectFiles(("a.service", Service)), "a.service")!, [], 257, isVersionKnown: true);
        var made = 0;
        Assert.Equal(("1", "1"), (unit.Keep("name", () => $"{++made}"), unit.Keep("name", () => $"{++made}")));
    }

    [Fact]
    public void For_two_hundred_variables_it_is_said_what_settings_are_without_them()
    {
        var text = "import Config\n"
            + string.Concat(Range(250).Select(i => $"config :a, k{i}: System.get_env(\"V{i}\", \"none\")\n"));
        var files = new InMemoryProjectFiles(("config/config.exs", text));
        var model = ConfigEvaluator.Evaluate(
            Assert.Single(ConfigProjectFinder.Find(["config/config.exs"], files)), new Snapshot(files), "prod");
        var defaults = Range(250).Select(i => model.DefaultOf(model.Get("a", $"k{i}"))?.Variable).ToList();

        Assert.Equal([.. Range(200).Select(i => $"V{i}"), .. Enumerable.Repeat((string?)null, 50)], defaults);
        Assert.Equal(50, model.VariablesLeftOut);
    }

    [Fact]
    public void Twenty_thousand_applications_with_a_repeated_key_are_as_many_errors()
    {
        var text = "import Config\n" + string.Concat(Range(20_000).Select(i => $"config :a{i}, b: 1, b: 2\n"));
        var files = new InMemoryProjectFiles(("config/config.exs", text));
        var model = ConfigEvaluator.Evaluate(
            Assert.Single(ConfigProjectFinder.Find(["config/config.exs"], files)), new Snapshot(files), "prod");

        Assert.Equal(20_000, model.Errors.Length);
        Assert.Equal(
            [("b", 1), ("b", 2)],
            model.State.GetSettings("a7").Select(setting => (setting.Key, (int)((IntegerValue)setting.Value).Number)));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(40_000)]
    public void Each_term_is_looked_up_among_the_others_with_few_comparisons(int count)
    {
        var comparer = new TermComparer();
        var before = Terms(count).ToHashSet(comparer);

        // Those of another tree are found all the same, and none that is not there.
        Assert.True(Terms(count).TrueForAll(before.Contains));
        Assert.DoesNotContain(Terms(count + 1)[^1], before);
        Assert.InRange(comparer.Comparisons, count, 2L * count);

        static List<AbstractValue> Terms(int count)
        {
            var pairs = Range(count).Select(i => $"k{i % 7}: [1, %{{a: {i}}}, 2]");
            var files =
                new InMemoryProjectFiles(("config/config.exs", $"import Config\nconfig :a, b: [{string.Join(", ", pairs)}]\n"));
            var model = ConfigEvaluator.Evaluate(
                Assert.Single(ConfigProjectFinder.Find(["config/config.exs"], files)), new Snapshot(files), "prod");
            return [.. ((ListValue)model.Get("a", "b").Value).Items];
        }
    }

    [Fact]
    public void A_key_is_put_beside_forty_thousand_others_that_stay()
    {
        var pairs = string.Join(", ", Range(40_000).Select(i => $"k{i % 7}: {i}"));
        var text = $"import Config\nconfig :pleroma, :http_security, [{pairs}]\n";
        var options = new LintOptions { Select = ["akkoma-http-security-enabled"] };

        Assert.Equal(
            $"import Config\nconfig :pleroma, :http_security, [{pairs}, enabled: true]\n",
            FixedTree.Fix("config/config.exs", text, new FixOptions { Unsafe = true }, options).Text());
    }

    private static IEnumerable<int> Range(int count) => Enumerable.Range(0, count);

    private static CountingFiles Tree(
        IEnumerable<(string Path, string Content)> files, IReadOnlyDictionary<string, string>? links = null) =>
        new(new InMemoryProjectFiles([.. files]), links);

    private static LintResult Lint(
        CountingFiles files, ImmutableArray<string> configs = default, ImmutableArray<string> units = default) =>
        Linter.Lint(
            new Snapshot(files), new LintTargets(configs.IsDefault ? [] : configs, units.IsDefault ? [] : units, null),
            new LintOptions());
}

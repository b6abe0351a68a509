using CsCheck;
using ExsLint.Analysis;
using ExsLint.Analysis.Fixing;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Tests.Reporting;
using ExsLint.Tests.Rules;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Analysis.Fixing;

/// <summary>What holds of every fix of every file.</summary>
public sealed class FixPropertyTests
{
    private static readonly string[] InstanceFiles =
        ["config/config.exs", "config/prod.exs", "config/prod.secret.exs", "installation/akkoma.service"];

    public static TheoryData<bool> BothApplicabilities => [false, true];

    [Theory]
    [MemberData(nameof(BothApplicabilities))]
    public void Of_the_example_instance(bool isUnsafe) => Assert.True(Check(
        InstanceFiles.ToDictionary(path => path, path => File.ReadAllText(Path.Combine(Examples.Docs, "examples/akkoma", path))),
        isUnsafe) >= 8);

    [Theory]
    [MemberData(nameof(BothApplicabilities))]
    public void Of_every_example_of_every_page(bool isUnsafe)
    {
        var applied = RuleCatalog.All
            .SelectMany(rule => ExsLint.Tests.Rules.RulePage.ReadExamples(ExsLint.Rules.RulePage.Read(rule.Descriptor.Id)!))
            .Sum(example => Check(example.Files, isUnsafe));

        Assert.True(applied > 20, $"only {applied} fixes");
    }

    [LongTheory]
    [MemberData(nameof(BothApplicabilities))]
    public void Of_generated_configs(bool isUnsafe)
    {
        var applied = 0;
        AkkomaConfigGen.File.SamplePinned(
            text => applied += Check(new Dictionary<string, string>
            {
                ["config/config.exs"] =
                    "import Config\nconfig :pleroma, :http_security, enabled: true, sts: false\nimport_config \"prod.exs\"\n",
                ["config/prod.exs"] = text,
            }, isUnsafe),
            count: 300);
        Assert.True(applied > 50, $"only {applied} fixes");
    }

    [LongFact]
    public void Of_generated_units()
    {
        var applied = 0;
        Gen.Select(UnitGen.Service, UnitGen.Service).SamplePinned(
            texts => applied += Check(
                new Dictionary<string, string> { ["akkoma.service"] = texts.Item1, ["akkoma.service.d/10.conf"] = texts.Item2 },
                isUnsafe: true),
            count: 200);
        Assert.True(applied > 400, $"only {applied} fixes");
    }

    [LongFact]
    public void Of_drop_ins_for_generated_units()
    {
        var applied = 0;
        Gen.Select(UnitGen.Service, UnitGen.Service).SamplePinned(
            texts =>
            {
                var files = new Dictionary<string, string>
                {
                    ["akkoma.service"] = texts.Item1,
                    ["akkoma.service.d/50-exslint.conf"] = texts.Item2
                };
                var options = new FixOptions { Unsafe = true, WritesDropIns = true };
                var result = FixedTree.Fix(files, options);
                AssertThatFindingsAreGone(files, result);
                Assert.DoesNotContain(
                    result.Changes,
                    change =>
                        change.Path == "akkoma.service"
                            && Lines(texts.Item1).Except(Lines(change.After.Content)).Any(IsDirective));
                Assert.Empty(FixedTree.Fix(result.After(files), options).Changes);
                applied += result.Applied.Length;
            },
            count: 100);
        Assert.True(applied > 200, $"only {applied} fixes");
    }

    /// <summary>Asserts all of it; gives how many fixes were applied.</summary>
    private static int Check(Dictionary<string, string> files, bool isUnsafe)
    {
        var options = new FixOptions { Unsafe = isUnsafe };
        var result = FixedTree.Fix(files, options);
        var after = result.After(files);

        Assert.Empty(FixedTree.Fix(after, options).Changes);
        AssertThatFindingsAreGone(files, result);
        AssertThatTheRestIsTheSame(files, result);
        return result.Applied.Length;
    }

    private static void AssertThatFindingsAreGone(Dictionary<string, string> files, FixResult result)
    {
        var (before, after) = (CountFindings(files), CountFindings(result.After(files)));
        foreach (var (key, count) in result.Applied.CountBy(
            applied => (applied.Diagnostic.Rule.Id, applied.Diagnostic.Setting.Text)))
        {
            Assert.True(
                after.GetValueOrDefault(key) <= Math.Max(0, before.GetValueOrDefault(key) - count), $"{key} is still there");
        }
    }

    private static Dictionary<(string, string), int> CountFindings(IReadOnlyDictionary<string, string> files) => Linter
        .Lint(new Snapshot(FixedTree.TreeOf(files)), RulePageTests.TargetsOf(files.Keys), new LintOptions()).Diagnostics
        .CountBy(diagnostic => (diagnostic.Rule.Id, diagnostic.Setting.Text))
        .ToDictionary();

    /// <summary>Where one round was enough, the text is what the edits make of it, and nothing else.</summary>
    private static void AssertThatTheRestIsTheSame(Dictionary<string, string> files, FixResult result)
    {
        var edits = result.Applied.SelectMany(applied => applied.Diagnostic.Fix!.Resolve()!.Edits)
            .ToLookup(edit => edit.File.Path);
        foreach (var change in result.Changes.Where(
            change => edits[change.Path].All(edit => edit.File.Content == files[change.Path])))
        {
            var inOrder = RuleCatalog.All
                .SelectMany(rule => result.Applied.Where(applied => applied.Diagnostic.Rule == rule.Descriptor))
                .SelectMany(applied => applied.Diagnostic.Fix!.Resolve()!.Edits.Where(edit => edit.File.Path == change.Path));
            Assert.Equal(FixApplier.Apply(change.Before!, inOrder), change.After.Content);
        }
    }

    private static string[] Lines(string text) => text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsDirective(string line) => line.Contains('=', StringComparison.Ordinal) && line[0] is not ('#' or ';');
}

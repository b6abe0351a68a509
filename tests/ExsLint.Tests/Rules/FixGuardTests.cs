using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Rules.Systemd.Rows;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir;
using ExsLint.Tests.Reporting;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Tests.Rules;

/// <summary>Every fix of every example on every page is one that can be trusted.</summary>
public sealed class FixGuardTests
{
    public static TheoryData<string, int> Examples
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var rule in RuleCatalog.All)
            {
                var examples = RulePage.ReadExamples(ExsLint.Rules.RulePage.Read(rule.Descriptor.Id) ?? "").ToList();
                for (var i = 0; i < examples.Count; i++)
                {
                    data.Add(rule.Descriptor.Id, i);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_fix_removes_its_finding_and_does_nothing_else(string id, int number)
    {
        var example = RulePage.ReadExamples(ExsLint.Rules.RulePage.Read(id)!).ElementAt(number);
        var before = Lint(id, example.Files, example.IsStrict);
        foreach (var diagnostic in before.Where(diagnostic => diagnostic.Fix?.Resolve() is not null))
        {
            var files = Apply(example.Files, diagnostic);
            var after = Lint(id, files, example.IsStrict);

            Assert.DoesNotContain(after, other => IsSame(other, diagnostic));
            Assert.DoesNotContain(after, other => !before.Any(older => IsSame(older, other)) && !IsRevealedBy(diagnostic, other));
            Assert.All(files.Where(file => file.Key.EndsWith(".exs", StringComparison.Ordinal)), file =>
                Assert.True(example.Files[file.Key] == file.Value || IsValid(file.Key, file.Value), file.Value));
            AssertOtherSettingsAreTheSame(example.Files, files, diagnostic);
        }
    }

    private static bool IsSame(Diagnostic left, Diagnostic right) =>
        left.Rule.Id == right.Rule.Id && left.Setting.Text == right.Setting.Text;

    /// <summary>
    /// While all headers are off, nothing is said about single ones; nor about single items of a list that is absent or lets
    /// something heavier through in the same way.
    /// </summary>
    private static bool IsRevealedBy(Diagnostic mended, Diagnostic other) =>
        (mended.Rule.Id == "akkoma-http-security-enabled" && other.Rule.Id is "akkoma-sts" or "akkoma-referrer-policy")
        || (RuleCatalog.Find(other.Rule.Id) is ListRowRule && KeyOf(mended) == KeyOf(other));

    private static string KeyOf(Diagnostic diagnostic) => string.Join('/', diagnostic.Setting.Text.Split('/').Take(3));

    private static bool IsValid(string path, string text) =>
        !ElixirParser.Parse(SourceFile.FromString(path, text)).Diagnostics.Any(diagnostic => diagnostic.IsError);

    private static List<Diagnostic> Lint(string id, IReadOnlyDictionary<string, string> files, bool isStrict)
    {
        var tree = new InMemoryProjectFiles([.. files.Select(file => (file.Key, file.Value))]);
        var options = RulePageTests.OptionsOf(id, isStrict);
        return [.. Linter.Lint(new Snapshot(tree), RulePageTests.TargetsOf(files.Keys), options).Diagnostics];
    }

    private static Dictionary<string, string> Apply(IReadOnlyDictionary<string, string> files, Diagnostic diagnostic)
    {
        var after = files.ToDictionary(file => file.Key, file => file.Value);
        foreach (var edit in diagnostic.Fix!.Resolve()!.Edits)
        {
            after[edit.File.Path] = FixApplier.Apply(edit.File, [edit]);
        }

        return after;
    }

    private static void AssertOtherSettingsAreTheSame(
        IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after, Diagnostic diagnostic)
    {
        foreach (var path in before.Keys.Where(
            path => path.EndsWith(".exs", StringComparison.Ordinal) && before[path] != after[path]))
        {
            var changed =
                Settings(before, path).Except(Settings(after, path)).Concat(Settings(after, path).Except(Settings(before, path)));
            Assert.All(changed, setting => Assert.True(
                diagnostic.Setting.Text.StartsWith(setting.Path, StringComparison.Ordinal)
                    || setting.Path.StartsWith(diagnostic.Setting.Text, StringComparison.Ordinal),
                $"{setting} changed by the fix of {diagnostic.Setting.Text}"));
        }
    }

    /// <summary>The leaves of a file's own configuration.</summary>
    private static List<(string Path, string Value)> Settings(IReadOnlyDictionary<string, string> files, string path)
    {
        var tree = new InMemoryProjectFiles([.. files.Select(file => (file.Key, file.Value))]);
        var model = ConfigEvaluator.Evaluate(ConfigProjectFinder.Release(path, "prod", tree), new Snapshot(tree), "prod");
        var leaves = new List<(string Path, string Value)>();
        foreach (var app in model.State.AppNames)
        {
            foreach (var (key, value) in model.State.GetSettings(app))
            {
                AddLeaves(leaves, $"{app}.{Setting.DisplayName(key)}", value);
            }
        }

        return leaves;
    }

    private static void AddLeaves(List<(string Path, string Value)> leaves, string path, AbstractValue value)
    {
        if (value is not ListValue { IsKeyword: true } list)
        {
            leaves.Add((path, value.ToString()));
            return;
        }

        foreach (var pair in list.Items.Cast<TupleValue>())
        {
            AddLeaves(leaves, $"{path}.{Setting.DisplayName(((AtomValue)pair.Items[0]).Name)}", pair.Items[1]);
        }
    }
}

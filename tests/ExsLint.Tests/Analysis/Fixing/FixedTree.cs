using ExsLint.Analysis;
using ExsLint.Analysis.Fixing;
using ExsLint.Tests.Rules;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Analysis.Fixing;

/// <summary>A tree of files, fixed in memory.</summary>
internal static class FixedTree
{
    /// <summary>Fixes a tree whose units are named one by one.</summary>
    public static FixResult Fix(
        InMemoryProjectFiles tree, IEnumerable<string> paths, FixOptions? options = null, LintOptions? lint = null) =>
        FixEngine.Apply(
            new Snapshot(tree), RulePageTests.TargetsOf(paths), lint ?? new LintOptions(), options ?? new FixOptions());

    /// <summary>Fixes a tree.</summary>
    public static FixResult Fix(IReadOnlyDictionary<string, string> files, FixOptions? options = null) =>
        Fix(TreeOf(files), files.Keys, options);

    /// <summary>Fixes one file.</summary>
    public static FixResult Fix(string path, string text, FixOptions? options = null, LintOptions? lint = null) =>
        Fix(TreeOf(new Dictionary<string, string> { [path] = text }), [path], options, lint);

    /// <summary>The tree of some files.</summary>
    public static InMemoryProjectFiles TreeOf(IReadOnlyDictionary<string, string> files) =>
        new([.. files.Select(file => (file.Key, file.Value))]);

    /// <summary>The files after fixing.</summary>
    public static Dictionary<string, string> After(this FixResult result, IReadOnlyDictionary<string, string> files)
    {
        var after = files.ToDictionary(file => file.Key, file => file.Value);
        foreach (var change in result.Changes)
        {
            after[change.Path] = change.After.Content;
        }

        return after;
    }

    /// <summary>The text of the only file that was changed.</summary>
    public static string Text(this FixResult result) => Assert.Single(result.Changes).After.Content;

    /// <summary>The rules whose findings were fixed.</summary>
    public static string[] Rules(this FixResult result) => [.. result.Applied.Select(applied => applied.Diagnostic.Rule.Id)];
}

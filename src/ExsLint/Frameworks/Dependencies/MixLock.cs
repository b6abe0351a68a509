using ExsLint.Edits;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Frameworks.Dependencies;

/// <summary>
/// The versions of a project's dependencies, as <c>mix.lock</c> has them: a map of literals (Mix.Dep.Lock, Elixir 1.18), read as
/// text and never run.
/// </summary>
public sealed class MixLock
{
    private const string FileName = "mix.lock";

    private readonly Dictionary<string, DependencyVersion?> _versions;

    private MixLock(Dictionary<string, DependencyVersion?> versions) => _versions = versions;

    /// <summary>The lock of a project: that of its folder, or of the umbrella around it. Null where none can be read.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="trees">The files of the tree.</param>
    public static MixLock? Around(string folder, IElixirTrees trees)
    {
        for (var current = folder; ; current = TreePath.FolderOf(current))
        {
            var path = TreePath.Join(current, FileName);
            if (trees.Files.FileExists(path))
            {
                return trees.Get(path) is { } tree ? Of(tree) : null;
            }

            if (current.Length == 0)
            {
                return null;
            }
        }
    }

    /// <summary>
    /// The version of a dependency; null for one that the project does not have, or that comes from elsewhere than Hex, whose
    /// lock names a revision.
    /// </summary>
    /// <param name="name">The dependency's name: <c>phoenix</c>.</param>
    public DependencyVersion? VersionOf(string name) => _versions.GetValueOrDefault(name);

    /// <summary>Whether the project has a dependency, wherever it comes from.</summary>
    /// <param name="name">The dependency's name.</param>
    public bool Has(string name) => _versions.ContainsKey(name);

    /// <summary>Reads a lock; null for what is none, or is broken: after a conflict of a merge, say.</summary>
    internal static MixLock? Of(ElixirSyntaxTree tree)
    {
        if (tree.Diagnostics.Any(diagnostic => diagnostic.IsError)
            || tree.Root.Body.Expressions is not [MapSyntax { StructName: null, Updated: null } map])
        {
            return null;
        }

        var versions = new Dictionary<string, DependencyVersion?>(StringComparer.Ordinal);
        foreach (var pair in map.Elements.SelectMany(element =>
            element is KeywordListSyntax keywords ? [.. keywords.Pairs] : new[] { element }))
        {
            if (ElixirPairs.KeyOf(pair) is { } name)
            {
                versions[name] = VersionIn(ElixirPairs.ValueOf(pair));
            }
        }

        return new MixLock(versions);
    }

    private static DependencyVersion? VersionIn(ExpressionSyntax? value) =>
        value is TupleSyntax { Elements: [LiteralSyntax { Kind: SyntaxKind.Atom } source, _, StringLiteralSyntax version, ..] }
        && LiteralValue.GetAtomName(source) == "hex" && StringContent.GetText(version) is { } text
            ? DependencyVersion.Parse(text)
            : null;
}

using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Names;
using ExsLint.Syntax.Elixir;

namespace ExsLint.Semantics.Elixir;

/// <summary>Reads and parses each file of a tree once, however many projects look at it.</summary>
public sealed class ElixirTreeCache
{
    private readonly SortedDictionary<string, ElixirSyntaxTree?> _trees;
    private readonly Dictionary<ElixirSyntaxTree, ImmutableArray<NameError>> _nameErrors = [];

    /// <summary>A cache that has read nothing yet.</summary>
    /// <param name="files">The tree's files.</param>
    public ElixirTreeCache(IProjectFiles files)
        : this(files, new SortedDictionary<string, ElixirSyntaxTree?>(StringComparer.Ordinal))
    {
    }

    private ElixirTreeCache(IProjectFiles files, SortedDictionary<string, ElixirSyntaxTree?> trees)
    {
        Files = files;
        _trees = trees;
    }

    /// <summary>The tree's files.</summary>
    public IProjectFiles Files { get; }

    /// <summary>The trees read so far, sorted by path.</summary>
    public IEnumerable<ElixirSyntaxTree> Trees => _trees.Values.OfType<ElixirSyntaxTree>();

    /// <summary>The tree of a file, or null if it cannot be read.</summary>
    public ElixirSyntaxTree? Get(string path)
    {
        if (!_trees.TryGetValue(path, out var tree))
        {
            tree = Files.Read(path) is { } source ? ElixirParser.Parse(source) : null;
            _trees.Add(path, tree);
        }

        return tree;
    }

    /// <summary>The names for which Elixir does not compile a file, looked for once.</summary>
    internal ImmutableArray<NameError> NameErrorsOf(ElixirSyntaxTree tree)
    {
        if (!_nameErrors.TryGetValue(tree, out var errors))
        {
            _nameErrors.Add(tree, errors = NameChecker.Check(tree));
        }

        return errors;
    }

    /// <summary>What was read so far, with another text in the place of one file; this cache stays as it is.</summary>
    internal ElixirTreeCache With(ElixirSyntaxTree changed) =>
        new(Files, new SortedDictionary<string, ElixirSyntaxTree?>(_trees, StringComparer.Ordinal) { [changed.File.Path] = changed });
}

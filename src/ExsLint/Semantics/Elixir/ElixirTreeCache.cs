using ExsLint.Syntax.Elixir;

namespace ExsLint.Semantics.Elixir;

/// <summary>Reads and parses each file of a tree once, however many projects look at it.</summary>
public sealed class ElixirTreeCache(IProjectFiles files)
{
    private readonly SortedDictionary<string, ElixirSyntaxTree?> _trees = new(StringComparer.Ordinal);

    /// <summary>The tree's files.</summary>
    public IProjectFiles Files { get; } = files;

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
}

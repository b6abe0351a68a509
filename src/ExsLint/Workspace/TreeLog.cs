using System.Collections.Concurrent;
using ExsLint.Semantics;
using ExsLint.Syntax.Elixir;
using ExsLint.Text;

namespace ExsLint.Workspace;

/// <summary>The trees of a snapshot, and which of them an analysis has asked for.</summary>
/// <param name="snapshot">The snapshot.</param>
internal sealed class TreeLog(Snapshot snapshot) : IElixirTrees
{
    private readonly ConcurrentDictionary<string, ElixirSyntaxTree?> _trees = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IProjectFiles Files => snapshot.Files;

    /// <summary>The trees that were asked for, sorted by path.</summary>
    public IEnumerable<ElixirSyntaxTree> Trees =>
        _trees.OrderBy(tree => tree.Key, StringComparer.Ordinal).Select(tree => tree.Value).OfType<ElixirSyntaxTree>();

    /// <inheritdoc/>
    public ElixirSyntaxTree? Get(string path) => _trees.GetOrAdd(path, snapshot.Get);

    /// <inheritdoc/>
    /// <remarks>What is asked of the other trees is not of this analysis.</remarks>
    public IElixirTrees With(SourceFile changed) => snapshot.With([changed]);
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Systemd;
using ExsLint.Text;

namespace ExsLint.Workspace;

/// <summary>
/// The trees of texts, kept by path and content: a text that was parsed once is not parsed again. Any number of threads may ask.
/// </summary>
internal sealed class SyntaxCache
{
    /// <summary>
    /// The most texts of one file that are kept. The oldest goes first: an editor goes back and forth between few texts.
    /// </summary>
    public const int MaximumVersions = 4;

    private readonly Versions<ElixirSyntaxTree> _elixir = new(ElixirParser.Parse);
    private readonly Versions<UnitSyntaxTree> _units = new(UnitParser.Parse);
    private long _parsed;

    /// <summary>How many texts were parsed.</summary>
    public long Parsed => Interlocked.Read(ref _parsed);

    /// <summary>The tree of a text in Elixir.</summary>
    public ElixirSyntaxTree ElixirTreeOf(SourceFile file) => _elixir.Get(file, ref _parsed);

    /// <summary>The tree of a unit's text.</summary>
    public UnitSyntaxTree UnitTreeOf(SourceFile file) => _units.Get(file, ref _parsed);

    private sealed class Versions<TTree>(Func<SourceFile, TTree> parse)
        where TTree : SyntaxTree
    {
        private readonly ConcurrentDictionary<string, ImmutableList<TTree>> _trees = new(StringComparer.Ordinal);

        public TTree Get(SourceFile file, ref long parsed)
        {
            var known = _trees.GetValueOrDefault(file.Path, []);
            if (Find(known, file) is { } found)
            {
                return found;
            }

            var tree = parse(file);
            Interlocked.Increment(ref parsed);
            var kept = _trees.AddOrUpdate(file.Path, _ => [tree], (_, others) => Add(others, tree));

            // Of two threads that parse one text, both go on with the same tree.
            return Find(kept, file) ?? tree;
        }

        private static ImmutableList<TTree> Add(ImmutableList<TTree> others, TTree tree) =>
            Find(others, tree.File) is not null ? others
            : others.Count == MaximumVersions ? others.RemoveAt(0).Add(tree)
            : others.Add(tree);

        private static TTree? Find(ImmutableList<TTree> trees, SourceFile file) => trees.Find(tree => tree.File == file)
            ?? trees.Find(tree => tree.File.Content == file.Content
                && tree.File.ShownPath == file.ShownPath
                && tree.File.InvalidOffsets.SequenceEqual(file.InvalidOffsets));
    }
}

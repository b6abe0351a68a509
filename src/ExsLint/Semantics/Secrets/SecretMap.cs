using System.Collections.Concurrent;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Text;

namespace ExsLint.Semantics.Secrets;

/// <summary>
/// What is secret in each of several files; looked for when somebody asks. Any number of threads may ask.
/// </summary>
public sealed class SecretMap
{
    private readonly ConcurrentDictionary<SourceFile, FileSecrets> _files = [];
    private readonly Dictionary<SourceFile, ElixirSyntaxTree> _trees = [];
    private readonly Func<SourceFile, SourceFile> _reported;
    private readonly Lazy<ILookup<SourceFile, SyntaxNode>> _seeds;
    private readonly List<SecretMap> _parts = [];

    /// <summary>A map that knows nothing but each file's own text.</summary>
    public SecretMap()
        : this([], [])
    {
    }

    /// <summary>A map of files that were read and evaluated.</summary>
    /// <param name="trees">The trees of config files; other files are parsed when they are needed.</param>
    /// <param name="models">The configurations: what is secret in them is so where it was written, in whatever file.</param>
    /// <param name="reported">
    /// Gives a file that was read by several names by the one that it is reported by; null if there is none.
    /// </param>
    internal SecretMap(
        IEnumerable<ElixirSyntaxTree> trees,
        IReadOnlyCollection<ConfigModel> models,
        Func<SourceFile, SourceFile>? reported = null)
    {
        _reported = reported ?? (file => file);
        foreach (var tree in trees.Concat(models.SelectMany(model => model.Files.Select(file => file.Tree))))
        {
            _trees[tree.File] = tree;
        }

        _seeds = new(() => models.SelectMany(SettingSecrets.NodesOf).Distinct().ToLookup(node => _reported(node.Tree.File)));
    }

    /// <summary>A map of all files of several maps.</summary>
    public static SecretMap Of(IEnumerable<SecretMap> parts)
    {
        var whole = new SecretMap();
        foreach (var part in parts)
        {
            // A map of several maps knows nothing itself.
            whole._parts.AddRange(part._parts.Count > 0 ? part._parts : [part]);
        }

        return whole;
    }

    /// <summary>What is secret in a file.</summary>
    public FileSecrets Of(SourceFile file)
    {
        return _parts.Find(part => part._trees.ContainsKey(file)) is { } owner ? owner.Of(file) : _files.GetOrAdd(file, Find);
    }

    /// <summary>The text of a node without what is secret in it.</summary>
    public string Excerpt(SyntaxNode node) => OpenText.Is(node) ? node.ToString() : Of(node.Tree.File).Excerpt(node.Span);

    private FileSecrets Find(SourceFile file) =>
        _trees.TryGetValue(file, out var tree) ? new FileSecrets(file, tree, SeedsIn(tree)) : new FileSecrets(file);

    /// <summary>What is known to be secret in a file by any of its names, as nodes of one tree of it.</summary>
    private IEnumerable<SyntaxNode> SeedsIn(ElixirSyntaxTree tree)
    {
        var seeds = _seeds.Value[_reported(tree.File)].ToList();
        if (seeds.TrueForAll(node => node.Tree == tree))
        {
            return seeds;
        }

        var places = seeds.Select(node => (node.Location.Span, node.GetType())).ToHashSet();
        return tree.Root.DescendantNodesAndSelf().Where(node => places.Contains((node.Location.Span, node.GetType())));
    }

    /// <summary>
    /// A text about a unit without what is secret in any of the unit's files, and stands openly in none of them.
    /// </summary>
    public string RedactInUnit(string text, UnitFiles unit) => Redact(text, unit.Sources, _ => false);

    /// <summary>
    /// A text about files without what is secret in any of them, and stands openly in none of them nor elsewhere.
    /// </summary>
    internal string Redact(string text, IEnumerable<SourceFile> files, Func<string, bool> isOpen)
    {
        var all = files.Select(Of).ToList();
        return all.Aggregate(
            text, (redacted, file) => file.Redact(redacted, word => isOpen(word) || all.Exists(other => other.ShowsWord(word))));
    }
}

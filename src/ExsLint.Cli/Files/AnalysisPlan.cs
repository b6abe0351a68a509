using System.Collections.Immutable;
using ExsLint.Analysis;
using ExsLint.Rules;
using ExsLint.Semantics;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Cli.Files;

/// <summary>What to analyse in one tree.</summary>
internal sealed class AnalysisPlan
{
    private readonly SortedSet<string> _configs = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _units = new(StringComparer.Ordinal);
    private readonly HashSet<string> _namedFiles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _namedFolders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _dropIns = new(StringComparer.Ordinal);

    private AnalysisPlan(string root, IEnumerable<NamedPath> paths, UnitHost? host)
    {
        Root = root;
        var named = paths.ToImmutableArray();
        _namedFiles.UnionWith(named.Where(path => path.Kind != AnalyzedKind.None).Select(path => path.Path.Relative));
        Files = new ProjectFiles(root, _namedFiles);
        var overlay = named.Where(path => path.Content is not null).Aggregate(
            new FileOverlay(Files),
            (below, path) => below.WithText(path.Path.Relative, Files.Decode(path.Path.Relative, path.Content!)));
        Upstream = new UpstreamCheckout(overlay, root);
        foreach (var path in named)
        {
            Add(path, overlay);
        }

        Files.Names.Add(_configs.Concat(_units));
        Snapshot = new Snapshot(overlay);

        // An editor that sends one file's text asks about that file alone.
        foreach (var unit in named.Where(path => path is { Kind: AnalyzedKind.Unit, Content: null }))
        {
            _dropIns.UnionWith(UnitLoader.DropInsOf(overlay, unit.Path.Relative, host, Snapshot.UnitFolders));
        }
    }

    /// <summary>The tree's root.</summary>
    public string Root { get; }

    /// <summary>The tree on disk.</summary>
    public ProjectFiles Files { get; }

    /// <summary>The tree at the moment of the run.</summary>
    public Snapshot Snapshot { get; }

    /// <summary>Whether the tree is one of upstream's, and which files are.</summary>
    public UpstreamCheckout Upstream { get; }

    /// <summary>Whether there is nothing to analyse.</summary>
    public bool IsEmpty => _configs.Count == 0 && _units.Count == 0;

    /// <summary>The targets, as the linter takes them.</summary>
    public LintTargets Targets => new(
        [.. _configs],
        [.. _units],
        _namedFolders.Count == 0 ? _namedFiles.Union(_dropIns).ToImmutableHashSet(StringComparer.Ordinal) : null);

    /// <summary>Plans for paths that were named, one for each root, in the order of the roots.</summary>
    /// <param name="paths">The paths.</param>
    /// <param name="hostOf">The system whose drop-ins count for the units below a root; null for none.</param>
    public static ImmutableArray<AnalysisPlan> Make(IEnumerable<NamedPath> paths, Func<string, UnitHost?> hostOf) =>
    [
        .. paths.GroupBy(path => path.Path.Root, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new AnalysisPlan(group.Key, group, hostOf(group.Key))),
    ];

    /// <summary>
    /// A path of the tree as people are shown it. Files of the system of <c>--systemd-root</c> keep their names there.
    /// </summary>
    public string Show(string path) => UnitHost.Owns(path) ? path : Files.ShownPath(path);

    /// <summary>Whether the user named this file.</summary>
    public bool IsNamed(string path) => _namedFiles.Contains(path);

    /// <summary>
    /// Whether findings in this file are to be reported: it was named, or a folder above it was, or it is a drop-in of a unit
    /// that is.
    /// </summary>
    public bool Covers(Diagnostic diagnostic) => Covers(diagnostic.Location.File.Path);

    /// <summary>Whether findings in a file of this path are to be reported; there need be no such file any more.</summary>
    public bool Covers(string path)
    {
        if (UnitHost.Owns(path) || _namedFiles.Contains(path) || _dropIns.Contains(path) || _namedFolders.Contains(""))
        {
            return true;
        }

        for (var folder = RootedPath.FolderOf(path); folder.Length > 0; folder = RootedPath.FolderOf(folder))
        {
            if (_namedFolders.Contains(folder))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(NamedPath named, IProjectFiles files)
    {
        if (named.Kind != AnalyzedKind.None)
        {
            SetOf(named.Kind).Add(named.Path.Relative);
            return;
        }

        _namedFolders.Add(named.Path.Relative);
        foreach (var (path, kind) in new FolderWalker(files).Walk(named.Path.Relative))
        {
            SetOf(kind).Add(path);
        }
    }

    private SortedSet<string> SetOf(AnalyzedKind kind) => kind == AnalyzedKind.Config ? _configs : _units;
}

/// <summary>A path of the command line.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Given">The path as the user wrote it.</param>
/// <param name="Kind">What the file is; <see cref="AnalyzedKind.None"/> for a folder.</param>
/// <param name="Content">The bytes to analyse in the file's place; null to read the file.</param>
internal sealed record NamedPath(RootedPath Path, string Given, AnalyzedKind Kind, byte[]? Content = null);

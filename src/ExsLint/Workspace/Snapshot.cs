using ExsLint.Semantics;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Systemd;
using ExsLint.Text;

namespace ExsLint.Workspace;

/// <summary>
/// A tree of files at one moment: what is on disk, and what an editor, standard input or a fix puts in its place. It does not
/// change; the next one shares the trees of all that stayed the same. Any number of threads may read one.
/// </summary>
public sealed class Snapshot : IElixirTrees
{
    private readonly SyntaxCache _syntax;
    private readonly FileOverlay _overlay;
    private UnitFolderCache? _unitFolders;

    /// <summary>A snapshot of files as they are.</summary>
    /// <param name="files">The files; what they say of one path stays the same.</param>
    public Snapshot(IProjectFiles files)
        : this(new FileOverlay(files), new SyntaxCache())
    {
    }

    private Snapshot(FileOverlay overlay, SyntaxCache syntax)
    {
        _overlay = overlay;
        _syntax = syntax;
    }

    /// <summary>The files.</summary>
    public IProjectFiles Files => _overlay;

    /// <summary>The files that differ from the tree below, or that it lacks; sorted by path.</summary>
    public IEnumerable<SourceFile> Changed => _overlay.Changed;

    /// <summary>How many texts were parsed for this snapshot and those that it shares trees with.</summary>
    public long Parsed => _syntax.Parsed;

    /// <summary>What is known of the folders of units.</summary>
    public UnitFolderCache UnitFolders =>
        LazyInitializer.EnsureInitialized(ref _unitFolders, () => new UnitFolderCache(_syntax.UnitTreeOf));

    /// <summary>The snapshot in which files have another text.</summary>
    /// <param name="sources">The files with their new text; some of them may be new.</param>
    public Snapshot With(IEnumerable<SourceFile> sources) => new(_overlay.With(sources), _syntax);

    /// <inheritdoc/>
    IElixirTrees IElixirTrees.With(SourceFile changed) => With([changed]);

    /// <summary>The snapshot without the changes of one file.</summary>
    public Snapshot Without(string path) => new(_overlay.Without(path), _syntax);

    /// <summary>The snapshot with its files at other places.</summary>
    /// <param name="view">Gives the files as they are seen.</param>
    public Snapshot Through(Func<IProjectFiles, IProjectFiles> view) =>
        view(_overlay) is var seen && seen == _overlay ? this : new Snapshot(new FileOverlay(seen), _syntax);

    /// <inheritdoc/>
    public ElixirSyntaxTree? Get(string path) => Files.Read(path) is { } source ? _syntax.ElixirTreeOf(source) : null;

    /// <summary>The tree of a unit's text.</summary>
    public UnitSyntaxTree UnitTreeOf(SourceFile file) => _syntax.UnitTreeOf(file);
}

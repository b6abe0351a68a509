using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Text;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>The files of the analysed tree at a point, and what the configuration may have changed of them.</summary>
/// <param name="files">The tree.</param>
/// <param name="rootFolder">The folder of the project.</param>
/// <param name="environment">The environment of the evaluation.</param>
internal sealed class FileView(IProjectFiles files, string rootFolder, string environment) : IFileView
{
    /// <inheritdoc/>
    public string RootFolder { get; } = rootFolder;

    /// <summary>What the configuration itself may have changed.</summary>
    public FileChanges Changes { get; } = new();

    /// <summary>Whether a path exists, whoever asks.</summary>
    public FilePresence Presence => field ??= new FilePresence(files, Changes);

    /// <inheritdoc/>
    public bool IsElsewhere => Changes.IsElsewhere;

    /// <inheritdoc/>
    public Presence Find(string path, bool asFile, bool asFolder) => Presence.Of(path, asFile, asFolder);

    /// <summary>Whether a regular file of the tree stands at a path.</summary>
    public bool FileExists(string path) => files.FileExists(path);

    /// <inheritdoc/>
    public bool FolderExists(string path) => Presence.FolderExists(path);

    /// <inheritdoc/>
    public SourceFile? Read(string path) => files.Read(path);

    /// <inheritdoc/>
    public bool MayHaveChanged(string path) => Changes.MayConcern(path);

    /// <inheritdoc/>
    public void Write(string function, ImmutableArray<AbstractValue> arguments) => Changes.Add(RootFolder, function, arguments);

    /// <inheritdoc/>
    public IReadOnlyList<string>? Expand(string folder, string pattern, bool matchDot) =>
        !Changes.IsAny && !MayMatchElsewhere(folder, pattern) && TreeGlob.Expand(files, folder, pattern, matchDot) is { } paths
            ? paths
            : null;

    /// <summary>The files of the tree that a pattern matches whose files are imported; null where that is not known.</summary>
    /// <param name="pattern">The pattern.</param>
    public ImmutableArray<string>? ExpandImport(string pattern) => Changes.IsAny ? null : TreeGlob.Expand(files, "", pattern);

    /// <summary>Whether a pattern may match a file that is not there but may be on the machine.</summary>
    /// <param name="folder">The folder it starts in.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="isImported">
    /// Whether the files are imported: a pattern that says nothing of secret files takes those of the tree, or no old project's
    /// settings were known.
    /// </param>
    public bool MayMatchElsewhere(string folder, string pattern, bool isImported = false)
    {
        // Wherever dependencies and what is built from them lie, `**` looks too.
        string[] patterns = pattern.Contains("**", StringComparison.Ordinal)
            ? [pattern, .. ForeignFolders.OfTools.Select(name => pattern.Replace("**", name, StringComparison.Ordinal))]
            : [pattern];
        return (!isImported
            && IsForSecretFiles(folder, pattern)
            && (MayNameSecretFile(pattern) || TreeGlob.MatchesLast(pattern, $"{environment}.secret.exs")))
            || (TreePath.Combine(folder, pattern) is { } path && Presence.MayBeElsewhere(path))
            || patterns.SelectMany(written => TreeGlob.Samples(folder, written)).Any(Presence.MayBeElsewhere);
    }

    /// <summary>
    /// Whether a pattern looks where files with an instance's secrets lie: in <c>config</c> itself. Elsewhere they are there if
    /// git ignores them.
    /// </summary>
    private static bool IsForSecretFiles(string folder, string pattern) =>
        TreePath.Combine(folder, TreePath.FolderOf(pattern)) is not { } path
        || TreePath.NameOf(path) is var name && (name is "" or "config" || name.AsSpan().ContainsAny("*?[{"));

    /// <summary>
    /// Whether a file with an instance's secrets may match, whatever its name: the text behind the last wildcard allows it.
    /// </summary>
    private static bool MayNameSecretFile(string pattern)
    {
        const string Secret = ".secret.exs";
        var name = TreePath.NameOf(pattern);
        var wildcard = name.AsSpan().LastIndexOfAny("*?]}");
        var suffix = name[(wildcard + 1)..];
        return wildcard >= 0
            && (Secret.EndsWith(suffix, StringComparison.Ordinal) || suffix.EndsWith(Secret, StringComparison.Ordinal));
    }
}

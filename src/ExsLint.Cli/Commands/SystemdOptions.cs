using System.CommandLine;
using System.Globalization;
using ExsLint.Cli.Files;
using ExsLint.Cli.Streams;
using ExsLint.Rules;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Cli.Commands;

/// <summary>The systemd that runs the units: its version, and the drop-ins of its system.</summary>
internal sealed class SystemdOptions
{
    private readonly Option<int?> _version = NumberOption.Create(
        "--systemd-version",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The version of systemd, {UnitBinder.OldestVersion} to {UnitBinder.NewestVersion} (default: the newest)."),
        UnitBinder.OldestVersion,
        UnitBinder.NewestVersion);

    private readonly Option<string?> _root = new("--systemd-root")
    {
        Description = "Read the drop-ins of a system, too: its root directory, / for this one.",
        HelpName = "DIR",
    };

    private SystemdOptions()
    {
    }

    /// <summary>Gives a command the options.</summary>
    public static SystemdOptions AddTo(Command command)
    {
        var options = new SystemdOptions();
        command.Add(options._version);
        command.Add(options._root);
        return options;
    }

    /// <summary>What was asked for.</summary>
    public SystemdChoice Read(ParseResult result) =>
        new(result.GetValue(_version) ?? UnitBinder.NewestVersion, result.GetValue(_root))
        {
            IsVersionGiven = result.GetValue(_version) is not null,
        };
}

/// <summary>The systemd that runs the units.</summary>
/// <param name="Version">Its version: <see cref="UnitBinder.OldestVersion"/> or newer.</param>
/// <param name="Root">The root of the system whose drop-ins count, as the user wrote it; null for none.</param>
internal sealed record SystemdChoice(int Version, string? Root)
{
    private UnitTree? _tree;

    /// <summary>Whether the user named the version; the default says nothing about the machine that runs the units.</summary>
    public bool IsVersionGiven { get; init; }

    /// <summary>Whether the root, if one is named, is there; if not, that is reported.</summary>
    public bool HasRoot(Terminal terminal)
    {
        if (Root is null || Directory.Exists(Root))
        {
            return true;
        }

        terminal.Report(DiagnosticLevel.Error, "no such directory, given by --systemd-root", Root.Length == 0 ? "''" : Root);
        return false;
    }

    /// <summary>
    /// A unit in one of the system's own folders is analysed in the system's tree, where drop-ins of other folders outrank those
    /// beside it.
    /// </summary>
    public NamedPath Place(NamedPath named) =>
        AbsoluteRoot is { } root && RootedPath.Within(root, named.Path.Absolute) is { } path && IsOfUnits(path.Relative)
            ? named with { Path = path }
            : named;

    /// <summary>The system, seen from a tree; null for none.</summary>
    /// <param name="tree">The absolute path of the tree's root.</param>
    public UnitHost? HostOf(string tree) => AbsoluteRoot is not { } root ? null
        : root == tree ? UnitHost.AnalyzedTree
        : new UnitHost(_tree ??= new UnitTree(root, isSystem: true) { NamesAsOnSystem = true });

    private string? AbsoluteRoot => Root is null ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(Root));

    /// <summary>Whether a path, relative to the system's root, is in a folder of units, is one, or has one in it.</summary>
    private static bool IsOfUnits(string path) => path.Length == 0
        || UnitLoader.SystemFolders.Concat(UnitLoader.UserFolders).Any(folder =>
            IsAtOrBelow(path, folder) || IsAtOrBelow(folder, path));

    private static bool IsAtOrBelow(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/');
}

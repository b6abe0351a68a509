using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Files;

namespace ExsLint.Semantics.Elixir.Projects;

/// <summary>What kind of project a configuration belongs to.</summary>
public enum ConfigProjectKind
{
    /// <summary>A source tree with <c>config/config.exs</c>.</summary>
    Source,

    /// <summary>One file on top of a release's built-in defaults.</summary>
    Release,
}

/// <summary>A configuration that is read as a whole.</summary>
/// <param name="Kind">What kind of project it is.</param>
/// <param name="RootFolder">The project's root, relative to the analysed tree; the working directory of its <c>mix</c>.</param>
/// <param name="EntryFile">The first file: <c>config/config.exs</c>, or the release's config file.</param>
/// <param name="LaterFiles">Files read after it and its imports, in order; those that exist.</param>
public sealed record ConfigProject(
    ConfigProjectKind Kind, string RootFolder, string EntryFile, ImmutableArray<string> LaterFiles)
{
    /// <summary>
    /// Whether a release's own provider reads the entry file by <c>Config.Reader.read!/1</c>: that gives it no environment, so
    /// that <c>config_env()</c> raises.
    /// </summary>
    public bool IsReadByProvider { get; init; }

    /// <summary>
    /// Whether it is the firmware of devices: of those <c>Mix.target()</c> tells which, where elsewhere it is <c>:host</c>.
    /// </summary>
    public bool IsForDevices { get; init; }

    /// <summary>Where Mix would look for the base configuration of a project.</summary>
    public const string BaseFile = "config/config.exs";

    /// <summary>
    /// The names of the files that Mix reads when a release starts; only the first of them is read (Mix.Release, Elixir 1.11).
    /// </summary>
    public static readonly ImmutableArray<string> RuntimeNames = ["runtime.exs", "releases.exs"];

    /// <summary>Whether a file's name is that of one that is read when a release starts.</summary>
    public static bool IsRuntimeFile(string path) => RuntimeNames.Contains(TreePath.NameOf(path));
}

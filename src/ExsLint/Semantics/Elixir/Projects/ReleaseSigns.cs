using ExsLint.Semantics.Elixir.Files;

namespace ExsLint.Semantics.Elixir.Projects;

/// <summary>
/// Whether a project is made into a release: <c>mix release</c> builds one of any project, and needs no word of it.
/// </summary>
internal static class ReleaseSigns
{
    private const int HeadLength = 65_536;

    /// <summary>
    /// Whether a project shows that it is released: by <c>releases:</c> in its <c>mix.exs</c>, by templates in <c>rel</c>, by
    /// <c>releases.exs</c>, or by a <c>Dockerfile</c> that runs <c>mix release</c>.
    /// </summary>
    /// <param name="files">The tree.</param>
    /// <param name="root">The project's folder.</param>
    public static bool IsReleased(IProjectFiles files, string root) =>
        Mentions(files, root, MixFile.Name, "releases:")
        || Mentions(files, root, "Dockerfile", "mix release")
        || files.FileExists(TreePath.Join(root, "config/releases.exs"))
        || files.ListFiles(TreePath.Join(root, "rel")).Any(name => name.EndsWith(".eex", StringComparison.Ordinal));

    /// <summary>Whether its releases start anew once they have read their configuration (Mix.Release, Elixir 1.9).</summary>
    /// <param name="files">The tree.</param>
    /// <param name="root">The project's folder.</param>
    public static bool Reboots(IProjectFiles files, string root) =>
        Mentions(files, root, MixFile.Name, "reboot_system_after_config");

    /// <summary>Whether releases are made of an environment: none is of those that people work in.</summary>
    /// <param name="environment">The environment.</param>
    public static bool IsOf(string environment) => environment is not ("dev" or "test");

    private static bool Mentions(IProjectFiles files, string root, string name, string words) =>
        files.ReadStart(TreePath.Join(root, name), HeadLength)?.Contains(words, StringComparison.Ordinal) == true;
}

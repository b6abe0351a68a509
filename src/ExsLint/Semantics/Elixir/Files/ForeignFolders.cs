using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir.Files;

/// <summary>
/// Folders in a project whose files are not the project's own: nobody edits them, and nothing in them is judged.
/// </summary>
public static class ForeignFolders
{
    /// <summary>The folder of git.</summary>
    public const string Git = ".git";

    /// <summary>The folders of dependencies, and of what a build makes of them and of the project (Mix.Project, npm).</summary>
    public static readonly ImmutableArray<string> OfTools = ["deps", "_build", "node_modules"];

    /// <summary>Whether a folder of this name is one of them.</summary>
    public static bool IsOne(string name) => name == Git || OfTools.Contains(name);

    /// <summary>Whether a file lies in one of them, at any depth.</summary>
    /// <param name="path">The file's path, relative to the analysed tree.</param>
    public static bool Hold(string path) => TreePath.FolderOf(path).Split('/').Any(IsOne);
}

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace ExsLint.Semantics.Elixir.Files;

/// <summary>
/// The files of a project's own modules: <c>lib/my_app/config.ex</c> for <c>MyApp.Config</c>, else the file below <c>lib</c> that
/// defines it. Mix compiles <c>lib</c> unless <c>elixirc_paths</c> of <c>mix.exs</c> leaves it out.
/// </summary>
internal sealed partial class ModuleFiles
{
    // A project is evaluated many times; its folders are looked through once.
    private static readonly ConditionalWeakTable<IProjectFiles, ConcurrentDictionary<string, ModuleFiles>> OfTrees = [];

    /// <summary>More files than this are not looked into for a module that stands where nobody expects it.</summary>
    private const int MostFiles = 2_000;

    /// <summary>A module is defined near the start of its file.</summary>
    private const int HeadLength = 4_096;

    private readonly Lazy<IReadOnlyList<string>> _folders;
    private readonly Lazy<Dictionary<string, string>> _others;
    private readonly ConcurrentDictionary<string, string?> _found = new(StringComparer.Ordinal);

    private ModuleFiles(IProjectFiles files, string rootFolder)
    {
        _folders = new(() => FindFolders(files, rootFolder));
        _others = new(() => Search(files, _folders.Value));
    }

    /// <summary>The files of a project's modules.</summary>
    /// <param name="files">The tree.</param>
    /// <param name="rootFolder">The project's folder.</param>
    public static ModuleFiles Of(IProjectFiles files, string rootFolder) =>
        OfTrees.GetOrCreateValue(files).GetOrAdd(rootFolder, root => new ModuleFiles(files, root));

    /// <summary>Whether the project compiles no folder of its own.</summary>
    public bool IsEmpty => _folders.Value.Count == 0;

    /// <summary>The file that defines a module; null where none is found.</summary>
    /// <param name="files">The tree.</param>
    /// <param name="module">The module: <c>MyApp.Config</c>.</param>
    public string? Find(IProjectFiles files, string module) => _found.GetOrAdd(module, name => FindAnew(files, name));

    private string? FindAnew(IProjectFiles files, string module)
    {
        var path = Underscore(module);
        foreach (var folder in _folders.Value)
        {
            if (files.FileExists($"{folder}/{path}.ex"))
            {
                return $"{folder}/{path}.ex";
            }
        }

        return IsOwn(files, path) ? _others.Value.GetValueOrDefault(module) : null;
    }

    /// <summary>Whether a module's first name is one of the project's, so that it is worth looking for.</summary>
    private bool IsOwn(IProjectFiles files, string path)
    {
        var first = path.Split('/')[0];
        return _folders.Value.Any(folder =>
            files.FileExists($"{folder}/{first}.ex") || files.ListFolders(folder).Contains(first));
    }

    private static List<string> FindFolders(IProjectFiles files, string rootFolder)
    {
        List<string> projects =
        [
            rootFolder,
            .. files.ListFolders(TreePath.Join(rootFolder, "apps")).Select(app => TreePath.Join(rootFolder, $"apps/{app}")),
        ];
        return [.. projects.Where(project => CompilesLibrary(files, project)).Select(project => TreePath.Join(project, "lib"))];
    }

    // Reading a file that is not there would be told as trouble with it, and a config's folder is often all there is.
    private static bool CompilesLibrary(IProjectFiles files, string project) =>
        TreePath.Join(project, "mix.exs") is var path
        && files.FileExists(path)
        && files.Read(path) is { Content: var text }
        && (!text.Contains("elixirc_paths", StringComparison.Ordinal) || text.Contains("\"lib\"", StringComparison.Ordinal));

    /// <summary>The files of all modules that are defined at the start of one.</summary>
    private static Dictionary<string, string> Search(IProjectFiles files, IReadOnlyList<string> roots)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var folders = new Queue<string>(roots);
        for (var seen = 0; folders.TryDequeue(out var folder);)
        {
            foreach (var name in files.ListFiles(folder).Where(name => name.EndsWith(".ex", StringComparison.Ordinal)))
            {
                if (++seen > MostFiles)
                {
                    return found;
                }

                var path = TreePath.Join(folder, name);
                foreach (Match module in Definition().Matches(files.ReadStart(path, HeadLength) ?? ""))
                {
                    found.TryAdd(module.Groups[1].Value, path);
                }
            }

            foreach (var inner in files.ListFolders(folder))
            {
                folders.Enqueue(TreePath.Join(folder, inner));
            }
        }

        return found;
    }

    /// <summary><c>Macro.underscore/1</c>: <c>MyApp.HTTPClient</c> is <c>my_app/http_client</c>.</summary>
    private static string Underscore(string module)
    {
        var path = new StringBuilder();
        for (var i = 0; i < module.Length; i++)
        {
            var (before, here, next) = (i == 0 ? '.' : module[i - 1], module[i], i + 1 < module.Length ? module[i + 1] : '.');
            if (char.IsAsciiLetterUpper(here) && before != '.' && before != '_'
                && (!char.IsAsciiLetterUpper(before) || char.IsAsciiLetterLower(next)))
            {
                path.Append('_');
            }

            path.Append(here == '.' ? '/' : char.ToLowerInvariant(here));
        }

        return path.ToString();
    }

    [GeneratedRegex(
        @"^[ \t]*defmodule[ \t]+([A-Z][A-Za-z0-9_.]*)[ \t]+do\b", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Definition();
}

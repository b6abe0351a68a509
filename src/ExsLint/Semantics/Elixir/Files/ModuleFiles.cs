using System.Text;
using System.Text.RegularExpressions;

namespace ExsLint.Semantics.Elixir.Files;

/// <summary>
/// The files of a project's own modules: <c>lib/my_app/config.ex</c> for <c>MyApp.Config</c>, else the file below <c>lib</c> that
/// defines it. Mix compiles <c>lib</c> unless <c>elixirc_paths</c> of <c>mix.exs</c> leaves it out.
/// </summary>
/// <param name="files">The tree.</param>
/// <param name="rootFolder">The project's folder.</param>
internal sealed partial class ModuleFiles(IProjectFiles files, string rootFolder)
{
    /// <summary>More files than this are not looked into for a module that stands where nobody expects it.</summary>
    private const int MostFiles = 2_000;

    /// <summary>A module is defined near the start of its file.</summary>
    private const int HeadLength = 4_096;

    private IReadOnlyList<string>? _folders;
    private Dictionary<string, string>? _others;

    /// <summary>The file that defines a module; null where none is found.</summary>
    /// <param name="module">The module: <c>MyApp.Config</c>.</param>
    public string? Find(string module)
    {
        var path = Underscore(module);
        foreach (var folder in Folders)
        {
            if (files.FileExists($"{folder}/{path}.ex"))
            {
                return $"{folder}/{path}.ex";
            }
        }

        return IsOwn(path) ? (_others ??= Search()).GetValueOrDefault(module) : null;
    }

    private IReadOnlyList<string> Folders => _folders ??= FindFolders();

    /// <summary>Whether a module's first name is one of the project's, so that it is worth looking for.</summary>
    private bool IsOwn(string path)
    {
        var first = path.Split('/')[0];
        return Folders.Any(folder => files.FileExists($"{folder}/{first}.ex") || files.ListFolders(folder).Contains(first));
    }

    private List<string> FindFolders()
    {
        List<string> projects =
            [rootFolder, .. files.ListFolders(TreePath.Join(rootFolder, "apps")).Select(app => TreePath.Join(rootFolder, $"apps/{app}"))];
        return [.. projects.Where(CompilesLibrary).Select(project => TreePath.Join(project, "lib"))];
    }

    private bool CompilesLibrary(string project) =>
        files.Read(TreePath.Join(project, "mix.exs")) is { Content: var text }
        && (!text.Contains("elixirc_paths", StringComparison.Ordinal) || text.Contains("\"lib\"", StringComparison.Ordinal));

    /// <summary>The files of all modules that are defined at the start of one.</summary>
    private Dictionary<string, string> Search()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var folders = new Queue<string>(Folders);
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

    [GeneratedRegex(@"^[ \t]*defmodule[ \t]+([A-Z][A-Za-z0-9_.]*)[ \t]+do\b", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Definition();
}

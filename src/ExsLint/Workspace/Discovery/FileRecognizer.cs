using ExsLint.Semantics.Elixir.Files;
using ExsLint.Text;

namespace ExsLint.Workspace.Discovery;

/// <summary>What kind of file the analysis takes a path for.</summary>
public enum AnalyzedKind
{
    /// <summary>Nothing ExsLint knows.</summary>
    None,

    /// <summary>An Elixir config file.</summary>
    Config,

    /// <summary>A systemd unit or a drop-in.</summary>
    Unit,
}

/// <summary>Tells config files and units from everything else.</summary>
public static class FileRecognizer
{
    private static readonly string[] UnitExtensions =
    [
        ".service", ".socket", ".timer", ".path", ".mount", ".automount", ".swap", ".slice", ".scope", ".target", ".device",
    ];

    /// <summary>The sections that make a file a unit: other programs use the same extensions.</summary>
    private static readonly string[] UnitSections =
    [
        "[Unit]", "[Install]", "[Service]", "[Socket]", "[Timer]", "[Path]", "[Mount]", "[Automount]", "[Swap]", "[Slice]",
        "[Scope]",
    ];

    /// <summary>Files that Mix evaluates by their names, even where git ignores them.</summary>
    private static readonly string[] ProjectRoots = ["config.exs", "runtime.exs", "releases.exs"];

    /// <summary>The kind of a file that the user named, by its name alone.</summary>
    public static AnalyzedKind OfNamed(string path)
    {
        var name = TreePath.NameOf(path);
        return name.EndsWith(".exs", StringComparison.OrdinalIgnoreCase) ? AnalyzedKind.Config
            : IsUnitName(name) || IsDropIn(path) ? AnalyzedKind.Unit
            : AnalyzedKind.None;
    }

    /// <summary>Whether a unit's name ends like this.</summary>
    public static bool IsUnitName(string name)
    {
        var extension = name.AsSpan(Math.Max(0, name.LastIndexOf('.')));
        foreach (var known in UnitExtensions)
        {
            if (extension.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the path is that of a drop-in: <c>akkoma.service.d/override.conf</c>.</summary>
    public static bool IsDropIn(string path) => path.EndsWith(".conf", StringComparison.Ordinal)
        && TreePath.FolderOf(path).EndsWith(".d", StringComparison.Ordinal);

    /// <summary>Whether Mix evaluates a file of this name in a <c>config</c> folder by itself.</summary>
    public static bool IsProjectRoot(string name) => ProjectRoots.Contains(name, StringComparer.Ordinal);

    /// <summary>
    /// Whether a file is another kind of script, which a walk leaves out: <c>mix.exs</c>, tests, seeds, scripts of tools.
    /// </summary>
    public static bool IsOtherScript(string name) => name is "mix.exs" or "seeds.exs"
        || name.StartsWith('.')
        || name.EndsWith("_test.exs", StringComparison.Ordinal);

    /// <summary>
    /// Whether the text's first expression makes it a config file: <c>import Config</c> or <c>use Mix.Config</c>.
    /// </summary>
    public static bool StartsLikeConfig(string text)
    {
        var rest = text.AsSpan().TrimStart('\uFEFF').TrimStart();
        while (rest.StartsWith("#"))
        {
            var end = rest.IndexOfAny('\n', '\r');
            rest = end < 0 ? [] : rest[end..].TrimStart();
        }

        return StartsWithCall(rest, "import", "Config") || StartsWithCall(rest, "use", "Mix.Config");
    }

    /// <summary>Whether a text has a section that only units have.</summary>
    public static bool LooksLikeUnit(SourceFile file)
    {
        foreach (var line in file.Content.AsSpan().EnumerateLines())
        {
            foreach (var section in UnitSections)
            {
                if (line.Trim().SequenceEqual(section))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool StartsWithCall(ReadOnlySpan<char> text, string function, string module)
    {
        if (!text.StartsWith(function, StringComparison.Ordinal))
        {
            return false;
        }

        var argument = text[function.Length..].TrimStart(" \t(");
        return argument.Length < text.Length - function.Length
            && argument.StartsWith(module, StringComparison.Ordinal)
            && (argument.Length == module.Length
                || !(char.IsLetterOrDigit(argument[module.Length]) || argument[module.Length] is '.' or '_'));
    }
}

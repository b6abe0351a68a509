using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Text;

namespace ExsLint.Semantics.Elixir.Projects;

/// <summary>
/// What the text of a <c>mix.exs</c> says of where the project's configuration is (Mix.Project and <c>mix release</c>, Elixir
/// 1.14: <c>config_path</c> is relative to the project, <c>runtime.exs</c> is looked for beside it, and a release's
/// <c>runtime_config_path</c> takes that one's place).
/// </summary>
public sealed class MixProject
{
    private const string ConfigKey = "config_path";
    private const string RuntimeKey = "runtime_config_path";

    // Firmware depends on Nerves, which sets MIX_TARGET for each device (Nerves 1.11, docs/Getting Started).
    private const string DeviceDependency = "{:nerves,";

    private MixProject(string folder, ConfigPath? configPath, ImmutableArray<string> runtimeFiles)
    {
        Folder = folder;
        ConfigPath = configPath;
        RuntimeFiles = runtimeFiles;
    }

    /// <summary>The project's folder, relative to the analysed tree.</summary>
    public string Folder { get; }

    /// <summary>
    /// The configuration that <c>config_path</c> names; null where Mix takes <c>config/config.exs</c>, and where the text does
    /// not tell.
    /// </summary>
    public ConfigPath? ConfigPath { get; }

    /// <summary>
    /// The files that releases of the project read when they start, where they are not beside the configuration.
    /// </summary>
    public ImmutableArray<string> RuntimeFiles { get; }

    /// <summary>Whether the project is the firmware of devices.</summary>
    public bool IsForDevices { get; private init; }

    /// <summary>The project in a folder; null if there is none, or its <c>mix.exs</c> cannot be read.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="files">The analysed tree.</param>
    public static MixProject? Read(string folder, IProjectFiles files)
    {
        var path = TreePath.Combine(folder, MixFile.Name)!;
        if (!files.FileExists(path) || files.Read(path) is not { } source)
        {
            return null;
        }

        // Most projects are where Mix expects them: their file need not be parsed.
        var isForDevices = source.Content.Contains(DeviceDependency, StringComparison.Ordinal);
        return source.Content.Contains(ConfigKey, StringComparison.Ordinal)
            ? Parse(folder, MixFile.Of(source), isForDevices)
            : new MixProject(folder, null, []) { IsForDevices = isForDevices };
    }

    private static MixProject Parse(string folder, MixFile mix, bool isForDevices)
    {
        var paths = mix.PairsOf(ConfigKey).ToList();
        var runtime = mix.PairsOf(RuntimeKey)
            .Select(pair => TextOf(mix.Resolve(pair.Value)) is { } text ? TreePath.Combine(folder, text) : null)
            .OfType<string>();
        var written = paths.Select(pair => TextOf(mix.Resolve(pair.Value))).Distinct().ToList() is [{ } only] ? only : null;
        var path = written is null || TreePath.Combine(folder, written) == TreePath.Combine(folder, ConfigProject.BaseFile)
            ? null
            : new ConfigPath(written, TreePath.Combine(folder, written), paths[0].Location);
        return new MixProject(folder, path, [.. runtime.Distinct()]) { IsForDevices = isForDevices };
    }

    /// <summary>A path as people write it there: a text, or one joined to <c>__DIR__</c>; null where it is computed.</summary>
    private static string? TextOf(ExpressionSyntax? value) => value switch
    {
        StringLiteralSyntax { Parts: [InterpolationSyntax { Body.Expressions: [var folder] }, StringTextSyntax rest] }
            when IsFolder(folder) =>
            rest.ToString().TrimStart('/'),
        StringLiteralSyntax literal => StringContent.GetText(literal),
        CallSyntax
        {
            Callee: MemberAccessSyntax { Left: AliasSyntax { Name: "Path" }, NameToken.Text: "join" },
            Arguments: [ListSyntax { Elements: [var folder, .. var rest] }]
        }
            when IsFolder(folder) && rest.All(part => TextOf(part) is not null) => string.Join('/', rest.Select(TextOf)),
        CallSyntax
        {
            Callee: MemberAccessSyntax { Left: AliasSyntax { Name: "Path" }, NameToken.Text: var name },
            Arguments: [var first, var second]
        } =>
            name == "join" && IsFolder(first) ? TextOf(second)
            : name == "expand" && IsFolder(second) ? TextOf(first)
            : null,
        _ => null,
    };

    private static bool IsFolder(ExpressionSyntax expression) => expression is IdentifierSyntax { Name: "__DIR__" };
}

/// <summary>The <c>config_path</c> of a project.</summary>
/// <param name="Written">The path as it is written, relative to the project.</param>
/// <param name="EntryFile">The file, relative to the analysed tree; null where it is outside.</param>
/// <param name="Setting">Where it is written.</param>
public sealed record ConfigPath(string Written, string? EntryFile, Location Setting);

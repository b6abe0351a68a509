using System.Collections.Immutable;
using ExsLint.Syntax.Elixir;

namespace ExsLint.Semantics.Elixir;

/// <summary>The semantic model of a project's configuration in one environment: what every setting is, and where it was written.</summary>
public sealed class ConfigModel
{
    internal ConfigModel(
        ConfigProject project,
        string environment,
        ConfigState state,
        ImmutableArray<ConfigFile> files,
        ImmutableArray<ConfigError> errors,
        ImmutableArray<UnknownLayer> missingFiles,
        ElixirTreeCache trees,
        ElixirSyntaxTree? defaults)
    {
        Project = project;
        Environment = environment;
        State = state;
        Files = files;
        Errors = errors;
        MissingFiles = missingFiles;
        Trees = trees;
        Defaults = defaults;
    }

    /// <summary>The project.</summary>
    public ConfigProject Project { get; }

    /// <summary>The environment: prod, dev, test or another.</summary>
    public string Environment { get; }

    /// <summary>The configuration after all layers.</summary>
    public ConfigState State { get; }

    /// <summary>The files that took part, in the order in which they were read; a framework's defaults first.</summary>
    public ImmutableArray<ConfigFile> Files { get; }

    /// <summary>What Elixir would refuse.</summary>
    public ImmutableArray<ConfigError> Errors { get; }

    /// <summary>Imported files that are not in the tree but may be on the machine.</summary>
    public ImmutableArray<UnknownLayer> MissingFiles { get; }

    /// <summary>What it was evaluated from.</summary>
    internal ElixirTreeCache Trees { get; }

    /// <summary>The framework's own defaults below it, or null.</summary>
    internal ElixirSyntaxTree? Defaults { get; }

    /// <summary>The same setting of this configuration.</summary>
    public Setting Get(Setting setting) => Get(setting.App, setting.Keys[0], setting.Keys.AsSpan()[1..]);

    /// <summary>A setting by its path; names of modules are written in full: <c>Elixir.Pleroma.Web.Endpoint</c>.</summary>
    public Setting Get(string app, string key, params ReadOnlySpan<string> keys)
    {
        var setting = new Setting(app, [key], State.Get(app, key));
        foreach (var inner in keys)
        {
            setting = setting.Get(inner);
        }

        return setting;
    }

    /// <summary>The role of the file a value was written in; null for a value of no file.</summary>
    public ConfigFile? FileOf(AbstractValue value) => Files.FirstOrDefault(file => file.Source == value.Origin?.File);
}

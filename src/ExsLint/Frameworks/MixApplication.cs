using ExsLint.Edits;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Text;

namespace ExsLint.Frameworks;

/// <summary>An application of a Mix project, with the config files that Mix gives it; of any framework, or of none.</summary>
public class MixApplication : ConfiguredApplication
{
    private ConfigFile? _instanceFile;

    /// <summary>An application.</summary>
    /// <param name="model">The effective configuration.</param>
    /// <param name="name">The application's name.</param>
    /// <param name="trees">The analysed tree.</param>
    public MixApplication(ConfigModel model, string name, IElixirTrees trees)
        : base(model, name, trees)
    {
    }

    /// <inheritdoc/>
    /// <remarks>
    /// What is read when the release starts comes last and holds in production alone; else it is the environment's own file.
    /// </remarks>
    public sealed override ConfigFile InstanceFile => _instanceFile ??= FindInstanceFile(Model, Name);

    /// <inheritdoc/>
    /// <remarks>
    /// It is not one that is read after the setting has had its effect; for a library, not one that all environments read either.
    /// </remarks>
    public sealed override ConfigFile? FileFor(Setting setting)
    {
        var isCompiled = IsReadWhenCompiled(setting);
        if (!isCompiled && setting.App == Name)
        {
            return InstanceFile;
        }

        var early = OwnFiles(Model).FindAll(file => file.Role != ConfigFileRole.Runtime);
        var ofEnvironment = early.FindAll(file => file.Role == ConfigFileRole.Import);
        return FindLast(ofEnvironment, setting.App) ?? FindLast(early, setting.App) ?? (isCompiled ? null : InstanceFile);
    }

    /// <inheritdoc/>
    public sealed override Location PlaceFor(Setting setting) => PlaceFor(FileFor(setting) ?? InstanceFile, setting.Keys[0]);

    /// <summary>Whether a setting has had its effect when the application is compiled.</summary>
    /// <param name="setting">The setting.</param>
    protected virtual bool IsReadWhenCompiled(Setting setting) => false;

    private static ConfigFile FindInstanceFile(ConfigModel model, string name)
    {
        var own = OwnFiles(model);
        return own.FindLast(file => file.Role == ConfigFileRole.Runtime)
            ?? FindLast(own, name)
            ?? model.Files[^1];
    }

    private static List<ConfigFile> OwnFiles(ConfigModel model) =>
        [.. model.Files.Where(file => file.Role != ConfigFileRole.Defaults)];

    private static ConfigFile? FindLast(List<ConfigFile> files, string name) =>
        files.FindLast(file => file.IsSecret)
        ?? files.FindLast(file => ConfigEdits.FindCall(file.Tree, name, key: null) is not null)
        ?? files.LastOrDefault();
}

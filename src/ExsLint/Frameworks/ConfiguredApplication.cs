using ExsLint.Edits;
using ExsLint.Frameworks.Dependencies;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Frameworks;

/// <summary>
/// An application that a configuration is for. It tells what upstream wrote and what the administrator wrote, and where a
/// person would write a setting.
/// </summary>
public abstract class ConfiguredApplication
{
    private readonly SettingEditor _editor;
    private readonly Lazy<MixLock?> _dependencies;

    /// <summary>An application.</summary>
    /// <param name="model">The effective configuration.</param>
    /// <param name="name">The application's name.</param>
    /// <param name="trees">The analysed tree.</param>
    protected ConfiguredApplication(ConfigModel model, string name, IElixirTrees trees)
    {
        Model = model;
        Name = name;
        _editor = new SettingEditor(model);
        _dependencies = new(() => MixLock.Around(model.Project.RootFolder, trees));
    }

    /// <summary>The effective configuration.</summary>
    public ConfigModel Model { get; }

    /// <summary>The name under which it is configured: <c>pleroma</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// The versions of its project's dependencies; null where no lock is in the tree. Read when it is first asked for.
    /// </summary>
    public MixLock? Dependencies => _dependencies.Value;

    /// <summary>The most specific file, where an administrator writes settings.</summary>
    public abstract ConfigFile InstanceFile { get; }

    /// <summary>
    /// Whether the lone file is part of a configuration that is not in view. What it lacks may stand elsewhere.
    /// </summary>
    public virtual bool IsFragment => false;

    /// <summary>A setting of the application.</summary>
    public Setting Get(string key, params ReadOnlySpan<string> keys) => Model.Get(Name, key, keys);

    /// <summary>Whether upstream wrote a value, and nobody who runs the application did.</summary>
    public virtual bool IsUpstreamDefault(Setting setting, AbstractValue value) =>
        Model.FileOf(value)?.Role == ConfigFileRole.Defaults;

    /// <summary>The file to write a setting to; null if there is none in which it would have an effect.</summary>
    public virtual ConfigFile? FileFor(Setting setting) => InstanceFile;

    /// <summary>Where someone would write a missing setting of a key.</summary>
    public virtual Location PlaceFor(string key) => PlaceFor(InstanceFile, key);

    /// <summary>Where someone would write a missing setting.</summary>
    public virtual Location PlaceFor(Setting setting) => PlaceFor(setting.Keys[0]);

    /// <summary>A proposal that gives a setting a value and changes nothing else; null if there is no file for it.</summary>
    /// <param name="title">The change as an instruction.</param>
    /// <param name="applicability">Whether it may be applied without asking.</param>
    /// <param name="change">What is to become of the setting.</param>
    public SettingProposal? Propose(string title, FixApplicability applicability, SettingChange change) =>
        FileFor(change.Target) is { } file ? new SettingProposal(title, applicability, change, file, _editor) : null;

    /// <summary>The place of a <c>config</c> call up to its key, without the rest of its lines.</summary>
    public static Location HeaderOf(CallSyntax call)
    {
        var last = call.Arguments.Length == 3 ? call.Arguments[1] : call.Arguments[0];
        return new Location(call.Tree.File, TextSpan.FromBounds(call.Span.Start, last.Span.End));
    }

    /// <summary>The call of the first of some keys that a file configures, else its first line.</summary>
    protected Location PlaceFor(ConfigFile file, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (ConfigEdits.FindCall(file.Tree, Name, ConfigEdits.Written(key)) is { } call)
            {
                return HeaderOf(call);
            }
        }

        return new Location(file.Source, file.Source.Lines.GetLine(0));
    }
}

using System.Collections.Immutable;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Syntax.Elixir;
using ExsLint.Workspace;

namespace ExsLint.Frameworks.Akkoma;

/// <summary>Akkoma, and Pleroma, whose application goes by the same name.</summary>
public sealed class AkkomaFramework : Framework
{
    /// <inheritdoc/>
    /// <remarks>
    /// The users and folders of the units that upstream ships: installation/akkoma.service (Akkoma 3.16) and
    /// installation/pleroma.service (Pleroma 2.5).
    /// </remarks>
    public override ImmutableArray<string> ServiceNames { get; } = ["akkoma", "pleroma"];

    /// <inheritdoc/>
    public override IEnumerable<ConfiguredApplication> Recognise(
        ConfigModel model, ImmutableArray<string> own, Snapshot snapshot) =>
        AkkomaInstance.Recognise(model, snapshot) is { } instance ? [instance] : [];

    /// <inheritdoc/>
    public override bool IsOwn(string name) => name == AkkomaInstance.App;

    /// <inheritdoc/>
    public override LoneFile? ReadAlone(ElixirSyntaxTree tree)
    {
        if (!AkkomaInstance.Configures(tree))
        {
            return null;
        }

        var file = new ConfigFile(tree, ConfigFileRole.Release);
        var defaults = PleromaRecognition.IsPleroma([file]) ? FrameworkDefaults.Pleroma : FrameworkDefaults.Akkoma;
        return new LoneFile(FrameworkDefaults.Load(defaults), IsReadByProvider: !file.IsSecret);
    }

    /// <inheritdoc/>
    public override IEnumerable<string> ChooseRead(
        IEnumerable<string> paths, EnvironmentVariables variables, IProjectFiles files) =>
        ReleaseConfigPath.Choose(paths, variables, files);
}

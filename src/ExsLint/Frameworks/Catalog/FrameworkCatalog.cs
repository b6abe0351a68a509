using System.Collections.Immutable;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Syntax.Elixir;
using ExsLint.Workspace;

namespace ExsLint.Frameworks.Catalog;

/// <summary>Every framework that ExsLint knows.</summary>
public static class FrameworkCatalog
{
    /// <summary>The frameworks. A lone file belongs to the first that recognises it.</summary>
    public static ImmutableArray<Framework> All { get; } = [new AkkomaFramework(), new PhoenixFramework()];

    /// <summary>The users, folders and programs by which a unit is known to run a framework's own service.</summary>
    public static ImmutableArray<string> ServiceNames { get; } = [.. All.SelectMany(framework => framework.ServiceNames)];

    /// <summary>The applications that a configuration is for.</summary>
    /// <param name="model">The effective configuration.</param>
    /// <param name="snapshot">The analysed tree.</param>
    public static RecognisedApplications Recognise(ConfigModel model, Snapshot snapshot)
    {
        var own = OwnApplications.Of(model, snapshot);
        ImmutableArray<ConfiguredApplication> known =
            [.. All.SelectMany(framework => framework.Recognise(model, own, snapshot))];
        return new RecognisedApplications(
            own,
            known,
            known.OfType<MixApplication>().FirstOrDefault()
                ?? new MixApplication(model, own.FirstOrDefault() ?? model.State.AppNames.FirstOrDefault() ?? "", snapshot));
    }

    /// <summary>Whether a framework's own application has this name.</summary>
    public static bool IsOwn(string name) => All.Any(framework => framework.IsOwn(name));

    /// <summary>How a file that stands alone is read, or null if no known framework reads it.</summary>
    public static LoneFile? ReadAlone(ElixirSyntaxTree tree) =>
        All.Select(framework => framework.ReadAlone(tree)).FirstOrDefault(read => read is not null);

    /// <summary>The lone files that are read, as far as known environment variables decide it.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="variables">What is known of the environment variables.</param>
    /// <param name="files">The analysed tree.</param>
    public static IEnumerable<string> ChooseRead(
        IEnumerable<string> paths, EnvironmentVariables variables, IProjectFiles files) =>
        All.Aggregate(paths, (left, framework) => framework.ChooseRead(left, variables, files));
}

/// <summary>What a configuration is for.</summary>
/// <param name="Own">The names of the project's own applications, as far as they are known.</param>
/// <param name="Known">The applications of known frameworks.</param>
/// <param name="Project">
/// The application by which what is set for libraries is judged: the first of the known ones, or one of no framework.
/// </param>
public sealed record RecognisedApplications(
    ImmutableArray<string> Own, ImmutableArray<ConfiguredApplication> Known, MixApplication Project);

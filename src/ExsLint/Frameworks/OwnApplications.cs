using System.Collections.Immutable;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir;

namespace ExsLint.Frameworks;

/// <summary>Tells the applications that a project is made of from the libraries that it configures.</summary>
internal static class OwnApplications
{
    private const string EctoRepos = "ecto_repos";
    private const string ModulePrefix = "Elixir.";

    // The modules that Phoenix's and Ecto's generators configure under the name of the application: ShopWeb.Endpoint, Shop.Repo.
    private static readonly ImmutableArray<string> OwnModules = ["Endpoint", "Repo"];

    /// <summary>The names of a project's applications: those that <c>mix.exs</c> names, else those whose settings tell.</summary>
    /// <param name="model">The project's configuration.</param>
    /// <param name="files">The analysed tree.</param>
    public static ImmutableArray<string> Of(ConfigModel model, IProjectFiles files) =>
        NamedByMix(model, files) is { IsEmpty: false } named ? named : [.. model.State.AppNames.Where(app => IsOwn(model, app))];

    private static ImmutableArray<string> NamedByMix(ConfigModel model, IProjectFiles files)
    {
        var root = model.Project.RootFolder;
        if (MixFile.In(root, files) is not { } mix)
        {
            return [];
        }

        if (mix.App is { } app)
        {
            return [app];
        }

        // Of an umbrella those count that the configuration sets something for.
        var configured = model.State.AppNames.ToHashSet(StringComparer.Ordinal);
        return mix.AppsPath is { } apps && TreePath.Combine(root, apps) is { } folder
            ?
            [
                .. files.ListFolders(folder)
                    .Select(name => MixFile.In($"{folder}/{name}", files)?.App)
                    .OfType<string>()
                    .Where(configured.Contains)
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }

    private static bool IsOwn(ConfigModel model, string app) => model.State.GetSettings(app).Any(setting =>
        setting.Key == EctoRepos
        || (setting.Key.StartsWith(ModulePrefix, StringComparison.Ordinal)
            && OwnModules.Contains(setting.Key[(setting.Key.LastIndexOf('.') + 1)..])));
}

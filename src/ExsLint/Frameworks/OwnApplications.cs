using System.Collections.Immutable;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;

namespace ExsLint.Frameworks;

/// <summary>Tells the applications that a project is made of from the libraries that it configures.</summary>
internal static class OwnApplications
{
    private const string EctoRepos = "ecto_repos";
    private const string ModulePrefix = "Elixir.";

    // How the modules end that are configured under the name of the application (Phoenix 1.8, mix phx.new): ShopWeb.Endpoint,
    // Shop.Repo, Shop.Mailer.
    private static readonly ImmutableArray<string> OwnModules = ["Endpoint", "Repo", "Mailer"];

    /// <summary>The names of a project's applications: those in <c>mix.exs</c>, else those that the settings suggest.</summary>
    /// <param name="model">The project's configuration.</param>
    /// <param name="trees">The analysed tree.</param>
    public static ImmutableArray<string> Of(ConfigModel model, IElixirTrees trees) =>
        NamedByMix(model, trees) is { IsEmpty: false } named ? named : [.. model.State.AppNames.Where(app => IsOwn(model, app))];

    private static ImmutableArray<string> NamedByMix(ConfigModel model, IElixirTrees trees)
    {
        var root = model.Project.RootFolder;
        if (MixFile.In(root, trees) is not { } mix)
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
                .. trees.Files.ListFolders(folder)
                    .Select(name => MixFile.In($"{folder}/{name}", trees)?.App)
                    .OfType<string>()
                    .Where(configured.Contains)
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }

    private static bool IsOwn(ConfigModel model, string app) => model.State.GetSettings(app).Any(setting =>
        setting.Key == EctoRepos
        || (setting.Key.StartsWith(ModulePrefix, StringComparison.Ordinal)
            && OwnModules.Any(name => setting.Key.EndsWith(name, StringComparison.Ordinal))));
}

using System.Collections.Immutable;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Ecto;

/// <summary>A rule about the repositories of Ecto.</summary>
public abstract class RepoRule : ApplicationRule<PhoenixApplication>
{
    // Adapters whose drivers have options of their own for TLS.
    private static readonly ImmutableArray<string> OtherAdapters = ["Elixir.Ecto.Adapters.MyXQL", "Elixir.Ecto.Adapters.Tds"];

    /// <inheritdoc/>
    protected sealed override bool JudgesSettingsOf(PhoenixApplication application) => !application.Repos.IsEmpty;

    /// <inheritdoc/>
    protected sealed override void Analyze(ConfigRuleContext context, PhoenixApplication application)
    {
        foreach (var repo in application.Repos)
        {
            Analyze(context, application, repo);
        }
    }

    /// <summary>Looks at a repository and reports what it finds.</summary>
    /// <param name="context">Where to report.</param>
    /// <param name="application">The application.</param>
    /// <param name="repo">The repository's key.</param>
    protected abstract void Analyze(ConfigRuleContext context, PhoenixApplication application, string repo);

    /// <summary>Whether a repository certainly is not one of PostgreSQL.</summary>
    protected static bool UsesOtherDriver(PhoenixApplication application, string repo) =>
        application.Get(repo, "adapter").Value is AtomValue { Name: var adapter } ? OtherAdapters.Contains(adapter)
        : application.Dependencies is { } dependencies && !dependencies.Has("postgrex");
}

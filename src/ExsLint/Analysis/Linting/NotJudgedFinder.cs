using System.Collections.Immutable;
using ExsLint.Frameworks;
using ExsLint.Frameworks.Catalog;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Systemd;

namespace ExsLint.Analysis.Linting;

/// <summary>Finds what an analysis has read and no rule judges.</summary>
internal static class NotJudgedFinder
{
    /// <summary>The applications of a configuration that there are no rules for.</summary>
    /// <param name="model">The configuration.</param>
    /// <param name="named">The names of the project's own applications.</param>
    /// <param name="judged">The applications among them for which there are rules.</param>
    public static IEnumerable<NotJudged> In(
        ConfigModel model, ImmutableArray<string> named, ImmutableArray<ConfiguredApplication> judged)
    {
        var entry = model.Project.EntryFile;
        var own = named.RemoveAll(app => FrameworkCatalog.IsOwn(app) || judged.Any(application => application.Name == app));
        if (!judged.IsEmpty)
        {
            return own.Select(app => new NotJudged(app, NotJudgedReason.NoRules, entry));
        }

        return !own.IsEmpty ? own.Select(app => new NotJudged(app, NotJudgedReason.NoRules, entry))
            : model.State.AppNames.Any() ? [new NotJudged(entry, NotJudgedReason.NoKnownApplication, entry)]
            : [];
    }

    /// <summary>A service whose hardening nobody asked about; empty for any other unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="isJudged">Whether its hardening was looked at.</param>
    public static IEnumerable<NotJudged> In(EffectiveUnit unit, bool isJudged) =>
        isJudged || unit.IsMasked || unit.Name.Type != "service"
        ? []
        : [new NotJudged(unit.Name.Text, NotJudgedReason.OtherService, unit.Files.Main.File.Path)];
}

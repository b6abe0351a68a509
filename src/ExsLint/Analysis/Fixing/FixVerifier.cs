using System.Collections.Immutable;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Systemd;

namespace ExsLint.Analysis.Fixing;

/// <summary>Judges whether changes did what they said and nothing else.</summary>
/// <param name="before">The analysis without the changes.</param>
internal sealed class FixVerifier(LintAnalysis before)
{
    private readonly Dictionary<(string Rule, SettingId Setting), int> _found = Count(before);

    /// <summary>What is wrong with changes, as words that follow a colon; null if nothing is.</summary>
    /// <param name="after">The analysis with the changes.</param>
    /// <param name="candidates">The changes.</param>
    public string? Explain(LintAnalysis after, IReadOnlyCollection<FixCandidate> candidates)
    {
        var mended = Distinct(candidates.SelectMany(candidate => candidate.Diagnostics)).ToList();
        var named = mended.SelectMany(diagnostic => diagnostic.Fix!.AlsoSets.Prepend(diagnostic.Setting)).ToHashSet();
        return ExplainFaults(after)
            ?? ExplainFindings(after, mended)
            ?? ExplainModels(after.Models, new SettingChanges(named.OfType<ConfigSettingId>()))
            ?? ExplainUnits(after.Units, new UnitChanges(named.OfType<DirectiveId>()));
    }

    private static (string Rule, SettingId Setting) KeyOf(Diagnostic diagnostic) => (diagnostic.Rule.Id, diagnostic.Setting);

    /// <summary>How many findings there are of each rule about each setting: lines move, so that places tell nothing.</summary>
    private static Dictionary<(string Rule, SettingId Setting), int> Count(LintAnalysis analysis) => Distinct(analysis.All)
        .GroupBy(KeyOf)
        .ToDictionary(group => group.Key, group => group.Count());

    /// <summary>A unit that is analysed for itself and for a drop-in of its own has each finding twice.</summary>
    private static IEnumerable<Diagnostic> Distinct(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.DistinctBy(diagnostic => (diagnostic.Rule.Id, diagnostic.Location, diagnostic.Setting, diagnostic.Message));

    /// <summary>What a rule would say that fails, or of a project that is left out, nobody knows.</summary>
    private string? ExplainFaults(LintAnalysis after) =>
        after.Result.Notifications.Except(before.Result.Notifications).Any()
            ? "ExsLint itself fails on what it would make"
            : null;

    private string? ExplainFindings(LintAnalysis after, List<Diagnostic> mended)
    {
        var allowed = new Dictionary<(string Rule, SettingId Setting), int>(_found);
        foreach (var diagnostic in mended)
        {
            allowed[KeyOf(diagnostic)] = allowed.GetValueOrDefault(KeyOf(diagnostic)) - 1;
        }

        var found = Count(after);
        if (mended.Find(diagnostic => found.GetValueOrDefault(KeyOf(diagnostic)) > allowed[KeyOf(diagnostic)]) is { } left)
        {
            var place = Distinct(after.All).First(diagnostic => KeyOf(diagnostic) == KeyOf(left)).Location;
            return $"the finding would still be there ({place})";
        }

        var revealed = new RevealedFindings(mended);
        var added = Distinct(after.All).FirstOrDefault(diagnostic =>
            found[KeyOf(diagnostic)] > allowed.GetValueOrDefault(KeyOf(diagnostic)) && !revealed.Contains(diagnostic));
        return added is null ? null : $"it would bring another finding ({added.Location}: {added.Message} [{added.Rule.Id}])";
    }

    private string? ExplainModels(ImmutableArray<ConfigModel> after, SettingChanges changes)
    {
        if (!before.Models.Select(KeyOf).SequenceEqual(after.Select(KeyOf)))
        {
            return "other files would be read";
        }

        return before.Models
            .Zip(after)
            .Select(pair => changes.Find(pair.First, pair.Second))
            .FirstOrDefault(path => path is not null) is { } other
            ? $"it would change another setting as well ({other})"
            : null;
    }

    private static string KeyOf(ConfigModel model) =>
        string.Join('\n', model.Files.Select(file => file.Path).Prepend(model.Project.EntryFile));

    private string? ExplainUnits(ImmutableArray<EffectiveUnit> after, UnitChanges changes)
    {
        if (!before.Units.Select(KeyOf).SequenceEqual(after.Select(KeyOf)))
        {
            return "other files would be read";
        }

        return before.Units
            .Zip(after)
            .Select(pair => changes.Find(pair.First, pair.Second))
            .FirstOrDefault(what => what is not null) is { } other
            ? $"it would change something else as well ({other})"
            : null;
    }

    private static string KeyOf(EffectiveUnit unit) => string.Join('\n', unit.Files.Sources.Select(source => source.Path));
}

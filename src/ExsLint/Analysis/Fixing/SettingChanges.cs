using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Analysis.Fixing;

/// <summary>Finds settings that differ between two evaluations of a configuration though nobody meant to change them.</summary>
internal sealed class SettingChanges
{
    private readonly HashSet<string> _named;
    private readonly HashSet<string> _leading;

    /// <summary>Starts a search.</summary>
    /// <param name="named">The settings that may differ, and all below them.</param>
    public SettingChanges(IEnumerable<ConfigSettingId> named)
    {
        _named = named.Select(setting => setting.Path).ToHashSet(StringComparer.Ordinal);
        _leading = PathPrefixes.Of(_named, '.');
    }

    /// <summary>The path of a setting that differs and may not, or null.</summary>
    /// <remarks>
    /// A setting differs if its value does, any alternative of it, or what is not known of it; and an application or keyword list
    /// does if the order of what is not named in it does.
    /// </remarks>
    public string? Find(ConfigModel before, ConfigModel after)
    {
        foreach (var app in before.State.AppNames.Union(after.State.AppNames, StringComparer.Ordinal))
        {
            var (oldKeys, newKeys) = (KeysOf(before, app), KeysOf(after, app));
            foreach (var key in oldKeys.Union(newKeys, StringComparer.Ordinal))
            {
                if (Find(PathOf(app, key), before.State.Get(app, key), after.State.Get(app, key)) is { } path)
                {
                    return path;
                }
            }

            if (before.State.IsOrderKnown(app) && after.State.IsOrderKnown(app) && IsReordered(app, oldKeys, newKeys))
            {
                return app;
            }
        }

        return null;
    }

    private static List<string> KeysOf(ConfigModel model, string app) =>
        [.. model.State.GetSettings(app).Select(setting => setting.Key)];

    private static string PathOf(string parent, string key) => $"{parent}.{Setting.DisplayName(key)}";

    private string? Find(string path, AbstractValue before, AbstractValue after)
    {
        if (IsNamed(path) || ConfigComparison.Same(before, after))
        {
            return null;
        }

        var isOnTheWay = _leading.Contains(path);
        if (!isOnTheWay || !IsContainer(before) || !IsContainer(after) || RestOf(before) != RestOf(after))
        {
            return path;
        }

        var (oldKeys, newKeys) = (KeysOf(before), KeysOf(after));
        foreach (var key in oldKeys.Union(newKeys, StringComparer.Ordinal))
        {
            if (Find(PathOf(path, key), Setting.Step(before, key), Setting.Step(after, key)) is { } inner)
            {
                return inner;
            }
        }

        var areLists = before is ListValue && after is ListValue;
        return areLists && (IsReordered(path, oldKeys, newKeys) || HasOtherRepetitions(path, (ListValue)before, (ListValue)after))
            ? path
            : null;
    }

    /// <summary>Whether a setting is one that is named, or below one.</summary>
    private bool IsNamed(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            if (_named.Contains(path[..end]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether keys that both have, and that are not on the way to what is named, stand in another order.</summary>
    private bool IsReordered(string path, List<string> before, List<string> after)
    {
        var others = before
            .Intersect(after, StringComparer.Ordinal)
            .Where(key => !LeadsToNamed(PathOf(path, key)))
            .ToHashSet(StringComparer.Ordinal);
        return !before.Where(others.Contains).SequenceEqual(after.Where(others.Contains), StringComparer.Ordinal);
    }

    private bool LeadsToNamed(string path) => _leading.Contains(path) || IsNamed(path);

    /// <summary>A key may be written twice in one list; what is behind the first counts for who reads all of them.</summary>
    private bool HasOtherRepetitions(string path, ListValue before, ListValue after) =>
        !ConfigComparison.SameItems(RepetitionsOf(path, before), RepetitionsOf(path, after));

    private ImmutableArray<AbstractValue> RepetitionsOf(string path, ListValue list) =>
    [
        .. list.Items.Cast<TupleValue>()
            .GroupBy(pair => ((AtomValue)pair.Items[0]).Name, StringComparer.Ordinal)
            .Where(pairs => !IsNamed(PathOf(path, pairs.Key)))
            .SelectMany(pairs => pairs.Skip(1)),
    ];

    private static bool IsContainer(AbstractValue value) => value switch
    {
        ListValue list => list.IsKeyword == true,
        MapValue map => map.Pairs.All(pair => pair.Key is AtomValue),
        ChoiceValue choice => choice.Alternatives.All(IsContainer),
        AbsentValue or UnknownValue => true,
        _ => false,
    };

    /// <summary>Why there may be other keys, or null where there are none; those of a choice are told apart key by key.</summary>
    private static string? RestOf(AbstractValue value) => value switch
    {
        ListValue list => list.Rest?.Reason,
        UnknownValue unknown => unknown.Reason,
        _ => null,
    };

    private static List<string> KeysOf(AbstractValue value) => value switch
    {
        ListValue list => [.. list.Items.Cast<TupleValue>().Select(pair => ((AtomValue)pair.Items[0]).Name)],
        MapValue map => [.. map.Pairs.Select(pair => ((AtomValue)pair.Key).Name)],
        ChoiceValue choice => [.. choice.Alternatives.SelectMany(KeysOf).Distinct(StringComparer.Ordinal)],
        _ => [],
    };
}

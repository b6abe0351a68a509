using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Edits;

/// <summary>Compares configurations before and after an edit.</summary>
internal static class ConfigComparison
{
    /// <summary>
    /// Whether two configurations differ only in what is meant to change: the targets, and values of lower layers that come back
    /// with one below the judged setting.
    /// </summary>
    public static bool IsUnchangedBut(ConfigModel before, ConfigModel after, ImmutableArray<SettingChange> changes)
    {
        foreach (var app in before.State.AppNames.Union(after.State.AppNames, StringComparer.Ordinal))
        {
            var keys = before.State.GetSettings(app).Select(setting => setting.Key)
                .Union(after.State.GetSettings(app).Select(setting => setting.Key), StringComparer.Ordinal);
            foreach (var key in keys)
            {
                var meant = changes.Where(change => app == change.Target.App && key == change.Target.Keys[0]).ToList();
                var (old, now) = (before.State.Get(app, key), after.State.Get(app, key));
                if (meant.Count > 0 ? !SameBut(old, now, meant, depth: 1) : !Same(old, now))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>
    /// Whether two values of different trees are the same term (see <see cref="ValueComparer"/>). Functions are the same if
    /// their text is.
    /// </summary>
    public static bool Same(AbstractValue left, AbstractValue right) => ReferenceEquals(left, right) || (left, right) switch
    {
        (MapSetValue a, MapSetValue b) => ValueComparer.Same(a.Members, b.Members),
        (RegexValue a, RegexValue b) => ValueComparer.Same(a.Source, b.Source) && a.Options == b.Options,
        (OpaqueValue a, OpaqueValue b) => a.Description == b.Description && a.Node?.ToString() == b.Node?.ToString(),
        (FunctionValue a, FunctionValue b) => a.Node?.ToString() == b.Node?.ToString(),
        (TupleValue a, TupleValue b) => SameItems(a.Items, b.Items),
        (ListValue a, ListValue b) => a.Rest?.Reason == b.Rest?.Reason && SameItems(a.Items, b.Items),
        (ConditionalListValue a, ConditionalListValue b) =>
            a.IsOrdered == b.IsOrdered && a.Rest?.Reason == b.Rest?.Reason && SameItems(a.Items, b.Items),
        (ChoiceValue a, ChoiceValue b) => SameItems(a.Alternatives, b.Alternatives),
        (MapValue a, MapValue b) => a.Pairs == b.Pairs || a.Pairs.Length == b.Pairs.Length
            && a.Pairs
                .Zip(b.Pairs)
                .All(pair => Same(pair.First.Key, pair.Second.Key) && Same(pair.First.Value, pair.Second.Value)),
        _ => ValueComparer.Same(left, right),
    };

    /// <summary>Whether two lists hold the same terms.</summary>
    public static bool SameItems(ImmutableArray<AbstractValue> left, ImmutableArray<AbstractValue> right)
    {
        // What no edit has touched is one array in both.
        if (left == right || left.Length != right.Length)
        {
            return left == right;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (!Same(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameBut(AbstractValue old, AbstractValue now, List<SettingChange> changes, int depth)
    {
        if (changes.Exists(change => depth == change.Target.Keys.Length))
        {
            return true;
        }

        if (old is ChoiceValue || now is ChoiceValue)
        {
            return SameAlternatives(old, now, changes, depth);
        }

        // Below the judged setting entries may come back; above it there are to be none but those that were there.
        var mayGrow = changes.Exists(change => depth >= change.Judged.Keys.Length);
        var keys = changes.ToLookup(change => change.Target.Keys[depth], StringComparer.Ordinal);
        var before = Entries(old, keys.Contains);
        var after = Entries(now, keys.Contains);
        return IsKeywords(now)
            && (IsKeywords(old) || mayGrow || old is AbsentValue or AtomValue { Name: "nil" } || IsEmpty(old))
            && (mayGrow || (before.Count == after.Count && RestOf(old) == RestOf(now)))
            && before.TrueForAll(after.ToHashSet(new TermComparer()).Contains)
            && keys.All(ofKey =>
                SameBut(Setting.Step(old, ofKey.Key), Setting.Step(now, ofKey.Key), [.. ofKey], depth + 1));
    }

    private static bool SameAlternatives(AbstractValue old, AbstractValue now, List<SettingChange> changes, int depth)
    {
        var before = ChoiceValue.Flatten(old).ToList();
        return ChoiceValue.Flatten(now).All(value =>
            before.Exists(other => Same(other, value) || SameBut(other, value, changes, depth)))
            && before.TrueForAll(value =>
                ChoiceValue.Flatten(now).Any(other => Same(other, value) || SameBut(value, other, changes, depth)));
    }

    private static bool IsKeywords(AbstractValue value) => Keywords.Of(value) is not null;

    /// <summary>Why there may be more entries than those that are known.</summary>
    private static string? RestOf(AbstractValue value) => (value as ListValue)?.Rest?.Reason ?? Keywords.Of(value)?.Rest?.Reason;

    private static bool IsEmpty(AbstractValue value) => value is ListValue { Items.IsEmpty: true, Rest: null };

    /// <summary>
    /// The entries with a key of their own, but those of some keys. Bare atoms among them are what a fix takes away.
    /// </summary>
    private static List<AbstractValue> Entries(AbstractValue value, Func<string, bool> isLeftOut) => value switch
    {
        ListValue list =>
            [.. list.Items.Where(item => item is TupleValue { Items: [AtomValue name, _] } && !isLeftOut(name.Name))],
        ConditionalListValue list => [.. list.Items.Where(item => !isLeftOut(Keywords.KeyOf(item)))],
        _ => [],
    };
}

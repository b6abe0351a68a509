using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir;

/// <summary>What is known of one setting.</summary>
/// <param name="App">The application: <c>pleroma</c>.</param>
/// <param name="Keys">The names of the keys below it; aliases without <c>Elixir.</c> in paths, with it here.</param>
/// <param name="Value">The value: a term, unknown, one of several, or absent.</param>
public sealed record Setting(string App, ImmutableArray<string> Keys, AbstractValue Value)
{
    /// <summary>The setting as people write it: <c>pleroma.Pleroma.Web.Endpoint.http.ip</c>.</summary>
    public string Path => string.Join('.', Keys.Select(DisplayName).Prepend(App));

    /// <summary>The setting as findings are known by.</summary>
    public ConfigSettingId Id => new(Path);

    /// <summary>The values it may have; one if it is known.</summary>
    public IEnumerable<AbstractValue> Alternatives => ChoiceValue.Flatten(Value);

    /// <summary>What the value depends on, if it is not certain.</summary>
    public string? Doubt => Value switch
    {
        ChoiceValue choice => choice.Reason,
        UnknownValue unknown => unknown.Reason,
        _ => null,
    };

    /// <summary>The setting below this one.</summary>
    public Setting Get(string key) => new(App, Keys.Add(key), Step(Value, key));

    /// <summary>
    /// The setting below this one as those read it who go through the whole list, so that the last entry of a key holds
    /// (<c>:gen_tcp</c>, <c>:ssl</c>); most of Elixir takes the first.
    /// </summary>
    public Setting GetLast(string key) => new(App, Keys.Add(key), Value switch
    {
        ListValue list => StepInList(WithLastFirst(list, key), key),
        ChoiceValue choice => StepInChoice(
            choice with { Alternatives = [.. choice.Alternatives.Select(value => value is ListValue list ? WithLastFirst(list, key) : value)] }, key),
        var other => Step(other, key),
    });

    private static ListValue WithLastFirst(ListValue list, string key)
    {
        var last = list.Items.LastOrDefault(item => item is TupleValue { Items: [AtomValue { Name: var name }, _] } && name == key);
        return last is null ? list : list with { Items = [last, .. list.Items.Where(item => !ReferenceEquals(item, last))] };
    }

    /// <summary>What stands under a key of a keyword list or map.</summary>
    public static AbstractValue Step(AbstractValue value, string key)
    {
        switch (value)
        {
            case ChoiceValue choice:
                return StepInChoice(choice, key);
            case ListValue list:
                return StepInList(list, key);
            case MapValue map:
                return map.Pairs.FirstOrDefault(pair => pair.Key is AtomValue { Name: var name } && name == key).Value ?? new AbsentValue();
            case UnknownValue unknown:
                return new UnknownValue(unknown.Reason) { Origin = unknown.Origin, Overrode = unknown.Overrode };
            case AbsentValue or NeverValue:
                return value;
            default:
                return new AbsentValue(value) { Overrode = OverriddenEntry(value, key) };
        }
    }

    private static AbstractValue StepInChoice(ChoiceValue choice, string key)
    {
        List<AbstractValue> found = [.. choice.Alternatives.Select(alternative => Step(alternative, key))];
        if (found.TrueForAll(other => ValueComparer.Same(found[0], other)))
        {
            // What is the same in all of them does not depend on what decides between them.
            return found[0];
        }

        var joined = ChoiceValue.Of(found, choice.Reason);
        return joined is ChoiceValue several && choice.HasSeveralOrigins ? several with { HasSeveralOrigins = true } : joined;
    }

    /// <summary>
    /// The expression that is written for this setting where a value comes from: what stands behind its key, or the last argument of
    /// <c>config</c>. Null where the value comes from elsewhere, through a variable say.
    /// </summary>
    public ExpressionSyntax? WrittenFor(AbstractValue value)
    {
        for (var node = value.Origin?.Node; node?.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case KeywordPairSyntax pair when pair.Value == node && pair.KeyName == Keys[^1]:
                    return CallOf(value) is null ? null : pair.Value;
                case CallSyntax { LocalName: "config" } call:
                    return Keys.Length == 1 && call.Arguments is [_, _, var last] && last == node ? last : null;
            }
        }

        return null;
    }

    /// <summary>The <c>config</c> call a value stands in, if it stands in one.</summary>
    public static CallSyntax? CallOf(AbstractValue value) =>
        value.Origin?.Node.Ancestors().OfType<CallSyntax>().FirstOrDefault(call => call.LocalName == "config");

    /// <summary>Whether a node stands in a <c>config</c> call.</summary>
    public static bool IsInCall(SyntaxNode node) => node.Ancestors().OfType<CallSyntax>().Any(call => call.LocalName == "config");

    /// <summary>A key or alias as people write it.</summary>
    public static string DisplayName(string key) =>
        key.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal) ? key[AtomValue.AliasPrefix.Length..] : key;

    /// <summary>The first entry with a key, as <c>:lists.keyfind/3</c> finds it.</summary>
    private static AbstractValue StepInList(ListValue list, string key)
    {
        foreach (var item in list.Items)
        {
            switch (item)
            {
                case TupleValue { Items: [AtomValue { Name: var name }, var found] } when name == key:
                    return WithOverridden(found, list, key);
                case TupleValue { Items: [AtomValue { Name: var name }, ..] } when name == key:
                case TupleValue { Items: [UnknownValue or ChoiceValue, ..] }:
                case UnknownValue { Shape: ValueShape.Any } or ChoiceValue:
                    return new UnknownValue("entries that are not all known");
            }
        }

        return list.Rest is not null
            ? new UnknownValue(list.Rest.Reason)
            : new AbsentValue(list.IsKeyword == true ? null : list) { Overrode = OverriddenEntry(list, key) };
    }

    private static AbstractValue WithOverridden(AbstractValue value, AbstractValue container, string key) =>
        value.Overrode is null && OverriddenEntry(container, key) is { } older && older.Origin != value.Origin ? value with { Overrode = older } : value;

    /// <summary>What stood under a key in what a container replaced as a whole; only one step back, so that long histories cost nothing.</summary>
    private static AbstractValue? OverriddenEntry(AbstractValue container, string key) =>
        container.Overrode is null || Step(WithoutHistory(container.Overrode), key) is not { Node: not null } older || older is AbsentValue or UnknownValue
            ? null
            : older;

    private static AbstractValue WithoutHistory(AbstractValue value) => value.Overrode is null ? value : value with { Overrode = null };
}

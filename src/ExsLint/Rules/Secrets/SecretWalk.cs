using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Rules.Secrets;

/// <summary>Goes once over all values that the settings of a configuration may have, and hands over what may be secret.</summary>
/// <param name="model">The configuration.</param>
/// <param name="judge">Takes each text and where it stands.</param>
internal sealed class SecretWalk(ConfigModel model, SecretJudge judge)
{
    // Nobody nests settings deeper.
    private const int MaximumDepth = 48;

    /// <summary>Mechanisms whose name stands before user and password in a tuple (brod, kafka_ex, finch, tesla).</summary>
    private static readonly string[] Mechanisms = ["plain", "basic", "digest", "login", "bearer", "basic_auth"];

    private readonly Dictionary<string, KeyStrength> _strengths = new(StringComparer.Ordinal);

    // A value may be part of many others.
    private readonly HashSet<(AbstractValue Value, KeyStrength Strength)> _seen = new(new SameObject());

    /// <summary>Goes over the configuration.</summary>
    public void Run()
    {
        foreach (var app in model.State.AppNames)
        {
            foreach (var (key, value) in model.State.GetSettings(app))
            {
                Visit(value, new SecretPlace(app, null, key, StrengthOf(key)), depth: 0);
            }
        }
    }

    private void Visit(AbstractValue value, SecretPlace place, int depth)
    {
        if (depth == MaximumDepth)
        {
            return;
        }

        switch (value)
        {
            case BinaryValue binary:
                judge.Judge(place, value, binary.Bytes.AsSpan());
                break;
            case ConditionalListValue list when _seen.Add((value, place.Strength)):
                VisitItems(list.Items, list, place, depth);
                break;
            case UnknownValue unknown:
                VisitUnknown(unknown, place);
                break;
            case ChoiceValue choice when _seen.Add((value, place.Strength)):
                foreach (var alternative in choice.Alternatives)
                {
                    Visit(alternative, place with { Choice = choice }, depth + 1);
                }

                break;
            case ListValue list when _seen.Add((value, place.Strength)):
                VisitList(list, place, depth);
                break;
            case MapValue map when _seen.Add((value, place.Strength)):
                foreach (var (key, entry) in map.Pairs)
                {
                    VisitPair(key, entry, map, place, depth);
                }

                break;
            case TupleValue tuple when _seen.Add((value, place.Strength)):
                VisitTuple(tuple, place, depth);
                break;
        }
    }

    private KeyStrength StrengthOf(string key)
    {
        if (!_strengths.TryGetValue(key, out var strength))
        {
            _strengths.Add(key, strength = SecretKeys.Of(key));
        }

        return strength;
    }

    private void VisitList(ListValue list, SecretPlace place, int depth)
    {
        if (TextOf(list) is { } text)
        {
            judge.Judge(place, list, Encoding.UTF8.GetBytes(text));
        }
        else
        {
            VisitItems(list.Items, list, place, depth);
        }
    }

    private void VisitItems(ImmutableArray<AbstractValue> items, AbstractValue list, SecretPlace place, int depth)
    {
        var strength = place.Strength == KeyStrength.None ? KeyStrength.None
            : SecretKeys.HoldsMany(place.Key) ? KeyStrength.Strong
            : KeyStrength.Weak;
        var below = place with { IsReached = false, Choice = null, Strength = strength };
        foreach (var item in items)
        {
            if (item is TupleValue { Items: [AtomValue key, var entry] })
            {
                VisitPair(key, entry, list, place, depth);
            }
            else
            {
                Visit(item, below, depth + 1);
            }
        }
    }

    private void VisitPair(AbstractValue key, AbstractValue value, AbstractValue holder, SecretPlace place, int depth)
    {
        // Most settings are switches and numbers.
        if (value is AtomValue or IntegerValue or FloatValue)
        {
            return;
        }

        var name = key switch
        {
            AtomValue atom => atom.Name,
            BinaryValue binary => binary.ValidText,
            _ => null,
        };
        if (name is null)
        {
            Visit(value, place with { IsReached = false, Choice = null, Strength = KeyStrength.None }, depth + 1);
            return;
        }

        var strength = StrengthOf(name);

        // %{"kty" => "oct", "k" => "…"}: a key as RFC 7517 writes it.
        if (strength == KeyStrength.None && place.Strength != KeyStrength.None && !SecretKeys.IsProperty(name))
        {
            strength = name is "k" or "d" ? KeyStrength.Strong : KeyStrength.Weak;
        }

        var below = place.Below(name, strength, holder);
        Visit(value, key is AtomValue ? below : below with { IsReached = false }, depth + 1);
    }

    private void VisitTuple(TupleValue tuple, SecretPlace place, int depth)
    {
        if (EnvironmentReference.Of(tuple) is { } reference)
        {
            if (reference.Default is BinaryValue { ValidText: { } text } otherwise)
            {
                judge.JudgeFallback(place, otherwise, text, reference.Variable, otherwise.Node);
            }

            return;
        }

        var items = tuple.Items;
        if (items is [BinaryValue { ValidText: { } header }, BinaryValue content]
            && StrengthOf(header) is not KeyStrength.None and var strength)
        {
            Visit(content, place.Below(header, strength, tuple) with { IsReached = false }, depth + 1);
            return;
        }

        var inside = place with { IsReached = false, Choice = null, Strength = KeyStrength.None };
        for (var i = 0; i < items.Length; i++)
        {
            Visit(items[i], i == items.Length - 1 && EndsInPassword(items, place.Key) ? AsSecret(inside) : inside, depth + 1);
        }
    }

    /// <summary><c>basic_auth: {"user", "x"}</c>, <c>{:plain, "user", "x"}</c>, <c>{:bearer, "x"}</c></summary>
    private static bool EndsInPassword(ImmutableArray<AbstractValue> items, string key) => items switch
    {
        [AtomValue { Name: var mechanism }, _, BinaryValue] =>
            Mechanisms.Contains(mechanism) || mechanism.StartsWith("scram_", StringComparison.Ordinal),
        [AtomValue { Name: "bearer" }, BinaryValue] => true,
        [BinaryValue, BinaryValue] => key.EndsWith("auth", StringComparison.Ordinal)
            || key is "credentials" or "proxy_auth",
        _ => false,
    };

    private static SecretPlace AsSecret(SecretPlace place) => place with { Strength = KeyStrength.Strong };

    private void VisitUnknown(UnknownValue value, SecretPlace place)
    {
        if (value.Node is StringLiteralSyntax { Parts.Length: > 1 } joined)
        {
            judge.JudgeJoined(place, value, joined);
            return;
        }

        if (Fallbacks.WrittenIn(value) is var (variable, literal) && StringContent.GetText(literal) is { } text)
        {
            judge.JudgeFallback(place, value, text, variable, literal);
        }
        else if (place is { IsReached: true, Strength: not KeyStrength.None }
            && Fallbacks.IsGiven(value)
            && place.In(model, value) is { Value: UnknownValue } setting
            && model.DefaultOf(setting) is { Value: BinaryValue { ValidText: { } given } found } unset)
        {
            judge.JudgeFallback(place, found, given, unset.Variable, found.Node);
        }
    }

    /// <summary>The text that a list of characters is; null for any other list.</summary>
    private static string? TextOf(ListValue list)
    {
        if (list.Items.IsEmpty || list.Items[0] is not IntegerValue || list.Rest is not null)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var item in list.Items)
        {
            if (item is not IntegerValue { Number: var number } || number < '\t' || number > char.MaxValue
                || char.IsSurrogate((char)number) || (char.IsControl((char)number) && !char.IsWhiteSpace((char)number)))
            {
                return null;
            }

            text.Append((char)number);
        }

        return text.ToString();
    }

    private sealed class SameObject : IEqualityComparer<(AbstractValue Value, KeyStrength Strength)>
    {
        public bool Equals((AbstractValue Value, KeyStrength Strength) x, (AbstractValue Value, KeyStrength Strength) y) =>
            ReferenceEquals(x.Value, y.Value) && x.Strength == y.Strength;

        public int GetHashCode((AbstractValue Value, KeyStrength Strength) obj) =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(obj.Value), obj.Strength);
    }
}

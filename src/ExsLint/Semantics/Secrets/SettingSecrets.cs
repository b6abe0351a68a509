using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;

namespace ExsLint.Semantics.Secrets;

/// <summary>The expressions that made the secret values of a configuration, in whatever file and function they stand.</summary>
internal sealed class SettingSecrets
{
    // A value may be part of many others.
    private readonly HashSet<(AbstractValue Value, bool IsSecret)> _seen = new(new SameObject());
    private readonly Stack<(AbstractValue Value, bool IsSecret)> _pending = new();
    private readonly Dictionary<string, bool> _names = new(StringComparer.Ordinal);

    private SettingSecrets()
    {
    }

    /// <summary>The expressions.</summary>
    public static List<SyntaxNode> NodesOf(ConfigModel model)
    {
        var walk = new SettingSecrets();
        foreach (var (key, value) in model.State.AppNames.SelectMany(app => model.State.GetSettings(app)))
        {
            walk.Push(value, walk.IsSecret(key));
        }

        return walk.Run();
    }

    private List<SyntaxNode> Run()
    {
        var nodes = new List<SyntaxNode>();
        while (_pending.TryPop(out var item))
        {
            if (!_seen.Add(item))
            {
                continue;
            }

            if (item.IsSecret && item.Value is BinaryValue or IntegerValue or FloatValue or AtomValue
                && item.Value.Node is { } node)
            {
                nodes.Add(node);
            }

            PushParts(item.Value, item.IsSecret);
        }

        return nodes;
    }

    /// <summary>Looks at a value later; most are single terms of which there is nothing to be said.</summary>
    private void Push(AbstractValue value, bool isSecret)
    {
        if (isSecret || value.Overrode is not null || value is ListValue or TupleValue or MapValue or ChoiceValue
            or ConditionalListValue)
        {
            _pending.Push((value, isSecret));
        }
    }

    private void PushKeyed(AbstractValue key, AbstractValue value, bool isSecret) => Push(
        value, NameOf(key) is { } name ? IsSecret(name) || (isSecret && !SecretNames.IsProperty(name)) : isSecret);

    private bool IsSecret(string key)
    {
        if (!_names.TryGetValue(key, out var isSecret))
        {
            _names.Add(key, isSecret = IsSecretName(key));
        }

        return isSecret;
    }

    /// <summary>
    /// Whether a key is a secret's name. The name of a module tells what code it holds, not that a secret does.
    /// </summary>
    public static bool IsSecretName(string key) =>
        !key.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal)
        && SecretNames.Matches(key) && !SecretNames.IsBareKey(key) && !SecretNames.IsAuth(key);

    private void PushParts(AbstractValue value, bool isSecret)
    {
        if (value.Overrode is { } older)
        {
            Push(older, isSecret);
        }

        switch (value)
        {
            case ListValue list:
                PushAll(list.Items, isSecret);
                break;
            case ConditionalListValue list:
                PushAll(list.Items, isSecret);
                break;
            case TupleValue { Items: [var key, var item] }:
                PushKeyed(key, item, isSecret);
                break;
            case TupleValue tuple:
                PushAll(tuple.Items, isSecret);
                break;
            case MapValue map:
                foreach (var pair in map.Pairs)
                {
                    PushKeyed(pair.Key, pair.Value, isSecret);
                }

                break;
            case ChoiceValue choice:
                PushAll(choice.Alternatives, isSecret);
                break;
        }
    }

    private void PushAll(ImmutableArray<AbstractValue> values, bool isSecret)
    {
        foreach (var value in values)
        {
            Push(value, isSecret);
        }
    }

    private sealed class SameObject : IEqualityComparer<(AbstractValue Value, bool IsSecret)>
    {
        public bool Equals((AbstractValue Value, bool IsSecret) x, (AbstractValue Value, bool IsSecret) y) =>
            ReferenceEquals(x.Value, y.Value) && x.IsSecret == y.IsSecret;

        public int GetHashCode((AbstractValue Value, bool IsSecret) obj) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Value), obj.IsSecret);
    }

    private static string? NameOf(AbstractValue key) => key switch
    {
        AtomValue atom => atom.Name,
        BinaryValue binary => binary.ValidText,
        _ => null,
    };
}

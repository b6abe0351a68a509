using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;

namespace ExsLint.Semantics.Secrets;

/// <summary>The expressions that made the secret values of a configuration, in whatever file and function they stand.</summary>
internal static class SettingSecrets
{
    /// <summary>The expressions.</summary>
    public static IEnumerable<SyntaxNode> NodesOf(ConfigModel model)
    {
        // A value may be part of many others.
        var seen = new HashSet<(AbstractValue Value, bool IsSecret)>(new SameObject());
        var pending = new Stack<(AbstractValue Value, bool IsSecret)>();
        foreach (var (key, value) in model.State.AppNames.SelectMany(app => model.State.GetSettings(app)))
        {
            pending.Push((value, IsSecretName(key)));
        }

        while (pending.TryPop(out var item))
        {
            if (!seen.Add(item))
            {
                continue;
            }

            if (item.IsSecret && item.Value is BinaryValue or IntegerValue or FloatValue or AtomValue
                && item.Value.Node is { } node)
            {
                yield return node;
            }

            foreach (var part in PartsOf(item.Value))
            {
                pending.Push(
                    (part.Value, part.Key is { } key ? IsSecretName(key)
                        || (item.IsSecret && !SecretNames.IsProperty(key)) : item.IsSecret));
            }
        }
    }

    /// <summary>
    /// Whether a key is a secret's name. The name of a module tells what code it holds, not that a secret does.
    /// </summary>
    public static bool IsSecretName(string key) =>
        !key.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal)
        && SecretNames.Matches(key) && !SecretNames.IsBareKey(key) && !SecretNames.IsAuth(key);

    private static IEnumerable<(string? Key, AbstractValue Value)> PartsOf(AbstractValue value)
    {
        if (value.Overrode is { } older)
        {
            yield return (null, older);
        }

        switch (value)
        {
            case ListValue list:
                foreach (var item in list.Items)
                {
                    yield return (null, item);
                }

                break;
            case TupleValue { Items: [var key, var item] }:
                yield return (NameOf(key), item);
                break;
            case TupleValue tuple:
                foreach (var item in tuple.Items)
                {
                    yield return (null, item);
                }

                break;
            case MapValue map:
                foreach (var pair in map.Pairs)
                {
                    yield return (NameOf(pair.Key), pair.Value);
                }

                break;
            case ChoiceValue choice:
                foreach (var alternative in choice.Alternatives)
                {
                    yield return (null, alternative);
                }

                break;
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

using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Lists, tuples and maps, and look-ups in them.</summary>
internal sealed class CollectionEvaluator(
    EvaluationState state,
    IExpressionEvaluator expressions,
    TextEvaluator texts,
    StructEvaluator structs,
    NamedCalls namedCalls,
    UnfollowedCode unfollowed)
{
    public AbstractValue EvaluatePair(KeywordPairSyntax pair, Scope scope)
    {
        AbstractValue key;
        var siblings = new SiblingScope(scope);
        if (pair.QuotedKey is null)
        {
            key = new AtomValue(state.Names.Get(pair.FirstToken.TextSpanOf[..^1]));
        }
        else
        {
            // Either kind of quotes makes an atom, and neither a name: `'µ': 1` keeps the micro sign that `µ: 1` does not.
            key = TextEvaluator.ToAtom(texts.Concatenate(StringContent.GetSegments(pair.QuotedKey), scope));
            siblings.Next();
        }

        if (key is NeverValue)
        {
            return key;
        }

        var value = expressions.Evaluate(pair.Value, scope);
        siblings.Next();
        siblings.End();
        return value is NeverValue ? value : new TupleValue([key, value]) { Node = pair };
    }

    public AbstractValue EvaluateTuple(TupleSyntax tuple, Scope scope) =>
        expressions.EvaluateSiblings(tuple.Elements, scope, out var items) ?? new TupleValue(items) { Node = tuple };

    public AbstractValue EvaluateKeywords(KeywordListSyntax list, Scope scope) =>
        expressions.EvaluateSiblings(list.Pairs, scope, out var items) ?? new ListValue(items) { Node = list };

    public AbstractValue EvaluateList(ListSyntax list, Scope scope) =>
        list.Elements is [.. var heads, BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.PipeOperator } cons]
            ? expressions.EvaluateSiblings([.. heads, cons.Left, cons.Right], scope, out var parts) ?? Prepend(parts, list)
            : expressions.EvaluateSiblings(list.Elements, scope, out var items) ?? WithKnownKeys(items, list);

    /// <summary>A list with a pair whose key is one of several atoms is one of several lists, each with known keys.</summary>
    private static AbstractValue WithKnownKeys(ImmutableArray<AbstractValue> items, ListSyntax list)
    {
        var index = -1;
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is TupleValue { Items: [ChoiceValue keys, _] } && keys.Alternatives.All(key => key is AtomValue))
            {
                index = index < 0 ? i : items.Length;
            }
        }

        if (index < 0 || index >= items.Length)
        {
            return new ListValue(items) { Node = list };
        }

        var pair = (TupleValue)items[index];
        var choice = (ChoiceValue)pair.Items[0];
        return choice.Map(key => new ListValue(items.SetItem(index, pair with { Items = pair.Items.SetItem(0, key) }))
        {
            Node = list,
        });
    }

    private static AbstractValue Prepend(ImmutableArray<AbstractValue> parts, ListSyntax list) => parts[^1] switch
    {
        ListValue { Rest: null } tail => new ListValue([.. parts[..^1], .. tail.Items]) { Node = list },
        ListValue { Rest: not null } tail
            when TermOperators.Operator("++", new ListValue(parts[..^1]), tail) is ListValue whole =>
            whole with { Node = list },
        ChoiceValue tails => tails.Map(tail => Prepend(parts.SetItem(parts.Length - 1, tail), list)),
        ConditionalListValue tail when ConditionalKeywords.Append(new ListValue(parts[..^1]), tail) is { } whole =>
            whole with { Node = list },
        _ => new UnknownValue("a list with a tail", ValueShape.List),
    };

    public AbstractValue EvaluateMap(MapSyntax map, Scope scope)
    {
        if (map.StructName is not null)
        {
            return structs.Evaluate(map, scope);
        }

        var nodes = ImmutableArray.CreateBuilder<ExpressionSyntax>(1 + (2 * map.Elements.Length));
        if (map.Updated is not null)
        {
            nodes.Add(map.Updated);
        }

        foreach (var element in map.Elements)
        {
            if (element is BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.AssocOperator } assoc)
            {
                nodes.Add(assoc.Left);
                nodes.Add(assoc.Right);
            }
            else
            {
                nodes.Add(element);
            }
        }

        return expressions.EvaluateSiblings(nodes.DrainToImmutable(), scope, out var values)
            ?? (map.Updated is null ? CreateMap(map, values) : UpdateMap(values[0], CreateMap(map, values.RemoveAt(0))));
    }

    /// <summary><c>%{map | key: value}</c>: every key must be there.</summary>
    private static AbstractValue UpdateMap(AbstractValue updated, AbstractValue changes)
    {
        switch (updated, changes)
        {
            case (MapValue map, MapValue changed):
                var builder = new MapBuilder(map);
                foreach (var (key, value) in changed.Pairs)
                {
                    if (map.Find(key) is null)
                    {
                        return new NeverValue { ExceptionType = "Elixir.KeyError" };
                    }

                    builder.Put(key, value);
                }

                return builder.ToMap();
            case (UnknownValue or ChoiceValue or OpaqueValue, _):
                return new UnknownValue(Reasons.Of(updated));
            case (MapValue, _):
                return changes;
            default:
                return new NeverValue();
        }
    }

    /// <summary>
    /// A map of the values of its elements: a pair is the value of a keyword, or two values one after the other.
    /// </summary>
    private static AbstractValue CreateMap(MapSyntax map, ImmutableArray<AbstractValue> values)
    {
        var pairs = new OrderedDictionary<AbstractValue, AbstractValue>(ValueComparer.KeyComparer.Instance);
        var next = 0;
        foreach (var element in map.Elements)
        {
            var (key, value) = element is KeywordPairSyntax
                ? values[next++] is TupleValue { Items: [var name, var named] } ? (name, named) : (null, null)
                : next + 1 < values.Length ? (values[next++], values[next++]) : (null, null);

            // Whether 0.0 and -0.0 are one key depends on the version.
            if (key is null || value is null || key is FloatValue { Number: 0 } || !ValueComparer.IsKnown(key))
            {
                return new UnknownValue("a map whose keys are not all known");
            }

            pairs.Remove(key);
            pairs.Add(key, value);
        }

        return new MapValue([.. pairs]);
    }

    public AbstractValue EvaluateAccess(AccessSyntax access, Scope scope)
    {
        if (expressions.EvaluateSiblings([access.Target, access.Key], scope, out var parts) is { } never)
        {
            return never;
        }

        return (parts[0], parts[1]) switch
        {
            (AtomValue { IsNil: true }, _) => AtomValue.Nil,
            (UnknownValue { IsEnvironment: true }, BinaryValue) =>
                namedCalls.Call(new FunctionReference("System", "get_env"), [parts[1]], access.Target, access, scope),
            (MapValue { IsStruct: true }, _) => unfollowed.Undetermined("a look-up in a struct", parts, access),
            (MapValue map, var key) when Enumerables.IsKey(key) => map.Find(key) ?? AtomValue.Nil,
            (AtomValue or IntegerValue or FloatValue or BinaryValue or TupleValue, _) => new NeverValue(),
            (_, AtomValue { Name: var name }) => FoundOrNil(Entries.Find(parts[0], name)),
            (_, UnknownValue or ChoiceValue) => new UnknownValue(Reasons.Of(parts[1])),
            _ => new UnknownValue("a look-up with a key that is no atom"),
        };
    }

    private static AbstractValue FoundOrNil(AbstractValue found) => found switch
    {
        AbsentValue { Container: null or ListValue } => AtomValue.Nil,
        AbsentValue { Container: AtomValue { IsNil: true } } => AtomValue.Nil,
        AbsentValue => new UnknownValue("a look-up"),
        ChoiceValue choice => choice.Map(FoundOrNil),
        _ => found,
    };
}

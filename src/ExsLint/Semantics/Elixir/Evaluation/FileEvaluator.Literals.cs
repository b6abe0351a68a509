using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <content>Literals, aliases and collections.</content>
internal sealed partial class FileEvaluator
{
    /// <summary>Longer integers are left unknown: to read one takes time that grows with the square of its length.</summary>
    private const int MaximumIntegerLength = 10_000;

    private static readonly SearchValues<char> AliasCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.");

    private AbstractValue EvaluateLiteral(LiteralSyntax literal)
    {
        var text = literal.Token.TextSpanOf;
        return literal.Kind switch
        {
            SyntaxKind.Integer when literal.Span.Length > MaximumIntegerLength => new UnknownValue("a large number", ValueShape.Integer) { Node = literal },
            SyntaxKind.Integer when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var small) =>
                new IntegerValue(small) { Node = literal },
            SyntaxKind.Integer => new IntegerValue(LiteralValue.GetInteger(literal)) { Node = literal },
            SyntaxKind.Float => new FloatValue(LiteralValue.GetFloat(literal)) { Node = literal },
            SyntaxKind.Character => new IntegerValue(LiteralValue.GetCharacter(literal)) { Node = literal },
            SyntaxKind.True => new AtomValue("true") { Node = literal },
            SyntaxKind.False => new AtomValue("false") { Node = literal },
            SyntaxKind.Nil => new AtomValue("nil") { Node = literal },
            _ => new AtomValue(text is [':', >= 'a' and <= 'z', ..] && Ascii.IsValid(text)
                ? session.Names.Get(text[1..])
                : LiteralValue.GetAtomName(literal))
            { Node = literal },
        };
    }

    private AbstractValue EvaluateIdentifier(IdentifierSyntax identifier, Scope scope)
    {
        if (scope.Find(identifier.Name) is { } value)
        {
            return value;
        }

        return identifier.Name switch
        {
            "__DIR__" => new UnknownValue("the project's folder", ValueShape.Binary) { TreePath = Folder, IsExistingFolder = true },
            "__MODULE__" => scope.Module is { } module ? new AtomValue(module.Name) : AtomValue.Nil,
            "__ENV__" or "__CALLER__" => new UnknownValue(identifier.Name),
            _ => EvaluateBareCall(identifier, scope, piped: null),
        };
    }

    private static AbstractValue EvaluateAlias(ExpressionSyntax node, Scope scope) =>
        (AbstractValue?)AliasOf(node, scope)
        ?? (AliasName(node) is { } name ? new UnknownValue($"alias {name}", ValueShape.Atom) : new UnknownValue("an alias that depends on a module"));

    /// <summary>The module an alias stands for, <c>__MODULE__.Foo</c> among them; null where that is not known.</summary>
    private static AtomValue? AliasOf(ExpressionSyntax node, Scope scope)
    {
        if (AliasName(node) is { } name)
        {
            return scope.ExpandAlias(name);
        }

        var outer = node is QualifiedAliasSyntax { Left: var left } ? left is IdentifierSyntax { Name: "__MODULE__" } ? scope.Module?.Name : AliasOf(left, scope)?.Name : null;
        return outer is null ? null : new AtomValue($"{outer}.{((QualifiedAliasSyntax)node).Name.Text}");
    }

    /// <summary>The alias as written, or null if its first part is no alias.</summary>
    private static string? AliasName(ExpressionSyntax node)
    {
        if (node is AliasSyntax single)
        {
            return single.Name;
        }

        var first = node;
        while (first is QualifiedAliasSyntax { Left: var left })
        {
            first = left;
        }

        if (first is not AliasSyntax)
        {
            return null;
        }

        var text = node.Tree.File.Content.AsSpan(node.Span.Start, node.Span.Length);
        return text.ContainsAnyExcept(AliasCharacters)
            ? string.Join('.', node.DescendantTokens().Where(token => token.RawKind == (int)SyntaxKind.Alias).Select(token => token.Text))
            : text.ToString();
    }

    private AbstractValue EvaluatePair(KeywordPairSyntax pair, Scope scope)
    {
        AbstractValue key;
        var siblings = new SiblingScope(scope);
        if (pair.QuotedKey is null)
        {
            key = new AtomValue(session.Names.Get(pair.FirstToken.TextSpanOf[..^1]));
        }
        else
        {
            // Either kind of quotes makes an atom, and neither a name: `'µ': 1` keeps the micro sign that `µ: 1` does not.
            key = ToAtom(Concatenate(StringContent.GetSegments(pair.QuotedKey), scope));
            siblings.Next();
        }

        if (key is NeverValue)
        {
            return key;
        }

        var value = Evaluate(pair.Value, scope);
        siblings.Next();
        siblings.End();
        return value is NeverValue ? value : new TupleValue([key, value]) { Node = pair };
    }

    private AbstractValue EvaluateTuple(TupleSyntax tuple, Scope scope) =>
        EvaluateSiblings(tuple.Elements, scope, out var items) ?? new TupleValue(items) { Node = tuple };

    private AbstractValue EvaluateKeywords(KeywordListSyntax list, Scope scope) =>
        EvaluateSiblings(list.Pairs, scope, out var items) ?? new ListValue(items) { Node = list };

    private AbstractValue EvaluateList(ListSyntax list, Scope scope) =>
        list.Elements is [.. var heads, BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.PipeOperator } cons]
            ? EvaluateSiblings([.. heads, cons.Left, cons.Right], scope, out var parts) ?? Prepend(parts, list)
            : EvaluateSiblings(list.Elements, scope, out var items) ?? WithKnownKeys(items, list);

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
        return ChoiceValue.Of(
            [.. choice.Alternatives.Select(key => new ListValue(items.SetItem(index, pair with { Items = pair.Items.SetItem(0, key) })) { Node = list })], choice.Reason);
    }

    private static AbstractValue Prepend(ImmutableArray<AbstractValue> parts, ListSyntax list) => parts[^1] switch
    {
        ListValue { Rest: null } tail => new ListValue([.. parts[..^1], .. tail.Items]) { Node = list },
        ListValue { Rest: not null } tail when KnownFunctions.Operator("++", new ListValue(parts[..^1]), tail) is ListValue whole => whole with { Node = list },
        ChoiceValue tails => ChoiceValue.Of([.. tails.Alternatives.Select(tail => Prepend(parts.SetItem(parts.Length - 1, tail), list))], tails.Reason),
        _ => new UnknownValue("a list with a tail", ValueShape.List),
    };

    private AbstractValue EvaluateMap(MapSyntax map, Scope scope)
    {
        if (map.StructName is not null)
        {
            return EvaluateStruct(map, scope);
        }

        var expressions = ImmutableArray.CreateBuilder<ExpressionSyntax>(1 + (2 * map.Elements.Length));
        if (map.Updated is not null)
        {
            expressions.Add(map.Updated);
        }

        foreach (var element in map.Elements)
        {
            if (element is BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.AssocOperator } assoc)
            {
                expressions.Add(assoc.Left);
                expressions.Add(assoc.Right);
            }
            else
            {
                expressions.Add(element);
            }
        }

        return EvaluateSiblings(expressions.DrainToImmutable(), scope, out var values)
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
                return new UnknownValue(ReasonOf(updated));
            case (MapValue, _):
                return changes;
            default:
                return new NeverValue();
        }
    }

    /// <summary>A map of the values of its elements: a pair is the value of a keyword, or two values one after the other.</summary>
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

    private AbstractValue EvaluateAccess(AccessSyntax access, Scope scope)
    {
        if (EvaluateSiblings([access.Target, access.Key], scope, out var parts) is { } never)
        {
            return never;
        }

        return (parts[0], parts[1]) switch
        {
            (AtomValue { IsNil: true }, _) => AtomValue.Nil,
            (UnknownValue { IsEnvironment: true }, BinaryValue) => CallNamed(new FunctionReference("System", "get_env"), [parts[1]], access.Target, access, scope),
            (MapValue { IsStruct: true }, _) => Undetermined("a look-up in a struct", parts, access),
            (MapValue map, var key) when Enumerables.IsKey(key) => map.Find(key) ?? AtomValue.Nil,
            (AtomValue or IntegerValue or FloatValue or BinaryValue or TupleValue, _) => new NeverValue(),
            (_, AtomValue { Name: var name }) => FoundOrNil(Setting.Step(parts[0], name)),
            (_, UnknownValue or ChoiceValue) => new UnknownValue(ReasonOf(parts[1])),
            _ => new UnknownValue("a look-up with a key that is no atom"),
        };
    }

    private static AbstractValue FoundOrNil(AbstractValue found) => found switch
    {
        AbsentValue { Container: null or ListValue } => AtomValue.Nil,
        AbsentValue { Container: AtomValue { IsNil: true } } => AtomValue.Nil,
        AbsentValue => new UnknownValue("a look-up"),
        ChoiceValue choice => ChoiceValue.Of([.. choice.Alternatives.Select(FoundOrNil)], choice.Reason),
        _ => found,
    };
}

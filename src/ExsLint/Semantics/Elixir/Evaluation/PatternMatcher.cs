using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Matches patterns against what is known of values; a variable that occurs twice must match the same term.</summary>
/// <param name="scope">Where the variables are bound.</param>
/// <param name="evaluate">Evaluates the literals of the pattern.</param>
/// <param name="structOf">The module of a struct's pattern, where that certainly compiles.</param>
internal sealed class PatternMatcher(
    Scope scope, Func<ExpressionSyntax, AbstractValue> evaluate, Func<MapSyntax, string?> structOf)
{
    private readonly ImmutableDictionary<string, AbstractValue> _before = scope.Variables;
    private readonly Dictionary<string, AbstractValue> _bound = [];

    /// <summary>
    /// Whether the pattern matches: true, false, or null if that is not known. Binds the pattern's variables in any case.
    /// </summary>
    public bool? Match(ExpressionSyntax pattern, AbstractValue value)
    {
        switch (pattern)
        {
            case IdentifierSyntax { Name: "__MODULE__" or "__DIR__" or "__ENV__" or "__CALLER__" }:
                return AreEqual(evaluate(pattern), value);
            case IdentifierSyntax variable:
                return Bind(variable.Name, value);
            case LiteralSyntax or AliasSyntax or QualifiedAliasSyntax or StringLiteralSyntax:
                return AreEqual(evaluate(pattern), value);
            case UnaryOperatorSyntax unary:
                return MatchUnary(unary, value);
            case TupleSyntax tuple:
                return MatchItems(tuple.Elements, (value as TupleValue)?.Items, value, isList: false);
            case ListSyntax
            {
                Elements: [.. var heads,
                BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.PipeOperator } cons]
            }:
                return MatchCons([.. heads, cons.Left], cons.Right, value);
            case ListSyntax list:
                return MatchItems(list.Elements, ItemsOf(value), value, isList: true);
            case KeywordListSyntax list:
                return MatchItems([.. list.Pairs], ItemsOf(value), value, isList: true);
            case KeywordPairSyntax { KeyName: { } key } pair:
                return MatchPair(new AtomValue(key), pair.Value, value);
            case MapSyntax { StructName: null, Updated: null } map:
                return MatchMap(map, value);
            case MapSyntax { Updated: null } map when structOf(map) is { } module:
                return MatchStruct(map, module, value);
            case ParenthesizedSyntax { Body.Expressions: [var inner] }:
                return Match(inner, value);
            case BinaryOperatorSyntax binary:
                return MatchBinary(binary, value);
            default:
                return MatchUnknown(pattern, value);
        }
    }

    private bool? MatchUnary(UnaryOperatorSyntax unary, AbstractValue value)
    {
        switch ((SyntaxKind)unary.OperatorToken.RawKind)
        {
            case SyntaxKind.UnaryOperator when unary.OperatorToken.TextSpanOf is "^":
                return unary.Operand is IdentifierSyntax pinned && _before.TryGetValue(pinned.Name, out var known)
                    ? AreEqual(known, value)
                    : null;
            case SyntaxKind.DualOperator or SyntaxKind.AtOperator:
                return AreEqual(evaluate(unary), value);
            default:
                return MatchUnknown(unary, value);
        }
    }

    private bool? MatchBinary(BinaryOperatorSyntax binary, AbstractValue value) => binary.OperatorToken.TextSpanOf switch
    {
        "=" => Both(Match(binary.Left, value), Match(binary.Right, value)),
        "<>" => MatchPrefix(binary, value),
        "++" when binary.Left is ListSyntax { Elements: var heads } && !heads.Any(head => head is BinaryOperatorSyntax) =>
            MatchCons(heads, binary.Right, value),
        _ => MatchUnknown(binary, value),
    };

    /// <summary><c>"prefix" &lt;> rest</c></summary>
    private bool? MatchPrefix(BinaryOperatorSyntax pattern, AbstractValue value)
    {
        if (pattern.Left is not StringLiteralSyntax || evaluate(pattern.Left) is not BinaryValue prefix)
        {
            return MatchUnknown(pattern, value);
        }

        switch (value)
        {
            case BinaryValue text when text.Bytes.AsSpan().StartsWith(prefix.Bytes.AsSpan()):
                return Match(pattern.Right, PartOf(value, new BinaryValue(text.Bytes[prefix.Bytes.Length..])));
            case UnknownValue { Shape: ValueShape.Any or ValueShape.Binary or ValueShape.BinaryOrNil } unknown:
                return Both(null, Match(pattern.Right, PartOf(value, new UnknownValue(unknown.Reason, ValueShape.Binary))));
            case ChoiceValue:
                return MatchUnknown(pattern, value);
            default:
                MatchUnknown(pattern, value);
                return false;
        }
    }

    private bool? Bind(string name, AbstractValue value)
    {
        if (name == "_")
        {
            return true;
        }

        if (_bound.TryGetValue(name, out var bound))
        {
            return AreEqual(bound, value);
        }

        _bound.Add(name, value);
        scope.Bind(name, value);
        return true;
    }

    private bool? MatchPair(AtomValue key, ExpressionSyntax pattern, AbstractValue value)
    {
        if (value is TupleValue { Items: [var first, var second] })
        {
            return Both(AreEqual(key, first), Match(pattern, PartOf(value, second)));
        }

        MatchUnknown(pattern, value);
        return value is UnknownValue { Shape: ValueShape.Any } or ChoiceValue ? null : false;
    }

    /// <summary><c>%Name{key: pattern}</c></summary>
    private bool? MatchStruct(MapSyntax pattern, string module, AbstractValue value)
    {
        if (value is not MapValue map)
        {
            return MatchMap(pattern, value);
        }

        var isStruct = map.StructName is not { } name ? false : name.Length == 0 ? null : (bool?)(name == module);
        return isStruct == false ? false : Both(isStruct, MatchMap(pattern, value));
    }

    /// <summary>Every key of the pattern must be there; other keys may be.</summary>
    private bool? MatchMap(MapSyntax pattern, AbstractValue value)
    {
        if (value is not MapValue map)
        {
            MatchUnknown(pattern, value);
            return value is UnknownValue { Shape: ValueShape.Any } or ChoiceValue or OpaqueValue ? null : false;
        }

        bool? result = true;
        foreach (var element in pattern.Elements)
        {
            var (key, inner) = element switch
            {
                KeywordPairSyntax { KeyName: { } name } pair => (new AtomValue(name), pair.Value),
                BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.AssocOperator } assoc =>
                    (KeyOf(assoc.Left), assoc.Right),
                _ => (null, element),
            };
            if (key is null || !ValueComparer.IsKnown(key) || key is FloatValue { Number: 0 })
            {
                result = Both(result, MatchUnknown(inner, value));
                continue;
            }

            result = map.Find(key) is { } found ? Both(result, Match(inner, PartOf(value, found))) : false;
        }

        return result;
    }

    private AbstractValue? KeyOf(ExpressionSyntax key) => key switch
    {
        UnaryOperatorSyntax { Operand: IdentifierSyntax pinned } pin when pin.OperatorToken.TextSpanOf is "^" =>
            _before.GetValueOrDefault(pinned.Name),
        LiteralSyntax or AliasSyntax or QualifiedAliasSyntax or StringLiteralSyntax => evaluate(key),
        _ => null,
    };

    private static ImmutableArray<AbstractValue>? ItemsOf(AbstractValue value) =>
        value is ListValue { Rest: null } list ? list.Items : null;

    /// <summary><c>[a, b | rest]</c></summary>
    private bool? MatchCons(ImmutableArray<ExpressionSyntax> heads, ExpressionSyntax tail, AbstractValue value)
    {
        if (ItemsOf(value) is not { } items)
        {
            foreach (var head in heads)
            {
                MatchUnknown(head, value);
            }

            MatchUnknown(tail, value);
            return MayBeOfType(value, isList: true) ? null : false;
        }

        return items.Length < heads.Length
            ? false
            : Both(MatchItems(heads, items[..heads.Length], value, isList: true), Match(
                tail, PartOf(value, new ListValue(items[heads.Length..]))));
    }

    private bool? MatchItems(
        ImmutableArray<ExpressionSyntax> patterns, ImmutableArray<AbstractValue>? items, AbstractValue value, bool isList)
    {
        if (items is null)
        {
            foreach (var pattern in patterns)
            {
                MatchUnknown(pattern, value);
            }

            return MayBeOfType(value, isList) ? null : false;
        }

        if (items.Value.Length != patterns.Length)
        {
            return false;
        }

        bool? result = true;
        for (var i = 0; i < patterns.Length; i++)
        {
            result = Both(result, Match(patterns[i], PartOf(value, items.Value[i])));
        }

        return result;
    }

    private static bool MayBeOfType(AbstractValue value, bool isList) =>
        value is UnknownValue { Shape: ValueShape.Any } or ChoiceValue
            || (isList && value is UnknownValue { Shape: ValueShape.List } or ListValue);

    private static bool? AreEqual(AbstractValue left, AbstractValue right) => TermEquality.AreEqual(left, right, strict: true);

    private static bool? Both(bool? left, bool? right) =>
        left == false || right == false ? false : left is null || right is null ? null : true;

    /// <summary>
    /// A part of a value that the evaluator made up (the address in what <c>:inet.parse_address</c> gives) comes from the
    /// expression that produced the whole.
    /// </summary>
    private static AbstractValue PartOf(AbstractValue whole, AbstractValue part) =>
        part.Node is null && whole.Node is not null ? part with { Node = whole.Node } : part;

    /// <summary>Nobody knows whether it matches, nor what its variables are; they depend on what the value depends on.</summary>
    private bool? MatchUnknown(SyntaxNode pattern, AbstractValue value)
    {
        var reason = value switch
        {
            UnknownValue { Reason: var known } => known,
            ChoiceValue { Reason: var known } => known,
            ListValue { Rest.Reason: var known } => known,
            _ => null,
        };
        foreach (var variable in pattern.DescendantNodesAndSelf().OfType<IdentifierSyntax>())
        {
            var unknown = new UnknownValue(reason ?? $"variable {variable.Name}") { Node = reason is null ? null : value.Node };
            _bound[variable.Name] = unknown;
            scope.Bind(variable.Name, unknown);
        }

        return null;
    }
}

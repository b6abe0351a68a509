using System.Collections.Immutable;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;

namespace ExsLint.Semantics.Elixir;

/// <summary>Matches one pattern against what is known of a value.</summary>
/// <param name="scope">Where the variables are bound.</param>
/// <param name="evaluate">Evaluates the literals of the pattern.</param>
internal sealed class Pattern(Scope scope, Func<ExpressionSyntax, AbstractValue> evaluate)
{
    private readonly ImmutableDictionary<string, AbstractValue> _before = scope.Variables;
    private readonly Dictionary<string, AbstractValue> _bound = [];

    /// <summary>Whether the pattern matches: true, false, or null if that is not known. Binds the pattern's variables in any case.</summary>
    public bool? Match(ExpressionSyntax pattern, AbstractValue value)
    {
        switch (pattern)
        {
            case IdentifierSyntax variable:
                return Bind(variable.Name, value);
            case LiteralSyntax or AliasSyntax or QualifiedAliasSyntax or StringLiteralSyntax:
                return KnownFunctions.AreEqual(evaluate(pattern), value, strict: true);
            case UnaryOperatorSyntax { Operand: IdentifierSyntax pinned } pin when pin.OperatorToken.TextSpanOf is "^":
                return _before.TryGetValue(pinned.Name, out var known) ? KnownFunctions.AreEqual(known, value, strict: true) : null;
            case TupleSyntax tuple:
                return MatchItems(tuple.Elements, (value as TupleValue)?.Items, value, isList: false);
            case ListSyntax list when !list.Elements.Any(element => element is BinaryOperatorSyntax):
                return MatchItems(list.Elements, value is ListValue { Rest: null } items ? items.Items : null, value, isList: true);
            case KeywordPairSyntax { KeyName: { } key } pair:
                return MatchPair(new AtomValue(key), pair.Value, value);
            case ParenthesizedSyntax { Body.Expressions: [var inner] }:
                return Match(inner, value);
            case BinaryOperatorSyntax binary when binary.OperatorToken.TextSpanOf is "=":
                return Both(Match(binary.Left, value), Match(binary.Right, value));
            default:
                BindUnknown(pattern);
                return null;
        }
    }

    /// <summary>A variable that occurs twice must match the same term.</summary>
    private bool? Bind(string name, AbstractValue value)
    {
        if (name == "_")
        {
            return true;
        }

        if (_bound.TryGetValue(name, out var bound))
        {
            return KnownFunctions.AreEqual(bound, value, strict: true);
        }

        _bound.Add(name, value);
        scope.Bind(name, value);
        return true;
    }

    private bool? MatchPair(AtomValue key, ExpressionSyntax pattern, AbstractValue value)
    {
        if (value is TupleValue { Items: [var first, var second] })
        {
            return Both(KnownFunctions.AreEqual(key, first, strict: true), Match(pattern, second));
        }

        BindUnknown(pattern);
        return value is UnknownValue { Shape: ValueShape.Any } or ChoiceValue ? null : false;
    }

    private bool? MatchItems(ImmutableArray<ExpressionSyntax> patterns, ImmutableArray<AbstractValue>? items, AbstractValue value, bool isList)
    {
        if (items is null)
        {
            foreach (var pattern in patterns)
            {
                BindUnknown(pattern);
            }

            return value is UnknownValue { Shape: ValueShape.Any } or ChoiceValue
                || (isList && value is UnknownValue { Shape: ValueShape.List } or ListValue)
                ? null
                : false;
        }

        // A last member of keywords is one list; it is not looked into.
        if (items.Value.Length != patterns.Length)
        {
            return false;
        }

        bool? result = true;
        for (var i = 0; i < patterns.Length; i++)
        {
            result = Both(result, Match(patterns[i], items.Value[i]));
        }

        return result;
    }

    private static bool? Both(bool? left, bool? right) =>
        left == false || right == false ? false : left is null || right is null ? null : true;

    private void BindUnknown(SyntaxNode pattern)
    {
        foreach (var variable in pattern.DescendantNodesAndSelf().OfType<IdentifierSyntax>())
        {
            var unknown = new UnknownValue($"variable {variable.Name}");
            _bound[variable.Name] = unknown;
            scope.Bind(variable.Name, unknown);
        }
    }
}

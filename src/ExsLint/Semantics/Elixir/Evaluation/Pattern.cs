using System.Collections.Immutable;
using ExsLint.Syntax.Elixir;

namespace ExsLint.Semantics.Elixir;

/// <summary>Matches a pattern against what is known of a value.</summary>
internal static class Pattern
{
    /// <summary>Whether the pattern matches: true, false, or null if that is not known. Binds the pattern's variables in any case.</summary>
    public static bool? Match(ExpressionSyntax pattern, AbstractValue value, Scope scope, Func<ExpressionSyntax, AbstractValue> evaluate)
    {
        switch (pattern)
        {
            case IdentifierSyntax variable:
                scope.Bind(variable.Name, value);
                return true;
            case LiteralSyntax or AliasSyntax or QualifiedAliasSyntax or StringLiteralSyntax:
                return KnownFunctions.AreEqual(evaluate(pattern), value, strict: true);
            case TupleSyntax tuple:
                return MatchItems(tuple.Elements, (value as TupleValue)?.Items, value, scope, evaluate);
            case ListSyntax list when !list.Elements.Any(element => element is BinaryOperatorSyntax):
                return MatchItems(list.Elements, value is ListValue { Rest: null } known ? known.Items : null, value, scope, evaluate);
            case KeywordPairSyntax { KeyName: { } key } pair:
                return Both(
                    KnownFunctions.AreEqual(new AtomValue(key), ItemAt(value, 0), strict: true),
                    Match(pair.Value, ItemAt(value, 1), scope, evaluate));
            case ParenthesizedSyntax { Body.Expressions: [var inner] }:
                return Match(inner, value, scope, evaluate);
            case BinaryOperatorSyntax binary when binary.OperatorToken.Text == "=":
                return Both(Match(binary.Left, value, scope, evaluate), Match(binary.Right, value, scope, evaluate));
            default:
                BindUnknown(pattern, scope);
                return null;
        }
    }

    private static bool? MatchItems(
        ImmutableArray<ExpressionSyntax> patterns,
        ImmutableArray<AbstractValue>? items,
        AbstractValue value,
        Scope scope,
        Func<ExpressionSyntax, AbstractValue> evaluate)
    {
        if (items is null)
        {
            foreach (var pattern in patterns)
            {
                BindUnknown(pattern, scope);
            }

            return value is UnknownValue { Shape: ValueShape.Any or ValueShape.List } or ChoiceValue or ListValue { Rest: not null } ? null : false;
        }

        if (items.Value.Length != patterns.Length)
        {
            return false;
        }

        bool? result = true;
        for (var i = 0; i < patterns.Length; i++)
        {
            result = Both(result, Match(patterns[i], items.Value[i], scope, evaluate));
        }

        return result;
    }

    private static AbstractValue ItemAt(AbstractValue pair, int index) =>
        pair is TupleValue { Items.Length: 2 } tuple ? tuple.Items[index] : new UnknownValue("part of a value that is not known");

    private static bool? Both(bool? left, bool? right) =>
        left == false || right == false ? false : left is null || right is null ? null : true;

    private static void BindUnknown(ExpressionSyntax pattern, Scope scope)
    {
        foreach (var variable in pattern.DescendantNodesAndSelf().OfType<IdentifierSyntax>())
        {
            scope.Bind(variable.Name, new UnknownValue($"variable {variable.Name}"));
        }
    }
}

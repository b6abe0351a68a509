using ExsLint.Semantics.Elixir.Model;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Rules.Settings;

/// <summary>Conditions as a person would write them in Elixir, on one line.</summary>
/// <param name="excerpt">The text of a node as it may be shown; null where it cannot be.</param>
internal sealed class ConditionText(Func<SyntaxNode, string?> excerpt)
{
    /// <summary>The most conditions that are spelled out.</summary>
    private const int MostShown = 3;

    /// <summary>Longer conditions are cut.</summary>
    private const int Longest = 80;

    private const string Ellipsis = "...";

    /// <summary>What has to be the case; null where nothing of it can be shown.</summary>
    /// <param name="conditions">All of what has to be the case.</param>
    public string? OfAll(IReadOnlyList<WrittenCondition> conditions)
    {
        var texts = conditions.Select(Of).ToList();
        var shown = texts.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var left = Math.Max(0, shown.Count - MostShown) + texts.Count(text => text is null);
        return shown.Count == 0 ? null
            : string.Join(" and ", shown.Take(MostShown)) + (left > 0 ? $" and {left} more" : "");
    }

    /// <summary>A condition; null where it cannot be shown.</summary>
    public string? Of(WrittenCondition condition) => Cut(condition.Form switch
    {
        ConditionForm.Holds => excerpt(condition.Test),
        ConditionForm.Fails => Not(condition.Test),
        ConditionForm.Matches => Match(condition.Test, condition.Pattern!, isPositive: true),
        ConditionForm.Differs => Match(condition.Test, condition.Pattern!, isPositive: false),
        _ =>
            condition.Test is CallSyntax { Arguments: [var name, ..] } && excerpt(name) is { } text ? $"{text} is not set" : null,
    });

    /// <summary>The opposite of a condition; null where it cannot be shown.</summary>
    public string? OfOpposite(WrittenCondition condition) => Of(condition with
    {
        Form = condition.Form switch
        {
            ConditionForm.Fails => ConditionForm.Holds,
            ConditionForm.Differs => ConditionForm.Matches,
            ConditionForm.Matches => ConditionForm.Differs,
            _ => ConditionForm.Fails,
        },
    });

    private string? Not(SyntaxNode test) => test switch
    {
        BinaryOperatorSyntax { OperatorToken.Text: "==" } equal => Join(equal.Left, "!=", equal.Right),
        BinaryOperatorSyntax { OperatorToken.Text: "!=" } unequal => Join(unequal.Left, "==", unequal.Right),
        UnaryOperatorSyntax { OperatorToken.Text: "!" or "not", Operand: var operand } => excerpt(operand),
        _ when excerpt(test) is not { } text => null,
        CallSyntax { HasParentheses: true } or IdentifierSyntax or AccessSyntax => $"!{excerpt(test)}",
        _ => $"!({excerpt(test)})",
    };

    private string? Match(SyntaxNode subject, SyntaxNode pattern, bool isPositive)
    {
        if (pattern is LiteralSyntax or StringLiteralSyntax or AliasSyntax)
        {
            return Join(subject, isPositive ? "==" : "!=", pattern);
        }

        return pattern is not IdentifierSyntax && excerpt(pattern) is { } shown && excerpt(subject) is { } text
            ? $"{(isPositive ? "" : "!")}match?({shown}, {text})"
            : null;
    }

    private string? Join(SyntaxNode left, string text, SyntaxNode right) =>
        excerpt(left) is { } first && excerpt(right) is { } second ? $"{first} {text} {second}" : null;

    private static string? Cut(string? text) => text is null || text.Length <= Longest ? text
        : string.Concat(
            text.AsSpan(0, Longest - Ellipsis.Length - (char.IsHighSurrogate(text[Longest - Ellipsis.Length - 1]) ? 1 : 0)),
            Ellipsis);
}

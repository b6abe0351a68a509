using System.Collections.Immutable;
using System.Text;
using ExsLint.Semantics.Elixir;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Rules;

/// <summary>The condition without which a value does not hold, as its message says it.</summary>
/// <param name="Suffix">Which kind of message says it.</param>
/// <param name="Text">The condition in Elixir, on one line, without the texts in it that may be secret.</param>
/// <param name="Places">The conditions that are written around the value, the innermost first.</param>
internal sealed record ShownCondition(string Suffix, string Text, ImmutableArray<Location> Places)
{
    /// <summary>Longer conditions are cut.</summary>
    private const int Longest = 80;

    /// <summary>Numbers from here on may be secret.</summary>
    private const int SecretDigits = 4;

    /// <summary>A finding names as many of the conditions around it, the innermost first.</summary>
    private const int MostPlaces = 3;

    private const string Ellipsis = "...";

    /// <summary>Texts that are no secrets: what switches are compared with.</summary>
    private static readonly ImmutableHashSet<string> Words =
        ["", "0", "1", "true", "false", "yes", "no", "on", "off", "enabled", "disabled", "prod", "dev", "test"];

    /// <summary>The conditions as places that explain a finding.</summary>
    public IEnumerable<RelatedLocation> Related => Places.Take(MostPlaces).Select(place => new RelatedLocation(place, "The condition it is under."));

    /// <summary>
    /// The innermost condition around one of several values; null if none is written in its file, if the value may hold for another reason,
    /// or if the condition says little by itself: one in a function or a loop speaks of what is given to it.
    /// </summary>
    /// <param name="model">The configuration.</param>
    /// <param name="choice">What the setting may be.</param>
    /// <param name="value">One of these.</param>
    public static ShownCondition? Of(ConfigModel model, ChoiceValue choice, AbstractValue value) =>
        value.Origin is not { Node: var node } || choice.HasSeveralOrigins || model.LayerOver(choice) is not null ? null : Around(node);

    /// <summary>The innermost condition around a node; null if none is written in its file, or if it says little by itself.</summary>
    public static ShownCondition? Around(SyntaxNode node)
    {
        if (node.Tree.Diagnostics.Any(diagnostic => diagnostic.IsError) || node.Ancestors().Any(IsRepeated))
        {
            return null;
        }

        var conditions = WrittenCondition.Around(node);
        if (conditions.Count == 0 || Describe(conditions[^1]) is not { } text)
        {
            return null;
        }

        return new ShownCondition(
            conditions[^1].Form == ConditionForm.Fails ? ConfigMessages.UnlessSuffix : ConfigMessages.OnlyIfSuffix,
            text,
            [.. conditions.Reverse().Select(condition => condition.Test.Location)]);
    }

    private static bool IsRepeated(SyntaxNode node) =>
        node is FnSyntax or UnaryOperatorSyntax { OperatorToken.Text: "&" } or CallSyntax { LocalName: "def" or "defp" or "for" };

    private static string? Describe(WrittenCondition condition) => condition.Form switch
    {
        ConditionForm.Holds or ConditionForm.Fails => Cut(TextOf(condition.Test)),
        ConditionForm.Matches when condition.Pattern is not IdentifierSyntax && TextOf(condition.Pattern!) is { } pattern && TextOf(condition.Test) is { } subject =>
            Cut($"match?({pattern}, {subject})"),
        _ => null,
    };

    private static string? Cut(string? text) => text is null || text.Length <= Longest ? text
        : string.Concat(text.AsSpan(0, Longest - Ellipsis.Length - (char.IsHighSurrogate(text[Longest - Ellipsis.Length - 1]) ? 1 : 0)), Ellipsis);

    /// <summary>The text of a node that stands on one line; what may be secret in it is masked.</summary>
    private static string? TextOf(SyntaxNode node)
    {
        var content = node.Tree.File.Content;
        if (content.AsSpan(node.Span.Start, node.Span.Length).ContainsAny('\r', '\n'))
        {
            return null;
        }

        var text = new StringBuilder();
        var offset = node.Span.Start;
        foreach (var secret in node.DescendantNodesAndSelf().Where(MayBeSecret).Select(secret => secret.Span))
        {
            // Within one that is masked already.
            if (secret.Start < offset)
            {
                continue;
            }

            text.Append(content, offset, secret.Start - offset).Append("\"***\"");
            offset = secret.End;
        }

        return text.Append(content, offset, node.Span.End - offset).ToString();
    }

    private static bool MayBeSecret(SyntaxNode node) => node switch
    {
        StringLiteralSyntax literal => !IsNameOfVariable(literal) && !(StringContent.GetText(literal) is { } text && Words.Contains(text)),
        LiteralSyntax { Kind: SyntaxKind.Integer or SyntaxKind.Float or SyntaxKind.Character } number => number.Span.Length >= SecretDigits,
        _ => false,
    };

    private static bool IsNameOfVariable(StringLiteralSyntax literal) =>
        literal.Parent is CallSyntax { Callee: MemberAccessSyntax { Left: AliasSyntax { Name: "System" }, NameToken.Text: "get_env" or "fetch_env" or "fetch_env!" or "has_env" } } call
        && call.Arguments[0] == literal;
}

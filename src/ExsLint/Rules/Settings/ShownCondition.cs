using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Secrets;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Text;

namespace ExsLint.Rules.Settings;

/// <summary>The condition without which a value does not hold, as its message says it.</summary>
/// <param name="Suffix">Which kind of message says it.</param>
/// <param name="Text">The condition in Elixir, on one line, without what is secret in it.</param>
/// <param name="Places">The conditions that are written around the value, the innermost first.</param>
internal sealed record ShownCondition(string Suffix, string Text, ImmutableArray<Location> Places)
{
    /// <summary>Longer conditions are cut.</summary>
    private const int Longest = 80;

    /// <summary>The most conditions that a finding names. It starts with the innermost.</summary>
    private const int MostPlaces = 3;

    private const string Ellipsis = "...";

    /// <summary>The conditions as places that explain a finding.</summary>
    public IEnumerable<RelatedLocation> Related =>
        Places.Take(MostPlaces).Select(place => new RelatedLocation(place, "The condition it is under."));

    /// <summary>
    /// The innermost condition around one of several values; null if none is written in its file, if the value may hold for
    /// another reason, or if the condition says little by itself: one in a function or a loop speaks of what is given to it.
    /// </summary>
    /// <param name="model">The configuration.</param>
    /// <param name="choice">What the setting may be.</param>
    /// <param name="value">One of these.</param>
    /// <param name="secrets">What is secret in the files.</param>
    public static ShownCondition? Of(ConfigModel model, ChoiceValue choice, AbstractValue value, SecretMap secrets) =>
        value.Origin is not { Node: var node } || choice.HasSeveralOrigins || model.LayerOver(choice) is not null
            ? null
            : Around(node, secrets);

    /// <summary>
    /// The innermost condition around a node; null if none is written in its file, or if it says little by itself.
    /// </summary>
    /// <param name="node">The node.</param>
    /// <param name="secrets">What is secret in the files.</param>
    public static ShownCondition? Around(SyntaxNode node, SecretMap secrets)
    {
        if (node.Tree.Diagnostics.Any(diagnostic => diagnostic.IsError) || node.Ancestors().Any(IsRepeated))
        {
            return null;
        }

        var conditions = WrittenCondition.Around(node);
        if (conditions.Count == 0 || Describe(conditions[^1], secrets) is not { } text)
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

    private static string? Describe(WrittenCondition condition, SecretMap secrets) => condition.Form switch
    {
        ConditionForm.Holds or ConditionForm.Fails => Cut(TextOf(condition.Test, secrets)),
        ConditionForm.Matches when condition.Pattern is not IdentifierSyntax
            && TextOf(condition.Pattern!, secrets) is { } pattern
            && TextOf(condition.Test, secrets) is { } subject =>
            Cut($"match?({pattern}, {subject})"),
        _ => null,
    };

    private static string? Cut(string? text) => text is null || text.Length <= Longest ? text
        : string.Concat(
            text.AsSpan(0, Longest - Ellipsis.Length - (char.IsHighSurrogate(text[Longest - Ellipsis.Length - 1]) ? 1 : 0)),
            Ellipsis);

    /// <summary>The text of a node that stands on one line, as a report would quote it.</summary>
    private static string? TextOf(SyntaxNode node, SecretMap secrets)
    {
        var file = node.Tree.File;
        return file.Content.AsSpan(node.Span.Start, node.Span.Length).ContainsAny('\r', '\n')
            ? null
            : secrets.Of(file).Excerpt(node.Span);
    }
}

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
    /// <summary>The most conditions that a finding names. It starts with the innermost.</summary>
    private const int MostPlaces = 3;

    /// <summary>The conditions as places that explain a finding.</summary>
    public IEnumerable<RelatedLocation> Related =>
        Places.Take(MostPlaces).Select(place => new RelatedLocation(place, "The condition it is under."));

    /// <summary>
    /// The condition of one of several values; null if it may hold for another reason, if an unknown layer may
    /// change it, or if the condition says little by itself:
    /// one in a function or a loop speaks of what is given to it.
    /// </summary>
    /// <param name="model">The configuration.</param>
    /// <param name="choice">What the setting may be.</param>
    /// <param name="value">One of these.</param>
    /// <param name="secrets">What is secret in the files.</param>
    public static ShownCondition? Of(ConfigModel model, ChoiceValue choice, AbstractValue value, SecretMap secrets) =>
        model.LayerOver(choice) is null
            && choice.Alternatives.IndexOf(value, 0, ReferenceEqualityComparer.Instance) is >= 0 and var index
            ? Of(WrittenCondition.Of(choice.ConditionOf(index)), secrets)
            : null;

    /// <summary>
    /// The conditions around a node; null if none is written in its file, or if the innermost says little by itself.
    /// </summary>
    /// <param name="node">The node.</param>
    /// <param name="secrets">What is secret in the files.</param>
    public static ShownCondition? Around(SyntaxNode node, SecretMap secrets) =>
        node.Ancestors().Any(IsRepeated) ? null : Of(WrittenCondition.Around(node), secrets);

    private static ShownCondition? Of(IReadOnlyList<WrittenCondition> conditions, SecretMap secrets)
    {
        var told = conditions.Where(condition => IsTold(condition.Test)).ToList();
        var text = new ConditionText(node => TextOf(node, secrets));
        var isUnless = conditions is [{ Form: ConditionForm.Fails or ConditionForm.Differs }];
        if (told.Count == 0 || (isUnless ? text.OfOpposite(told[0]) : text.OfAll(told)) is not { } shown)
        {
            return null;
        }

        return new ShownCondition(
            isUnless ? ConfigMessages.UnlessSuffix : ConfigMessages.OnlyIfSuffix,
            shown,
            [.. told.Select(condition => condition.Test.Location).Reverse()]);
    }

    private static bool IsTold(SyntaxNode test) =>
        !test.Tree.Diagnostics.Any(diagnostic => diagnostic.IsError) && !test.Ancestors().Any(IsRepeated);

    private static bool IsRepeated(SyntaxNode node) =>
        node is FnSyntax or UnaryOperatorSyntax { OperatorToken.Text: "&" } or CallSyntax { LocalName: "def" or "defp" or "for" };

    /// <summary>The text of a node that stands on one line, as a report would quote it.</summary>
    private static string? TextOf(SyntaxNode node, SecretMap secrets)
    {
        var file = node.Tree.File;
        return file.Content.AsSpan(node.Span.Start, node.Span.Length).ContainsAny('\r', '\n')
            ? null
            : secrets.Excerpt(node);
    }
}

using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>The parts of forms that take a do-block or keywords: <c>if</c>, <c>with</c>, <c>for</c>.</summary>
internal static class FormSections
{
    /// <summary>
    /// The sections of a form that takes a do-block or keywords (<c>do: .., else: ..</c>), and its other arguments; null where it
    /// has none or they are written in a way that is not known.
    /// </summary>
    public static Dictionary<string, ExpressionOrBody>? Of(CallSyntax call, out ImmutableArray<ExpressionSyntax> others)
    {
        var sections = new Dictionary<string, ExpressionOrBody>();
        others = call.Arguments;
        if (call.DoBlock is { } block)
        {
            foreach (var section in block.Sections)
            {
                if (!sections.TryAdd(section.Keyword.Text, new ExpressionOrBody(null, section.Body)))
                {
                    return null;
                }
            }
        }

        if (call.Arguments is [.., KeywordListSyntax keywords])
        {
            others = call.Arguments.RemoveAt(call.Arguments.Length - 1);
            foreach (var pair in keywords.Pairs)
            {
                if (pair.KeyName is not { } name || !sections.TryAdd(name, BodyOf(pair.Value)))
                {
                    return null;
                }
            }
        }

        return sections.ContainsKey("do") ? sections : null;
    }

    /// <summary><c>else: (a -> b)</c> holds clauses.</summary>
    private static ExpressionOrBody BodyOf(ExpressionSyntax expression) =>
        expression is ParenthesizedSyntax { Body.HasClauses: true } clauses ? new(null, clauses.Body) : new(expression, null);

    /// <summary>
    /// The branches of an <c>if</c>; null where it is written in a way that Elixir refuses or that is not known.
    /// </summary>
    public static IfBranches? OfIf(CallSyntax call)
    {
        if (call.DoBlock is { } block)
        {
            return block.Sections switch
            {
                [var taken] => new IfBranches(new(null, taken.Body), null),
                [var taken, { Keyword.Text: "else" } other] => new IfBranches(new(null, taken.Body), new(null, other.Body)),
                _ => null,
            };
        }

        var pairs = call.Arguments switch
        {
            [.., KeywordListSyntax keywords] => keywords.Pairs,
            [.., ListSyntax list] when list.Elements.All(element => element is KeywordPairSyntax) =>
                [.. list.Elements.Cast<KeywordPairSyntax>()],
            _ => [],
        };
        return pairs switch
        {
            [{ KeyName: "do" } taken] => new IfBranches(new(taken.Value, null), null),
            [{ KeyName: "do" } taken, { KeyName: "else" } other] =>
                new IfBranches(new(taken.Value, null), new(other.Value, null)),
            _ => null,
        };
    }
}

using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Grammar.Reading;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <summary>A keyword's key: a token, or a quoted literal.</summary>
internal readonly record struct KeyOfPair(SyntaxToken First, StringLiteralSyntax? Quoted);

/// <summary>What stands before the braces of a map.</summary>
internal readonly record struct MapHead(SyntaxToken Sign, ExpressionSyntax? StructName);

/// <summary>What the braces of a map start with.</summary>
/// <param name="Updated">The map before the bar of an update, else null.</param>
/// <param name="Element">The first element, or all keywords.</param>
internal readonly record struct MapStart(ExpressionSyntax? Updated, ExpressionSyntax Element);

/// <summary>The braces of a map.</summary>
/// <param name="Updated">The map before the bar of an update, else null.</param>
/// <param name="Elements">The elements.</param>
/// <param name="Close">The closing brace.</param>
internal readonly record struct MapContent(ExpressionSyntax? Updated, ImmutableArray<ExpressionSyntax> Elements, int Close);

/// <summary>What the grammar makes of the parts of a production.</summary>
internal static class GrammarParts
{
    /// <summary>The expression of an operand.</summary>
    public static ExpressionSyntax Node(Operand operand) => operand.Node;

    /// <summary>Keywords as one element among others.</summary>
    public static ExpressionSyntax Node(KeywordListSyntax keywords) => keywords;

    /// <summary>An operand that stands anywhere, and that <c>[key]</c> may follow.</summary>
    public static Operand Access(ExpressionSyntax node) => Operand.Access(node);

    /// <summary>Whether an element is the keywords, behind which nothing may follow.</summary>
    public static bool IsKeywords(ExpressionSyntax element) => element is KeywordListSyntax;

    /// <summary>A key and its value.</summary>
    public static KeywordPairSyntax MakePair(KeyOfPair key, ExpressionSyntax value) =>
        new(key.First.Tree, key.First.Index, key.Quoted, value);

    /// <summary>Keywords without brackets of their own.</summary>
    public static KeywordListSyntax MakeKeywords(ImmutableArray<KeywordPairSyntax> pairs) =>
        new(pairs[0].Tree, pairs[0].FirstTokenIndex, pairs[^1].LastTokenIndex, pairs);

    /// <summary>Keywords of which each pair is an element.</summary>
    public static ImmutableArray<ExpressionSyntax> Pairs(KeywordListSyntax keywords) =>
        ImmutableArray<ExpressionSyntax>.CastUp(keywords.Pairs);

    /// <summary>Elements of which the last, if it is the keywords, becomes an element for each pair.</summary>
    public static ImmutableArray<ExpressionSyntax> PairsApart(ImmutableArray<ExpressionSyntax> elements) => elements switch
    {
        [KeywordListSyntax keywords] => Pairs(keywords),
        [.., KeywordListSyntax keywords] => [.. elements.AsSpan()[..^1], .. keywords.Pairs],
        _ => elements,
    };

    /// <summary>What parentheses hold.</summary>
    public static Parens MakeParens(SyntaxToken open, StabBody stab, SyntaxToken close) => new(
        open.Index,
        close.Index,
        stab.Arguments is null ? new ParenthesizedSyntax(open.Tree, open.Index, close.Index, stab.Body) : null,
        stab.Arguments ?? []);

    /// <summary>A literal of one token.</summary>
    public static ExpressionSyntax MakeLiteral(SyntaxToken token) => (SyntaxKind)token.RawKind == SyntaxKind.Alias
        ? new AliasSyntax(token.Tree, token.Index)
        : new LiteralSyntax(token.Tree, token.Index);

    /// <summary>Text in a quoted literal.</summary>
    public static StringPartSyntax MakeText(SyntaxToken text) => new StringTextSyntax(text.Tree, text.Index);

    /// <summary>An interpolation in a quoted literal.</summary>
    public static StringPartSyntax MakeInterpolation(SyntaxToken open, BodySyntax body, SyntaxToken close) =>
        new InterpolationSyntax(open.Tree, open.Index, close.Index, body);

    /// <summary>Anything between quotes.</summary>
    public static StringLiteralSyntax MakeString(SyntaxToken open, ImmutableArray<StringPartSyntax> parts, SyntaxToken close) =>
        new(open.Tree, open.Index, close.Index, parts);
}

using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Edits;

/// <summary>
/// The pairs of keyword lists, however they are written: <c>a: 1</c>, <c>"a": 1</c>, <c>{:a, 1}</c>, <c>{Foo, 1}</c>.
/// </summary>
internal static class ElixirPairs
{
    /// <summary>
    /// The key of a pair, aliases with <c>Elixir.</c>; null for what is no pair, or has a key that is not literal.
    /// </summary>
    public static string? KeyOf(SyntaxNode element) => element switch
    {
        KeywordPairSyntax { QuotedKey: { } key } => StringContent.GetText(key),
        KeywordPairSyntax pair => pair.KeyName,
        TupleSyntax { Elements: [var key, not KeywordListSyntax] } => NameOf(key),
        _ => null,
    };

    /// <summary>The value of a pair; null for what is no pair.</summary>
    public static ExpressionSyntax? ValueOf(SyntaxNode element) => element switch
    {
        KeywordPairSyntax pair => pair.Value,
        TupleSyntax { Elements: [_, var value and not KeywordListSyntax] } tuple when KeyOf(tuple) is not null => value,
        _ => null,
    };

    /// <summary>The name of an atom or an alias as it is written, aliases with <c>Elixir.</c>; null for anything else.</summary>
    public static string? NameOf(ExpressionSyntax node) => node switch
    {
        LiteralSyntax { Kind: SyntaxKind.Atom or SyntaxKind.True or SyntaxKind.False or SyntaxKind.Nil } atom =>
            LiteralValue.GetAtomName(atom),
        AliasSyntax or QualifiedAliasSyntax => AtomValue.AliasPrefix + node,
        StringLiteralSyntax { Kind: SyntaxKind.QuotedAtomStart } atom => StringContent.GetText(atom),
        _ => null,
    };

    /// <summary>The elements of keywords with or without brackets; nothing for other expressions.</summary>
    public static IEnumerable<ExpressionSyntax> ElementsOf(SyntaxNode container) => container switch
    {
        KeywordListSyntax keywords => keywords.Pairs,
        ListSyntax list => list.Elements,
        _ => [],
    };

    /// <summary>The value of the first pair with a key, as <c>Keyword.get/2</c> finds it.</summary>
    public static ExpressionSyntax? Find(SyntaxNode container, string key) =>
        ElementsOf(container).Where(element => KeyOf(element) == key).Select(ValueOf).FirstOrDefault();
}

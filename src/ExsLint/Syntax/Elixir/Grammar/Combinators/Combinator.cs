using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Language;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar.Combinators;

/// <summary>
/// Parsers that the grammar is put together from, besides Pidgin's own for sequences. They choose by the next token where
/// Pidgin's (<c>Or</c>, <c>Optional</c>, <c>Many</c>, <c>Separated</c>) try and go back: so the first failure is the mistake.
/// </summary>
internal static class Combinator
{
    /// <summary>[ EOL ]: whether a line end was there.</summary>
    public static Parser<TokenData, bool> OptionalLineEnd { get; } = new OptionalTokenParser(SyntaxKind.EndOfLine);

    /// <summary>Any token: whoever chose this parser has looked at its kind.</summary>
    public static Parser<TokenData, SyntaxToken> AnyToken { get; } = new AnyTokenParser();

    /// <summary>The next token, which is not passed over.</summary>
    public static Parser<TokenData, SyntaxToken> NextToken { get; } = new NextTokenParser();

    /// <summary>A token of this kind.</summary>
    public static Parser<TokenData, SyntaxToken> Token(SyntaxKind kind) => new TokenParser(kind);

    /// <summary>[ token ]: whether it was there.</summary>
    public static Parser<TokenData, bool> OptionalToken(SyntaxKind kind) => new OptionalTokenParser(kind);

    /// <summary>a | b, told apart by the kinds of token that they start with.</summary>
    public static ByKindParser<T> ByKind<T>(
        params ReadOnlySpan<(Parser<TokenData, T> Parser, SyntaxKind[] Kinds)> alternatives) => new(alternatives);

    /// <summary>a | b, where only the first starts with a keyword's key.</summary>
    public static Parser<TokenData, T> ByKey<T>(Parser<TokenData, T> atKey, Parser<TokenData, T> elsewhere) =>
        new ByKeyParser<T>(atKey, elsewhere);

    /// <summary>Nothing that can stand here.</summary>
    public static Parser<TokenData, T> Unexpected<T>() => new UnexpectedParser<T>();

    /// <summary>[ a ], which is missing before certain kinds of token.</summary>
    public static Parser<TokenData, T?> Optional<T>(Parser<TokenData, T> parser, Func<SyntaxKind, bool> isMissingBefore)
        where T : class => new OptionalParser<T>(parser, isMissingBefore);

    /// <summary>{ a }, up to a token that it does not start with.</summary>
    public static Parser<TokenData, ImmutableArray<T>> Repeated<T>(ByKindParser<T> item) => new RepeatedParser<T>(item);

    /// <summary>a, { ",", a }.</summary>
    public static SeparatedByParser<T> SeparatedByComma<T>(Parser<TokenData, T> item) => new(item, item);

    /// <summary>a, { ",", b }, where nothing may follow the last b.</summary>
    public static SeparatedByParser<T> SeparatedByComma<T>(
        Parser<TokenData, T> first,
        Parser<TokenData, T> item,
        Func<T, bool> isLast) => new(first, item) { IsLast = isLast };

    /// <summary>a, { ",", a }, [ "," ].</summary>
    public static SeparatedByParser<T> SeparatedByCommaOrEnded<T>(Parser<TokenData, T> item) =>
        new(item, item) { AllowsTrailing = true };

    /// <summary>a, { ",", b }, [ "," ], where nothing may follow the last b.</summary>
    public static SeparatedByParser<T> SeparatedByCommaOrEnded<T>(
        Parser<TokenData, T> first,
        Parser<TokenData, T> item,
        Func<T, bool> isLast) => new(first, item) { AllowsTrailing = true, IsLast = isLast };

    /// <summary>[ separator ], [ a, { separator, a }, [ separator ] ], up to a token that ends it.</summary>
    public static Parser<TokenData, ImmutableArray<T>> Lines<T>(
        Parser<TokenData, bool> separator,
        Parser<TokenData, T> item,
        SyntaxKind end) => new LinesParser<T>(separator, item, end);

    /// <summary>open, [ EOL ], content, [ EOL ], close.</summary>
    public static Parser<TokenData, T> Bracketed<TContent, T>(
        SyntaxKind open,
        Parser<TokenData, TContent> content,
        SyntaxKind close,
        Func<SyntaxToken, TContent, SyntaxToken, T> make) =>
        new BracketedParser<TContent, T>(open, content, close, make) { Empty = default! };

    /// <summary>open, [ EOL ], [ content ], [ EOL ], close.</summary>
    public static Parser<TokenData, T> BracketedOptional<TContent, T>(
        SyntaxKind open,
        Parser<TokenData, TContent> content,
        TContent empty,
        SyntaxKind close,
        Func<SyntaxToken, TContent, SyntaxToken, T> make) =>
        new BracketedParser<TContent, T>(open, content, close, make) { IsOptional = true, Empty = empty };

    /// <summary>A production that takes stack for each level of nesting.</summary>
    public static Parser<TokenData, T> Nested<T>(Parser<TokenData, T> parser) => new NestedParser<T>(parser);

    /// <summary>
    /// What is made of what was read. (Pidgin's <c>Select</c> asks a generic virtual method whether it can be joined with a
    /// <c>Map</c> before it: that makes native code of the program larger, and its start slower.)
    /// </summary>
    public static Parser<TokenData, TResult> Into<T, TResult>(this Parser<TokenData, T> parser, Func<T, TResult> make) =>
        new IntoParser<T, TResult>(parser, make);

    /// <summary>A production that is checked after it was read.</summary>
    public static Parser<TokenData, T> Checked<T>(this Parser<TokenData, T> parser, Check<T> check) =>
        new CheckedParser<T>(parser, check);

    /// <summary>Goes on from what was read, with the reader at hand.</summary>
    public static Parser<TokenData, TResult> AndThen<T, TResult>(
        this Parser<TokenData, T> parser,
        Continuation<T, TResult> continuation) => new AndThenParser<T, TResult>(parser, continuation);
}

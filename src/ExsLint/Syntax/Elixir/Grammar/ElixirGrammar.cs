using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Grammar.Combinators;
using ExsLint.Syntax.Elixir.Grammar.Reading;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;
using Pidgin;
using static ExsLint.Syntax.Elixir.Grammar.Combinators.Combinator;
using static ExsLint.Syntax.Elixir.Grammar.GrammarChecks;
using static ExsLint.Syntax.Elixir.Grammar.GrammarParts;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <summary>
/// The grammar of <c>grammars/elixir.ebnf</c>: a property for each production, in the same order. It keeps nothing of what it has
/// parsed: that is in the <see cref="ParseSession"/>. Each production looks at the next token's kind, so none is tried in vain,
/// and the first one that fails knows what is wrong. What is written by hand says why in its own summary.
/// </summary>
internal sealed class ElixirGrammar
{
    private static readonly SyntaxKind[] Quotes =
    [
        SyntaxKind.StringStart, SyntaxKind.CharlistStart, SyntaxKind.StringHeredocStart, SyntaxKind.CharlistHeredocStart,
        SyntaxKind.SigilStart, SyntaxKind.QuotedAtomStart,
    ];

    private ElixirGrammar()
    {
    }

    /// <summary>The only instance.</summary>
    public static ElixirGrammar Instance { get; } = new();

    // ---- Files

    public FileParser Grammar => field ??= new FileParser(this);

    public Parser<TokenData, bool> Eoe => field ??= Parser.Map(
        (line, semicolon) => line || semicolon,
        OptionalLineEnd,
        OptionalToken(SyntaxKind.Semicolon));

    // ---- Expressions

    public ExpressionParser Expr => field ??= new ExpressionParser(this, CallForms.DoBlocks);

    public ExpressionParser MatchedExpr => field ??= new ExpressionParser(this, CallForms.NoParens);

    public Parser<TokenData, ExpressionSyntax> ContainerExpr => field ??= Expr.Checked(RefuseNoParens).Into(Node);

    // ---- Operators

    public PrefixedOperandParser PrefixedOperand => field ??= new PrefixedOperandParser(this);

    public BinaryOperatorParser Binary => field ??= new BinaryOperatorParser();

    public PrefixesParser Prefix => field ??= new PrefixesParser();

    // ---- Operands

    public OperandParser Operand => field ??= new OperandParser(this);

    public Parser<TokenData, Operand> Primary => field ??= ByKind<Operand>(
        (Call, [SyntaxKind.Identifier, SyntaxKind.ParenIdentifier, SyntaxKind.BracketIdentifier, SyntaxKind.DoIdentifier,
            SyntaxKind.OpIdentifier]),
        (Literal.Into(Access), [SyntaxKind.Integer, SyntaxKind.Float, SyntaxKind.Character, SyntaxKind.Atom, SyntaxKind.True,
            SyntaxKind.False, SyntaxKind.Nil, SyntaxKind.Alias]),
        (CaptureArgument.Into(Access), [SyntaxKind.CaptureInteger, SyntaxKind.CaptureOperator]),
        (Nullary.AndThen<NullaryOperatorSyntax, Operand>(AccessBefore117), [SyntaxKind.RangeOperator,
            SyntaxKind.EllipsisOperator]),
        (String.Into(Access), Quotes),
        (Parenthesized.Into(Access), [SyntaxKind.OpenParen]),
        (List.Into(Access), [SyntaxKind.OpenBracket]),
        (Tuple.Into(Access), [SyntaxKind.OpenBrace]),
        (Bitstring.Into(Access), [SyntaxKind.OpenBits]),
        (Map.Into(Access), [SyntaxKind.PercentBrace, SyntaxKind.Percent]),
        (Fn.Into(Access), [SyntaxKind.Fn]));

    public Parser<TokenData, ExpressionSyntax> Literal => field ??= AnyToken.Into(MakeLiteral);

    public Parser<TokenData, CaptureArgumentSyntax> CaptureArgument => field ??= Parser.Map(
        (sign, _, number) => new CaptureArgumentSyntax(sign.Tree, sign.Index, new LiteralSyntax(number.Tree, number.Index)),
        AnyToken,
        OptionalLineEnd,
        Token(SyntaxKind.Integer));

    public Parser<TokenData, NullaryOperatorSyntax> Nullary => field ??=
        AnyToken.Into(token => new NullaryOperatorSyntax(token.Tree, token.Index));

    public Parser<TokenData, ExpressionSyntax> BracketArg => field ??= Bracketed(
        SyntaxKind.OpenBracket,
        ByKey(Keywords.Into(Node), ContainerExpr.Checked(RefuseSecondKey)),
        SyntaxKind.CloseBracket,
        (_, key, _) => key);

    // ---- Calls

    public CallParser Call => field ??= new CallParser(this);

    public Parser<TokenData, ImmutableArray<ExpressionSyntax>> CallArgsParens => field ??= BracketedOptional(
        SyntaxKind.OpenParen,
        SeparatedByComma(
            ByKey(Keywords.Into(Node), Expr.Into(Node)),
            ByKey(Keywords.Into(Node), ContainerExpr),
            IsKeywords),
        [],
        SyntaxKind.CloseParen,
        (_, arguments, _) => arguments);

    public ArgumentsParser CallArgsNoParensAll => field ??= new ArgumentsParser(this);

    public SeparatedByParser<ExpressionSyntax> CallArgsNoParensMany => field ??= SeparatedByComma(
        MatchedExpr.Checked(RefuseNoParens).Into(Node),
        ByKey(CallArgsNoParensKw.Into(Node), MatchedExpr.Checked(RefuseNoParens).Into(Node)),
        IsKeywords);

    public Parser<TokenData, KeywordListSyntax> CallArgsNoParensKw => field ??=
        SeparatedByComma(KeywordPair(MatchedExpr.Into(Node))).Into(MakeKeywords);

    // ---- Collections

    public Parser<TokenData, ListSyntax> List => field ??= BracketedOptional(
        SyntaxKind.OpenBracket,
        ByKey(Keywords.Into(Pairs), Elements),
        [],
        SyntaxKind.CloseBracket,
        (open, elements, close) => new ListSyntax(open.Tree, open.Index, close.Index, PairsApart(elements)));

    public Parser<TokenData, TupleSyntax> Tuple => field ??= BracketedOptional(
        SyntaxKind.OpenBrace,
        Elements,
        [],
        SyntaxKind.CloseBrace,
        (open, elements, close) => new TupleSyntax(open.Tree, open.Index, close.Index, elements));

    public Parser<TokenData, BitstringSyntax> Bitstring => field ??= BracketedOptional(
        SyntaxKind.OpenBits,
        Elements,
        [],
        SyntaxKind.CloseBits,
        (open, elements, close) => new BitstringSyntax(open.Tree, open.Index, close.Index, elements));

    public Parser<TokenData, ImmutableArray<ExpressionSyntax>> Elements => field ??= ByKey(
        new RefusedKeywordsParser(),
        SeparatedByCommaOrEnded(ContainerExpr, ByKey(Keywords.Into(Node), ContainerExpr), IsKeywords));

    public Parser<TokenData, KeywordListSyntax> Keywords => field ??=
        SeparatedByCommaOrEnded(KeywordPair(ContainerExpr)).Into(MakeKeywords);

    public Parser<TokenData, KeyOfPair> Key => field ??= ByKey(
        ByKind<KeyOfPair>(
            (AnyToken.Into(token => new KeyOfPair(token, null)), [SyntaxKind.KeywordIdentifier]),
            (Quoted.Into(key => new KeyOfPair(key.FirstToken, key)), [SyntaxKind.StringStart, SyntaxKind.CharlistStart]))
            .Before(OptionalLineEnd),
        Unexpected<KeyOfPair>());

    public Parser<TokenData, MapSyntax> Map => field ??= Nested(Parser.Map(
        (head, content) =>
            new MapSyntax(head.Sign.Tree, head.Sign.Index, content.Close, head.StructName, content.Updated, content.Elements),
        ByKind<MapHead>(
            (AnyToken.Into(sign => new MapHead(sign, null)), [SyntaxKind.PercentBrace]),
            (Parser.Map((sign, name) => new MapHead(sign, name), AnyToken, StructExpr.Before(OptionalLineEnd)),
                [SyntaxKind.Percent])),
        MapArgs));

    public StructNameParser StructExpr => field ??= new StructNameParser(this);

    public Parser<TokenData, MapContent> MapArgs => field ??= BracketedOptional(
        SyntaxKind.OpenBrace,
        ByKey(Keywords.Into(keywords => new MapStart(null, keywords)), new MapStartParser(this))
            .AndThen<MapStart, MapContent>(ReadAssocs),
        new MapContent(null, [], 0),
        SyntaxKind.CloseBrace,
        (_, content, close) => content with { Close = close.Index });

    public AssocParser AssocExpr => field ??= new AssocParser(this);

    // ---- Bodies

    public DoBlockParser DoBlock => field ??= new DoBlockParser(this);

    public Parser<TokenData, FnSyntax> Fn => field ??= Parser.Map(
        (open, clauses, close) => new FnSyntax(open.Tree, open.Index, close.Index, clauses),
        Token(SyntaxKind.Fn),
        Clauses,
        Token(SyntaxKind.End)).Checked(RefuseNoArrow);

    public Parser<TokenData, ParenthesizedSyntax> Parenthesized => field ??=
        Parens.Checked(RefuseArguments).Into(parens => parens.Body!);

    public StabParser Stab => field ??= new StabParser(this);

    public Parser<TokenData, BodySyntax> Clauses => field ??= Stab.Checked(RefuseArguments).Into(stab => stab.Body);

    public StabExprParser StabExpr => field ??= new StabExprParser(this);

    public Parser<TokenData, ClauseTail> Clause => field ??= Parser.Map(
        (arrow, _, expression) => new ClauseTail(arrow.Index, expression),
        Token(SyntaxKind.StabOperator),
        OptionalLineEnd,
        Optional(Expr.Into(Node), isMissingBefore: TokenKinds.EndsClause));

    public ClauseHeadParser ClauseHead => field ??= new ClauseHeadParser(this);

    // ---- Quoted literals

    public Parser<TokenData, StringLiteralSyntax> String => field ??= ByKey(Unexpected<StringLiteralSyntax>(), Quoted);

    public Parser<TokenData, BodySyntax> InterpolationBody => field ??= Parser.Map(
        (first, expressions, end) => new BodySyntax(first.Tree, first.Index, end.Index - 1, expressions),
        NextToken,
        Lines(Eoe, Expr.Into(Node), SyntaxKind.InterpolationEnd),
        NextToken);

    // ---- Parts that several productions share

    /// <summary>parenthesized or stab_parens_many: only the arrow behind it tells.</summary>
    internal Parser<TokenData, Parens> Parens => field ??= Nested(Parser.Map(
        MakeParens,
        Token(SyntaxKind.OpenParen),
        Stab.Checked(RefuseSemicolons),
        OptionalLineEnd.Then(Token(SyntaxKind.CloseParen))));

    /// <summary>Anything between quotes: the scanner closes every quote.</summary>
    internal Parser<TokenData, StringLiteralSyntax> Quoted => field ??= Parser.Map(
        MakeString,
        AnyToken,
        Repeated(ByKind<StringPartSyntax>(
            (AnyToken.Into(MakeText), [SyntaxKind.StringText]),
            (Interpolation, [SyntaxKind.InterpolationStart]))),
        AnyToken).Checked(RefuseBadText);

    private Parser<TokenData, StringPartSyntax> Interpolation => Parser.Map(
        MakeInterpolation,
        AnyToken,
        InterpolationBody,
        AnyToken);

    private SeparatedByParser<ExpressionSyntax> Assocs => field ??=
        SeparatedByCommaOrEnded(AssocExpr, ByKey(Keywords.Into(Node), AssocExpr), IsKeywords);

    private Parser<TokenData, KeywordPairSyntax> KeywordPair(Parser<TokenData, ExpressionSyntax> value) =>
        Parser.Map(MakePair, Key, value);

    private bool ReadAssocs(ref TokenReader reader, MapStart start, out MapContent result)
    {
        var isRead = Assocs.TryReadBehind(ref reader, start.Element, out var elements);
        result = new MapContent(start.Updated, PairsApart(elements), 0);
        return isRead;
    }

    private static bool AccessBefore117(ref TokenReader reader, NullaryOperatorSyntax read, out Operand result)
    {
        result = new Operand(read, ExpressionClass.Matched, IsAccess: reader.Session.Dialect < ElixirDialect.Elixir117);
        return true;
    }
}

namespace ExsLint.Syntax.Elixir.Language;

/// <summary>Kinds of tokens that the grammar treats alike.</summary>
internal static class TokenKinds
{
    /// <summary>Whether a token closes a bracket, a block or an interpolation.</summary>
    public static bool IsClosing(SyntaxKind kind) => kind is
        SyntaxKind.CloseParen or SyntaxKind.CloseBracket or SyntaxKind.CloseBrace or SyntaxKind.CloseBits
        or SyntaxKind.End or SyntaxKind.InterpolationEnd;

    /// <summary>Whether a token ends the expressions and clauses between parentheses, or of a function.</summary>
    public static bool EndsBody(SyntaxKind kind) => IsClosing(kind) || kind is SyntaxKind.BlockIdentifier or SyntaxKind.EndOfFile;

    /// <summary>Whether a token ends a part of a do-block.</summary>
    public static bool EndsBlock(SyntaxKind kind) => kind is SyntaxKind.End or SyntaxKind.BlockIdentifier or SyntaxKind.EndOfFile;

    /// <summary>Whether a token behind an arrow shows that the clause has no expression.</summary>
    public static bool EndsClause(SyntaxKind kind) => kind == SyntaxKind.Semicolon || EndsBody(kind);

    /// <summary>Whether a value starts with a token: an operand without a prefix, or a key.</summary>
    public static bool StartsValue(SyntaxKind kind) => kind is
        SyntaxKind.Identifier or SyntaxKind.ParenIdentifier or SyntaxKind.BracketIdentifier or SyntaxKind.DoIdentifier
        or SyntaxKind.OpIdentifier or SyntaxKind.Alias or SyntaxKind.Integer or SyntaxKind.Float or SyntaxKind.Character
        or SyntaxKind.Atom or SyntaxKind.True or SyntaxKind.False or SyntaxKind.Nil or SyntaxKind.KeywordIdentifier
        or SyntaxKind.StringStart or SyntaxKind.CharlistStart or SyntaxKind.StringHeredocStart or SyntaxKind.CharlistHeredocStart
        or SyntaxKind.SigilStart or SyntaxKind.QuotedAtomStart or SyntaxKind.OpenParen or SyntaxKind.OpenBracket
        or SyntaxKind.OpenBrace or SyntaxKind.OpenBits or SyntaxKind.PercentBrace or SyntaxKind.Percent or SyntaxKind.Fn;

    /// <summary>Whether a token behind a name starts the first argument of a call without parentheses.</summary>
    public static bool StartsArgument(SyntaxKind kind) => StartsValue(kind) || kind is
        SyntaxKind.CaptureOperator or SyntaxKind.CaptureInteger or SyntaxKind.UnaryOperator or SyntaxKind.AtOperator
        or SyntaxKind.EllipsisOperator;
}

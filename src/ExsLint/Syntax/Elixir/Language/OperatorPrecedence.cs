namespace ExsLint.Syntax.Elixir.Language;

/// <summary>How tightly operators bind; the numbers are those of Elixir's own grammar.</summary>
internal static class OperatorPrecedence
{
    public const int At = 320;
    public const int Unary = 300;
    public const int Capture = 90;

    /// <summary>The precedence of a binary operator, 0 for any other kind. (<c>=></c> is none: only maps know it.)</summary>
    public static int Binary(SyntaxKind kind) => kind switch
    {
        SyntaxKind.InMatchOperator => 40,
        SyntaxKind.WhenOperator => 50,
        SyntaxKind.TypeOperator => 60,
        SyntaxKind.PipeOperator => 70,
        SyntaxKind.MatchOperator => 100,
        SyntaxKind.OrOperator => 120,
        SyntaxKind.AndOperator => 130,
        SyntaxKind.CompOperator => 140,
        SyntaxKind.RelOperator => 150,
        SyntaxKind.ArrowOperator => 160,
        SyntaxKind.InOperator => 170,
        SyntaxKind.XorOperator => 180,
        SyntaxKind.TernaryOperator => 190,
        SyntaxKind.ConcatOperator or SyntaxKind.RangeOperator => 200,
        SyntaxKind.DualOperator => 210,
        SyntaxKind.MultOperator => 220,
        SyntaxKind.PowerOperator => 230,
        _ => 0,
    };

    /// <summary>The precedence of an operator before its operand, 0 for any other kind.</summary>
    public static int Prefix(SyntaxKind kind) => kind switch
    {
        SyntaxKind.UnaryOperator or SyntaxKind.DualOperator or SyntaxKind.TernaryOperator => Unary,
        SyntaxKind.AtOperator => At,
        SyntaxKind.CaptureOperator or SyntaxKind.EllipsisOperator => Capture,
        _ => 0,
    };

    /// <summary>Whether <c>a op b op c</c> is <c>a op (b op c)</c>.</summary>
    public static bool IsRightAssociative(SyntaxKind kind) => kind is
        SyntaxKind.WhenOperator or SyntaxKind.TypeOperator or SyntaxKind.PipeOperator or SyntaxKind.MatchOperator
        or SyntaxKind.TernaryOperator or SyntaxKind.ConcatOperator or SyntaxKind.RangeOperator;
}

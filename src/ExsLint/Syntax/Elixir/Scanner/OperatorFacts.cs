using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>Which characters make which operator.</summary>
internal static class OperatorFacts
{
    /// <summary>The operator of these three characters, else EndOfFile.</summary>
    public static SyntaxKind Three(char a, char b, char c) => (a, b, c) switch
    {
        ('~', '~', '~') => SyntaxKind.UnaryOperator,
        ('.', '.', '.') => SyntaxKind.EllipsisOperator,
        ('=', '=', '=') or ('!', '=', '=') => SyntaxKind.CompOperator,
        ('&', '&', '&') => SyntaxKind.AndOperator,
        ('|', '|', '|') => SyntaxKind.OrOperator,
        ('^', '^', '^') => SyntaxKind.XorOperator,
        ('+', '+', '+') or ('-', '-', '-') => SyntaxKind.ConcatOperator,
        ('<', '<', '<') or ('>', '>', '>') or ('~', '>', '>') or ('<', '<', '~') or ('<', '~', '>') or ('<', '|', '>') =>
            SyntaxKind.ArrowOperator,
        _ => SyntaxKind.EndOfFile,
    };

    /// <summary>The operator of these two characters, else EndOfFile.</summary>
    public static SyntaxKind Two(char a, char b) => (a, b) switch
    {
        ('/', '/') => SyntaxKind.TernaryOperator,
        ('=', '>') => SyntaxKind.AssocOperator,
        ('*', '*') => SyntaxKind.PowerOperator,
        ('.', '.') => SyntaxKind.RangeOperator,
        ('+', '+') or ('-', '-') or ('<', '>') => SyntaxKind.ConcatOperator,
        ('|', '>') or ('~', '>') or ('<', '~') => SyntaxKind.ArrowOperator,
        ('=', '=') or ('=', '~') or ('!', '=') => SyntaxKind.CompOperator,
        ('<', '=') or ('>', '=') => SyntaxKind.RelOperator,
        ('&', '&') => SyntaxKind.AndOperator,
        ('|', '|') => SyntaxKind.OrOperator,
        ('<', '-') or ('\\', '\\') => SyntaxKind.InMatchOperator,
        (':', ':') => SyntaxKind.TypeOperator,
        ('-', '>') => SyntaxKind.StabOperator,
        _ => SyntaxKind.EndOfFile,
    };

    /// <summary>The operator of this character, else EndOfFile.</summary>
    public static SyntaxKind One(char a) => a switch
    {
        '@' => SyntaxKind.AtOperator,
        '&' => SyntaxKind.CaptureOperator,
        '!' or '^' => SyntaxKind.UnaryOperator,
        '<' or '>' => SyntaxKind.RelOperator,
        '+' or '-' => SyntaxKind.DualOperator,
        '*' or '/' => SyntaxKind.MultOperator,
        '=' => SyntaxKind.MatchOperator,
        '|' => SyntaxKind.PipeOperator,
        _ => SyntaxKind.EndOfFile,
    };
}

namespace ExsLint.Syntax.Elixir;

/// <summary>Which closing token belongs to which opening one, in text where some are missing. Only broken files need it.</summary>
internal static class BracketMatcher
{
    /// <summary>For each token that opens something the number of the token that closes it, else 0. Takes linear time.</summary>
    public static int[] Match(TokenData[] tokens)
    {
        var closing = new int[tokens.Length];
        var open = new Stack<int>();
        var waiting = new Dictionary<SyntaxKind, int>();
        for (var i = 0; i < tokens.Length; i++)
        {
            var kind = (SyntaxKind)tokens[i].RawKind;
            if (ClosingKind(kind) is not SyntaxKind.EndOfFile and var close)
            {
                open.Push(i);
                waiting[close] = waiting.GetValueOrDefault(close) + 1;
            }
            else if (waiting.GetValueOrDefault(kind) > 0)
            {
                // What was opened in between stays open: nothing closes it before its surroundings end.
                SyntaxKind expected;
                do
                {
                    var opener = open.Pop();
                    expected = ClosingKind((SyntaxKind)tokens[opener].RawKind);
                    waiting[expected]--;
                    closing[opener] = expected == kind ? i : 0;
                }
                while (expected != kind);
            }
        }

        return closing;
    }

    /// <summary>What closes this kind of token, EndOfFile if it opens nothing.</summary>
    public static SyntaxKind ClosingKind(SyntaxKind open) => open switch
    {
        SyntaxKind.OpenParen => SyntaxKind.CloseParen,
        SyntaxKind.OpenBracket => SyntaxKind.CloseBracket,
        SyntaxKind.OpenBrace => SyntaxKind.CloseBrace,
        SyntaxKind.OpenBits => SyntaxKind.CloseBits,
        SyntaxKind.Do or SyntaxKind.Fn => SyntaxKind.End,
        SyntaxKind.InterpolationStart => SyntaxKind.InterpolationEnd,
        _ => SyntaxKind.EndOfFile,
    };
}

using ExsLint.Syntax.Elixir.Scanner;

namespace ExsLint.Syntax.Elixir.Grammar.Recovery;

/// <summary>
/// Which closing token belongs to which opening one. Brackets are only matched once somebody asks: in broken text.
/// </summary>
internal sealed class BracketPairs(ScanResult scan, TokenText text)
{
    private int[]? _closing;

    /// <summary>The number of the last token, the end of the file.</summary>
    public int EndOfFile => scan.Count - 1;

    /// <summary>The number of the token that closes this one; 0 if nothing does, or if it opens nothing.</summary>
    public int ClosingOf(int token) => (_closing ??= BracketMatcher.Match(scan, text))[token];
}

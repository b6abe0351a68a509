using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Scanner;

namespace ExsLint.Syntax.Elixir.Grammar.Recovery;

/// <summary>
/// Which closing token belongs to which opening one, in text where some are missing. Only broken files need it.
/// </summary>
internal sealed class BracketMatcher
{
    private readonly ScanResult _scan;
    private readonly TokenText? _text;
    private readonly int[] _closing;
    private readonly Stack<Opener> _open = new();
    private readonly Dictionary<SyntaxKind, int> _waiting = [];
    private readonly Dictionary<int, int> _blocksByIndentation = [];
    private bool _isBlockUnclosed;

    private BracketMatcher(ScanResult scan, TokenText? text)
    {
        _scan = scan;
        _text = text;
        _closing = new int[scan.Count];
    }

    /// <summary>
    /// For each token that opens something the number of the token that closes it, else 0. Where an <c>end</c> is missing, the
    /// indentation tells which block it was. Takes linear time.
    /// </summary>
    public static int[] Match(ScanResult scan, TokenText text)
    {
        var plain = new BracketMatcher(scan, null);
        plain.Run();
        if (!plain._isBlockUnclosed)
        {
            return plain._closing;
        }

        var indented = new BracketMatcher(scan, text);
        indented.Run();
        return indented._closing;
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

    private void Run()
    {
        var indentation = 0;
        for (var i = 0; i < _scan.Count; i++)
        {
            var kind = (SyntaxKind)_scan.Tokens[i].RawKind;
            var ownIndentation = _text?.Indentation(i) ?? -1;
            indentation = ownIndentation >= 0 ? ownIndentation : indentation;
            if (ClosingKind(kind) is not SyntaxKind.EndOfFile and var close)
            {
                _open.Push(new Opener(i, close, indentation));
                Count(close, indentation, 1);
            }
            else if (kind == SyntaxKind.End && ownIndentation >= 0 && _blocksByIndentation.GetValueOrDefault(ownIndentation) > 0)
            {
                // Blocks that start further to the right have no end of their own.
                CloseUpTo(i, opener => opener.Close == SyntaxKind.End && opener.Indentation <= ownIndentation);
            }
            else if (_waiting.GetValueOrDefault(kind) > 0)
            {
                // What was opened in between stays open: nothing closes it before its surroundings end.
                CloseUpTo(i, opener => opener.Close == kind);
            }
        }

        _isBlockUnclosed |= _waiting.GetValueOrDefault(SyntaxKind.End) > 0;
    }

    private void CloseUpTo(int close, Func<Opener, bool> isClosed)
    {
        while (true)
        {
            var opener = _open.Pop();
            Count(opener.Close, opener.Indentation, -1);
            if (isClosed(opener))
            {
                _closing[opener.Token] = close;
                return;
            }

            _isBlockUnclosed |= opener.Close == SyntaxKind.End;
        }
    }

    private void Count(SyntaxKind close, int indentation, int change)
    {
        _waiting[close] = _waiting.GetValueOrDefault(close) + change;
        if (close == SyntaxKind.End)
        {
            _blocksByIndentation[indentation] = _blocksByIndentation.GetValueOrDefault(indentation) + change;
        }
    }

    /// <summary>A token that opens something.</summary>
    /// <param name="Token">Its number.</param>
    /// <param name="Close">What closes it.</param>
    /// <param name="Indentation">That of its line, in characters.</param>
    private readonly record struct Opener(int Token, SyntaxKind Close, int Indentation);
}

using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Grammar.Recovery;

/// <summary>Brackets and blocks: what closes the wrong one, or none.</summary>
internal sealed class BracketErrors(BrokenStatement statement)
{
    // A block's first line is looked for within this many tokens.
    private const int FarthestBlockStart = 2_000;

    private readonly TokenText _text = statement.Text;

    /// <summary>Something is open, and this token, a closing one or the end of the file, does not close it.</summary>
    public SyntaxDiagnostic WronglyClosed(int found, int open)
    {
        var kind = _text.Kind(found);
        var close = BracketMatcher.ClosingKind(_text.Kind(open));
        if (kind == close)
        {
            return statement.At(
                found,
                $"Unexpected {_text.Describe(found)}: {_text.DescribeOpened(open)} opened at {_text.Place(open)} is not complete.");
        }

        if (TokenKinds.IsClosing(kind) && statement.Brackets.ClosingOf(open) > found && !ClosesSomething(found, open))
        {
            return statement.At(
                found,
                $"Unexpected {_text.Describe(found)}: it does not close {_text.DescribeOpened(open)} opened at {_text.Place(open)}.",
                open,
                "This is still open.");
        }

        var missing = $"Missing {TokenText.Closing(close)} to close {_text.DescribeOpened(open)} opened here";
        if (close == SyntaxKind.End && OuterEnd(open) is var end && end != BrokenStatement.None)
        {
            return statement.At(
                open,
                $"{missing}; by its indentation, the 'end' at {_text.Place(end)} closes an outer block.",
                end,
                "By its indentation, this closes an outer block.");
        }

        return kind == SyntaxKind.EndOfFile
            ? statement.At(open, $"{missing}; the file ends without it.")
            : statement.At(
                open,
                $"{missing}; found {_text.Describe(found)} at {_text.Place(found)}.",
                found,
                $"This is not the {TokenText.Closing(close)} that is missing.");
    }

    private bool ClosesSomething(int found, int open)
    {
        for (var i = statement.First; i < open; i++)
        {
            if (statement.Brackets.ClosingOf(i) == found)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The <c>end</c> of the block around one that has none.</summary>
    private int OuterEnd(int open)
    {
        var end = BrokenStatement.None;
        for (var i = statement.First; i < open; i++)
        {
            if (statement.Brackets.ClosingOf(i) > open && _text.Kind(statement.Brackets.ClosingOf(i)) == SyntaxKind.End)
            {
                end = statement.Brackets.ClosingOf(i);
            }
        }

        return end;
    }

    /// <summary>Nothing is open, and this token closes.</summary>
    public SyntaxDiagnostic? NothingToClose(int found)
    {
        if (_text.Kind(found) == SyntaxKind.End)
        {
            return BlockWithoutDo(found);
        }

        return _text.Kind(found) == SyntaxKind.EndOfFile
            ? statement.At(found, "Unexpected end of the file.")
            : statement.At(found, $"Unexpected {_text.Describe(found)}: nothing is open that it could close.");
    }

    /// <summary>
    /// <c>end</c> or <c>else</c> without a block: most often the <c>do</c> is missing at the end of a line above.
    /// </summary>
    public SyntaxDiagnostic? BlockWithoutDo(int found)
    {
        var word = _text.Describe(found);
        var start = LineAbove(found);
        if (start != BrokenStatement.None && _text.Kind(start) == SyntaxKind.BlockIdentifier && statement.IsFollowUp)
        {
            return null; // 'else' without a block has been reported, and this is its end.
        }

        start = start != BrokenStatement.None && TakesBlock(start) ? start : BrokenStatement.None;
        if (start == BrokenStatement.None)
        {
            return statement.At(found, $"Unexpected {word}: no 'do' or 'fn' is open here.");
        }

        var last = start;
        while (_text.Kind(last + 1) is not (SyntaxKind.EndOfLine or SyntaxKind.Semicolon or SyntaxKind.EndOfFile))
        {
            if (_text.Kind(last + 1) == SyntaxKind.Do)
            {
                return statement.At(found, $"Unexpected {word}: no 'do' or 'fn' is open here.");
            }

            last++;
        }

        return statement.At(
            last,
            $"Missing 'do' behind this: the {word} at {_text.Place(found)} belongs to no block.",
            found,
            $"This {word} belongs to no block.");
    }

    /// <summary>The first token of the nearest line above that starts in the same column.</summary>
    private int LineAbove(int found)
    {
        var indentation = _text.Indentation(found);
        if (indentation < 0)
        {
            return BrokenStatement.None;
        }

        for (var i = found - 1; i >= 0 && i > found - FarthestBlockStart; i--)
        {
            if (_text.Indentation(i) == indentation && _text.Kind(i) != SyntaxKind.EndOfLine)
            {
                return i;
            }
        }

        return BrokenStatement.None;
    }

    private bool TakesBlock(int index) =>
        _text.Kind(index) is SyntaxKind.Identifier or SyntaxKind.ParenIdentifier or SyntaxKind.OpIdentifier
        && _text.Text(index) is "if" or "unless" or "case" or "cond" or "for" or "with" or "try" or "receive" or "quote"
            or "def" or "defp" or "defmacro" or "defmacrop" or "defmodule" or "defimpl" or "defprotocol" or "test" or "describe";
}

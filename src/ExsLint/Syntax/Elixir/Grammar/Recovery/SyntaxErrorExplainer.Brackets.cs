using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Grammar.Recovery;

/// <content>Brackets and blocks: what closes the wrong one, or none.</content>
internal sealed partial class SyntaxErrorExplainer
{
    // A block's first line is looked for within this many tokens.
    private const int FarthestBlockStart = 2_000;

    /// <summary>Something is open, and this token, a closing one or the end of the file, does not close it.</summary>
    private SyntaxDiagnostic WronglyClosed(int found, int open)
    {
        var kind = text.Kind(found);
        var close = BracketMatcher.ClosingKind(text.Kind(open));
        if (kind == close)
        {
            return At(found, $"Unexpected {text.Describe(found)}: {text.DescribeOpened(open)} opened at {text.Place(open)} is not complete.");
        }

        if (TokenKinds.IsClosing(kind) && brackets.ClosingOf(open) > found && !ClosesSomething(found, open))
        {
            return At(
                found,
                $"Unexpected {text.Describe(found)}: it does not close {text.DescribeOpened(open)} opened at {text.Place(open)}.",
                open,
                "This is still open.");
        }

        var missing = $"Missing {TokenText.Closing(close)} to close {text.DescribeOpened(open)} opened here";
        if (close == SyntaxKind.End && OuterEnd(open) is var end && end != None)
        {
            return At(
                open,
                $"{missing}; by its indentation, the 'end' at {text.Place(end)} closes an outer block.",
                end,
                "By its indentation, this closes an outer block.");
        }

        return kind == SyntaxKind.EndOfFile
            ? At(open, $"{missing}; the file ends without it.")
            : At(open, $"{missing}; found {text.Describe(found)} at {text.Place(found)}.", found, $"This is not the {TokenText.Closing(close)} that is missing.");
    }

    private bool ClosesSomething(int found, int open)
    {
        for (var i = first; i < open; i++)
        {
            if (brackets.ClosingOf(i) == found)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The <c>end</c> of the block around one that has none.</summary>
    private int OuterEnd(int open)
    {
        var end = None;
        for (var i = first; i < open; i++)
        {
            if (brackets.ClosingOf(i) > open && text.Kind(brackets.ClosingOf(i)) == SyntaxKind.End)
            {
                end = brackets.ClosingOf(i);
            }
        }

        return end;
    }

    /// <summary>Nothing is open, and this token closes.</summary>
    private SyntaxDiagnostic? NothingToClose(int found)
    {
        if (text.Kind(found) == SyntaxKind.End)
        {
            return BlockWithoutDo(found);
        }

        return text.Kind(found) == SyntaxKind.EndOfFile
            ? At(found, "Unexpected end of the file.")
            : At(found, $"Unexpected {text.Describe(found)}: nothing is open that it could close.");
    }

    /// <summary>
    /// <c>end</c> or <c>else</c> without a block: most often the <c>do</c> is missing at the end of a line above.
    /// </summary>
    private SyntaxDiagnostic? BlockWithoutDo(int found)
    {
        var word = text.Describe(found);
        var start = LineAbove(found);
        if (start != None && text.Kind(start) == SyntaxKind.BlockIdentifier && reported.Count > 0)
        {
            return null; // 'else' without a block has been reported, and this is its end.
        }

        start = start != None && TakesBlock(start) ? start : None;
        if (start == None)
        {
            return At(found, $"Unexpected {word}: no 'do' or 'fn' is open here.");
        }

        var last = start;
        while (text.Kind(last + 1) is not (SyntaxKind.EndOfLine or SyntaxKind.Semicolon or SyntaxKind.EndOfFile))
        {
            if (text.Kind(last + 1) == SyntaxKind.Do)
            {
                return At(found, $"Unexpected {word}: no 'do' or 'fn' is open here.");
            }

            last++;
        }

        return At(
            last,
            $"Missing 'do' behind this: the {word} at {text.Place(found)} belongs to no block.",
            found,
            $"This {word} belongs to no block.");
    }

    /// <summary>The first token of the nearest line above that starts in the same column.</summary>
    private int LineAbove(int found)
    {
        var indentation = text.Indentation(found);
        if (indentation < 0)
        {
            return None;
        }

        for (var i = found - 1; i >= 0 && i > found - FarthestBlockStart; i--)
        {
            if (text.Indentation(i) == indentation && text.Kind(i) != SyntaxKind.EndOfLine)
            {
                return i;
            }
        }

        return None;
    }

    private bool TakesBlock(int index) =>
        text.Kind(index) is SyntaxKind.Identifier or SyntaxKind.ParenIdentifier or SyntaxKind.OpIdentifier
        && text.Text(index) is "if" or "unless" or "case" or "cond" or "for" or "with" or "try" or "receive" or "quote"
            or "def" or "defp" or "defmacro" or "defmacrop" or "defmodule" or "defimpl" or "defprotocol" or "test" or "describe";
}

using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Grammar.Recovery;

/// <summary>A statement that could not be read, and what stands around a token of it.</summary>
/// <param name="text">The tokens.</param>
/// <param name="brackets">What closes each token.</param>
/// <param name="reported">The offsets of unclosed brackets that were reported already.</param>
/// <param name="first">The first token of the statement.</param>
internal sealed class BrokenStatement(TokenText text, BracketPairs brackets, HashSet<int> reported, int first)
{
    /// <summary>Stands for no token.</summary>
    public const int None = -1;

    /// <summary>The first token of the statement.</summary>
    public int First => first;

    /// <summary>The tokens.</summary>
    public TokenText Text => text;

    /// <summary>What closes each token.</summary>
    public BracketPairs Brackets => brackets;

    /// <summary>Whether any mistake was reported before.</summary>
    public bool IsFollowUp => reported.Count > 0;

    /// <summary>Whether a token is a keyword's key, or ends one.</summary>
    public bool IsKey(int index) => text.Kind(index) is SyntaxKind.KeywordIdentifier or SyntaxKind.QuotedKeywordEnd;

    /// <summary>
    /// The innermost bracket or block around a token; one that is never closed before one that is closed behind the token.
    /// </summary>
    public int InnermostOpen(int found)
    {
        int innermost = None, unclosed = None;
        for (var i = first; i < found; i++)
        {
            if (BracketMatcher.ClosingKind(text.Kind(i)) == SyntaxKind.EndOfFile)
            {
                continue;
            }

            if (brackets.ClosingOf(i) >= found)
            {
                innermost = i;
            }
            else if (brackets.ClosingOf(i) == 0 && !reported.Contains(text.Span(i).Start))
            {
                unclosed = i;
            }
        }

        return Math.Max(unclosed, innermost);
    }

    /// <summary>The token before this one in the same statement, line ends left out.</summary>
    public int PreviousOf(int index)
    {
        index--;
        while (index >= first && text.Kind(index) == SyntaxKind.EndOfLine)
        {
            index--;
        }

        return index >= first ? index : None;
    }

    /// <summary>The token at or behind this one that separates nothing.</summary>
    public int NextOf(int index)
    {
        while (index < brackets.EndOfFile && text.Kind(index) is SyntaxKind.EndOfLine or SyntaxKind.Semicolon)
        {
            index++;
        }

        return index;
    }

    /// <summary>Whether a token starts a line no further to the right than the broken statement.</summary>
    public bool StartsNewStatement(int found) =>
        TokenKinds.StartsValue(text.Kind(found))
        && text.Indentation(found) is >= 0 and var indentation
        && indentation <= Math.Max(0, text.Indentation(first));

    /// <summary>A mistake at a token.</summary>
    public SyntaxDiagnostic At(int token, string message) => new(text.Span(token), message);

    /// <summary>A mistake at a token, and a note at another.</summary>
    public SyntaxDiagnostic At(int token, string message, int noted, string note) =>
        new(text.Span(token), message) { Note = new SyntaxNote(text.Span(noted), note) };
}

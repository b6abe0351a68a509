using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Grammar.Recovery;

/// <summary>
/// Says what a token that cannot stand where it is means to a person: which bracket is not closed, which comma is missing, and
/// where. It is asked only about broken text.
/// </summary>
/// <param name="text">The tokens.</param>
/// <param name="brackets">What closes each token.</param>
/// <param name="reported">The offsets of unclosed brackets that were reported already.</param>
/// <param name="first">The first token of the statement that could not be read.</param>
internal sealed partial class SyntaxErrorExplainer(
    TokenText text, BracketPairs brackets, HashSet<int> reported, int first)
{
    private const int None = -1;

    /// <summary>A bracket or block that is not closed where reading resumes.</summary>
    public SyntaxDiagnostic Unclosed(int open, int resumption)
    {
        var missing = $"Missing {TokenText.Closing(BracketMatcher.ClosingKind(text.Kind(open)))} to close {text.DescribeOpened(open)} opened here";
        return text.Kind(resumption) switch
        {
            SyntaxKind.EndOfFile => At(open, $"{missing}; the file ends without it."),
            SyntaxKind.End => At(open, $"{missing}; found 'end' at {text.Place(resumption)}.", resumption, "This 'end' closes something else."),
            SyntaxKind.BlockIdentifier =>
                At(open, $"{missing}; found {text.Describe(resumption)} at {text.Place(resumption)}.", resumption, "It should be closed before this."),
            _ => At(open, $"{missing}; a new expression starts at {text.Place(resumption)}.", resumption, "It should be closed before this."),
        };
    }

    /// <summary>
    /// A comma behind which a new statement starts: that is read as one more argument, and only then something goes wrong. Null
    /// if the token does not start one.
    /// </summary>
    public SyntaxDiagnostic? StrayComma(int found)
    {
        var comma = PreviousOf(found);
        return comma != None && text.Kind(comma) == SyntaxKind.Comma && InnermostOpen(found) == None && StartsNewStatement(found)
            ? At(
                comma,
                $"Unexpected ',' at the end of this call: what starts at {text.Place(found)} is read as one more argument of it.",
                found,
                "This is read as one more argument.")
            : null;
    }

    /// <summary>A token that cannot stand where it is. Null if it goes back to what was reported already.</summary>
    public SyntaxDiagnostic? Unexpected(int found)
    {
        var open = InnermostOpen(found);
        var previous = PreviousOf(found);
        var kind = text.Kind(found);
        if (previous != None && ExpectsOperand(previous) && Incomplete(found, previous, open) is { } incomplete)
        {
            return incomplete;
        }

        if (kind == SyntaxKind.EndOfFile || TokenKinds.IsClosing(kind))
        {
            return open == None ? NothingToClose(found) : WronglyClosed(found, open);
        }

        return kind switch
        {
            SyntaxKind.AssocOperator => At(found, OfArrow(open)),
            SyntaxKind.StabOperator => At(found, "Unexpected '->': it belongs to clauses, which stand in 'fn', in parentheses or behind 'do'."),
            SyntaxKind.BlockIdentifier => BlockWithoutDo(found),
            SyntaxKind.Comma => At(found, OfComma(previous)),
            SyntaxKind.Do => At(found, "Unexpected 'do': a block belongs to a call, and only one block to each."),
            SyntaxKind.Semicolon when open != None && text.Kind(open) is not (SyntaxKind.Do or SyntaxKind.Fn) =>
                At(found, $"Unexpected ';': commas separate what stands in {text.DescribeOpened(open)} opened at {text.Place(open)}."),
            SyntaxKind.EndOfLine or SyntaxKind.Semicolon when open != None => WronglyClosed(NextOf(found), open),
            _ when found == first => StartOfStatement(found),
            _ when TokenKinds.StartsValue(kind) => MissingComma(found, previous, open),
            _ when OperatorPrecedence.Binary(kind) > 0 => At(found, $"Unexpected {text.Describe(found)}: nothing stands to the left of it."),
            _ => At(found, $"Unexpected {text.Describe(found)}."),
        };
    }

    /// <summary>Whether an expression must follow this token.</summary>
    private bool ExpectsOperand(int index) =>
        IsKey(index)
        || text.Kind(index) is SyntaxKind.Comma or SyntaxKind.AssocOperator or SyntaxKind.Dot
        || (OperatorPrecedence.Binary(text.Kind(index)) > 0 && text.Kind(index) != SyntaxKind.RangeOperator)
        || (OperatorPrecedence.Prefix(text.Kind(index)) > 0 && text.Kind(index) != SyntaxKind.EllipsisOperator);

    private bool IsKey(int index) => text.Kind(index) is SyntaxKind.KeywordIdentifier or SyntaxKind.QuotedKeywordEnd;

    /// <summary>
    /// The innermost bracket or block around a token; one that is never closed before one that is closed behind the token.
    /// </summary>
    private int InnermostOpen(int found)
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
    private int PreviousOf(int index)
    {
        index--;
        while (index >= first && text.Kind(index) == SyntaxKind.EndOfLine)
        {
            index--;
        }

        return index >= first ? index : None;
    }

    private int NextOf(int index)
    {
        while (index < brackets.EndOfFile && text.Kind(index) is SyntaxKind.EndOfLine or SyntaxKind.Semicolon)
        {
            index++;
        }

        return index;
    }

    /// <summary>Whether a token starts a line no further to the right than the broken statement.</summary>
    private bool StartsNewStatement(int found) =>
        TokenKinds.StartsValue(text.Kind(found))
        && text.Indentation(found) is >= 0 and var indentation
        && indentation <= Math.Max(0, text.Indentation(first));

    private SyntaxDiagnostic At(int token, string message) => new(text.Span(token), message);

    private SyntaxDiagnostic At(int token, string message, int noted, string note) =>
        new(text.Span(token), message) { Note = new SyntaxNote(text.Span(noted), note) };
}

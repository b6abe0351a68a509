using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Grammar.Recovery;

/// <summary>
/// Says what a token that cannot stand where it is means to a person: which bracket is not closed, which comma is missing, and
/// where. It is asked only about broken text.
/// </summary>
internal sealed class SyntaxErrorExplainer(BrokenStatement statement)
{
    private readonly TokenText _text = statement.Text;
    private readonly BracketErrors _brackets = new(statement);
    private readonly OperandErrors _operands = new(statement);

    /// <summary>A bracket or block that is not closed where reading resumes.</summary>
    public SyntaxDiagnostic Unclosed(int open, int resumption)
    {
        var close = TokenText.Closing(BracketMatcher.ClosingKind(_text.Kind(open)));
        var missing = $"Missing {close} to close {_text.DescribeOpened(open)} opened here";
        return _text.Kind(resumption) switch
        {
            SyntaxKind.EndOfFile => statement.At(open, $"{missing}; the file ends without it."),
            SyntaxKind.End => statement.At(
                open,
                $"{missing}; found 'end' at {_text.Place(resumption)}.",
                resumption,
                "This 'end' closes something else."),
            SyntaxKind.BlockIdentifier => statement.At(
                open,
                $"{missing}; found {_text.Describe(resumption)} at {_text.Place(resumption)}.",
                resumption,
                "It should be closed before this."),
            _ => statement.At(
                open,
                $"{missing}; a new expression starts at {_text.Place(resumption)}.",
                resumption,
                "It should be closed before this."),
        };
    }

    /// <summary>
    /// A comma in front of a new statement, which is then read as one more argument. Null if the token does not start a
    /// statement.
    /// </summary>
    public SyntaxDiagnostic? StrayComma(int found)
    {
        var comma = statement.PreviousOf(found);
        return comma != BrokenStatement.None
            && _text.Kind(comma) == SyntaxKind.Comma
            && statement.InnermostOpen(found) == BrokenStatement.None
            && statement.StartsNewStatement(found)
            ? statement.At(
                comma,
                $"Unexpected ',' at the end of this call: what starts at {_text.Place(found)} is read as one more argument of "
                    + $"it.",
                found,
                "This is read as one more argument.")
            : null;
    }

    /// <summary>A token that cannot stand where it is. Null if it goes back to what was reported already.</summary>
    public SyntaxDiagnostic? Unexpected(int found)
    {
        var open = statement.InnermostOpen(found);
        var previous = statement.PreviousOf(found);
        var kind = _text.Kind(found);
        if (previous != BrokenStatement.None
            && ExpectsOperand(previous)
            && _operands.Incomplete(found, previous, open) is { } incomplete)
        {
            return incomplete;
        }

        if (kind == SyntaxKind.EndOfFile || TokenKinds.IsClosing(kind))
        {
            return open == BrokenStatement.None ? _brackets.NothingToClose(found) : _brackets.WronglyClosed(found, open);
        }

        return kind switch
        {
            SyntaxKind.AssocOperator => statement.At(found, _operands.OfArrow(open)),
            SyntaxKind.StabOperator => statement.At(
                found,
                "Unexpected '->': it belongs to clauses, which stand in 'fn', in parentheses or behind 'do'."),
            SyntaxKind.BlockIdentifier => _brackets.BlockWithoutDo(found),
            SyntaxKind.Comma => statement.At(found, _operands.OfComma(previous)),
            SyntaxKind.Do => statement.At(found, "Unexpected 'do': a block belongs to a call, and only one block to each."),
            SyntaxKind.Semicolon when open != BrokenStatement.None && _text.Kind(open) is not (SyntaxKind.Do or SyntaxKind.Fn) =>
                statement.At(
                    found,
                    $"Unexpected ';': commas separate what stands in {_text.DescribeOpened(open)} opened at "
                        + $"{_text.Place(open)}."),
            SyntaxKind.EndOfLine or SyntaxKind.Semicolon when open != BrokenStatement.None =>
                _brackets.WronglyClosed(statement.NextOf(found), open),
            _ when found == statement.First => _operands.StartOfStatement(found),
            _ when TokenKinds.StartsValue(kind) => _operands.MissingComma(found, previous, open),
            _ when OperatorPrecedence.Binary(kind) > 0 => statement.At(
                found,
                $"Unexpected {_text.Describe(found)}: nothing stands to the left of it."),
            _ => statement.At(found, $"Unexpected {_text.Describe(found)}."),
        };
    }

    /// <summary>Whether an expression must follow this token.</summary>
    private bool ExpectsOperand(int index) =>
        statement.IsKey(index)
        || _text.Kind(index) is SyntaxKind.Comma or SyntaxKind.AssocOperator or SyntaxKind.Dot
        || (OperatorPrecedence.Binary(_text.Kind(index)) > 0 && _text.Kind(index) != SyntaxKind.RangeOperator)
        || (OperatorPrecedence.Prefix(_text.Kind(index)) > 0 && _text.Kind(index) != SyntaxKind.EllipsisOperator);
}

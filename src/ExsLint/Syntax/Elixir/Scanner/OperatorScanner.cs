using ExsLint.Syntax.Elixir.Language;
using static ExsLint.Syntax.Elixir.Scanner.CharacterFacts;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>Operators, and operators as names.</summary>
internal sealed class OperatorScanner(TokenCursor cursor, UnexpectedCharacters unexpected)
{
    private readonly string _text = cursor.Text;
    private readonly ElixirDialect _dialect = cursor.Dialect;

    /// <summary>An operator, or what looks like one.</summary>
    public void Scan(char c)
    {
        var next = cursor.Peek(1);
        if (c == '.' && string.CompareOrdinal(_text, cursor.Position, "..//", 0, 4) == 0)
        {
            ScanRangeStepName();
        }
        else if (IsConflictMarker())
        {
            cursor.Report(cursor.Position, cursor.Position + 7, "A version control conflict is not resolved here.");
            cursor.Add(SyntaxKind.BadToken, cursor.Position, cursor.LineEnd(cursor.Position));
        }
        else if (OperatorFacts.Three(c, next, cursor.Peek(2)) is not SyntaxKind.EndOfFile and var three)
        {
            AddOperator(three, 3);
        }
        else if ((c, next) is ('<', '<') or ('>', '>'))
        {
            cursor.Add(c == '<' ? SyntaxKind.OpenBits : SyntaxKind.CloseBits, 2);
        }
        else if (OperatorFacts.Two(c, next) is not SyntaxKind.EndOfFile and var two)
        {
            AddOperator(two, 2);
        }
        else if (c == '&')
        {
            ScanCapture();
        }
        else if (c == '.')
        {
            cursor.AddContinuing(SyntaxKind.Dot, 1);
        }
        else if (OperatorFacts.One(c) is not SyntaxKind.EndOfFile and var one)
        {
            AddOperator(one, 1);
        }
        else
        {
            unexpected.Add(char.IsSurrogatePair(c, next) ? 2 : 1);
        }
    }

    private bool IsConflictMarker() =>
        (cursor.Position == 0 || _text[cursor.Position - 1] == '\n')
            && string.CompareOrdinal(_text, cursor.Position, "<<<<<<<", 0, 7) == 0;

    /// <summary><c>&amp;..///3</c>: the name of the range operator with a step, good only before a slash.</summary>
    private void ScanRangeStepName()
    {
        var behind = cursor.SkipHorizontalSpace(cursor.Position + 4);
        if (behind < _text.Length && _text[behind] == '/')
        {
            cursor.Add(SyntaxKind.Identifier, 4);
        }
        else
        {
            unexpected.Add(4);
        }
    }

    private void AddOperator(SyntaxKind kind, int length)
    {
        var end = cursor.Position + length;
        if (kind is SyntaxKind.TernaryOperator or SyntaxKind.AssocOperator)
        {
            cursor.AddContinuing(kind, length);
            return;
        }

        if (end < _text.Length && _text[end] == ':' && cursor.SpaceAt(end + 1))
        {
            cursor.Add(SyntaxKind.KeywordIdentifier, length + 1);
            return;
        }

        if (kind == SyntaxKind.EllipsisOperator && _dialect < ElixirDialect.Elixir117)
        {
            cursor.Add(cursor.IdentifierKind(end), length);
            return;
        }

        var behind = cursor.SkipHorizontalSpace(end);
        if (behind < _text.Length && _text[behind] == '/')
        {
            cursor.Add(SyntaxKind.Identifier, length);
        }
        else if (kind is SyntaxKind.UnaryOperator or SyntaxKind.EllipsisOperator or SyntaxKind.AtOperator
            or SyntaxKind.DualOperator)
        {
            cursor.Add(kind, length);
        }
        else
        {
            cursor.AddContinuing(kind, length);
        }
    }

    /// <summary><c>&amp;1</c> is an argument, <c>&amp; / 2</c> the name of the operator, anything else a capture.</summary>
    private void ScanCapture()
    {
        var behind = cursor.SkipHorizontalSpace(cursor.Position + 1);
        var kind = SyntaxKind.CaptureOperator;
        if (_dialect >= ElixirDialect.Elixir115 && IsDigit(cursor.Peek(1)))
        {
            kind = SyntaxKind.CaptureInteger;
        }
        else if (behind < _text.Length && _text[behind] == '/')
        {
            var second = cursor.SkipHorizontalSpace(behind + 1);
            kind = second < _text.Length && _text[second] == '/' ? SyntaxKind.CaptureOperator : SyntaxKind.Identifier;
        }

        cursor.Add(kind, 1);
    }

    /// <summary>An operator behind a dot is a name: <c>a.+ 1</c>.</summary>
    public bool TryScanName()
    {
        var (a, b, c) = (cursor.Peek(), cursor.Peek(1), cursor.Peek(2));
        var length =
            OperatorFacts.Three(a, b, c) is not (SyntaxKind.EndOfFile or SyntaxKind.EllipsisOperator) ? 3
            : OperatorFacts.Two(a, b) is not (SyntaxKind.EndOfFile or SyntaxKind.TernaryOperator or SyntaxKind.AssocOperator
                or SyntaxKind.StabOperator) and var two
                && (two != SyntaxKind.RangeOperator || _dialect < ElixirDialect.Elixir117) ? 2
            : OperatorFacts.One(a) != SyntaxKind.EndOfFile ? 1
            : 0;
        if (length == 0)
        {
            return false;
        }

        cursor.Add(cursor.IdentifierKind(cursor.Position + length), length);
        return true;
    }
}

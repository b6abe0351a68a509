using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Grammar.Recovery;

/// <summary>Expressions, commas and keys: what is missing between two tokens.</summary>
internal sealed class OperandErrors(BrokenStatement statement)
{
    private readonly TokenText _text = statement.Text;

    /// <summary>A key, an operator or a comma lacks the expression behind it.</summary>
    public SyntaxDiagnostic? Incomplete(int found, int previous, int open)
    {
        var kind = _text.Kind(found);
        if (_text.Kind(previous) == SyntaxKind.Comma)
        {
            return IncompleteBehindComma(found, previous, open);
        }

        var ends = kind is SyntaxKind.EndOfFile or SyntaxKind.EndOfLine or SyntaxKind.Semicolon or SyntaxKind.Comma
            or SyntaxKind.Do or SyntaxKind.AssocOperator or SyntaxKind.StabOperator or SyntaxKind.BlockIdentifier
            || TokenKinds.IsClosing(kind)
            || OperatorPrecedence.Binary(kind) > 0;
        if (statement.IsKey(found))
        {
            return statement.IsKey(previous)
                ? statement.At(
                    previous,
                    $"The key {_text.Describe(previous)} has no value: the key {_text.Describe(found)} follows at once.")
                : statement.At(
                    found,
                    $"Unexpected key {_text.Describe(found)}: keywords cannot stand to the right of {_text.Describe(previous)} without brackets.");
        }

        if (!ends)
        {
            return null;
        }

        var isFar = kind is SyntaxKind.EndOfFile or SyntaxKind.EndOfLine or SyntaxKind.Semicolon
            || _text.AreLinesApart(previous, found);
        return (statement.IsKey(previous), isFar) switch
        {
            (true, true) => statement.At(
                previous,
                $"The key {_text.Describe(previous)} has no value; found {_text.Name(found)} instead.",
                found,
                "A value should stand before this."),
            (true, false) => statement.At(
                found,
                $"Unexpected {_text.Describe(found)}: the key {_text.Describe(previous)} before it has no value."),
            (false, true) => statement.At(
                previous,
                $"Nothing stands to the right of {_text.Describe(previous)}; found {_text.Name(found)} instead.",
                found,
                "An expression should stand before this."),
            (false, false) => statement.At(
                found,
                $"Unexpected {_text.Describe(found)}: nothing stands to the right of {_text.Describe(previous)} before it."),
        };
    }

    private SyntaxDiagnostic? IncompleteBehindComma(int found, int comma, int open)
    {
        var kind = _text.Kind(found);
        if (kind == SyntaxKind.Do)
        {
            return statement.At(
                comma,
                "Unexpected ',' before 'do': a block follows a call's arguments without a comma.",
                found,
                "This is the block.");
        }

        if (kind == SyntaxKind.Comma)
        {
            return statement.At(found, "Unexpected ',': nothing stands between this comma and the one before it.");
        }

        var isLast = kind is SyntaxKind.EndOfFile or SyntaxKind.EndOfLine or SyntaxKind.Semicolon or SyntaxKind.BlockIdentifier;
        if (open == BrokenStatement.None || (!TokenKinds.IsClosing(kind) && _text.Kind(open) == SyntaxKind.Do))
        {
            return isLast || TokenKinds.IsClosing(kind)
                ? statement.At(comma, $"Unexpected ',': nothing follows it; found {_text.Name(found)} instead.")
                : NotAKeyword(found);
        }

        if (kind == BracketMatcher.ClosingKind(_text.Kind(open)))
        {
            return _text.Kind(open) == SyntaxKind.Do
                ? statement.At(comma, "Unexpected ',': nothing follows it; found 'end' instead.")
                : statement.At(
                    comma,
                    $"Unexpected ',' before {_text.Describe(found)}: no comma stands behind the last of a call's arguments.");
        }

        return TokenKinds.IsClosing(kind) || isLast ? null : NotAKeyword(found);
    }

    private SyntaxDiagnostic? NotAKeyword(int found) => TokenKinds.StartsValue(_text.Kind(found))
        ? statement.At(found, $"Unexpected {_text.Describe(found)}: nothing but keywords may follow a keyword.")
        : null;

    /// <summary>Two expressions follow each other.</summary>
    public SyntaxDiagnostic MissingComma(int found, int previous, int open)
    {
        if (SwallowingString(previous) is var quote && quote != BrokenStatement.None)
        {
            return statement.At(
                quote,
                $"The string that starts here ends only at {_text.Place(previous)}, where text follows it directly: is its closing quote missing?",
                previous,
                "The string ends here.");
        }

        if (statement.IsKey(found) && _text.Kind(previous) == SyntaxKind.Comma)
        {
            return statement.At(
                found,
                $"Unexpected key {_text.Describe(found)}: keywords come last, and only where a comma or an opening bracket precedes them.");
        }

        if (_text.Text(found) is "do:" && _text.Kind(found + 1) == SyntaxKind.EndOfLine)
        {
            return statement.At(found, "Unexpected 'do:' at the end of a line: a block starts with 'do', without a colon.");
        }

        var alternative = open == BrokenStatement.None || _text.Kind(open) is SyntaxKind.Do or SyntaxKind.Fn
            ? ""
            : $", or {TokenText.Closing(BracketMatcher.ClosingKind(_text.Kind(open)))} to close {_text.DescribeOpened(open)} opened at {_text.Place(open)}";
        return _text.AreLinesApart(previous, found)
            ? statement.At(
                previous,
                $"Missing ',' behind {_text.Name(previous)}{alternative}: {_text.Name(found)} follows on the next line.",
                found,
                "This follows without a comma.")
            : open == BrokenStatement.None && !statement.IsKey(found)
                ? statement.At(found, $"Unexpected {_text.Describe(found)}: an operator or a comma is missing before it.")
                : statement.At(found, $"Missing ',' before {_text.Name(found)}{alternative}.");
    }

    /// <summary>
    /// The opening quote of a string that ends with this token, if the string goes over several lines: then it has probably eaten
    /// what follows its true end.
    /// </summary>
    private int SwallowingString(int end)
    {
        if (_text.Kind(end) is not (SyntaxKind.StringEnd or SyntaxKind.CharlistEnd))
        {
            return BrokenStatement.None;
        }

        var depth = 0;
        for (var i = end - 1; i >= statement.First; i--)
        {
            var kind = _text.Kind(i);
            depth += kind == SyntaxKind.InterpolationEnd ? 1 : kind == SyntaxKind.InterpolationStart ? -1 : 0;
            if (depth == 0 && kind is SyntaxKind.StringStart or SyntaxKind.CharlistStart)
            {
                return _text.AreLinesApart(i, end) ? i : BrokenStatement.None;
            }
        }

        return BrokenStatement.None;
    }

    /// <summary>A statement starts with a token that none can start with.</summary>
    public SyntaxDiagnostic StartOfStatement(int found)
    {
        if (!statement.IsKey(found))
        {
            return statement.At(found, $"Unexpected {_text.Describe(found)}: no expression starts with it.");
        }

        var before = found - 1;
        while (before >= 0 && _text.Kind(before) == SyntaxKind.EndOfLine)
        {
            before--;
        }

        var isContinuation = before >= 0
            && _text.Indentation(found) > 0
            && _text.Kind(before)
                is not (SyntaxKind.Do or SyntaxKind.End or SyntaxKind.BlockIdentifier or SyntaxKind.StabOperator);
        return isContinuation
            ? statement.At(
                before,
                $"Missing ',' behind this: the key {_text.Describe(found)} at {_text.Place(found)} belongs to no call or list.",
                found,
                "This key belongs to no call or list.")
            : statement.At(
                found,
                $"Unexpected key {_text.Describe(found)}: keywords stand only in calls, lists and maps; a variable is bound with '{_text.Text(found)[..^1]} ='.");
    }

    /// <summary>What is wrong with an arrow '=>'.</summary>
    public string OfArrow(int open) =>
        open != BrokenStatement.None && _text.Kind(open) == SyntaxKind.OpenBrace
            ? "Unexpected '=>': a key and its value are separated by it only in maps %{..}."
            : "Unexpected '=>': only maps %{..} are written with it; in keyword lists it is 'key: value', in clauses '->'.";

    /// <summary>What is wrong with a comma.</summary>
    public string OfComma(int previous) =>
        previous != BrokenStatement.None
        && _text.Kind(previous) is SyntaxKind.OpenBracket or SyntaxKind.OpenParen or SyntaxKind.OpenBrace or SyntaxKind.OpenBits
            ? $"Unexpected ',': nothing stands between it and the {_text.Describe(previous)} before it."
            : "Unexpected ',': no call or bracket is open that it could belong to.";
}

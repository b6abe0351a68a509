using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Grammar.Recovery;

/// <content>Expressions, commas and keys: what is missing between two tokens.</content>
internal sealed partial class SyntaxErrorExplainer
{
    /// <summary>A key, an operator or a comma lacks the expression behind it.</summary>
    private SyntaxDiagnostic? Incomplete(int found, int previous, int open)
    {
        var kind = text.Kind(found);
        if (text.Kind(previous) == SyntaxKind.Comma)
        {
            return IncompleteBehindComma(found, previous, open);
        }

        var ends = kind is SyntaxKind.EndOfFile or SyntaxKind.EndOfLine or SyntaxKind.Semicolon or SyntaxKind.Comma or SyntaxKind.Do
            or SyntaxKind.AssocOperator or SyntaxKind.StabOperator or SyntaxKind.BlockIdentifier
            || TokenKinds.IsClosing(kind)
            || OperatorPrecedence.Binary(kind) > 0;
        if (IsKey(found))
        {
            return IsKey(previous)
                ? At(previous, $"The key {text.Describe(previous)} has no value: the key {text.Describe(found)} follows at once.")
                : At(found, $"Unexpected key {text.Describe(found)}: keywords cannot stand to the right of {text.Describe(previous)} without brackets.");
        }

        if (!ends)
        {
            return null;
        }

        var isFar = kind is SyntaxKind.EndOfFile or SyntaxKind.EndOfLine or SyntaxKind.Semicolon || text.AreLinesApart(previous, found);
        return (IsKey(previous), isFar) switch
        {
            (true, true) => At(previous, $"The key {text.Describe(previous)} has no value; found {text.Name(found)} instead.", found, "A value should stand before this."),
            (true, false) => At(found, $"Unexpected {text.Describe(found)}: the key {text.Describe(previous)} before it has no value."),
            (false, true) => At(previous, $"Nothing stands to the right of {text.Describe(previous)}; found {text.Name(found)} instead.", found, "An expression should stand before this."),
            (false, false) => At(found, $"Unexpected {text.Describe(found)}: nothing stands to the right of {text.Describe(previous)} before it."),
        };
    }

    private SyntaxDiagnostic? IncompleteBehindComma(int found, int comma, int open)
    {
        var kind = text.Kind(found);
        if (kind == SyntaxKind.Do)
        {
            return At(comma, "Unexpected ',' before 'do': a block follows a call's arguments without a comma.", found, "This is the block.");
        }

        if (kind == SyntaxKind.Comma)
        {
            return At(found, "Unexpected ',': nothing stands between this comma and the one before it.");
        }

        var isLast = kind is SyntaxKind.EndOfFile or SyntaxKind.EndOfLine or SyntaxKind.Semicolon or SyntaxKind.BlockIdentifier;
        if (open == None || (!TokenKinds.IsClosing(kind) && text.Kind(open) == SyntaxKind.Do))
        {
            return isLast || TokenKinds.IsClosing(kind)
                ? At(comma, $"Unexpected ',': nothing follows it; found {text.Name(found)} instead.")
                : NotAKeyword(found);
        }

        if (kind == BracketMatcher.ClosingKind(text.Kind(open)))
        {
            return text.Kind(open) == SyntaxKind.Do
                ? At(comma, "Unexpected ',': nothing follows it; found 'end' instead.")
                : At(comma, $"Unexpected ',' before {text.Describe(found)}: no comma stands behind the last of a call's arguments.");
        }

        return TokenKinds.IsClosing(kind) || isLast ? null : NotAKeyword(found);
    }

    private SyntaxDiagnostic? NotAKeyword(int found) => TokenKinds.StartsValue(text.Kind(found))
        ? At(found, $"Unexpected {text.Describe(found)}: nothing but keywords may follow a keyword.")
        : null;

    /// <summary>Two expressions follow each other.</summary>
    private SyntaxDiagnostic MissingComma(int found, int previous, int open)
    {
        if (SwallowingString(previous) is var quote && quote != None)
        {
            return At(
                quote,
                $"The string that starts here ends only at {text.Place(previous)}, where text follows it directly: is its closing quote missing?",
                previous,
                "The string ends here.");
        }

        if (IsKey(found) && text.Kind(previous) == SyntaxKind.Comma)
        {
            return At(found, $"Unexpected key {text.Describe(found)}: keywords come last, and only where a comma or an opening bracket precedes them.");
        }

        if (text.Text(found) is "do:" && text.Kind(found + 1) == SyntaxKind.EndOfLine)
        {
            return At(found, "Unexpected 'do:' at the end of a line: a block starts with 'do', without a colon.");
        }

        var alternative = open == None || text.Kind(open) is SyntaxKind.Do or SyntaxKind.Fn
            ? ""
            : $", or {TokenText.Closing(BracketMatcher.ClosingKind(text.Kind(open)))} to close {text.DescribeOpened(open)} opened at {text.Place(open)}";
        return text.AreLinesApart(previous, found)
            ? At(previous, $"Missing ',' behind {text.Name(previous)}{alternative}: {text.Name(found)} follows on the next line.", found, "This follows without a comma.")
            : open == None && !IsKey(found)
                ? At(found, $"Unexpected {text.Describe(found)}: an operator or a comma is missing before it.")
                : At(found, $"Missing ',' before {text.Name(found)}{alternative}.");
    }

    /// <summary>
    /// The opening quote of a string that ends with this token, if the string goes over several lines: then it has probably eaten
    /// what follows its true end.
    /// </summary>
    private int SwallowingString(int end)
    {
        if (text.Kind(end) is not (SyntaxKind.StringEnd or SyntaxKind.CharlistEnd))
        {
            return None;
        }

        var depth = 0;
        for (var i = end - 1; i >= first; i--)
        {
            var kind = text.Kind(i);
            depth += kind == SyntaxKind.InterpolationEnd ? 1 : kind == SyntaxKind.InterpolationStart ? -1 : 0;
            if (depth == 0 && kind is SyntaxKind.StringStart or SyntaxKind.CharlistStart)
            {
                return text.AreLinesApart(i, end) ? i : None;
            }
        }

        return None;
    }

    /// <summary>A statement starts with a token that none can start with.</summary>
    private SyntaxDiagnostic StartOfStatement(int found)
    {
        if (!IsKey(found))
        {
            return At(found, $"Unexpected {text.Describe(found)}: no expression starts with it.");
        }

        var before = found - 1;
        while (before >= 0 && text.Kind(before) == SyntaxKind.EndOfLine)
        {
            before--;
        }

        var isContinuation = before >= 0 && text.Indentation(found) > 0 && text.Kind(before) is not (SyntaxKind.Do or SyntaxKind.End or SyntaxKind.BlockIdentifier or SyntaxKind.StabOperator);
        return isContinuation
            ? At(
                before,
                $"Missing ',' behind this: the key {text.Describe(found)} at {text.Place(found)} belongs to no call or list.",
                found,
                "This key belongs to no call or list.")
            : At(found, $"Unexpected key {text.Describe(found)}: keywords stand only in calls, lists and maps; a variable is bound with '{text.Text(found)[..^1]} ='.");
    }

    private string OfArrow(int open) =>
        open != None && text.Kind(open) == SyntaxKind.OpenBrace
            ? "Unexpected '=>': a key and its value are separated by it only in maps %{..}."
            : "Unexpected '=>': only maps %{..} are written with it; in keyword lists it is 'key: value', in clauses '->'.";

    private string OfComma(int previous) =>
        previous != None && text.Kind(previous) is SyntaxKind.OpenBracket or SyntaxKind.OpenParen or SyntaxKind.OpenBrace or SyntaxKind.OpenBits
            ? $"Unexpected ',': nothing stands between it and the {text.Describe(previous)} before it."
            : "Unexpected ',': no call or bracket is open that it could belong to.";
}

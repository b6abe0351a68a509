using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>Atoms: <c>:a</c>, <c>:"a b"</c>, <c>:+</c>.</summary>
internal sealed class AtomScanner(
    TokenCursor cursor,
    QuoteModes modes,
    NameScanner names,
    NameChecks checks,
    OperatorScanner operators,
    PunctuationScanner punctuation,
    UnexpectedCharacters unexpected)
{
    private readonly string _text = cursor.Text;

    /// <summary>A colon: it starts an atom, or is an operator.</summary>
    public void Scan()
    {
        var next = cursor.Peek(1);
        if (next is '"' or '\'')
        {
            modes.Open(SyntaxKind.QuotedAtomStart, 2, next);
        }
        else if (OperatorAtomLength(cursor.Position + 1) is > 0 and var length)
        {
            cursor.Add(SyntaxKind.Atom, 1 + length);
        }
        else if (!cursor.IsEndAt(cursor.Position + 1) && names.StartsAt(cursor.Position + 1))
        {
            var end = names.Skip(cursor.Position + 1, out _);
            checks.CheckCharacters(cursor.Position + 1, end);
            cursor.Add(SyntaxKind.Atom, cursor.Position, end);
        }
        else if (next == ':')
        {
            ScanTypeOperator();
        }
        else if (next >= 0x80)
        {
            var units = cursor.CodePointAt(cursor.Position + 1) > char.MaxValue ? 2 : 1;
            cursor.Report(cursor.Position + 1, cursor.Position + 1 + units, unexpected.Describe(cursor.Position + 1, units));
            cursor.Add(SyntaxKind.BadToken, 1 + units);
        }
        else
        {
            unexpected.Add(1);
        }
    }

    private void ScanTypeOperator()
    {
        if (cursor.Previous != SyntaxKind.Dot || !operators.TryScanName())
        {
            punctuation.Scan(':');
        }
    }

    /// <summary>The length of the operator or bracket pair that makes an atom behind a colon, 0 if none does.</summary>
    private int OperatorAtomLength(int index)
    {
        var rest = _text.AsSpan(index);
        foreach (var name in (ReadOnlySpan<string>)["<<>>", "%{}", "%", "{}", "..//"])
        {
            if (rest.StartsWith(name))
            {
                return name.Length;
            }
        }

        var a = index < _text.Length ? _text[index] : '\0';
        var b = index + 1 < _text.Length ? _text[index + 1] : '\0';
        var c = index + 2 < _text.Length ? _text[index + 2] : '\0';
        return OperatorFacts.Three(a, b, c) != SyntaxKind.EndOfFile || (a, b) is (':', ':') ? (a == ':' ? 2 : 3)
            : OperatorFacts.Two(a, b) is not (SyntaxKind.EndOfFile or SyntaxKind.TernaryOperator or SyntaxKind.AssocOperator
                or SyntaxKind.TypeOperator) ? 2
            : OperatorFacts.One(a) != SyntaxKind.EndOfFile || a == '.' ? 1
            : 0;
    }
}

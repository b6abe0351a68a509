using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Names;
using static ExsLint.Syntax.Elixir.Scanner.CharacterFacts;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>Identifiers, aliases, words and keyword keys.</summary>
internal sealed class NameScanner(TokenCursor cursor, NameChecks checks, WordScanner words)
{
    private readonly string _text = cursor.Text;
    private readonly ElixirDialect _dialect = cursor.Dialect;

    /// <summary>Whether a name may start here.</summary>
    public bool StartsAt(int index) => KindAt(index) is NameCharacterKind.Upper or NameCharacterKind.Start;

    /// <summary>
    /// The end of the name that starts here; <paramref name="hasAt"/> says whether it holds an <c>@</c> (atoms and keys may).
    /// </summary>
    public int Skip(int index, out bool hasAt)
    {
        hasAt = false;
        while (index < _text.Length)
        {
            var c = _text[index];
            if (IsAsciiName(c))
            {
                index++;
            }
            else if (c == '@')
            {
                hasAt = true;
                index++;
            }
            else if (c is '?' or '!')
            {
                return index + 1;
            }
            else if (c >= 0x80 && KindAt(index) != NameCharacterKind.None)
            {
                index += char.IsHighSurrogate(c) ? 2 : 1;
            }
            else
            {
                break;
            }
        }

        return index;
    }

    /// <summary>An identifier, an alias, a word or a key.</summary>
    public void Scan()
    {
        var start = cursor.Position;
        var end = Skip(start, out var hasAt);
        var isKey = end < _text.Length && _text[end] == ':' && !(end + 1 < _text.Length && _text[end + 1] == ':');
        if (isKey && !cursor.IsEndAt(end + 1))
        {
            ScanKey(start, end);
            return;
        }

        var name = _text.AsSpan(start, end - start);
        if (cursor.Previous != SyntaxKind.Dot && WordScanner.KindOf(name) is { } word)
        {
            words.Scan(word, end - start);
            return;
        }

        checks.CheckName(start, end, hasAt);
        if (KindAt(start) == NameCharacterKind.Upper)
        {
            checks.CheckAlias(start, end);
            cursor.Add(SyntaxKind.Alias, start, end);
            return;
        }

        cursor.Add(cursor.IdentifierKind(end), start, end);
    }

    private NameCharacterKind KindAt(int index) =>
        NameCharacters.GetKind(_text[index] < 0x80 ? _text[index] : cursor.CodePointAt(index), _dialect);

    private void ScanKey(int start, int end)
    {
        if (!cursor.SpaceAt(end + 1))
        {
            cursor.Report(start, end + 1, $"The key '{_text[start..end]}:' must be followed by a space.");
        }

        checks.CheckCharacters(start, end);
        cursor.Add(SyntaxKind.KeywordIdentifier, start, end + 1);
    }
}

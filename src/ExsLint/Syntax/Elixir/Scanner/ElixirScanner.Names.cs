using System.Text;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Names;
using static ExsLint.Syntax.Elixir.Scanner.CharacterFacts;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <content>Identifiers, aliases, words, keyword keys and unquoted atoms.</content>
internal sealed partial class ElixirScanner
{
    /// <summary>Whether a name may start here.</summary>
    private bool NameStartsAt(int index) =>
        NameCharacters.GetKind(CodePointAt(index), _dialect) is NameCharacterKind.Upper or NameCharacterKind.Start;

    /// <summary>
    /// The end of the name that starts here; <paramref name="hasAt"/> says whether it holds an <c>@</c> (atoms and keys may).
    /// </summary>
    private int SkipName(int index, out bool hasAt)
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
            else if (c >= 0x80 && NameCharacters.GetKind(CodePointAt(index), _dialect) != NameCharacterKind.None)
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

    private void ScanName()
    {
        var start = _position;
        var end = SkipName(start, out var hasAt);
        var isKey = end < _text.Length && _text[end] == ':' && !(end + 1 < _text.Length && _text[end + 1] == ':');
        if (isKey && !IsEndAt(end + 1))
        {
            ScanKey(start, end);
            return;
        }

        var name = _text.AsSpan(start, end - start);
        if (Previous != SyntaxKind.Dot && WordKind(name) is { } word)
        {
            ScanWord(word, end - start);
            return;
        }

        CheckName(start, end, hasAt);
        if (NameCharacters.GetKind(CodePointAt(start), _dialect) == NameCharacterKind.Upper)
        {
            CheckAlias(start, end);
            Add(SyntaxKind.Alias, start, end);
            return;
        }

        Add(NameKind(end), start, end);
    }

    private void ScanKey(int start, int end)
    {
        if (!SpaceAt(end + 1))
        {
            Report(start, end + 1, $"The key '{_text[start..end]}:' must be followed by a space.");
        }

        CheckCharacters(start, end);
        Add(SyntaxKind.KeywordIdentifier, start, end + 1);
    }

    private void CheckName(int start, int end, bool hasAt)
    {
        if (hasAt)
        {
            var at = start + _text.AsSpan(start, end - start).IndexOf('@');
            Report(at, at + 1, $"The name '{_text[start..end]}' holds '@', which only atoms and keys may.");
        }

        if (_text.AsSpan(start, end - start) is "__aliases__" or "__block__")
        {
            Report(start, end, $"'{_text[start..end]}' is reserved.");
        }

        CheckCharacters(start, end);
    }

    private void CheckAlias(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!IsAsciiName(_text[i]) && _text[i] != '@')
            {
                Report(i, char.IsHighSurrogate(_text[i]) ? i + 2 : i + 1,
                    $"The alias '{_text[start..end]}' may hold only ASCII letters, digits and underscores.");
                return;
            }
        }
    }

    /// <summary>Names may not mix scripts, nor have more characters than an atom.</summary>
    private void CheckCharacters(int start, int end)
    {
        var written = _text.AsSpan(start, end - start);
        if (Ascii.IsValid(written))
        {
            CheckLength(start, end, end - start);
            return;
        }

        var name = NameText.Normalize(written.ToString());
        CheckLength(start, end, CountCodePoints(name));
        if (ScriptMixing.IsRefused(name, _dialect))
        {
            Report(start, end, $"The name '{name}' mixes scripts: {ScriptMixing.Describe(name, _dialect)}.");
        }
    }

    private static int CountCodePoints(string name)
    {
        var count = 0;
        foreach (var _ in name.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    private void CheckLength(int start, int end, int codePoints)
    {
        if (codePoints > MaxAtomLength)
        {
            Report(start, end, $"The name has more than {MaxAtomLength} characters, the most that the runtime takes.");
        }
    }

    /// <summary>What an identifier is depends on what stands directly behind it.</summary>
    private SyntaxKind NameKind(int end) => end >= _text.Length ? SyntaxKind.Identifier : _text[end] switch
    {
        '(' => SyntaxKind.ParenIdentifier,
        '[' => SyntaxKind.BracketIdentifier,
        _ => SyntaxKind.Identifier,
    };

    private static SyntaxKind? WordKind(ReadOnlySpan<char> name) => name switch
    {
        "do" => SyntaxKind.Do,
        "end" => SyntaxKind.End,
        "fn" => SyntaxKind.Fn,
        "true" => SyntaxKind.True,
        "false" => SyntaxKind.False,
        "nil" => SyntaxKind.Nil,
        "not" => SyntaxKind.UnaryOperator,
        "and" => SyntaxKind.AndOperator,
        "or" => SyntaxKind.OrOperator,
        "when" => SyntaxKind.WhenOperator,
        "in" => SyntaxKind.InOperator,
        "else" or "rescue" or "catch" or "after" => SyntaxKind.BlockIdentifier,
        _ => null,
    };

    private void ScanWord(SyntaxKind kind, int length)
    {
        switch (kind)
        {
            case SyntaxKind.Do:
                if (Previous == SyntaxKind.Identifier)
                {
                    ChangePrevious(SyntaxKind.DoIdentifier);
                }

                AddContinuing(kind, length);
                break;
            case SyntaxKind.UnaryOperator or SyntaxKind.AndOperator or SyntaxKind.OrOperator
                or SyntaxKind.WhenOperator or SyntaxKind.InOperator:
                ScanWordOperator(kind, length);
                break;
            default:
                Add(kind, length);
                break;
        }
    }

    private void ScanWordOperator(SyntaxKind kind, int length)
    {
        // '&and/2' captures: in front of a slash the word is a name.
        var behind = SkipHorizontalSpace(_position + length);
        if (behind < _text.Length && _text[behind] == '/')
        {
            Add(SyntaxKind.Identifier, length);
        }
        else if (kind == SyntaxKind.UnaryOperator)
        {
            Add(kind, length);
        }
        else if (kind == SyntaxKind.InOperator && Previous == SyntaxKind.UnaryOperator && _text[_tokens[^1].Start] == 'n')
        {
            var start = _tokens[^1].Start;
            _tokens.RemoveAt(_tokens.Count - 1);
            DropLineEnd();
            Add(kind, start, _position + length);
        }
        else
        {
            AddContinuing(kind, length);
        }
    }

    private void ScanTypeOperator()
    {
        if (Previous != SyntaxKind.Dot || !ScanOperatorName())
        {
            ScanPunctuation(':');
        }
    }

    private void ScanColon()
    {
        var next = Peek(1);
        if (next is '"' or '\'')
        {
            OpenQuote(SyntaxKind.QuotedAtomStart, 2, next);
        }
        else if (OperatorAtomLength(_position + 1) is > 0 and var length)
        {
            Add(SyntaxKind.Atom, 1 + length);
        }
        else if (!IsEndAt(_position + 1) && NameStartsAt(_position + 1))
        {
            var end = SkipName(_position + 1, out _);
            CheckCharacters(_position + 1, end);
            Add(SyntaxKind.Atom, _position, end);
        }
        else if (next == ':')
        {
            ScanTypeOperator();
        }
        else if (next >= 0x80)
        {
            var units = CodePointAt(_position + 1) > char.MaxValue ? 2 : 1;
            Report(_position + 1, _position + 1 + units, DescribeUnexpected(_position + 1, units));
            Add(SyntaxKind.BadToken, 1 + units);
        }
        else
        {
            AddBad(1);
        }
    }
}

using System.Text;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Names;
using static ExsLint.Syntax.Elixir.Scanner.CharacterFacts;

namespace ExsLint.Syntax.Elixir.Scanner;

/// <summary>What a name may hold, and how long it may be.</summary>
internal sealed class NameChecks(TokenCursor cursor)
{
    private const int MaxAtomLength = 255;

    private readonly string _text = cursor.Text;
    private readonly ElixirDialect _dialect = cursor.Dialect;

    /// <summary>Checks the name of a variable, function or module.</summary>
    public void CheckName(int start, int end, bool hasAt)
    {
        if (hasAt)
        {
            var at = start + _text.AsSpan(start, end - start).IndexOf('@');
            cursor.Report(at, at + 1, $"The name '{_text[start..end]}' holds '@', which only atoms and keys may.");
        }

        if (_text.AsSpan(start, end - start) is "__aliases__" or "__block__")
        {
            cursor.Report(start, end, $"'{_text[start..end]}' is reserved.");
        }

        CheckCharacters(start, end);
    }

    /// <summary>Checks the name of a module: it holds ASCII characters only.</summary>
    public void CheckAlias(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!IsAsciiName(_text[i]) && _text[i] != '@')
            {
                cursor.Report(i, char.IsHighSurrogate(_text[i]) ? i + 2 : i + 1,
                    $"The alias '{_text[start..end]}' may hold only ASCII letters, digits and underscores.");
                return;
            }
        }
    }

    /// <summary>Names may not mix scripts, nor have more characters than an atom.</summary>
    public void CheckCharacters(int start, int end)
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
            cursor.Report(start, end, $"The name '{name}' mixes scripts: {ScriptMixing.Describe(name, _dialect)}.");
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

    /// <summary>Reports a name that has more characters than an atom may.</summary>
    public void CheckLength(int start, int end, int codePoints)
    {
        if (codePoints > MaxAtomLength)
        {
            cursor.Report(start, end, $"The name has more than {MaxAtomLength} characters, the most that the runtime takes.");
        }
    }
}

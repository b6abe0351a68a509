using System.Globalization;
using System.Text;

namespace ExsLint.Reporting.Layout;

/// <summary>Makes text from outside fit to stand on one line of a terminal or a log.</summary>
public static class Printable
{
    /// <summary>
    /// The text with whatever would break its line or change how it is shown as an escape of C: line ends, controls,
    /// bidirectional controls, lone surrogates. It holds no <see cref="RunnerCommands"/>.
    /// </summary>
    public static string Escape(string text) => RunnerCommands.Disarm(NeedsEscape(text) ? EscapeCharacters(text) : text);

    private static string EscapeCharacters(string text)
    {
        var result = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                result.Append(text, i, 2);
                i++;
            }
            else if (IsPlain(text[i]))
            {
                result.Append(text[i]);
            }
            else
            {
                AppendEscape(result, text[i]);
            }
        }

        return result.ToString();
    }

    internal static void AppendEscape(StringBuilder result, char character)
    {
        switch (character)
        {
            case '\n':
                result.Append("\\n");
                break;
            case '\r':
                result.Append("\\r");
                break;
            case '\t':
                result.Append("\\t");
                break;
            default:
                result.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
                break;
        }
    }

    private static bool NeedsEscape(string text)
    {
        foreach (var character in text)
        {
            if (!IsPlain(character))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlain(char character) => char.IsAscii(character)
        ? !char.IsControl(character)
        : char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}

using System.Globalization;
using System.Text;
using ExsLint.Syntax.Elixir.Quoted;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>Values as Elixir source on one line: for people who read a configuration, and for the messages of rules.</summary>
internal static class ElixirTerm
{
    private const int LongestInMessage = 60;
    private const int DeepestInMessage = 6;

    /// <summary>
    /// The whole text of a value. What is no term reads like a call: <c>unknown("environment variable PORT")</c>,
    /// <c>one_of(1, 2)</c>, <c>absent()</c>, <c>opaque("a function")</c>.
    /// </summary>
    public static string Of(AbstractValue value) => new TermPrinter(int.MaxValue, int.MaxValue, asCalls: true).Print(value);

    /// <summary>A text that a message can hold: cut to a length, and what is no term in words.</summary>
    public static string InMessage(AbstractValue value)
    {
        var text = new TermPrinter(LongestInMessage, DeepestInMessage, asCalls: false).Print(value);
        return text.Length <= LongestInMessage ? text : text[..(LongestInMessage - 1)] + "…";
    }

    /// <summary>The text of an atom.</summary>
    public static string OfAtom(string name) => name switch
    {
        "true" or "false" or "nil" => name,
        _ when IsAlias(name) => name[AtomValue.AliasPrefix.Length..],
        _ => ":" + Spelled(name),
    };

    /// <summary>
    /// The text of an atom as a key of a keyword list, its colon included; null if it is an alias, which cannot be one.
    /// </summary>
    public static string? OfKey(string name) => IsAlias(name) ? null : Spelled(name) + ":";

    /// <summary>The text of a binary.</summary>
    public static string OfBinary(BinaryValue binary) => binary.ValidText is { } valid
        ? Quote(valid)
        : $"<<{string.Join(", ", binary.Bytes.Select(part => part.ToString(CultureInfo.InvariantCulture)))}>>";

    /// <summary>The text of a float.</summary>
    public static string OfFloat(FloatValue number) => ErlangFloat.Format(number.Number);

    /// <summary>A text between quotes; what would not show, or would be read as interpolation, is escaped.</summary>
    public static string Quote(string content)
    {
        var text = new StringBuilder("\"");
        foreach (var rune in content.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\n' => text.Append("\\n"),
                '\t' => text.Append("\\t"),
                '\r' => text.Append("\\r"),
                '#' => text.Append('#'),
                '{' when text[^1] == '#' => text.Insert(text.Length - 1, '\\').Append('{'),
                var code when IsInvisible(rune) => text.Append(CultureInfo.InvariantCulture, $"\\u{{{code:X}}}"),
                _ => text.Append(rune.ToString()),
            };
        }

        return text.Append('"').ToString();
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.PrivateUse;

    private static string Spelled(string name) => IsIdentifier(name) ? name : Quote(name);

    private static bool IsIdentifier(string name)
    {
        var body = name.EndsWith('?') || name.EndsWith('!') ? name.AsSpan(0, name.Length - 1) : name;
        if (body.IsEmpty || !(char.IsAsciiLetter(body[0]) || body[0] == '_'))
        {
            return false;
        }

        foreach (var character in body)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '@'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAlias(string name) => name.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal)
        && name[AtomValue.AliasPrefix.Length..].Split('.').All(segment =>
            segment.Length > 0 && char.IsAsciiLetterUpper(segment[0])
                && segment.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'));
}

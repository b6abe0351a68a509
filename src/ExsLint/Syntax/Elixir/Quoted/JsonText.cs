using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace ExsLint.Syntax.Elixir.Quoted;

/// <summary>Terms as canonical JSON.</summary>
internal static class JsonText
{
    /// <summary>The text that a function appends.</summary>
    public static string Of<T>(T value, Action<StringBuilder, T> append)
    {
        var json = new StringBuilder();
        append(json, value);
        return json.ToString();
    }

    /// <summary>Appends a JSON string.</summary>
    public static void AppendString(StringBuilder text, ReadOnlySpan<char> value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"':
                    text.Append("\\\"");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case < ' ' or '\x7F':
                    text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        text.Append('"');
    }

    /// <summary>Appends an atom.</summary>
    public static void AppendAtom(StringBuilder text, ReadOnlySpan<char> name) => AppendTagged(text, 'a', name);

    /// <summary>Appends a binary: as text if it is UTF-8, else in base 64.</summary>
    public static void AppendBinary(StringBuilder text, ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            AppendTagged(text, 's', Encoding.UTF8.GetString(bytes));
        }
        else
        {
            AppendTagged(text, 'b', Convert.ToBase64String(bytes));
        }
    }

    /// <summary>Appends an integer given by its decimal digits.</summary>
    public static void AppendInteger(StringBuilder text, string digits) => AppendTagged(text, 'i', digits);

    /// <summary>Appends a float.</summary>
    public static void AppendFloat(StringBuilder text, double value) => AppendTagged(text, 'f', ErlangFloat.Format(value));

    private static void AppendTagged(StringBuilder text, char tag, ReadOnlySpan<char> value)
    {
        text.Append("{\"").Append(tag).Append("\":");
        AppendString(text, value);
        text.Append('}');
    }
}

using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Sarif;

namespace ExsLint.Reporting.Sarif;

/// <summary>Values of a SARIF property bag. The object model keeps them as JSON text.</summary>
internal static class SarifProperties
{
    public static SerializedPropertyInfo Text(string value) => new(Quote(value), isString: true);

    public static SerializedPropertyInfo Array(IEnumerable<string> values) =>
        new($"[{string.Join(',', values.Select(Quote))}]", isString: false);

    private static string Quote(string value)
    {
        var json = new StringBuilder("\"");
        foreach (var character in value)
        {
            if (character is '"' or '\\')
            {
                json.Append('\\').Append(character);
            }
            else if (char.IsControl(character))
            {
                json.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
            else
            {
                json.Append(character);
            }
        }

        return json.Append('"').ToString();
    }
}

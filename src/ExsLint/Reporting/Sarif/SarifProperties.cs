using System.Text.Json;
using ExsLint.Reporting.Json;
using Microsoft.CodeAnalysis.Sarif;

namespace ExsLint.Reporting.Sarif;

/// <summary>Values of a SARIF property bag. The object model keeps them as JSON text.</summary>
internal static class SarifProperties
{
    public static SerializedPropertyInfo Text(string value) => new(Quote(value), isString: true);

    public static SerializedPropertyInfo Array(IEnumerable<string> values) =>
        new($"[{string.Join(',', values.Select(Quote))}]", isString: false);

    private static string Quote(string value) => string.Concat(
        "\"", ListedEscapes.Sarif.IsPlain(value) ? value : JsonEncodedText.Encode(value, ListedEscapes.Sarif).Value, "\"");
}

using System.Text.Json;

namespace ExsLint.Cli.Commands;

/// <summary>The line of a file that cannot be read, in the form of a quoted form's own errors.</summary>
internal static class QuotedErrorLine
{
    /// <summary>Writes <c>{"path":..,"ok":false,"error":{"line":1,"column":1,"message":..}}</c>.</summary>
    public static void Write(TextWriter output, string path, string message)
    {
        output.Write(
            $$$"""{"path":"{{{JsonEncodedText.Encode(path)}}}","ok":false,"error":{"line":1,"column":1,"message":"{{{JsonEncodedText.Encode(message)}}}"}}""");
        output.Write('\n');
    }
}

using System.Text;
using ExsLint.Syntax.Elixir.Language;

namespace ExsLint.Syntax.Elixir.Quoted;

/// <summary>
/// Writes a tree as Elixir's quoted form: the terms that <c>Code.string_to_quoted</c> gives, without metadata, as JSON (tuples
/// <c>{"t":[..]}</c>, atoms <c>{"a":".."}</c>, strings <c>{"s":".."}</c>, integers <c>{"i":".."}</c>, floats <c>{"f":".."}</c>,
/// lists <c>[..]</c>).
/// </summary>
public static class QuotedForm
{
    /// <summary>The quoted form of a whole file without errors.</summary>
    public static string Write(ElixirSyntaxTree tree, ElixirDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var text = new StringBuilder();
        new QuotedFormWriter(text, dialect, null).Write(tree.Root.Body);
        return text.ToString();
    }

    /// <summary>
    /// Writes one line for a file: <c>{"path":..,"ok":true,"ast":..}</c>, or for a tree with errors
    /// <c>{"path":..,"ok":false,"error":{"line":..,"column":..,"message":..}}</c>, 1-based. Ends with a line feed.
    /// </summary>
    public static void WriteLine(TextWriter writer, string path, ElixirSyntaxTree tree, ElixirDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(tree);
        var text = new StringBuilder("{\"path\":");
        JsonText.AppendString(text, path);
        var error = tree.Diagnostics.FirstOrDefault(diagnostic => diagnostic.IsError);
        if (error is null)
        {
            text.Append(",\"ok\":true,\"ast\":");
            new QuotedFormWriter(text, dialect, writer).Write(tree.Root.Body);
        }
        else
        {
            var position = tree.File.Lines.GetPosition(error.Span.Start);
            text.Append(",\"ok\":false,\"error\":{\"line\":").Append(position.Line + 1)
                .Append(",\"column\":").Append(position.Character + 1)
                .Append(",\"message\":");
            JsonText.AppendString(text, error.Message);
            text.Append('}');
        }

        text.Append("}\n");
        writer.Write(text);
    }
}

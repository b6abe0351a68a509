using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ExsLint.Reporting.Json;

/// <summary>JSON on one line, with the escapes of canonical terms.</summary>
internal static class JsonLine
{
    /// <summary>What a writer of lines is made with.</summary>
    /// <param name="encoder">What is escaped in texts.</param>
    // Depth is bounded where the values are made.
    public static JsonWriterOptions OptionsOf(JavaScriptEncoder encoder) =>
        new() { Encoder = encoder, SkipValidation = true, MaxDepth = int.MaxValue };

    /// <summary>Writes one value and a line feed.</summary>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        output.Write(Encoding.UTF8.GetString(Format(write).Span));
        output.Write('\n');
    }

    /// <summary>The bytes of one value.</summary>
    public static ReadOnlyMemory<byte> Format(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, OptionsOf(ListedEscapes.Terms)))
        {
            write(json);
        }

        return buffer.WrittenMemory;
    }
}

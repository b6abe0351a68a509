using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ExsLint.Reporting.Json;

/// <summary>JSON as ExsLint writes it: two spaces, LF, a line end at the end, and letters of any language as they are.</summary>
public sealed class IndentedJson : IDisposable
{
    // Small enough that the collector does not take the buffers for large objects, which it clears as a whole.
    private const int FlushAt = 16 * 1024;

    private readonly TextWriter _output;
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * FlushAt);
    private char[] _text = [];

    private IndentedJson(TextWriter output, JavaScriptEncoder encoder)
    {
        _output = output;
        Writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = encoder });
    }

    /// <summary>What writes the value.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>Writes one value.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="write">Writes the value.</param>
    // Nothing here stands in HTML, so that quotes and letters need no escapes.
    public static void Write(TextWriter output, Action<IndentedJson> write) =>
        Write(output, JavaScriptEncoder.UnsafeRelaxedJsonEscaping, write);

    /// <summary>Writes one value.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="encoder">What is escaped in texts.</param>
    /// <param name="write">Writes the value.</param>
    internal static void Write(TextWriter output, JavaScriptEncoder encoder, Action<IndentedJson> write)
    {
        using var json = new IndentedJson(output, encoder);
        write(json);
        json.Flush();
        output.Write('\n');
    }

    /// <summary>Passes on what has been written if it is much, so that a long report does not fill the memory.</summary>
    public void FlushIfLarge()
    {
        if (Writer.BytesPending + _buffer.WrittenCount >= FlushAt)
        {
            Flush();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Writer.Dispose();

    private void Flush()
    {
        Writer.Flush();
        if (_text.Length < _buffer.WrittenCount)
        {
            _text = new char[_buffer.Capacity];
        }

        _output.Write(_text, 0, Encoding.UTF8.GetChars(_buffer.WrittenSpan, _text));
        _buffer.ResetWrittenCount();
    }
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ExsLint.Reporting.Json;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Text;

namespace ExsLint.Reporting.Units;

/// <summary>Rows of units as JSON. What a row says recurs from unit to unit, so that it is written once and copied.</summary>
internal sealed class UnitRowJson : IDisposable
{
    // What the weights of all rows that apply come to depends on whether two kinds of rows do.
    private const int MaxWeightSums = 4;

    private static readonly JsonWriterOptions Options = JsonLine.OptionsOf(JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    private readonly List<(int WeightSum, byte[] Json)>?[] _written = new List<(int, byte[])>?[SecurityTable.CaseCount];
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _json;
    private SourceFile? _file;
    private byte[] _path = [];

    public UnitRowJson() => _json = new Utf8JsonWriter(_buffer, Options);

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    /// <summary>Writes a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="weightSum">The weights of all rows of the unit that apply.</param>
    /// <param name="output">Where to write it.</param>
    public void Write(SecurityVerdict row, int weightSum, ArrayBufferWriter<byte> output)
    {
        output.Write(row.Case.HasArgument ? FormatVerdict(row, weightSum) : FindVerdict(row, weightSum));
        if (row.Cause is not { } cause)
        {
            output.Write(",\"file\":null,\"line\":null}"u8);
            return;
        }

        output.Write(",\"file\":"u8);
        output.Write(PathOf(cause.File));
        output.Write(",\"line\":"u8);
        (cause.Location.Start.Line + 1)
            .TryFormat(output.GetSpan(16), out var length, default, System.Globalization.CultureInfo.InvariantCulture);
        output.Advance(length);
        output.Write("}"u8);
    }

    private byte[] FindVerdict(SecurityVerdict row, int weightSum)
    {
        var written = _written[row.Case.Rank] ??= new List<(int, byte[])>(MaxWeightSums);
        foreach (var (sum, json) in written)
        {
            if (sum == weightSum)
            {
                return json;
            }
        }

        var formatted = FormatVerdict(row, weightSum).ToArray();
        written.Add((weightSum, formatted));
        return formatted;
    }

    // Without the bracket that closes the object.
    private ReadOnlySpan<byte> FormatVerdict(SecurityVerdict row, int weightSum)
    {
        Start();
        _json.WriteStartObject();
        if (row.IsSet is { } isSet)
        {
            _json.WriteBoolean("set", isSet);
        }
        else
        {
            _json.WriteNull("set");
        }

        _json.WriteString("name", row.Check.Name);
        _json.WriteString("json_field", row.Check.JsonField);
        _json.WriteString("description", row.Description);
        _json.WriteNumber("weight", row.Check.Weight);
        if (row.Badness is { } badness)
        {
            _json.WriteNumber("badness", badness);
        }
        else
        {
            _json.WriteNull("badness");
        }

        _json.WriteNumber("range", row.Check.Range);
        _json.WriteString("exposure", row.Exposure(weightSum));
        _json.Flush();
        return _buffer.WrittenSpan;
    }

    // The rows of a unit mostly point to the same file.
    private byte[] PathOf(SourceFile file)
    {
        if (_file != file)
        {
            Start();
            _json.WriteStringValue(file.Path);
            _json.Flush();
            _path = _buffer.WrittenSpan.ToArray();
            _file = file;
        }

        return _path;
    }

    private void Start()
    {
        _buffer.Clear();
        _json.Reset(_buffer);
    }
}

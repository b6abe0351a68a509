using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ExsLint.Semantics.Systemd.Exposure;

namespace ExsLint.Reporting.Units;

/// <summary>Units as JSON, one line each: see docs/json.md.</summary>
public sealed class UnitJson : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly JsonEncodedText Set = JsonEncodedText.Encode("set"), Name = JsonEncodedText.Encode("name"),
        JsonField = JsonEncodedText.Encode("json_field"), Description = JsonEncodedText.Encode("description"),
        Weight = JsonEncodedText.Encode("weight"), Badness = JsonEncodedText.Encode("badness"), Range = JsonEncodedText.Encode("range"),
        Exposure = JsonEncodedText.Encode("exposure"), File = JsonEncodedText.Encode("file"), Line = JsonEncodedText.Encode("line");

    private readonly Dictionary<SecurityCheck, (JsonEncodedText Name, JsonEncodedText Field)> _names = new(ReferenceEqualityComparer.Instance);
    private readonly ArrayBufferWriter<byte> _buffer = new(32 * 1024);
    private readonly Utf8JsonWriter _json;

    /// <summary>A writer that is used for many units.</summary>
    public UnitJson() => _json = new Utf8JsonWriter(_buffer, Options);

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    /// <summary>The line of a unit, with its line end; valid until the next call.</summary>
    public ReadOnlySpan<byte> Format(UnitReportEntry entry)
    {
        _buffer.Clear();
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WriteString("unit", entry.Unit);
        _json.WriteString("path", entry.Path);
        if (entry.Exposure is { } exposure)
        {
            _json.WriteString("exposure", UnitExposure.Format(exposure.Exposure));
            _json.WriteString("label", exposure.Label);
            if (entry.Forecast is { } forecast)
            {
                _json.WriteString("after_safe_fixes", UnitExposure.Format(forecast.AfterSafeFixes));
                _json.WriteString("after_all_fixes", UnitExposure.Format(forecast.AfterAllFixes));
            }

            _json.WriteStartArray("rows");
            foreach (var row in exposure.InSystemdOrder())
            {
                WriteRow(row, exposure.WeightSum);
            }

            _json.WriteEndArray();
        }
        else
        {
            _json.WriteString("error", entry.Error);
        }

        _json.WriteEndObject();
        _json.Flush();
        _buffer.Write("\n"u8);
        return _buffer.WrittenSpan;
    }

    private void WriteRow(SecurityVerdict row, int weightSum)
    {
        var (name, field) = NamesOf(row.Check);
        _json.WriteStartObject();
        if (row.IsSet is { } isSet)
        {
            _json.WriteBoolean(Set, isSet);
        }
        else
        {
            _json.WriteNull(Set);
        }

        _json.WriteString(Name, name);
        _json.WriteString(JsonField, field);
        _json.WriteString(Description, row.Description);
        _json.WriteNumber(Weight, row.Check.Weight);
        WriteNumber(Badness, row.Badness);
        _json.WriteNumber(Range, row.Check.Range);
        _json.WriteString(Exposure, row.Exposure(weightSum));
        _json.WriteString(File, row.Cause?.File.Path);
        WriteNumber(Line, row.Cause is { } cause ? cause.Location.Start.Line + 1 : null);
        _json.WriteEndObject();
    }

    private void WriteNumber(JsonEncodedText name, int? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    private (JsonEncodedText Name, JsonEncodedText Field) NamesOf(SecurityCheck check)
    {
        if (!_names.TryGetValue(check, out var names))
        {
            names = (JsonEncodedText.Encode(check.Name, Options.Encoder), JsonEncodedText.Encode(check.JsonField, Options.Encoder));
            _names.Add(check, names);
        }

        return names;
    }
}

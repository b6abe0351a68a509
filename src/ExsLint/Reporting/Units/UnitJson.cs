using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ExsLint.Reporting.Json;
using ExsLint.Semantics.Systemd.Exposure;

namespace ExsLint.Reporting.Units;

/// <summary>Units as JSON, one line each: see docs/json.md.</summary>
public sealed class UnitJson : IDisposable
{
    private static readonly JsonWriterOptions Options = JsonLine.OptionsOf(JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    private readonly ArrayBufferWriter<byte> _buffer = new(32 * 1024);
    private readonly Utf8JsonWriter _json;
    private readonly UnitRowJson _rows = new();

    /// <summary>A writer that is used for many units.</summary>
    public UnitJson() => _json = new Utf8JsonWriter(_buffer, Options);

    /// <inheritdoc/>
    public void Dispose()
    {
        _json.Dispose();
        _rows.Dispose();
    }

    /// <summary>The line of a unit, with its line end; valid until the next call.</summary>
    public ReadOnlySpan<byte> Format(UnitReportEntry entry)
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WriteString("unit", entry.Unit);
        _json.WriteString("path", entry.Path);
        if (entry.Exposure is { } exposure)
        {
            WriteExposure(exposure, entry);
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

    private void WriteExposure(UnitExposure exposure, UnitReportEntry entry)
    {
        _json.WriteString("exposure", UnitExposure.Format(exposure.Exposure));
        _json.WriteString("label", exposure.Label);
        if (entry.SystemdVersion is { } version)
        {
            _json.WriteNumber("systemd", version);
        }

        if (entry.Forecast is { } forecast)
        {
            _json.WriteString("after_safe_fixes", UnitExposure.Format(forecast.AfterSafeFixes));
            _json.WriteString("after_all_fixes", UnitExposure.Format(forecast.AfterAllFixes));
        }

        _json.WriteStartArray("rows");
        _json.Flush();
        var isFirst = true;
        foreach (var row in exposure.InSystemdOrder())
        {
            if (!isFirst)
            {
                _buffer.Write(","u8);
            }

            isFirst = false;
            _rows.Write(row, exposure.WeightSum, _buffer);
        }

        _json.WriteEndArray();
    }
}

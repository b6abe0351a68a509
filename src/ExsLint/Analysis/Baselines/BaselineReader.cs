using System.Text;
using System.Text.Json;

namespace ExsLint.Analysis.Baselines;

/// <summary>Reads baselines that <see cref="BaselineWriter"/> wrote, and reports where one is malformed.</summary>
public ref struct BaselineReader
{
    internal const string VersionKey = "version";
    internal const string FindingsKey = "findings";
    internal const string PathKey = "path";
    internal const string RuleKey = "rule";
    internal const string SettingKey = "setting";
    internal const string CountKey = "count";

    private readonly ReadOnlySpan<byte> _bytes;
    private Utf8JsonReader _json;

    private BaselineReader(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _json = new Utf8JsonReader(bytes);
    }

    /// <summary>Reads a baseline.</summary>
    /// <param name="bytes">The file, UTF-8.</param>
    /// <param name="problem">What is wrong with it, or null.</param>
    /// <returns>The baseline, or null where there is a problem.</returns>
    public static Baseline? Read(ReadOnlySpan<byte> bytes, out BaselineProblem? problem)
    {
        var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        var reader = new BaselineReader(text);
        try
        {
            problem = null;
            return reader.ReadBaseline();
        }
        catch (JsonException invalid)
        {
            problem = reader.ProblemAt(
                (int)(invalid.LineNumber ?? 0), (int)(invalid.BytePositionInLine ?? 0), "this is not JSON");
        }
        catch (UnexpectedContentException unexpected)
        {
            var before = text[..unexpected.Offset];
            var lineStart = before.LastIndexOf((byte)'\n') + 1;
            problem = reader.ProblemAt(before.Count((byte)'\n'), unexpected.Offset - lineStart, unexpected.Message);
        }

        return null;
    }

    private Baseline ReadBaseline()
    {
        Next(JsonTokenType.StartObject, "a baseline must be an object");
        List<BaselineEntry>? entries = null;
        var hasVersion = false;
        while (NextKey() is { } key)
        {
            switch (key)
            {
                case VersionKey:
                    hasVersion = ReadCount() == BaselineWriter.Version
                        ? true
                        : throw Unexpected($"this ExsLint reads version {BaselineWriter.Version} only");
                    break;
                case FindingsKey:
                    entries = ReadEntries();
                    break;
                default:
                    throw Unexpected($"a baseline has no '{key}'");
            }
        }

        if (!hasVersion || entries is null)
        {
            throw Unexpected($"'{(hasVersion ? FindingsKey : VersionKey)}' is missing");
        }

        _json.Read();
        return Baseline.Of(entries);
    }

    private List<BaselineEntry> ReadEntries()
    {
        Next(JsonTokenType.StartArray, $"'{FindingsKey}' must be a list");
        var entries = new List<BaselineEntry>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            entries.Add(_json.TokenType == JsonTokenType.StartObject
                ? ReadEntry()
                : throw Unexpected("an entry must be an object"));
        }

        return entries;
    }

    private BaselineEntry ReadEntry()
    {
        string? path = null, rule = null, setting = null;
        int? count = null;
        while (NextKey() is { } key)
        {
            switch (key)
            {
                case PathKey:
                    path = ReadText(key);
                    break;
                case RuleKey:
                    rule = ReadText(key);
                    break;
                case SettingKey:
                    setting = ReadText(key);
                    break;
                case CountKey:
                    count = ReadCount();
                    break;
                default:
                    throw Unexpected($"an entry has no '{key}'");
            }
        }

        return new BaselineEntry(
            path ?? throw Missing(PathKey),
            rule ?? throw Missing(RuleKey),
            setting ?? throw Missing(SettingKey),
            count ?? throw Missing(CountKey));
    }

    private string? NextKey()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.PropertyName ? Text() : null;
    }

    private string ReadText(string key)
    {
        Next(JsonTokenType.String, $"'{key}' must be a text");
        return Text();
    }

    private int ReadCount()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.Number && _json.TryGetInt32(out var count) && count > 0
            ? count
            : throw Unexpected("this must be a whole number above zero");
    }

    private void Next(JsonTokenType type, string expectation)
    {
        _json.Read();
        if (_json.TokenType != type)
        {
            throw Unexpected(expectation);
        }
    }

    private readonly string Text()
    {
        try
        {
            return _json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Bytes that are not UTF-8, or an escaped half of a surrogate pair.
            throw Unexpected("this text is not valid Unicode");
        }
    }

    private readonly UnexpectedContentException Missing(string key) => Unexpected($"'{key}' is missing in this entry");

    private readonly UnexpectedContentException Unexpected(string message) => new(message, (int)_json.TokenStartIndex);

    private readonly BaselineProblem ProblemAt(int line, int bytesInLine, string message)
    {
        var rest = _bytes;
        for (var i = 0; i < line; i++)
        {
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        }

        return new BaselineProblem(line + 1, Encoding.UTF8.GetCharCount(rest[..Math.Min(bytesInLine, rest.Length)]) + 1, message);
    }

    private sealed class UnexpectedContentException(string message, int offset) : Exception(message)
    {
        public int Offset { get; } = offset;
    }
}

/// <summary>Why a file is no baseline.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 units, from 1.</param>
/// <param name="Message">A few words without a full stop.</param>
public sealed record BaselineProblem(int Line, int Column, string Message);

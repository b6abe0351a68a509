using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ExsLint.Analysis.Baselines;

/// <summary>Writes baselines: JSON with one entry a line, so that version control shows what changed.</summary>
public static class BaselineWriter
{
    /// <summary>The version of the format.</summary>
    internal const int Version = 1;

    /// <summary>Writes a baseline, with LF at each line's end and at the end of the text.</summary>
    public static void Write(Baseline baseline, TextWriter output)
    {
        output.Write("{\n");
        output.Write($"  {Quote(BaselineReader.VersionKey)}: {Version.ToString(CultureInfo.InvariantCulture)},\n");
        output.Write($"  {Quote(BaselineReader.FindingsKey)}: [");
        var separator = "\n";
        foreach (var entry in baseline.Entries)
        {
            output.Write(separator);
            output.Write($"    {{ {Field(BaselineReader.PathKey, entry.Path)}, {Field(BaselineReader.RuleKey, entry.Rule)}, ");
            output.Write($"{Field(BaselineReader.SettingKey, entry.Setting)}, ");
            output.Write($"{Quote(BaselineReader.CountKey)}: {entry.Count.ToString(CultureInfo.InvariantCulture)} }}");
            separator = ",\n";
        }

        output.Write(baseline.Entries.IsEmpty ? "]\n}\n" : "\n  ]\n}\n");
    }

    private static string Field(string key, string value) => $"{Quote(key)}: {Quote(value)}";

    private static string Quote(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}

using System.Text.Json;

namespace ExsLint.Cli.Tests.Fixing;

/// <summary>Applies the fixes of a SARIF file as a viewer does that knows nothing of ExsLint: by lines and columns.</summary>
internal static class SarifApplier
{
    /// <summary>The first fix of each result that has one.</summary>
    public static IEnumerable<(string Rule, JsonElement Fix)> Fixes(JsonElement log) => log
        .GetProperty("runs")[0].GetProperty("results").EnumerateArray()
        .Where(result => result.TryGetProperty("fixes", out _))
        .Select(result => (result.GetProperty("ruleId").GetString()!, result.GetProperty("fixes")[0]));

    /// <summary>Applies one fix to files in a folder.</summary>
    public static void Apply(JsonElement fix, string folder)
    {
        foreach (var change in fix.GetProperty("artifactChanges").EnumerateArray())
        {
            var uri = change.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
            var path = Path.Combine(folder, Uri.UnescapeDataString(uri));
            var text = File.ReadAllText(path);
            var replacements = change.GetProperty("replacements").EnumerateArray()
                .Select((replacement, number) => (replacement, number));

            // From the end, so that what comes before stays where it is; of several at one place the last one first.
            foreach (var (replacement, _) in replacements.OrderByDescending(pair => Start(text, pair.replacement))
                .ThenByDescending(pair => pair.number).ToList())
            {
                var region = replacement.GetProperty("deletedRegion");
                var (start, end) =
                    (Start(text, replacement), Offset(text, EndLine(region), region.GetProperty("endColumn").GetInt32()));
                var inserted = replacement.TryGetProperty("insertedContent", out var content)
                    ? content.GetProperty("text").GetString() : "";
                text = text[..start] + inserted + text[end..];
            }

            File.WriteAllText(path, text);
        }
    }

    private static int Start(string text, JsonElement replacement)
    {
        var region = replacement.GetProperty("deletedRegion");
        return Offset(text, region.GetProperty("startLine").GetInt32(), Column(region, "startColumn"));
    }

    private static int EndLine(JsonElement region) =>
        region.TryGetProperty("endLine", out var line) ? line.GetInt32() : region.GetProperty("startLine").GetInt32();

    private static int Column(JsonElement region, string name) =>
        region.TryGetProperty(name, out var column) ? column.GetInt32() : 1;

    private static int Offset(string text, int line, int column)
    {
        var start = 0;
        for (var i = 1; i < line; i++)
        {
            start = text.IndexOf('\n', start) + 1;
        }

        return start + column - 1;
    }
}

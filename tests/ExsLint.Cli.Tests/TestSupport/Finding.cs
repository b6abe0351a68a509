using System.Text.Json;
using System.Text.RegularExpressions;
using ExsLint.Semantics.Elixir.Model;

namespace ExsLint.Cli.Tests.TestSupport;

/// <summary>A finding as one of ExsLint's readers has it.</summary>
/// <param name="File">The path below the folder that was checked, with slashes.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
/// <param name="Level"><c>error</c>, <c>warning</c> or <c>note</c>.</param>
/// <param name="Message">The sentence, without the setting's path that SARIF adds to it.</param>
/// <param name="Rule">The rule's id.</param>
internal sealed partial record Finding(string File, int Line, int Column, string Level, string Message, string Rule)
{
    /// <summary>The findings of a SARIF report, in its order.</summary>
    public static Finding[] FromSarif(string report)
    {
        using var document = JsonDocument.Parse(report);
        return [.. document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(FromResult)];
    }

    private static Finding FromResult(JsonElement result)
    {
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        var region = place.GetProperty("region");
        return new Finding(
            Uri.UnescapeDataString(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!),
            region.GetProperty("startLine").GetInt32(),
            region.GetProperty("startColumn").GetInt32(),
            result.GetProperty("level").GetString()!,
            SettingPath().Replace(result.GetProperty("message").GetProperty("text").GetString()!, ""),
            result.GetProperty("ruleId").GetString()!);
    }

    [GeneratedRegex(@" Setting: '[^']*'\.$")]
    private static partial Regex SettingPath();
}

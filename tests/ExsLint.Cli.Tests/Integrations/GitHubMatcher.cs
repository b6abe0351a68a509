using System.Text.Json;
using System.Text.RegularExpressions;

namespace ExsLint.Cli.Tests.Integrations;

/// <summary>
/// A problem matcher as GitHub's runner applies it to the lines of a log: a .NET expression with ECMAScript's rules and a
/// second's time, the severities <c>error</c>, <c>warning</c> and <c>notice</c>, and a file only if it exists in the workspace.
/// </summary>
/// <remarks>Written after <c>IssueMatcher.cs</c> and <c>OutputManager.cs</c> of actions/runner.</remarks>
internal sealed class GitHubMatcher
{
    private readonly Regex _expression;
    private readonly JsonElement _pattern;

    /// <summary>Reads the text of a matcher's file.</summary>
    public GitHubMatcher(string json)
    {
        using var document = JsonDocument.Parse(json);
        var matcher = document.RootElement.GetProperty("problemMatcher").EnumerateArray().Single();
        Assert.NotEqual("", matcher.GetProperty("owner").GetString());
        _pattern = matcher.GetProperty("pattern").EnumerateArray().Single().Clone();
        _expression = new Regex(
            _pattern.GetProperty("regexp").GetString()!,
            RegexOptions.CultureInvariant | RegexOptions.ECMAScript,
            TimeSpan.FromSeconds(1));
    }

    /// <summary>The annotation that a line becomes; null if it becomes none.</summary>
    public Finding? Annotate(string line, string workspace)
    {
        var match = _expression.Match(line);
        if (!match.Success || string.IsNullOrWhiteSpace(Group("message")) || Level(Group("severity")) is not { } level)
        {
            return null;
        }

        var file = Path.GetFullPath(Path.Combine(workspace, Group("file")));
        return new Finding(
            File.Exists(file) ? Path.GetRelativePath(workspace, file) : "",
            int.Parse(Group("line"), System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(Group("column"), System.Globalization.CultureInfo.InvariantCulture),
            level,
            Group("message"),
            Group("code"));

        string Group(string name) => match.Groups[_pattern.GetProperty(name).GetInt32()].Value;
    }

    private static string? Level(string severity) => severity.ToUpperInvariant() switch
    {
        "" or "ERROR" => "error",
        "WARNING" => "warning",
        "NOTICE" => "note",
        _ => null,
    };
}

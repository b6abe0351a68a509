using System.Text.RegularExpressions;

namespace ExsLint.Cli.Tests.Docs;

/// <summary>The links of a Markdown text.</summary>
internal static partial class Links
{
    /// <summary>Links within the repository: the path, empty for the same page, and the heading.</summary>
    public static IEnumerable<(string Target, string? Heading)> Of(string markdown) => Link().Matches(markdown)
        .Select(match => match.Groups["target"].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal))
        .Select(target => target.Split('#'))
        .Select(parts => (parts[0], parts.Length > 1 ? parts[1] : null));

    /// <summary>The headings as GitHub makes anchors of them.</summary>
    public static IEnumerable<string> Headings(string markdown) => Heading().Matches(markdown)
        .Select(match => NotInAnchor().Replace(match.Groups["text"].Value.Trim(), "").Replace(' ', '-').ToLowerInvariant());

    [GeneratedRegex(@"\]\((?<target>[^()\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<text>[^\n]+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}

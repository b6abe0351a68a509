using System.IO.Enumeration;
using ExsLint.Text;

namespace ExsLint.Rules.Catalog;

/// <summary>How users name rules: an id, or a pattern in which <c>*</c> stands for any characters (<c>systemd-*</c>).</summary>
public static class RulePattern
{
    /// <summary>Names further away than this are no slip of the hand.</summary>
    private const int MaximumDistance = 3;

    /// <summary>Whether a pattern names a rule.</summary>
    public static bool Matches(string pattern, string id) => pattern.Contains('*', StringComparison.Ordinal)
        ? FileSystemName.MatchesSimpleExpression(pattern, id, ignoreCase: false)
        : pattern == id;

    /// <summary>Whether a pattern names any rule there is.</summary>
    public static bool MatchesAny(string pattern) => RuleCatalog.All.Any(rule => Matches(pattern, rule.Descriptor.Id));

    /// <summary>The rule whose id is most like a misspelt one, or null if none is like it.</summary>
    public static string? FindNearest(string misspelt) =>
        Spelling.FindNearest(misspelt, RuleCatalog.All.Select(rule => rule.Descriptor.Id), MaximumDistance);
}

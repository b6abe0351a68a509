using ExsLint.Rules.Catalog;

namespace ExsLint.Cli.Settings;

/// <summary>What to say to somebody who names a rule that does not exist.</summary>
internal static class RuleHint
{
    /// <summary>That there is no such rule, and which one may be meant.</summary>
    public static string Unknown(string id) =>
        id.Contains('*', StringComparison.Ordinal) ? $"no rule matches '{id}'; 'exslint rule' lists all"
        : RulePattern.FindNearest(id) is { } nearest ? $"there is no rule '{id}'; '{nearest}' may be meant"
        : $"there is no rule '{id}'; 'exslint rule' lists all";
}

using System.CommandLine;
using System.CommandLine.Completions;
using ExsLint.Cli.Settings;
using ExsLint.Rules.Catalog;

namespace ExsLint.Cli.Commands;

/// <summary>Options that take rules: ids and patterns, with commas between them or one option each.</summary>
internal static class RuleOption
{
    private const StringSplitOptions Tidy = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    /// <summary>An option that takes rules that exist.</summary>
    /// <param name="name">The option, dashes included.</param>
    /// <param name="description">What it does.</param>
    public static Option<string[]> Create(string name, string description)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = "IDS", Arity = ArgumentArity.OneOrMore };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Select(token => Complain(name, token.Value)).OfType<string>().FirstOrDefault() is { } complaint)
            {
                result.AddError(complaint);
            }
        });

        // The rules are made only where somebody completes: no other start waits for them.
        option.CompletionSources.Add(_ => RuleCatalog.All.Select(rule => new CompletionItem(rule.Descriptor.Id)));
        return option;
    }

    /// <summary>The single ids and patterns of an option's values.</summary>
    public static string[] Split(string[]? values) => [.. (values ?? []).SelectMany(value => value.Split(',', Tidy))];

    private static string? Complain(string name, string value)
    {
        var patterns = value.Split(',', Tidy);
        if (patterns.Length == 0)
        {
            return $"{name} takes rules, not '{value}'";
        }

        return Array.Find(patterns, pattern => !RulePattern.MatchesAny(pattern)) is { } unknown
            ? $"{name}: {RuleHint.Unknown(unknown)}"
            : null;
    }
}

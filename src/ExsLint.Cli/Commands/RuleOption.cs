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
            // Whether there are such rules is asked when the settings are read, which may have rules of their own.
            if (result.Tokens.FirstOrDefault(token => token.Value.Split(',', Tidy).Length == 0) is { } empty)
            {
                result.AddError($"{name} takes rules, not '{empty.Value}'");
            }
        });

        // The rules are made only where somebody completes: no other start waits for them.
        option.CompletionSources.Add(_ => RuleCatalog.All.Select(rule => new CompletionItem(rule.Descriptor.Id)));
        return option;
    }

    /// <summary>The single ids and patterns of an option's values.</summary>
    public static string[] Split(string[]? values) => [.. (values ?? []).SelectMany(value => value.Split(',', Tidy))];

    /// <summary>What is wrong with the rules of an option, or null: one of them is neither ExsLint's nor a team's own.</summary>
    /// <param name="name">The option.</param>
    /// <param name="patterns">The ids and patterns.</param>
    /// <param name="isOwn">Whether a pattern is that of a team's own rule.</param>
    public static string? Complain(string name, IEnumerable<string> patterns, Func<string, bool> isOwn) =>
        patterns.FirstOrDefault(pattern => !RulePattern.MatchesAny(pattern) && !isOwn(pattern)) is { } unknown
            ? $"{name}: {RuleHint.Unknown(unknown)}"
            : null;
}

using System.CommandLine;
using System.CommandLine.Parsing;
using ExsLint.Text;

namespace ExsLint.Cli;

/// <summary>Says what is wrong with a command line, and what may be meant.</summary>
internal static class Usage
{
    /// <summary>Names further away than this are no slip of the hand.</summary>
    private const int MaximumDistance = 3;

    /// <summary>What is wrong; null if nothing is.</summary>
    /// <param name="result">How the arguments were read.</param>
    /// <param name="args">The arguments as they were given.</param>
    public static string? FindError(ParseResult result, string[] args)
    {
        var command = result.CommandResult.Command;
        if (result.Tokens is [{ Type: TokenType.Directive }, ..])
        {
            return $"unknown command '{args[0]}'";
        }

        if (EmptyValue(result, args) is { } empty)
        {
            return empty;
        }

        if (UnknownOption(result) is { } option)
        {
            return $"unknown option '{option}'{OptionHint(result.CommandResult, option.Split('=')[0])}";
        }

        if (result.UnmatchedTokens is not [var word, ..])
        {
            return result.Errors is [var error, ..] ? error.Message.TrimEnd('.') : null;
        }

        return !CommandLine.IsRoot(command) ? $"unexpected argument '{word}'"
            : Path.Exists(word) ? $"unknown command '{word}'; 'exslint check {word}' may be meant"
            : $"unknown command '{word}'{Hint(word, command.Subcommands.Select(known => known.Name))}";
    }

    /// <summary>An empty value is the trace of a variable that a script forgot to set: no option or argument takes one.</summary>
    private static string? EmptyValue(ParseResult result, string[] args)
    {
        // Behind '--name=' the parser takes the next argument for the value.
        foreach (var arg in args.TakeWhile(arg => arg != "--"))
        {
            if (arg.StartsWith("--", StringComparison.Ordinal) && arg.IndexOfAny(['=', ':']) == arg.Length - 1
                && NamesOf(result.CommandResult.Command).Contains(arg[..^1]))
            {
                return $"{arg[..^1]} has an empty value";
            }
        }

        var empty = result.CommandResult.Children.Where(child => child.Tokens.Any(token => token.Value.Length == 0)).ToList();
        return empty.OfType<OptionResult>().FirstOrDefault() is { } option ? $"{option.Option.Name} has an empty value"
            : empty.Count > 0 ? "an argument is empty"
            : null;
    }

    /// <summary>
    /// An option that there is not: the parser takes it for an argument. A path that starts with a dash has to stand behind '--'.
    /// </summary>
    private static string? UnknownOption(ParseResult result)
    {
        var separator = result.Tokens.FirstOrDefault(token => token.Type == TokenType.DoubleDash);
        var literal = result.Tokens.SkipWhile(token => token != separator).ToHashSet(ReferenceEqualityComparer.Instance);
        var arguments = result.CommandResult.Command.Arguments
            .SelectMany(argument => result.GetResult(argument)?.Tokens ?? [])
            .Where(token => separator is null || !literal.Contains(token))
            .Select(token => token.Value);
        var unmatched = separator is null ? result.UnmatchedTokens : [];
        return arguments.Concat(unmatched).FirstOrDefault(word => word.Length > 1 && word[0] == '-');
    }

    /// <summary>
    /// Which option may be meant: one of the command, or one of the first command that has it where none is named.
    /// </summary>
    private static string OptionHint(CommandResult result, string misspelt)
    {
        var own = Hint(misspelt, NamesOf(result.Command).Append("--help"));
        return own.Length > 0 || !CommandLine.IsRoot(result.Command) ? own : result.Command.Subcommands
            .Select(command => (command.Name, Option: Nearest(misspelt, NamesOf(command))))
            .Where(candidate => candidate.Option is not null)
            .Select(candidate => $"; 'exslint {candidate.Name} {candidate.Option}' may be meant")
            .FirstOrDefault("");
    }

    private static IEnumerable<string> NamesOf(Command command) =>
        command.Options
            .SelectMany(option => option.Aliases.Append(option.Name))
            .Where(name => name.StartsWith("--", StringComparison.Ordinal));

    private static string Hint(string misspelt, IEnumerable<string> names) =>
        Nearest(misspelt, names) is { } nearest ? $"; '{nearest}' may be meant" : "";

    private static string? Nearest(string misspelt, IEnumerable<string> names) =>
        Spelling.FindNearest(misspelt, names, Math.Min(MaximumDistance, misspelt.Length / 2));
}

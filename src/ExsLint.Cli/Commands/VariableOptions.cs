using System.Collections.Immutable;
using System.CommandLine;
using ExsLint.Cli.Files;
using ExsLint.Cli.Streams;
using ExsLint.Rules;
using ExsLint.Semantics.Elixir.Variables;

namespace ExsLint.Cli.Commands;

/// <summary>The environment variables that a command was given. The process's own are never looked at.</summary>
/// <param name="Files">Files of variables.</param>
/// <param name="Set">Assignments, <c>NAME=VALUE</c>; they win over the files.</param>
/// <param name="Unset">Names of variables that are not set; they win over both.</param>
internal sealed record GivenVariables(ImmutableArray<string> Files, ImmutableArray<string> Set, ImmutableArray<string> Unset)
{
    /// <summary>Reads the files and pins the variables; null if a file cannot be read, which was said.</summary>
    public EnvironmentVariables? Pin(Terminal terminal)
    {
        var variables = EnvironmentVariables.Unknown;
        foreach (var path in Files)
        {
            if (PinFile(terminal, variables, path, "--env-file") is not { } pinned)
            {
                return null;
            }

            variables = pinned;
        }

        foreach (var assignment in Set)
        {
            var separator = assignment.IndexOf('=', StringComparison.Ordinal);
            variables = variables.Pin(assignment[..separator], assignment[(separator + 1)..], "--set");
        }

        return Unset.Aggregate(variables, (pinned, name) => pinned.Pin(name, null, "--unset"));
    }

    /// <summary>Reads a file of variables and pins them; null if it cannot be read, which was said.</summary>
    /// <param name="terminal">Where to say so.</param>
    /// <param name="variables">The variables so far.</param>
    /// <param name="path">The file.</param>
    /// <param name="source">Who says that they are set.</param>
    public static EnvironmentVariables? PinFile(Terminal terminal, EnvironmentVariables variables, string path, string source)
    {
        if (FileReader.Read(path, path, out var trouble) is not { } file)
        {
            terminal.Report(DiagnosticLevel.Error, trouble!, path);
            return null;
        }

        var assignments = EnvironmentFile.Parse(file.Content, out var problem);
        if (problem is { } wrong)
        {
            terminal.Report(DiagnosticLevel.Error, wrong.Message, $"{path}:{wrong.Line}");
            return null;
        }

        return assignments.Aggregate(variables, (pinned, pair) => pinned.Pin(pair.Key, pair.Value, source));
    }
}

/// <summary>The options that pin environment variables.</summary>
internal sealed class VariableOptions
{
    private readonly Option<string[]> _files = new("--env-file")
    {
        Description = "Take environment variables from a file of NAME=VALUE lines.",
        HelpName = "FILE",
    };
    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Take an environment variable for set.",
        HelpName = "NAME=VALUE",
    };
    private readonly Option<string[]> _unset = new("--unset")
    {
        Description = "Take an environment variable for not set.",
        HelpName = "NAME",
    };

    private VariableOptions()
    {
    }

    /// <summary>Makes the options.</summary>
    public static VariableOptions Create()
    {
        var options = new VariableOptions();
        options._set.Validators.Add(result =>
        {
            // The message must not hold what may be a secret's value.
            if (result.Tokens.Any(token =>
                !EnvironmentFile.IsName(token.Value.Split('=')[0]) || !token.Value.Contains('=', StringComparison.Ordinal)))
            {
                result.AddError("--set takes NAME=VALUE");
            }
        });
        options._unset.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => !EnvironmentFile.IsName(token.Value)) is { } wrong)
            {
                result.AddError($"--unset takes the name of a variable, not '{wrong.Value.Split('=')[0]}'");
            }
        });
        return options;
    }

    /// <summary>Gives a command the options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_files);
        command.Options.Add(_set);
        command.Options.Add(_unset);
    }

    /// <summary>What was given.</summary>
    public GivenVariables Read(ParseResult result) =>
        new([.. result.GetValue(_files) ?? []], [.. result.GetValue(_set) ?? []], [.. result.GetValue(_unset) ?? []]);
}

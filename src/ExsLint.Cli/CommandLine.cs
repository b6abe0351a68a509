using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using ExsLint.Analysis;
using ExsLint.Cli.Commands;
using ExsLint.Cli.Streams;
using ExsLint.Rules;

namespace ExsLint.Cli;

/// <summary>The command line as a whole: which commands there are, and what happens when one goes wrong.</summary>
internal static class CommandLine
{
    /// <summary>The environment variable by which a completion script says that it is one.</summary>
    public const string CompletionVariable = "EXSLINT_COMPLETION";

    /// <summary>Runs a command.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        var terminal = new Terminal();
        if (terminal.IsOutputClosed)
        {
            terminal.Report(DiagnosticLevel.Error, "standard output is closed");
            return ExitCodes.Failure;
        }

        try
        {
            var exitCode = Run(args, terminal);
            terminal.Output.Flush();
            return exitCode;
        }
        catch (Exception trouble) when (FileTrouble.Is(trouble))
        {
            // Files are read and written behind handlers of their own: what arrives here is a standard stream or the working
            // directory.
            terminal.Report(DiagnosticLevel.Error, $"input or output failed: {FileTrouble.Describe(trouble)}");
            return ExitCodes.Failure;
        }
#pragma warning disable CA1031 // The last resort: a user gets one line and something to do instead of a stack trace.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            terminal.Report(DiagnosticLevel.Error, FaultBarrier.Describe(bug));
            return ExitCodes.Failure;
        }
    }

    private static int Run(string[] args, Terminal terminal)
    {
        var root = Root(terminal);
        var result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Action is not HelpPage && !IsForCompletion(result) && Usage.FindError(result, args) is { } error)
        {
            var command = result.CommandResult.Command;
            var help = command is RootCommand ? "exslint --help" : $"exslint {command.Name} --help";
            terminal.Report(DiagnosticLevel.Error, $"{error}; see '{help}'");
            return ExitCodes.Failure;
        }

        return result.Invoke(new InvocationConfiguration
        {
            Output = terminal.Output,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private static bool IsForCompletion(ParseResult result) =>
        result.RootCommandResult.Command is RootCommand { Directives.Count: > 0 }
            && result.Tokens is [{ Type: TokenType.Directive }, ..];

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand(
            "Tells which settings of an Elixir service leave it open: config/*.exs files and systemd units, never run.");
        foreach (var option in root.Options.OfType<VersionOption>().ToArray())
        {
            root.Options.Remove(option);
        }

        // A directive, '[suggest]', answers a completion script instead of running the command, which nobody else must come upon.
        if (Environment.GetEnvironmentVariable(CompletionVariable) is null or "")
        {
            root.Directives.Clear();
        }

        var help = new HelpPage(terminal);
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = help;
        }

        var version = new Option<bool>("--version") { Description = "Show the version." };
        root.Options.Add(version);
        root.Subcommands.Add(CheckCommand.Create(terminal));
        root.Subcommands.Add(FixCommand.Create(terminal));
        root.Subcommands.Add(RuleCommand.Create(terminal));
        root.Subcommands.Add(UnitCommand.Create(terminal));
        root.Subcommands.Add(ConfigCommand.Create(terminal));
        root.Subcommands.Add(SyntaxCommand.Create(terminal));
        root.Subcommands.Add(MatcherCommand.Create(terminal));
        root.SetAction(result =>
        {
            if (result.GetValue(version))
            {
                terminal.Output.Write($"exslint {Product.Version}\n");
                return ExitCodes.Success;
            }

            return help.Invoke(result);
        });
        return root;
    }
}

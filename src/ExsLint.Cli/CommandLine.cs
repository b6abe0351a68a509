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
    /// <summary>
    /// The environment variable by which a completion script says that it is one. A directive, '[suggest]', then answers it
    /// instead of running the command, which nobody else must come upon.
    /// </summary>
    public const string CompletionVariable = "EXSLINT_COMPLETION";

    private static readonly (string Name, Func<Terminal, Command> Create)[] Commands =
    [
        ("check", CheckCommand.Create),
        ("fix", FixCommand.Create),
        ("rule", RuleCommand.Create),
        ("unit", UnitCommand.Create),
        ("config", ConfigCommand.Create),
        ("syntax", SyntaxCommand.Create),
        ("matcher", MatcherCommand.Create),
        ("init", InitCommand.Create),
        ("settings", SettingsCommand.Create),
    ];

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
        if (args is ["--version"])
        {
            return WriteVersion(terminal);
        }

        var isForCompletion = Environment.GetEnvironmentVariable(CompletionVariable) is not (null or "");
        var root = Root(terminal, args, isForCompletion);
        var result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Action is not HelpPage && !IsForCompletion(result) && Usage.FindError(result, args) is { } error)
        {
            var command = result.CommandResult.Command;
            var help = IsRoot(command) ? "exslint --help" : $"exslint {command.Name} --help";
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

    /// <summary>Whether this is no command, but what all commands belong to.</summary>
    internal static bool IsRoot(Command command) => !command.Parents.Any();

    private static int WriteVersion(Terminal terminal)
    {
        terminal.Output.Write($"exslint {Product.Version}\n");
        return ExitCodes.Success;
    }

    /// <summary>Whether the option for help can be among the arguments, or is told of because no command is named.</summary>
    private static bool MayAskForHelp(Command root, string[] args) =>
        args is not [var first, ..]
        || root.Subcommands.All(command => command.Name != first)
        || args.Any(arg => arg is ['-' or '/', ..] && arg.AsSpan().ContainsAny('h', '?'));

    private static bool IsForCompletion(ParseResult result) =>
        result.RootCommandResult.Command is RootCommand { Directives.Count: > 0 }
            && result.Tokens is [{ Type: TokenType.Directive }, ..];

    /// <summary>The command that is named, since no other need be made then; else all.</summary>
    private static IEnumerable<(string Name, Func<Terminal, Command> Create)> Named(string[] args, bool isForCompletion) =>
        !isForCompletion && args is [var first, ..] && Array.Exists(Commands, command => command.Name == first)
            ? [Array.Find(Commands, command => command.Name == first)]
            : Commands;

    /// <summary>
    /// The root of the commands. The library's own root asks resources for texts and an assembly for its name, in as many
    /// instructions as all of the rest: it is made for completion alone, which it has a directive for, and the option for help
    /// where it may be named.
    /// </summary>
    private static Command Root(Terminal terminal, string[] args, bool isForCompletion)
    {
        const string Description =
            "Tells which settings of an Elixir service leave it open: config/*.exs files and systemd units, never run.";
        var root = isForCompletion ? new RootCommand(Description) : new Command("exslint", Description);
        root.Options.Clear();
        var help = new HelpPage(terminal);
        var version = new Option<bool>("--version") { Description = "Show the version." };
        root.Options.Add(version);
        foreach (var (_, create) in Named(args, isForCompletion))
        {
            root.Subcommands.Add(create(terminal));
        }

        if (isForCompletion || MayAskForHelp(root, args))
        {
            root.Options.Add(new HelpOption { Action = help });
        }

        root.SetAction(result => result.GetValue(version) ? WriteVersion(terminal) : help.Invoke(result));
        return root;
    }
}

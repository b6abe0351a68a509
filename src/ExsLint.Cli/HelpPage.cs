using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ExsLint.Cli.Streams;

namespace ExsLint.Cli;

/// <summary>What <c>--help</c> prints: usage and options, then examples, exit codes, and where the documentation is.</summary>
internal sealed class HelpPage(Terminal terminal) : SynchronousCommandLineAction
{
    private const string Indent = "  ";

    private static readonly (string Line, string Meaning)[] ExitCodes =
    [
        ("0", "done; nothing found at or above --fail-on"),
        ("1", "findings at or above --fail-on"),
        ("2", "wrong usage, a named file that cannot be read, or an error of ExsLint itself"),
    ];

    private static readonly (string Line, string Meaning)[] DoneOrFailed =
    [
        ("0", "printed"),
        ("2", "wrong usage, or a file that cannot be read"),
    ];

    /// <summary>Help is wanted whatever else is wrong with the command line.</summary>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        new HelpAction { MaxWidth = terminal.IsTerminal ? TerminalSize.Columns : int.MaxValue }.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var name = CommandLine.IsRoot(command) ? "" : command.Name;
        Write("Examples:", ExamplesOf(name));
        Write("Exit codes:", ExitCodesOf(name));
        terminal.Output.Write(
            $"Documentation:\n{Indent}{Product.Url}/blob/main/docs/cli.md{(name.Length == 0 ? "" : "#" + name)}\n");
        return Commands.ExitCodes.Success;
    }

    private static (string Line, string Meaning)[] ExamplesOf(string command) => command switch
    {
        "check" =>
        [
            ("exslint check", "report what leaves the service open, in all config files and units below"),
            ("exslint check config/prod.secret.exs", "report findings in one file; its project is read, too"),
            ("exslint check --format sarif --output-file exslint.sarif", "write a report for code scanning"),
        ],
        "fix" =>
        [
            ("exslint fix --diff", "show what the safe fixes change, and write nothing"),
            ("exslint fix config", "apply the safe fixes below config"),
            ("exslint fix --drop-in akkoma.service", "write a drop-in, and leave the unit as it is"),
        ],
        "rule" =>
        [
            ("exslint rule", "list the rules"),
            ("exslint rule akkoma-sts", "print the page of a rule"),
        ],
        "unit" =>
        [
            ("exslint unit akkoma.service", "show the exposure of a unit, with its drop-ins beside it"),
            ("exslint unit --systemd-root / nginx.service", "show that of a unit of this machine"),
            ("exslint unit --threshold 50 units", "exit with 1 if a unit's exposure is above 5.0"),
        ],
        "config" =>
        [
            ("exslint config", "print what the project's configuration is in prod"),
            ("exslint config --explain pleroma.Pleroma.Web.Endpoint.http.ip", "tell who set it, and what that overrode"),
            ("exslint config --set PORT=4000 --env-file akkoma.env", "print it for known environment variables"),
        ],
        "syntax" => [("exslint syntax --tree config/prod.exs", "print the syntax tree of a file as JSON")],
        "matcher" => [("exslint matcher --for github", "print the problem matcher for GitHub Actions")],
        _ =>
        [
            ("exslint check", "check the working directory"),
            ("exslint fix --diff", "show what the safe fixes change"),
            ("exslint COMMAND --help", "tell about a command"),
        ],
    };

    private static (string Line, string Meaning)[] ExitCodesOf(string command) => command switch
    {
        "unit" =>
        [
            ("0", "printed"),
            ("1", "an exposure is above --threshold, or systemd would refuse a unit"),
            ("2", "wrong usage, or a file that cannot be read"),
        ],
        "config" =>
        [
            ("0", "printed"),
            ("1", "Elixir refuses the configuration, or the setting to explain is not set"),
            ("2", "wrong usage, a file that cannot be read, or no Elixir configuration there"),
        ],
        "fix" =>
        [
            ("0", "done; nothing left at or above --fail-on"),
            ("1", "findings are left at or above --fail-on"),
            ("2", "wrong usage, a file that cannot be read or written, or an error of ExsLint itself"),
        ],
        "rule" or "syntax" or "matcher" => DoneOrFailed,
        _ => ExitCodes,
    };

    private void Write(string title, (string Line, string Meaning)[] rows)
    {
        var width = rows.Max(row => row.Line.Length);
        terminal.Output.Write($"{title}\n");
        foreach (var (line, meaning) in rows)
        {
            terminal.Output.Write($"{Indent}{line.PadRight(width)}{Indent}{meaning}\n");
        }

        terminal.Output.Write('\n');
    }
}

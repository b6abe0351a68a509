using System.CommandLine;
using System.Diagnostics;
using ExsLint.Cli.Streams;

namespace ExsLint.Cli.Commands;

/// <summary><c>exslint matcher</c>: prints how a host finds the findings in the lines of the concise format.</summary>
internal static class MatcherCommand
{
    private enum Host
    {
        GitHub,
        VSCode,
    }

    public static Command Create(Terminal terminal)
    {
        var host = Choice.Option("--for", "Who reads the lines.", ("github", Host.GitHub), ("vscode", Host.VSCode));
        host.Required = true;
        var command = new Command("matcher", "Print the problem matcher for the concise format.") { host };
        command.SetAction(result =>
        {
            using var matcher = Open(result.GetValue(host) ?? Host.GitHub);
            terminal.Output.Write(matcher.ReadToEnd());
            return ExitCodes.Success;
        });
        return command;
    }

    private static StreamReader Open(Host host)
    {
        var name = host == Host.GitHub ? "problem-matcher.github.json" : "problem-matcher.vscode.json";
        var stream = typeof(MatcherCommand).Assembly.GetManifestResourceStream(name);
        return new StreamReader(stream ?? throw new UnreachableException($"{name} is not embedded"));
    }
}

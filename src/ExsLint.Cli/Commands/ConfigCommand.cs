using System.CommandLine;
using ExsLint.Cli.Streams;

namespace ExsLint.Cli.Commands;

/// <summary><c>exslint config</c>: prints the effective configuration.</summary>
internal static class ConfigCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("PATH")
        {
            Description = "A project's directory, or a config file (default: the working directory).",
            DefaultValueFactory = _ => ".",
            HelpName = "PATH",
        };
        var environment = EnvironmentName.Option("The environment to evaluate (default: prod).");
        var format = Choice.Option(
            "--format", "How to print (default: text).", ("text", ListFormat.Text), ("json", ListFormat.Json));
        var explain = new Option<string?>("--explain")
        {
            Description = "Tell of one setting who set it and what that overrode.",
            HelpName = "app.Key.path",
        };
        var variables = VariableOptions.Create();
        var showSecrets = new Option<bool>("--show-secrets") { Description = "Print secrets as they are." };
        var root = new Option<string?>("--root")
        {
            Description = "What paths are relative to outside of a repository.",
            HelpName = "DIR",
        };
        var noColor = Terminal.NoColorOption();
        var command = new Command("config", "Print the effective configuration, and where it comes from.")
        {
            path, environment, format, explain, showSecrets, root, noColor,
        };
        variables.AddTo(command);
        command.SetAction(result => new ConfigRun(terminal, new ConfigOptions
        {
            Path = result.GetValue(path) ?? ".",
            Environment = EnvironmentName.Of(result, environment),
            Format = result.GetValue(format) ?? ListFormat.Text,
            Explain = result.GetValue(explain),
            Variables = variables.Read(result),
            ShowSecrets = result.GetValue(showSecrets),
            Root = result.GetValue(root),
            NoColor = result.GetValue(noColor),
        }).Run());
        return command;
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using ExsLint.Cli.Streams;

namespace ExsLint.Cli.Commands;

/// <summary><c>exslint fix</c>: changes files so that findings go away.</summary>
internal static class FixCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files or directories (default: the working directory).",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var isUnsafe = new Option<bool>("--unsafe")
        {
            Description = "Apply unsafe fixes as well: someone may depend on what they change.",
        };
        var diff = new Option<bool>("--diff") { Description = "Print the changes as a unified diff, and write nothing." };
        var dropIn = new Option<bool>("--drop-in")
        {
            Description = "Write drop-ins (UNIT.d/50-exslint.conf), and leave units as they are.",
        };
        var format = Choice.Option(
            "--format",
            "How to report what is left (default: full on a terminal, else concise).",
            ("full", ReportFormat.Full),
            ("concise", ReportFormat.Concise));
        var quiet = new Option<bool>("--quiet") { Description = "Print what is left and what went wrong only." };
        var noColor = Terminal.NoColorOption();
        var environment = EnvironmentName.Option("The environment to judge (default: prod).");
        var root = CommonOptions.Root();
        var failOn = CommonOptions.FailOn("warning");
        var profile = CommonOptions.Profile();
        var preview = CommonOptions.Preview();
        var command = new Command("fix", "Change settings that leave a service open: safe fixes only, unless told otherwise.")
        {
            paths, isUnsafe, diff, dropIn, format, environment, root, failOn, profile, preview, quiet, noColor,
        };
        var selection = SelectionOptions.AddTo(command, paths, reports: false);
        var systemd = SystemdOptions.AddTo(command);
        var settings = SettingsOptions.AddTo(command);
        var variables = VariableOptions.Create();
        variables.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(dropIn)
                && result.Children.Any(child => child is OptionResult { Option.Name: "--stdin-filename" }))
            {
                result.AddError("--drop-in writes other files than the one on standard input");
            }
        });
        command.SetAction(result => new FixRun(terminal, new FixRequest
        {
            Check = new CheckOptions
            {
                Selection = selection.Read(result),
                Format = result.GetValue(format) ?? (terminal.IsTerminal ? ReportFormat.Full : ReportFormat.Concise),
                OutputFile = null,
                Root = result.GetValue(root),
                FailOn = result.GetValue(failOn) ?? FailOn.Warning,
                Category = "",
                Quiet = result.GetValue(quiet),
                Statistics = false,
                NoColor = result.GetValue(noColor),
                Systemd = systemd.Read(result),
                ExposureThreshold = null,
                Environment = result.GetValue(environment),
                Profile = result.GetValue(profile),
                Preview = result.GetValue(preview),
                Settings = settings.Read(result),
                Variables = variables.Read(result),
            },
            Unsafe = result.GetValue(isUnsafe),
            Diff = result.GetValue(diff),
            DropIn = result.GetValue(dropIn),
        }).Run());
        return command;
    }
}

/// <summary>What <c>fix</c> was asked for.</summary>
internal sealed record FixRequest
{
    /// <summary>What to look at and for, and how to report what is left.</summary>
    public required CheckOptions Check { get; init; }

    /// <summary>Whether unsafe fixes are applied too.</summary>
    public required bool Unsafe { get; init; }

    /// <summary>Whether the changes are printed instead of written.</summary>
    public required bool Diff { get; init; }

    /// <summary>Whether drop-ins are written instead of units.</summary>
    public required bool DropIn { get; init; }
}

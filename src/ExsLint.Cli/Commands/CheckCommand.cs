using System.CommandLine;
using ExsLint.Cli.Streams;
using ExsLint.Reporting;

namespace ExsLint.Cli.Commands;

/// <summary><c>exslint check</c>: reports findings.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files or directories (default: the working directory).",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var format = Choice.Option(
            "--format",
            "How to report (default: full on a terminal, else concise).",
            ("full", ReportFormat.Full),
            ("concise", ReportFormat.Concise),
            ("sarif", ReportFormat.Sarif),
            ("github", ReportFormat.GitHub),
            ("json", ReportFormat.Json));
        var quiet = new Option<bool>("--quiet") { Description = "Print the findings only." };
        var statistics = new Option<bool>("--statistics") { Description = "Count the findings of each rule." };
        var noColor = Terminal.NoColorOption();
        var outputFile = new Option<string?>("--output-file") { Description = "Write the report to a file.", HelpName = "FILE" };
        var environment = EnvironmentName.Option("The environment to judge (default: prod).");
        var root = CommonOptions.Root();
        var failOn = CommonOptions.FailOn("warning; never for sarif");
        var category = new Option<string?>("--category")
        {
            Description = "The category of a SARIF report (default: exslint).",
            HelpName = "NAME",
        };
        var profile = CommonOptions.Profile();
        var preview = CommonOptions.Preview();

        var threshold = NumberOption.Create(
            "--threshold",
            "Report services whose exposure, times ten, is above this: 0 to 100.",
            0,
            NumberOption.MaxExposure,
            "--exposure-threshold");
        var command = new Command("check", "Report settings that leave a service open.")
        {
            paths, format, outputFile, environment, root, failOn, category, profile, preview, threshold, quiet, statistics,
            noColor,
        };
        var selection = SelectionOptions.AddTo(command, paths);
        var systemd = SystemdOptions.AddTo(command);
        var settings = SettingsOptions.AddTo(command);
        var variables = VariableOptions.Create();
        variables.AddTo(command);
        command.SetAction(result =>
        {
            var chosen = result.GetValue(format)
                ?? (terminal.IsTerminal && result.GetValue(outputFile) is null ? ReportFormat.Full : ReportFormat.Concise);
            return new CheckRun(terminal, new CheckOptions
            {
                Selection = selection.Read(result),
                Format = chosen,
                OutputFile = result.GetValue(outputFile),
                Root = result.GetValue(root),
                FailOn = result.GetValue(failOn) ?? (chosen == ReportFormat.Sarif ? FailOn.Never : FailOn.Warning),
                Quiet = result.GetValue(quiet),
                Statistics = result.GetValue(statistics),
                NoColor = result.GetValue(noColor),
                Category = result.GetValue(category) ?? ReportOptions.DefaultCategory,
                Systemd = systemd.Read(result),
                Environment = result.GetValue(environment),
                ExposureThreshold = result.GetValue(threshold),
                Profile = result.GetValue(profile),
                Preview = result.GetValue(preview),
                Settings = settings.Read(result),
                Variables = variables.Read(result),
            }).Run();
        });
        return command;
    }
}

using System.CommandLine;
using System.Globalization;
using ExsLint.Rules;
using ExsLint.Semantics.Systemd;

namespace ExsLint.Cli.Commands;

/// <summary><c>exslint unit</c>: what <c>systemd-analyze security</c> makes of units, and where each setting is written.</summary>
internal static class UnitCommand
{
    private const int MaxThreshold = 100;

    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("FILE") { Description = "Units, or directories with units.", Arity = ArgumentArity.ZeroOrMore };
        var format = Choice.Option("--format", "How to report (default: table).", ("table", UnitFormat.Table), ("json", UnitFormat.Json));
        var threshold = NumberOption(
            "--threshold", "Exit with 1 if a unit's exposure, times ten, is above this: 0 to 100.", 0, MaxThreshold);
        var version = NumberOption(
            "--systemd-version",
            string.Create(CultureInfo.InvariantCulture, $"The version of systemd, {UnitRun.OldestVersion} to {UnitBinder.NewestVersion} (default: the newest)."),
            UnitRun.OldestVersion,
            UnitBinder.NewestVersion);
        var root = new Option<string?>("--systemd-root")
        {
            Description = "Read the drop-ins of a system, too: its root directory, / for this one.",
            HelpName = "DIR",
        };
        var noColor = Terminal.NoColorOption();
        var command = new Command("unit", "Show the exposure of systemd units, as systemd-analyze security does.")
        {
            paths, format, threshold, version, root, noColor,
        };
        command.SetAction(result =>
        {
            if (result.GetValue(paths) is not { Length: > 0 } named)
            {
                terminal.Report(DiagnosticLevel.Error, "no file is named; see 'exslint unit --help'");
                return ExitCodes.Failure;
            }

            using var run = new UnitRun(terminal, new UnitOptions
            {
                Paths = named,
                Format = result.GetValue(format) ?? UnitFormat.Table,
                Threshold = result.GetValue(threshold) ?? MaxThreshold,
                SystemdVersion = result.GetValue(version) ?? UnitBinder.NewestVersion,
                SystemdRoot = result.GetValue(root),
                NoColor = result.GetValue(noColor),
            });
            return run.Run();
        });
        return command;
    }

    private static Option<int?> NumberOption(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var word = result.Tokens[^1].Value;
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {least} to {most}, not '{word}'"));
            return null;
        },
    };
}

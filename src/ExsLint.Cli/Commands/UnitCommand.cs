using System.CommandLine;
using ExsLint.Cli.Streams;
using ExsLint.Rules;

namespace ExsLint.Cli.Commands;

/// <summary>
/// <c>exslint unit</c>: what <c>systemd-analyze security</c> makes of units, and where each setting is written.
/// </summary>
internal static class UnitCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("FILE")
        {
            Description = "Units, or directories with units.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var format = Choice.Option(
            "--format", "How to report (default: table).", ("table", UnitFormat.Table), ("json", UnitFormat.Json));
        var threshold = NumberOption.Create(
            "--threshold", "Exit with 1 if a unit's exposure, times ten, is above this: 0 to 100.", 0, NumberOption.MaxExposure);
        var whatIf = new Option<bool>("--what-if")
        {
            Description = "Tell what the exposure would be after the fixes, in JSON too.",
        };
        var user = new Option<bool>("--user")
        {
            Description = "Judge all of them as units of a user's own manager, as those in a directory systemd/user are.",
        };
        var noColor = Terminal.NoColorOption();
        var command = new Command("unit", "Show the exposure of systemd units, as systemd-analyze security does.")
        {
            paths, format, threshold, whatIf, user, noColor,
        };
        var systemd = SystemdOptions.AddTo(command);
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
                Threshold = result.GetValue(threshold) ?? NumberOption.MaxExposure,
                Systemd = systemd.Read(result),
                User = result.GetValue(user),
                WhatIf = result.GetValue(whatIf),
                NoColor = result.GetValue(noColor),
            });
            return run.Run();
        });
        return command;
    }
}

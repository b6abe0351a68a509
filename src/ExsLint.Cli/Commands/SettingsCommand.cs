using System.CommandLine;
using ExsLint.Cli.Files;
using ExsLint.Cli.Settings;
using ExsLint.Cli.Streams;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Cli.Commands;

/// <summary><c>exslint settings</c>: prints the settings that hold for a path, and which line says so.</summary>
internal static class SettingsCommand
{
    private const string Standard = "default";

    // What holds where nothing is said.
    private static readonly (SettingsKey Key, string Text)[] Defaults =
        [(SettingsKey.Profile, "\"recommended\""), (SettingsKey.Env, "\"prod\"")];

    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("PATH")
        {
            Description = "A file or a directory (default: the working directory).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var file = SettingsOptions.FileOption();
        var root = CommonOptions.Root();
        var command = new Command("settings", "Print the settings that hold for a path, and which line says so.")
        {
            path, file, root,
        };
        command.SetAction(result => Print(
            terminal, result.GetValue(path) ?? ".", result.GetValue(file), result.GetValue(root)));
        return command;
    }

    private static int Print(Terminal terminal, string path, string? file, string? root)
    {
        if (new NamedPathReader(terminal, root).Read([path], list: null, standardInputName: null) is not [var named])
        {
            return ExitCodes.Failure;
        }

        var plan = AnalysisPlan.Make([named], _ => null)[0];
        var finder = new SettingsFinder(terminal, plan.Snapshot.Files);
        var start = named.Kind == AnalyzedKind.None
            ? RootedPath.Join(named.Path.Relative, MixFile.Name)
            : named.Path.Relative;
        var settings = file is null ? finder.Of(start) : finder.Named(file, plan.Root);
        if (settings is null || finder.Failed)
        {
            RunScopes.ReportUnreadable(terminal, plan, finder);
            return ExitCodes.Failure;
        }

        foreach (var key in SettingsKey.All)
        {
            if (settings[key] is { } entry)
            {
                var place = $"{entry.Place.File.ShownPath}:{entry.Place.Start.Line + 1}";
                terminal.Output.Write($"{key.Name} = {SettingsText.Of(entry)}  # {place}\n");
            }
            else if (Array.Find(Defaults, other => other.Key == key) is { Text: not null } standard)
            {
                terminal.Output.Write($"{key.Name} = {standard.Text}  # {Standard}\n");
            }
        }

        return ExitCodes.Success;
    }
}

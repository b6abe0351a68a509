using System.CommandLine;
using System.Text;
using ExsLint.Cli.Files;
using ExsLint.Cli.Files.Writing;
using ExsLint.Cli.Settings;
using ExsLint.Cli.Streams;
using ExsLint.Rules;

namespace ExsLint.Cli.Commands;

/// <summary><c>exslint init</c>: writes an <c>exslint.toml</c> that says nothing yet, with what it may say as comments.</summary>
internal static class InitCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "The directory of a project (default: the working directory).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("init", $"Write a commented {SettingsKey.FileName} for what is in a directory.") { folder };
        command.SetAction(result => Write(terminal, result.GetValue(folder) ?? "."));
        return command;
    }

    private static int Write(Terminal terminal, string folder)
    {
        var shown = folder is "." ? SettingsKey.FileName : $"{folder.TrimEnd('/')}/{SettingsKey.FileName}";
        if (!Directory.Exists(folder))
        {
            terminal.Report(DiagnosticLevel.Error, "no such directory", folder.Length == 0 ? "''" : folder);
            return ExitCodes.Failure;
        }

        if (Path.Exists(Path.Combine(folder, SettingsKey.FileName)))
        {
            terminal.Report(DiagnosticLevel.Error, "not written: there is such a file already", shown);
            return ExitCodes.Failure;
        }

        if (new NamedPathReader(terminal, folder).Read([folder], list: null, standardInputName: null) is not [var named])
        {
            return ExitCodes.Failure;
        }

        var targets = AnalysisPlan.Make([named], _ => null)[0].Targets;
        var text = TextFor(!targets.ConfigFiles.IsEmpty, !targets.UnitFiles.IsEmpty);
        var outcome = new FileReplacer(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))
            .Create(SettingsKey.FileName, Encoding.UTF8.GetBytes(text));
        if (outcome.Refusal is { } refusal)
        {
            terminal.Report(DiagnosticLevel.Error, $"not written: {refusal}", shown);
            return ExitCodes.Failure;
        }

        terminal.Report(DiagnosticLevel.Note, "written; each setting in it is a comment until you take its '#' away", shown);
        return ExitCodes.Success;
    }

    private static string TextFor(bool hasConfigs, bool hasUnits)
    {
        var text = new StringBuilder($"# Settings of ExsLint: {Product.Url}/blob/main/docs/settings.md\n");
        foreach (var key in SettingsKey.All.Where(key => key.Scope switch
        {
            SettingsScope.Configs => hasConfigs || !hasUnits,
            SettingsScope.Units => hasUnits || !hasConfigs,
            _ => true,
        }))
        {
            text.Append($"\n# {key.Description}\n# {key.Name} = {key.Example}\n");
        }

        return text.ToString();
    }
}

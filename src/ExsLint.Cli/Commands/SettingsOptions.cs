using System.CommandLine;
using System.CommandLine.Parsing;
using ExsLint.Cli.Settings;

namespace ExsLint.Cli.Commands;

/// <summary>The options about <c>exslint.toml</c>.</summary>
internal sealed class SettingsOptions
{
    private readonly Option<string?> _file = FileOption();

    private readonly Option<bool> _isolated = new("--isolated") { Description = $"Read no {SettingsKey.FileName}." };

    private readonly Option<bool> _forceExclude = new("--force-exclude")
    {
        Description = "Pass over what the settings exclude, even where it is named.",
    };

    private SettingsOptions()
    {
    }

    /// <summary><c>--config</c></summary>
    public static Option<string?> FileOption() =>
        new("--config") { Description = $"Take this file for {SettingsKey.FileName}.", HelpName = "FILE" };

    /// <summary>Gives a command the options.</summary>
    public static SettingsOptions AddTo(Command command)
    {
        var options = new SettingsOptions();
        command.Options.Add(options._file);
        command.Options.Add(options._isolated);
        command.Options.Add(options._forceExclude);
        command.Validators.Add(options.Validate);
        return options;
    }

    /// <summary>What was asked for.</summary>
    public SettingsChoice Read(ParseResult result) =>
        new(result.GetValue(_file), result.GetValue(_isolated), result.GetValue(_forceExclude));

    private void Validate(CommandResult result)
    {
        if (result.GetValue(_isolated) && result.GetResult(_file) is { Tokens.Count: > 0 })
        {
            result.AddError("--isolated reads no settings, and --config names some");
        }
    }
}

/// <summary>Which settings hold.</summary>
/// <param name="File">The file to take; null for those that are found.</param>
/// <param name="IsIsolated">Whether none is read.</param>
/// <param name="ExcludesNamed">Whether files that are named may be excluded, too.</param>
internal sealed record SettingsChoice(string? File, bool IsIsolated, bool ExcludesNamed);

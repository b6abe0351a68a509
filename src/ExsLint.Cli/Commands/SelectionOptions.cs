using System.CommandLine;
using System.CommandLine.Parsing;

namespace ExsLint.Cli.Commands;

/// <summary>The options of <c>check</c> that say what to look at and which findings count.</summary>
internal sealed class SelectionOptions
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    private readonly Argument<string[]> _paths;
    private readonly Option<string[]> _select = RuleOption.Create(
        "--select", "The rules to run, whatever the profile; * stands for any characters.");
    private readonly Option<string[]> _ignore = RuleOption.Create("--ignore", "The rules not to run.");
    private readonly Option<bool> _includeSuppressed = new("--include-suppressed")
    {
        Description = "Show suppressed and baselined findings, as such.",
    };

    private readonly Option<string?> _baseline = new("--baseline")
    {
        Description = "Report only what is not in this file.",
        HelpName = "FILE",
    };
    private readonly Option<string?> _writeBaseline = new("--write-baseline")
    {
        Description = "Put the findings of this run on record.",
        HelpName = "FILE",
    };
    private readonly Option<string?> _filesFrom = new("--files-from")
    {
        Description = "Read more paths from a file, one a line or NUL behind each; - is standard input.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _standardInputName = new("--stdin-filename")
    {
        Description = "The file whose text PATH - reads from standard input.",
        HelpName = "NAME",
    };

    private SelectionOptions(Argument<string[]> paths) => _paths = paths;

    /// <summary>Gives a command these options.</summary>
    /// <param name="command">The command.</param>
    /// <param name="paths">Its paths.</param>
    /// <param name="reports">Whether the command reports findings and may put them on record; false where it fixes them.</param>
    public static SelectionOptions AddTo(Command command, Argument<string[]> paths, bool reports = true)
    {
        var options = new SelectionOptions(paths);
        command.Options.Add(options._select);
        command.Options.Add(options._ignore);
        command.Options.Add(options._filesFrom);
        command.Options.Add(options._standardInputName);
        command.Options.Add(options._baseline);
        if (reports)
        {
            command.Options.Add(options._includeSuppressed);
            command.Options.Add(options._writeBaseline);
        }

        command.Validators.Add(options.Validate);
        return options;
    }

    /// <summary>What was asked for.</summary>
    public CheckSelection Read(ParseResult result)
    {
        var given = result.GetValue(_paths) ?? [];
        var filesFrom = result.GetValue(_filesFrom);
        var standardInputName = result.GetValue(_standardInputName);
        return new CheckSelection
        {
            Paths = standardInputName is not null ? [] : given.Length > 0 || filesFrom is not null ? given : ["."],
            FilesFrom = filesFrom,
            StandardInputName = standardInputName,
            Select = [.. RuleOption.Split(result.GetValue(_select))],
            Ignore = [.. RuleOption.Split(result.GetValue(_ignore))],
            IncludeSuppressed = result.GetValue(_includeSuppressed),
            Baseline = result.GetValue(_baseline),
            WriteBaseline = result.GetValue(_writeBaseline),
        };
    }

    private void Validate(CommandResult result)
    {
        var tokens = result.GetResult(_paths)?.Tokens ?? [];
        var isNamed = result.GetResult(_standardInputName) is { Tokens.Count: > 0 };
        if (!isNamed && tokens.Any(token => token.Value == StandardInput))
        {
            result.AddError("'-' is standard input, and --stdin-filename has to tell which file that is; a file of this name is './-'");
        }
        else if (isNamed && (tokens is not [{ Value: StandardInput }] || result.GetResult(_filesFrom) is not null))
        {
            result.AddError("--stdin-filename takes '-' as the only path");
        }
    }
}

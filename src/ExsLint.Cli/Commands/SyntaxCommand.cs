using System.CommandLine;
using ExsLint.Cli.Files;
using ExsLint.Rules;
using ExsLint.Syntax.Elixir;

namespace ExsLint.Cli.Commands;

/// <summary><c>exslint syntax</c>: prints how Elixir files are read.</summary>
internal static class SyntaxCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Elixir files.", Arity = ArgumentArity.ZeroOrMore };
        var quoted = new Option<bool>("--quoted") { Description = "Print Elixir's quoted form, one JSON line a file.", Required = true };
        var dialect = new Option<string?>("--dialect") { Description = "The version of Elixir (default: latest).", HelpName = "1.14|..|latest" };
        dialect.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !ElixirDialectNames.TryParse(result.Tokens[^1].Value, out _))
            {
                result.AddError($"--dialect takes a version of Elixir like 1.14, or latest, not '{result.Tokens[^1].Value}'");
            }
        });
        var filesFrom = new Option<string?>("--files-from") { Description = "Read more paths from a file, one a line; - is standard input.", HelpName = "FILE" };
        var command = new Command("syntax", "Print how Elixir files are read.") { files, quoted, dialect, filesFrom };
        command.SetAction(result => Run(
            terminal,
            result.GetValue(files) ?? [],
            result.GetValue(filesFrom),
            result.GetValue(dialect) is { } name && ElixirDialectNames.TryParse(name, out var chosen) ? chosen : ElixirDialect.Latest));
        return command;
    }

    private static int Run(Terminal terminal, string[] files, string? filesFrom, ElixirDialect dialect)
    {
        IEnumerable<string> paths = files;
        if (filesFrom is not null)
        {
            if (PathList.Read(filesFrom, out var trouble) is not { } listed)
            {
                terminal.Report(DiagnosticLevel.Error, trouble!, filesFrom);
                return ExitCodes.Failure;
            }

            paths = paths.Concat(listed);
        }
        else if (files.Length == 0)
        {
            terminal.Report(DiagnosticLevel.Error, "no file is named; see 'exslint syntax --help'");
            return ExitCodes.Failure;
        }

        var exitCode = ExitCodes.Success;
        foreach (var path in paths)
        {
            if (FileReader.Read(path, path, out var trouble) is { } file)
            {
                QuotedForm.WriteLine(terminal.Output, path, ElixirParser.Parse(file, dialect), dialect);
                continue;
            }

            terminal.Report(DiagnosticLevel.Error, trouble!, path);
            QuotedErrorLine.Write(terminal.Output, path, trouble!);
            exitCode = ExitCodes.Failure;
        }

        return exitCode;
    }
}

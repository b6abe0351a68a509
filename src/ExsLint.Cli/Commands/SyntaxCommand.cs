using System.CommandLine;
using ExsLint.Analysis;
using ExsLint.Cli.Files;
using ExsLint.Cli.Streams;
using ExsLint.Rules;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Quoted;
using ExsLint.Syntax.Json;
using ExsLint.Syntax.Systemd;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Cli.Commands;

/// <summary><c>exslint syntax</c>: prints how files are read.</summary>
internal static class SyntaxCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Elixir files; with --tree systemd units as well.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var quoted = new Option<bool>("--quoted") { Description = "Print Elixir's quoted form, one JSON line a file." };
        var tree = new Option<bool>("--tree")
        {
            Description = "Print the syntax tree with all of the text, one JSON line a file.",
        };
        var dialect = new Option<string?>("--dialect")
        {
            Description = "The version of Elixir (default: latest).",
            HelpName = "1.14|..|latest",
        };
        dialect.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !ElixirDialectNames.TryParse(result.Tokens[^1].Value, out _))
            {
                result.AddError($"--dialect takes a version of Elixir like 1.14, or latest, not '{result.Tokens[^1].Value}'");
            }
        });
        var filesFrom = new Option<string?>("--files-from")
        {
            Description = "Read more paths from a file, one a line; - is standard input.",
            HelpName = "FILE",
        };
        var command = new Command("syntax", "Print how files are read.") { files, quoted, tree, dialect, filesFrom };
        command.Validators.Add(result =>
        {
            if (result.GetValue(quoted) == result.GetValue(tree))
            {
                result.AddError("syntax prints one of two things: choose --quoted or --tree");
            }
        });
        command.SetAction(result => Run(
            terminal,
            result.GetValue(files) ?? [],
            result.GetValue(filesFrom),
            result.GetValue(tree),
            result.GetValue(dialect) is { } name && ElixirDialectNames.TryParse(name, out var chosen)
                ? chosen
                : ElixirDialect.Latest));
        return command;
    }

    private static int Run(Terminal terminal, string[] files, string? filesFrom, bool asTree, ElixirDialect dialect)
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
            if (TryWrite(terminal.Output, path, asTree, dialect) is not { } trouble)
            {
                continue;
            }

            terminal.Report(DiagnosticLevel.Error, trouble, path);
            QuotedErrorLine.Write(terminal.Output, path, trouble);
            exitCode = ExitCodes.Failure;
        }

        return exitCode;
    }

    /// <summary>As <see cref="Write"/>; a defect of ExsLint with one file must not cost the others their line.</summary>
    private static string? TryWrite(TextWriter output, string path, bool asTree, ElixirDialect dialect)
    {
        var barrier = new FaultBarrier();
        string? trouble = null;
        if (barrier.Try(path, "", () => trouble = Write(output, path, asTree, dialect)))
        {
            return trouble;
        }

        // The line may be half written.
        output.Write('\n');
        return barrier.Faults[^1].AsWords();
    }

    /// <summary>Writes the line of a file; where there is none, says why.</summary>
    private static string? Write(TextWriter output, string path, bool asTree, ElixirDialect dialect)
    {
        var isUnit = FileRecognizer.OfNamed(path) == AnalyzedKind.Unit;
        if (isUnit && !asTree)
        {
            return "a systemd unit has no quoted form; --tree prints its syntax tree";
        }

        if (FileReader.Read(path, path, out var trouble) is not { } file)
        {
            return trouble;
        }

        if (isUnit)
        {
            SyntaxTreeJson.WriteLine(output, path, UnitParser.Parse(file));
        }
        else if (asTree)
        {
            SyntaxTreeJson.WriteLine(output, path, ElixirParser.Parse(file, dialect));
        }
        else
        {
            QuotedForm.WriteLine(output, path, ElixirParser.Parse(file, dialect), dialect);
        }

        return null;
    }
}

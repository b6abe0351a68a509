using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Semantics.Systemd.Commands;

/// <summary>
/// Finds the program that a command of <c>ExecStart=</c> comes to: through wrappers (<c>env</c>, <c>mise exec</c>), through
/// <c>sh -c</c>, and through scripts of the analysed tree. Scripts are read and never run.
/// </summary>
/// <param name="unit">The unit.</param>
internal sealed class BeamCommandReader(BoundUnit unit)
{
    // A script that calls a script that calls a script: nobody writes more.
    private const int MaxDepth = 5;

    // What a unit's commands and scripts may cost, however they call each other.
    private const int MaxCommands = 2_000;
    private const int MaxLookups = 40;

    private static readonly ImmutableArray<string> Shells = ["sh", "bash", "dash", "zsh", "ash", "ksh"];

    // Words of the shell in front of a command.
    private static readonly ImmutableArray<string> Keywords =
        ["if", "then", "elif", "else", "while", "until", "do", "!", "export"];

    // Variables of programs in Java: their start scripts look like those of releases.
    private static readonly ImmutableArray<string> JavaVariables =
        ["JAVA_HOME", "JAVA_OPTS", "JAVA_OPTIONS", "JRE_HOME", "CATALINA_HOME"];

    private readonly bool _isJava = UnitEnvironment.Variables(unit).Any(variable => JavaVariables.Contains(variable.Name));

    private int _commands = MaxCommands;
    private int _lookups = MaxLookups;

    /// <summary>The program that starts the virtual machine, with what stands before it; null if none does.</summary>
    /// <param name="assignment">Where the command is written.</param>
    /// <param name="command">The command.</param>
    public BeamCommand? Find(UnitAssignment assignment, ExecCommand command) =>
        Find(new BeamCommand(assignment, [], command), folder: "", MaxDepth);

    /// <param name="start">The command, and the words before it.</param>
    /// <param name="folder">The folder that relative paths start in.</param>
    /// <param name="depth">How deep scripts and wrappers may still be in each other.</param>
    private BeamCommand? Find(BeamCommand start, string folder, int depth)
    {
        var command = start.Command;
        if (depth == 0 || _commands-- <= 0)
        {
            return null;
        }

        if (BeamPrograms.Starts(command) && !BeamPrograms.IsServerScript(command))
        {
            return _isJava && BeamPrograms.StartsRelease(command) ? null : start;
        }

        if (CommandWrappers.Unwrap(command) is { } wrapped)
        {
            var inner = start with
            {
                Before = [.. start.Before, .. wrapped.Before],
                MayHaveOtherVariables = start.MayHaveOtherVariables || wrapped.SetsOthers,
            };
            return wrapped.Script is { } text ? FindInScript(inner, text, folder, folder, depth)
                : wrapped.Words is not [var program, .. var arguments] ? null
                : Find(inner with { Command = new ExecCommand(program, arguments) }, folder, depth - 1);
        }

        if (Shells.Contains(command.Name))
        {
            return FindInShell(start, folder, depth);
        }

        return ReadFile(command.Program) is { } script ? FindInFile(start, script, depth)
            : BeamPrograms.IsServerScript(command) && !_isJava ? start
            : null;
    }

    private BeamCommand? FindInShell(BeamCommand start, string folder, int depth)
    {
        var arguments = start.Command.Arguments;
        for (var i = 0; i < arguments.Length; i++)
        {
            // -c, -lc, -euc
            if (arguments[i] is ['-', not '-', ..] option && option.Contains('c', StringComparison.Ordinal))
            {
                return i + 1 < arguments.Length ? FindInScript(start, arguments[i + 1], folder, folder, depth) : null;
            }

            if (arguments[i] is "-o" or "+o")
            {
                i++;
            }
            else if (arguments[i] is not ['-' or '+', ..])
            {
                var program = new ExecCommand(arguments[i], arguments[(i + 1)..]);
                return ReadFile(program.Program) is { } text ? FindInScript(start, text, FolderOf(program.Program), "", depth)
                    : null;
            }
        }

        return null;
    }

    private string? ReadFile(string program) => _lookups-- > 0 ? ScriptFiles.Read(unit, program) : null;

    /// <summary>A file tells by its first line which program reads it.</summary>
    private BeamCommand? FindInFile(BeamCommand start, string text, int depth)
    {
        var line = text.Split('\n', 2)[0].TrimEnd('\r');
        if (!line.StartsWith("#!", StringComparison.Ordinal))
        {
            return null;
        }

        var words = line[2..].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();
        var program = words is [var first, ..] && first.EndsWith("/env", StringComparison.Ordinal)
            ? words.Skip(1).FirstOrDefault(word => !word.StartsWith('-') && !CommandWrappers.IsAssignment(word))
            : words.FirstOrDefault();
        var command = new ExecCommand(program ?? "", [start.Command.Program, .. start.Command.Arguments]);
        return Shells.Contains(command.Name) ? FindInScript(start, text, FolderOf(start.Command.Program), "", depth)
            : BeamPrograms.Starts(command) ? start with { Command = command }
            : null;
    }

    /// <param name="start">What runs the script.</param>
    /// <param name="text">The script.</param>
    /// <param name="own">The folder that the script lies in.</param>
    /// <param name="folder">The working directory.</param>
    /// <param name="depth">How deep scripts and wrappers may still be in each other.</param>
    private BeamCommand? FindInScript(BeamCommand start, string text, string own, string folder, int depth)
    {
        var before = start.Before.ToBuilder();
        var isSourced = start.MayHaveOtherVariables;
        foreach (var words in ShellScript.Read(text))
        {
            var rest = words.SkipWhile(Keywords.Contains).ToImmutableArray();
            var variables = rest.TakeWhile(CommandWrappers.IsAssignment).ToImmutableArray();
            before.AddRange(variables);
            rest = rest[variables.Length..];
            if (rest is [".", ..] or ["source", ..])
            {
                isSourced = true;
            }
            else if (rest is ["cd", ..])
            {
                folder = Resolve(rest.Skip(1).FirstOrDefault(word => !word.StartsWith('-')) ?? "", own, folder);
            }
            else if (!rest.IsEmpty)
            {
                rest = [.. rest.Select(word => IsRelative(word) ? Resolve(word, own, folder) : word)];
                var command = new ExecCommand(rest[0], rest[1..]);
                var inner =
                    new BeamCommand(start.Assignment, before.ToImmutable(), command) { MayHaveOtherVariables = isSourced };
                if (Find(inner, folder, depth - 1) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private static bool IsRelative(string word) =>
        word is [ShellScript.Substitution, ..]
        || (word is not ['/' or '-' or '$' or '~', ..]
            && word.Contains('/', StringComparison.Ordinal)
            && !word.Contains(':', StringComparison.Ordinal));

    /// <summary>
    /// A path of a script: what a command puts out at its start is taken for the folder of the script, as 'dirname $0' gives it.
    /// </summary>
    private static string Resolve(string path, string own, string folder)
    {
        var whole = path is [ShellScript.Substitution, .. var rest] ? own + rest
            : path is ['/' or '$' or '~', ..] || folder.Length == 0 ? path
            : $"{folder}/{path}";
        var parts = new List<string>();
        foreach (var part in whole.Split('/'))
        {
            if (part == ".." && parts.Count > 1 && parts[^1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." || parts.Count == 0)
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];
}

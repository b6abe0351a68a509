using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Commands;

/// <summary>One command of an <c>Exec…=</c> setting (systemd.service(5), 'Command lines').</summary>
/// <param name="Program">The program, as it is written: an absolute path or a name.</param>
/// <param name="Arguments">Its arguments, its own name (argument 0) left out.</param>
public sealed record ExecCommand(string Program, ImmutableArray<string> Arguments)
{
    private const string Prefixes = "@-:+!|";

    // The first systemd, as far as is known, that takes /bin/. and /bin/.. for directories (path_implies_directory()).
    private const int MindsDots = 257;

    /// <summary>The characters before the program: <c>-</c> lets it fail, <c>+</c> runs it unconfined.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The program's name without its folder.</summary>
    public string Name => Program[(Program.LastIndexOf('/') + 1)..];

    /// <summary>The program and its arguments.</summary>
    public IEnumerable<string> Words => Arguments.Prepend(Program);

    /// <summary>The commands of a value; several stand behind each other with a lone <c>;</c> between them.</summary>
    /// <param name="value">The value.</param>
    /// <param name="specifiers">The specifiers of the unit.</param>
    /// <param name="error">Why systemd refuses the value, or null. The commands before the refused one are returned.</param>
    public static ImmutableArray<ExecCommand> Parse(string value, Specifiers specifiers, out string? error)
    {
        var commands = ImmutableArray.CreateBuilder<ExecCommand>();
        var isClosed = UnitWords.TrySplitCommand(value, out var words);
        error = null;
        for (var start = 0; start < words.Length && error is null;)
        {
            var end = start;
            while (end < words.Length && words[end] is not { Text: ";", Span.Length: 1 })
            {
                end++;
            }

            var isCut = !isClosed && end == words.Length;
            if (end > start
                && ParseOne([.. words[start..end].Select(word => word.Text)], isCut, specifiers, out error) is { } command)
            {
                commands.Add(command);
            }

            start = end + 1;
        }

        return commands.ToImmutable();
    }

    private static ExecCommand? ParseOne(ImmutableArray<string> words, bool isCut, Specifiers specifiers, out string? error)
    {
        var program = words[0].AsSpan().TrimStart(Prefixes).ToString();
        var prefix = words[0][..^program.Length];
        var hasOwnName = prefix.Contains('@', StringComparison.Ordinal);
        error = TemplatePlaceholder.Starts(words[0].TrimStart('-')) || specifiers.Expand(program) is not { } expanded
            ? null
            : ExplainProgram(expanded, specifiers.SystemdVersion);
        if (error is null && hasOwnName && words.Length < 2)
        {
            error = "the at sign before the program needs a second word, the name to run it under";
        }
        else if (error is null && isCut)
        {
            error = "a quote is not closed";
        }
        else if (error is null)
        {
            error = words.Select(specifiers.Explain).FirstOrDefault(reason => reason is not null);
        }

        var isIgnored = error is not null && prefix.Contains('-', StringComparison.Ordinal);
        var isCommand = error is null;
        error = isIgnored || (program.Length == 0 && !hasOwnName) ? null : error;
        return isCommand ? new ExecCommand(program, words[(hasOwnName ? 2 : 1)..]) { Prefix = prefix } : null;
    }

    private static string? ExplainProgram(string program, int systemdVersion) => program switch
    {
        "" => "no program is named",
        _ when program.AsSpan().ContainsAny("\"'\\\x7f") || program.AsSpan().ContainsAnyInRange('\0', '\x1f') =>
            "the program's name holds quotes, backslashes or control characters",
        _ when program[0] != '/' && program.Contains('/', StringComparison.Ordinal) => "a path of a program is absolute",
        "." or ".." => "the program is a directory",
        _ when systemdVersion >= MindsDots && program.Split('/')[^1] is "." or ".." =>
            "the program is a directory",
        _ when program.EndsWith('/') => "the program is a directory",
        _ => null,
    };
}

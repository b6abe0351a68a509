using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ExsLint.Semantics.Systemd.Commands;

/// <summary>Programs that run another one, which their arguments name.</summary>
internal static class CommandWrappers
{
    private const string EndOfOptions = "--";

    // The options with a value of their own, the word that has to come first, and how many words stand before the program.
    private static readonly FrozenDictionary<string, Wrapper> Known = new Dictionary<string, Wrapper>
    {
        ["env"] = new("uC"),
        ["sudo"] = new("ughpCDRTUrta"),
        ["doas"] = new("uC"),
        ["runuser"] = new("ugGsw"),
        ["su"] = new("gGsw") { Skipped = 1 },
        ["nice"] = new("n"),
        ["ionice"] = new("cnpPu"),
        ["chrt"] = new("TPD") { Skipped = 1 },
        ["taskset"] = new("") { Skipped = 1 },
        ["numactl"] = new("NmipC"),
        ["timeout"] = new("ks") { Skipped = 1 },
        ["flock"] = new("wE") { Skipped = 1 },
        ["setpriv"] = new(""),
        ["setsid"] = new(""),
        ["stdbuf"] = new("ioe"),
        ["nohup"] = new(""),
        ["systemd-cat"] = new("tp"),
        ["systemd-inhibit"] = new(""),
        ["tini"] = new("pe"),
        ["dumb-init"] = new("r"),
        ["exec"] = new("a"),
        ["command"] = new(""),
        ["time"] = new("fo"),
        ["asdf"] = new("") { First = ["exec"], SetsVariables = true },
        ["mise"] = new("C") { First = ["exec", "x"], SetsVariables = true },
        ["rtx"] = new("C") { First = ["exec", "x"], SetsVariables = true },
        ["direnv"] = new("") { First = ["exec"], Skipped = 1, SetsVariables = true },
        ["doppler"] = new("pct") { First = ["run"], SetsVariables = true },
        ["infisical"] = new("") { First = ["run"], SetsVariables = true },
        ["op"] = new("") { First = ["run"], SetsVariables = true },
        ["chamber"] = new("") { First = ["exec"], Skipped = 1, SetsVariables = true },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Options whose value is a script.
    private static readonly ImmutableArray<string> ScriptOptions = ["-c", "--command", "--run"];

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>What a program runs; null if it is not known to run another.</summary>
    public static WrappedCommand? Unwrap(ExecCommand command)
    {
        if (!Known.TryGetValue(command.Name, out var wrapper))
        {
            return null;
        }

        var words = command.Arguments;
        return wrapper.First.IsEmpty ? Unwrap(command.Name, wrapper, words)
            : words is [var first, .. var rest] && wrapper.First.Contains(first) ? Unwrap(command.Name, wrapper, rest)
            : null;
    }

    /// <summary>Whether a word gives a variable a value: <c>NAME=value</c>.</summary>
    public static bool IsAssignment(string word) =>
        word.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals
        && word.AsSpan(0, equals) is var name && !char.IsAsciiDigit(name[0])
        && name.IndexOfAnyExcept(NameCharacters) < 0;

    private static WrappedCommand Unwrap(string program, Wrapper wrapper, ImmutableArray<string> words)
    {
        var before = ImmutableArray.CreateBuilder<string>();
        var at = 0;
        for (var skipped = 0; at < words.Length; at++)
        {
            var word = words[at];
            if (word == EndOfOptions)
            {
                // What stands before the program, a user or a number, may stand before these as well as behind.
                at++;
                break;
            }

            if (ScriptOptions.Contains(word) && at + 1 < words.Length && TakesScript(program))
            {
                return new(before.ToImmutable(), [], wrapper.SetsVariables) { Script = words[at + 1] };
            }

            if (word.StartsWith('-'))
            {
                // '-u akkoma', and '-iu akkoma'.
                at += word is ['-', not '-', ..] && wrapper.ValueOptions.Contains(word[^1], StringComparison.Ordinal) ? 1 : 0;
            }
            else if (IsAssignment(word) || (wrapper.SetsVariables && word.Contains('@', StringComparison.Ordinal)))
            {
                before.Add(word);
            }
            else if (skipped++ >= wrapper.Skipped)
            {
                break;
            }
        }

        return new(before.ToImmutable(), at < words.Length ? words[at..] : [], wrapper.SetsVariables);
    }

    private static bool TakesScript(string name) => name is "su" or "runuser" or "mise" or "rtx" or "flock";

    private sealed record Wrapper(string ValueOptions)
    {
        public ImmutableArray<string> First { get; init; } = [];

        public int Skipped { get; init; }

        public bool SetsVariables { get; init; }
    }
}

/// <summary>What a wrapper runs.</summary>
/// <param name="Before">The variables that it sets.</param>
/// <param name="Words">The program and its arguments; empty where there is a script instead, or nothing.</param>
/// <param name="SetsOthers">Whether it sets variables that its arguments do not show.</param>
internal sealed record WrappedCommand(ImmutableArray<string> Before, ImmutableArray<string> Words, bool SetsOthers)
{
    /// <summary>The script that it runs instead of a program.</summary>
    public string? Script { get; init; }
}

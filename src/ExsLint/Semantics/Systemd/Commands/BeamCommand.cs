using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Semantics.Systemd.Commands;

/// <summary>
/// A command of <c>ExecStart=</c> with the program that it comes to in the end: <c>env A=1 mix run</c> comes to mix.
/// </summary>
/// <param name="Assignment">Where it is written.</param>
/// <param name="Before">
/// The words in front of the program, which may set environment variables: <c>A=1</c>, <c>export</c>.
/// </param>
/// <param name="Command">The program and its arguments.</param>
public sealed record BeamCommand(UnitAssignment Assignment, ImmutableArray<string> Before, ExecCommand Command)
{
    private static readonly ImmutableArray<string> MixRunners = ["elixir", "iex"];

    /// <summary>
    /// Whether it may have variables that neither the unit nor these words show: a script reads a file of them, mise a
    /// configuration.
    /// </summary>
    public bool MayHaveOtherVariables { get; init; }

    /// <summary>
    /// The task that mix runs, <c>phx.server</c> of <c>mix phx.server</c> and of <c>elixir -S mix phx.server</c>; null if the
    /// program is not mix, or no task is named.
    /// </summary>
    public string? MixTask
    {
        get
        {
            var arguments = Command.Arguments.AsSpan();
            if (MixRunners.Contains(Command.Name))
            {
                var script = Command.Arguments.IndexOf("-S");
                if (script < 0 || script + 1 >= arguments.Length || arguments[script + 1] != "mix")
                {
                    return null;
                }

                arguments = arguments[(script + 2)..];
            }
            else if (Command.Name != "mix")
            {
                return null;
            }

            return arguments is [var task, ..] && !task.StartsWith('-') ? task : null;
        }
    }

    /// <summary>The value that a word in front of the program gives a variable, or null.</summary>
    public string? GetVariable(string name) =>
        Before.LastOrDefault(word => word.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..].Trim('"', '\'');
}

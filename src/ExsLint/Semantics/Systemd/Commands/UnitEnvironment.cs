using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Semantics.Systemd.Commands;

/// <summary>A variable that <c>Environment=</c> sets (systemd.exec(5)).</summary>
/// <param name="Assignment">The assignment it is part of.</param>
/// <param name="Word">The word that holds it, <c>NAME=value</c>, its span within the assignment's value.</param>
public sealed record UnitVariable(UnitAssignment Assignment, UnitWord Word)
{
    /// <summary>The variable's name.</summary>
    public string Name => Word.Text[..Word.Text.IndexOf('=', StringComparison.Ordinal)];

    /// <summary>Its value, quotes removed.</summary>
    public string Value => Word.Text[(Name.Length + 1)..];

    /// <summary>Where to point at it: the word without its quotes, or the whole value if that is spread over lines.</summary>
    public Location Location
    {
        get
        {
            if (Assignment.Directive.ValueTokens.Count() != 1)
            {
                return Assignment.Location;
            }

            var isQuoted = Assignment.Value[Word.Span.Start] is '"' or '\'';
            var start = Assignment.Location.Span.Start + Word.Span.Start + (isQuoted ? 1 : 0);
            return new Location(Assignment.File, new TextSpan(start, Word.Span.Length - (isQuoted ? 2 : 0)));
        }
    }
}

/// <summary>The environment of a unit's processes, as far as the unit itself tells.</summary>
public static class UnitEnvironment
{
    /// <summary>
    /// Every variable that <c>Environment=</c> sets behind its last reset, in order; a name may come up more than once.
    /// </summary>
    public static IEnumerable<UnitVariable> Variables(BoundUnit unit) => SettingReader
        .AfterLastReset(unit.GetAssignments(UnitSections.Service, "Environment"))
        .SelectMany(assignment => UnitWords.Split(assignment.Value).Select(word => new UnitVariable(assignment, word)))
        .Where(variable => variable.Word.Text.IndexOf('=', StringComparison.Ordinal) > 0);

    /// <summary>The assignment of a variable that counts, or null.</summary>
    public static UnitVariable? Find(BoundUnit unit, string name) =>
        Variables(unit).LastOrDefault(variable => variable.Name == name);

    /// <summary>
    /// Whether the variable may have a value that the unit does not show, from a file or from systemd's own environment.
    /// </summary>
    public static bool MayComeFromElsewhere(BoundUnit unit, string name) =>
        !SettingReader.AfterLastReset(unit.GetAssignments(UnitSections.Service, "EnvironmentFile")).IsEmpty
        || SettingReader.AfterLastReset(unit.GetAssignments(UnitSections.Service, "PassEnvironment"))
            .SelectMany(assignment => UnitWords.Split(assignment.Value))
            .Any(word => word.Text == name);

    /// <summary>The text of all variables that hold options of the Erlang emulator (erl(1), elixir(1)).</summary>
    public static ImmutableArray<string> EmulatorOptions(BoundUnit unit) =>
    [
        .. Variables(unit)
            .Where(HoldsEmulatorOptions)
            .Select(variable => variable.Value),
    ];

    /// <summary>Whether a variable holds options of the Erlang emulator (erl(1), elixir(1)).</summary>
    internal static bool HoldsEmulatorOptions(UnitVariable variable) =>
        variable.Name is "ERL_FLAGS" or "ERL_AFLAGS" or "ERL_ZFLAGS" or "ELIXIR_ERL_OPTIONS";
}

using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Commands;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd;

/// <summary>The paths that a unit mentions, as far as they tell what a restriction would break.</summary>
public static class UnitPaths
{
    private static readonly ImmutableArray<string> CommandKeys =
        ["ExecCondition", "ExecStartPre", "ExecStart", "ExecStartPost", "ExecReload", "ExecStop", "ExecStopPost"];

    private static readonly ImmutableArray<string> PathKeys =
    [
        "WorkingDirectory", "RootDirectory", "PIDFile", "Environment", "EnvironmentFile", "ReadWritePaths", "ReadOnlyPaths",
        "BindPaths", "BindReadOnlyPaths", "StandardInput", "StandardOutput", "StandardError", "TTYPath",
    ];

    // Environment variables of a release and of mix that name a folder they write to.
    private static readonly ImmutableArray<string> WrittenVariables = ["HOME", "TMPDIR", "RELEASE_TMP", "MIX_HOME", "HEX_HOME"];

    // PATH_MAX of Linux; a longer one is no path.
    private const int MaxPathLength = 4096;

    private static readonly char[] Separators = [' ', '\t', '"', '\'', ':', '=', ',', ';'];

    /// <summary>Everything in commands, folders and the environment that is written like a path, prefixes removed.</summary>
    internal static IEnumerable<string> Mentioned(EffectiveUnit unit) => CommandKeys.Concat(PathKeys)
        .SelectMany(key => unit.GetAssignments(UnitSections.Service, key))
        .SelectMany(assignment => assignment.Value.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        .Select(word => word.TrimStart('-', '+', '!', '@'));

    /// <summary>The names of the programs and of their arguments in all commands.</summary>
    internal static IEnumerable<string> CommandWords(EffectiveUnit unit) => CommandKeys
        .SelectMany(key => unit.GetAssignments(UnitSections.Service, key))
        .SelectMany(assignment => ExecCommand.Parse(assignment.Value, unit.Specifiers, out _))
        .SelectMany(command => command.Words);

    /// <summary>
    /// The folders and files that the service most likely writes to, those that <c>ReadWritePaths=</c> opens left out.
    /// </summary>
    public static IEnumerable<string> Written(EffectiveUnit unit)
    {
        var open = unit.GetAssignments(UnitSections.Service, "ReadWritePaths")
            .SelectMany(assignment => UnitWords.Split(assignment.Value))
            .Select(word => word.Text.TrimStart('-', '+').TrimEnd('/'))
            .ToHashSet(StringComparer.Ordinal);
        string[] keys = ["WorkingDirectory", "PIDFile", "StandardOutput", "StandardError"];
        return keys
            .SelectMany(key => unit.GetAssignments(UnitSections.Service, key).TakeLast(1))
            .SelectMany(assignment => assignment.Value.Split(':'))
            .Select(path => path.TrimStart('-'))
            .Concat(WrittenVariables.Select(name => GetEnvironment(unit, name)).OfType<string>())
            .Concat(ReleasePrograms(unit))
            .Where(path => !IsOpen(path, open));
    }

    /// <summary>The last value that <c>Environment=</c> gives a variable, or null.</summary>
    public static string? GetEnvironment(EffectiveUnit unit, string variable) => SettingReader
        .AfterLastReset(unit.GetAssignments(UnitSections.Service, "Environment"))
        .SelectMany(assignment => UnitWords.Split(assignment.Value))
        .Select(word => word.Text)
        .LastOrDefault(word => word.StartsWith(variable + "=", StringComparison.Ordinal))?[(variable.Length + 1)..];

    // Looks the path and the folders above it up, so that many paths and many folders do not multiply.
    private static bool IsOpen(string path, HashSet<string> folders)
    {
        for (var end = path.Length; path.Length <= MaxPathLength && end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (folders.Contains(path[..end]))
            {
                return true;
            }
        }

        return false;
    }

    // A release writes below its own root (tmp/, log/).
    private static IEnumerable<string> ReleasePrograms(EffectiveUnit unit) => unit.Beam.IsRelease
        ? unit.GetAssignments(UnitSections.Service, "ExecStart")
            .SelectMany(assignment => ExecCommand.Parse(assignment.Value, unit.Specifiers, out _))
            .Select(command => command.Program)
            .Where(program => program.Contains("/bin/", StringComparison.Ordinal) && !UnitPath.IsBelow(program, "/usr/bin"))
        : [];
}

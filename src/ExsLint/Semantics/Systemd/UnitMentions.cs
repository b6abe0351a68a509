using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Commands;

namespace ExsLint.Semantics.Systemd;

/// <summary>What a unit names: paths and programs. Many rules ask, so it is read once.</summary>
public sealed class UnitMentions
{
    private static readonly char[] CommandEnds = [' ', ';', '&', '|'];

    private static readonly char[] WordEnds = [' ', '\t', ';', '&', '|', '(', ')', '=', '"', '\''];

    private readonly Lazy<ImmutableArray<string>> _paths;
    private readonly Lazy<HashSet<string>> _commandNames;
    private readonly Lazy<HashSet<string>> _names;

    internal UnitMentions(EffectiveUnit unit)
    {
        var words = new Lazy<ImmutableArray<string>>(() => [.. UnitPaths.CommandWords(unit)]);
        _paths = new(() => [.. UnitPaths.Mentioned(unit)]);
        _commandNames = new(() => NamesIn(words.Value, CommandEnds));
        _names = new(() => NamesIn(
            words.Value.Concat(UnitEnvironment.Variables(unit).Select(variable => variable.Value)), WordEnds));
    }

    /// <summary>
    /// Everything in commands, folders and the environment that is written like a path, prefixes removed.
    /// </summary>
    public ImmutableArray<string> Paths => _paths.Value;

    /// <summary>Whether a command runs one of these programs.</summary>
    public bool Runs(ImmutableArray<string> programs) => programs.Any(_commandNames.Value.Contains);

    /// <summary>Whether a command or a variable of the unit names one of these programs.</summary>
    public bool Names(ImmutableArray<string> programs) => programs.Length > 0 && programs.Any(_names.Value.Contains);

    private static HashSet<string> NamesIn(IEnumerable<string> texts, char[] ends) => texts
        .SelectMany(text => text.Split(ends, StringSplitOptions.RemoveEmptyEntries))
        .Select(word => word[(word.LastIndexOf('/') + 1)..])
        .ToHashSet(StringComparer.Ordinal);
}

using System.Globalization;

namespace ExsLint.Semantics.Systemd.Exposure;

/// <summary>One of the things that a row can say.</summary>
/// <param name="name">
/// Its badness, with a word behind it where several sentences share one; <c>- …</c> where the row does not apply.
/// </param>
/// <param name="sentence">The sentence with <c>{0}</c> for its argument; null where systemd says nothing.</param>
public sealed class SecurityCase(string name, string? sentence)
{
    private const string Placeholder = "{0}";
    private const char NotApplicable = '-';

    /// <summary>What tells it from the row's other cases.</summary>
    public string Name => name;

    /// <summary>0 (good) up to the row's range; null where the row does not apply.</summary>
    public int? Badness { get; } = BadnessOf(name);

    /// <summary>Whether the sentence names what was found in the unit.</summary>
    public bool HasArgument { get; } = sentence?.Contains(Placeholder, StringComparison.Ordinal) == true;

    /// <summary>
    /// Its place among the cases of all rows, 0 for the one that systemd lists first, once <see cref="RankAll"/> has run.
    /// </summary>
    internal int Rank { get; private set; }

    /// <summary>The sentence; null where systemd has none.</summary>
    internal string? Describe(string argument) =>
        HasArgument ? sentence!.Replace(Placeholder, argument, StringComparison.Ordinal) : sentence;

    /// <summary>
    /// Ranks the cases of all rows as systemd lists them: by sentence from last to first, then by the row's name. What stands
    /// before the argument of a sentence tells it from all others, so that the argument has no say.
    /// </summary>
    /// <returns>How many there are.</returns>
    internal static int RankAll(IEnumerable<SecurityCheck> checks)
    {
        var ranked = checks
            .SelectMany(check => check.Cases.Select(@case => (check.Name, Case: @case)))
            .OrderByDescending(item => item.Case.Describe(Placeholder), StringComparer.Ordinal)
            .ThenBy(item => item.Name, StringComparer.Ordinal);
        var rank = 0;
        foreach (var (_, @case) in ranked)
        {
            @case.Rank = rank++;
        }

        return rank;
    }

    private static int? BadnessOf(ReadOnlySpan<char> name)
    {
        var space = name.IndexOf(' ');
        return name[0] == NotApplicable ? null : int.Parse(space < 0 ? name : name[..space], CultureInfo.InvariantCulture);
    }
}

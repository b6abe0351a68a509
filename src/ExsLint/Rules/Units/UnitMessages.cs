using System.Collections.Immutable;

namespace ExsLint.Rules.Units;

/// <summary>The messages that rules about a single setting share.</summary>
public static class UnitMessages
{
    /// <summary>The setting is not written anywhere.</summary>
    public const string Missing = "missing";

    /// <summary>The written value, <c>{0}</c>, is weak.</summary>
    public const string Set = "set";

    /// <summary>systemd cannot read the value, <c>{0}</c>.</summary>
    public const string Ignored = "ignored";

    /// <summary>systemd cannot read the value, <c>{0}</c>, because of a comment behind it.</summary>
    public const string Comment = "comment";

    /// <summary>The messages of a setting.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="consequence">What follows without it, to be read after 'so': no capital, no full stop.</param>
    public static ImmutableSortedDictionary<string, string> For(string key, string consequence) =>
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [Missing] = $"{key} is not set, so {consequence}.",
            [Set] = $"{key} is '{{0}}', so {consequence}.",
            [Ignored] = $"systemd cannot read the value '{{0}}' and ignores this line of {key}, so {consequence}.",
            [Comment] =
                $"systemd has no comments behind a value: it reads '{{0}}' and ignores this line of {key}, so {consequence}.",
        });

    /// <summary>The manual's entry of a setting.</summary>
    public static string Reference(string key) =>
        $"https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#{key}=";
}

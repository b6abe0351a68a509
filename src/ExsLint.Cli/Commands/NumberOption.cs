using System.CommandLine;
using System.Globalization;
using ExsLint.Semantics.Systemd;

namespace ExsLint.Cli.Commands;

/// <summary>Options that take a number.</summary>
internal static class NumberOption
{
    /// <summary>The highest exposure, times ten.</summary>
    public const int MaxExposure = 100;

    // The oldest systemd that is known.
    private const int OldestSystemd = 252;

    /// <summary>An option that takes a number between two others.</summary>
    public static Option<int?> Create(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var word = result.Tokens[^1].Value;
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {least} to {most}, not '{word}'"));
            return null;
        },
    };

    /// <summary>The option that names the version of systemd.</summary>
    public static Option<int?> SystemdVersion() => Create(
        "--systemd-version",
        string.Create(CultureInfo.InvariantCulture, $"The version of systemd, {OldestSystemd} to {UnitBinder.NewestVersion} (default: the newest)."),
        OldestSystemd,
        UnitBinder.NewestVersion);
}

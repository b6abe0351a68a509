using System.CommandLine;
using System.Globalization;

namespace ExsLint.Cli.Commands;

/// <summary>Options that take a whole number.</summary>
internal static class NumberOption
{
    /// <summary>The highest exposure, times ten.</summary>
    public const int MaxExposure = Analysis.LintOptions.HighestExposure;

    /// <summary>Makes an option; any other value is wrong usage, with the range in the message.</summary>
    public static Option<int?> Create(string name, string description, int least, int most, params string[] aliases) =>
        new(name, aliases)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
            {
                var word = result.Tokens[^1].Value;
                if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number >= least
                    && number <= most)
                {
                    return number;
                }

                result.AddError(string.Create(
                    CultureInfo.InvariantCulture, $"{name} takes a number from {least} to {most}, not '{word}'"));
                return null;
            },
        };
}

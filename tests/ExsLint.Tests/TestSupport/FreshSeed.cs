using System.Globalization;

namespace ExsLint.Tests.TestSupport;

/// <summary>
/// The seed of a random test: pinned, so that a gate does not depend on luck, unless <c>EXSLINT_FRESH_SEED</c> says otherwise. It
/// is <c>random</c> for one that nobody has tried yet, or a number to try that one again. Whatever is not pinned is printed.
/// </summary>
internal static class FreshSeed
{
    private const string Variable = "EXSLINT_FRESH_SEED";

    /// <summary>One for the whole process, so that what it prints is all one needs.</summary>
    private static readonly int? Fresh = Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => null,
        "random" => Random.Shared.Next(),
        var number => int.Parse(number, CultureInfo.InvariantCulture),
    };

    /// <summary>The seed to use.</summary>
    /// <param name="pinned">The seed of every run that gates.</param>
    public static int Or(int pinned)
    {
        if (Fresh is { } fresh)
        {
            Console.WriteLine($"{Variable}={fresh.ToString(CultureInfo.InvariantCulture)}");
        }

        return Fresh ?? pinned;
    }
}

using System.Globalization;
using CsCheck;

namespace ExsLint.Tests.TestSupport;

/// <summary>
/// Property tests that try the same values every time: a gate must not depend on luck. <c>EXSLINT_SEED=NUMBER</c> tries others.
/// </summary>
internal static class PinnedSampling
{
    /// <summary>Checks generated values, one after another.</summary>
    /// <param name="generator">Makes the values.</param>
    /// <param name="check">Throws if a value shows the property to be wrong.</param>
    /// <param name="count">How many values to try.</param>
    public static void SamplePinned<T>(this Gen<T> generator, Action<T> check, int count = 500)
    {
        var seed = ulong.Parse(Environment.GetEnvironmentVariable("EXSLINT_SEED") ?? "1", CultureInfo.InvariantCulture);
        var random = new PCG(stream: 1, seed);
        for (var i = 0; i < count; i++)
        {
            var value = generator.Generate(random, null, out _);
            try
            {
                check(value);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException(
                    $"Value {i} of EXSLINT_SEED={seed} fails: {Check.Print(value)}\n{failure.Message}", failure);
            }
        }
    }
}

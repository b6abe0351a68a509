using CsCheck;

namespace ExsLint.Tests.TestSupport;

/// <summary>
/// Checks a property on values from a pinned seed, so that only a change of the code can make it fail. CsCheck's own
/// <c>Sample</c>
/// draws afresh after the first value.
/// </summary>
internal static class PinnedSample
{
    private const uint Stream = 1;
    private const ulong Seed = 252;

    public static void ForEach<T>(this Gen<T> generator, int count, Action<T> assert)
    {
        var random = new PCG(Stream, Seed);
        for (var i = 0; i < count; i++)
        {
            assert(generator.Generate(random, null, out _));
        }
    }
}

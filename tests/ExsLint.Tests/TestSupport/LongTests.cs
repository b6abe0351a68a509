namespace ExsLint.Tests.TestSupport;

/// <summary>Tests that take long, such as random ones with many cases: a gate runs them, and whoever asks for them.</summary>
internal static class LongTests
{
    private const string Variable = "EXSLINT_LONG_TESTS";

    /// <summary>Why they are skipped; null if they run.</summary>
    public static string? Reason { get; } =
        Environment.GetEnvironmentVariable(Variable) == "1" ? null : $"this takes long; {Variable}=1 runs it";
}

/// <summary>A test that takes long.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute() => Skip = LongTests.Reason;
}

/// <summary>A test with data that takes long.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongTheoryAttribute : TheoryAttribute
{
    public LongTheoryAttribute() => Skip = LongTests.Reason;
}

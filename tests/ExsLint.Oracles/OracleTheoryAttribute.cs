using ExsLint.Tests.TestSupport;

namespace ExsLint.Oracles;

/// <summary>As <see cref="OracleFactAttribute"/>, for tests with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OracleTheoryAttribute : TheoryAttribute
{
    /// <summary>A test that needs a program.</summary>
    /// <param name="program">Its name on the PATH.</param>
    public OracleTheoryAttribute(string program)
    {
        Program = program;
        Skip = new OracleFactAttribute(program).Skip;
    }

    /// <summary>The program's name on the PATH.</summary>
    public string Program { get; }

    /// <summary>Whether it takes long, so that it runs only where somebody asks for that.</summary>
    public bool IsLong { get; set; }

    /// <inheritdoc/>
    public override string? Skip
    {
        get => base.Skip ?? (IsLong ? LongTests.Reason : null);
        set => base.Skip = value;
    }
}

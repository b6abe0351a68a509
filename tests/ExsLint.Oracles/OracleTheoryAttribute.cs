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
}

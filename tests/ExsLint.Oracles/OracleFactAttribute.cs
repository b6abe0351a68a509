namespace ExsLint.Oracles;

/// <summary>
/// A test against a program that may not be installed: it is then skipped with the reason, or, with EXSLINT_REQUIRE_ORACLES=1, run
/// all the same, so that it fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OracleFactAttribute : FactAttribute
{
    private const string RequireVariable = "EXSLINT_REQUIRE_ORACLES";

    /// <summary>Names the program.</summary>
    public OracleFactAttribute(string program)
    {
        Program = program;
        if (!IsInstalled(program) && Environment.GetEnvironmentVariable(RequireVariable) != "1")
        {
            Skip = $"'{program}' is not installed; set {RequireVariable}=1 to make that a failure.";
        }
    }

    /// <summary>The program's name.</summary>
    public string Program { get; }

    private static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}

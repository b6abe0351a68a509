namespace ExsLint.Oracles;

/// <summary>
/// A test that asks another program. It is skipped, with the reason, where that program is not installed; with
/// EXSLINT_REQUIRE_ORACLES=1 it runs, and fails.
/// </summary>
public sealed class OracleFactAttribute : FactAttribute
{
    /// <summary>A test that asks this program, which is looked for on the PATH.</summary>
    public OracleFactAttribute(string program)
    {
        Program = program;
        if (!IsInstalled(program) && Environment.GetEnvironmentVariable("EXSLINT_REQUIRE_ORACLES") != "1")
        {
            Skip = $"{program} is not installed.";
        }
    }

    /// <summary>The program that is asked.</summary>
    public string Program { get; }

    private static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(directory => File.Exists(Path.Combine(directory, program)));
}

using ExsLint.Oracles.Elixir;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Oracles;

/// <summary>
/// A test against another program. Where that is not on the PATH the test is skipped and says so; with
/// <c>EXSLINT_REQUIRE_ORACLES=1</c> it runs all the same, and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OracleFactAttribute : FactAttribute
{
    /// <summary>A test that needs a program.</summary>
    /// <param name="program">Its name on the PATH.</param>
    public OracleFactAttribute(string program)
    {
        Program = program;
        if (Environment.GetEnvironmentVariable("EXSLINT_REQUIRE_ORACLES") != "1" && !IsThere(program))
        {
            Skip = $"{program} is not on the PATH";
        }
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

    private static bool IsThere(string program) => program == ElixirProgram.Name && ElixirProgram.Path != program
        ? File.Exists(ElixirProgram.Path) : IsOnPath(program);

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}

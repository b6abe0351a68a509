namespace ExsLint.Cli.Tests.TestSupport;

/// <summary>
/// A test that needs a terminal, which <c>script</c> (util-linux) provides. It is skipped where there is no such command, unless
/// <c>EXSLINT_REQUIRE_ORACLES=1</c> asks for every test to run.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TerminalFactAttribute : FactAttribute
{
    private const string Script = "/usr/bin/script";

    public TerminalFactAttribute()
    {
        if (!(OperatingSystem.IsLinux() && File.Exists(Script))
            && Environment.GetEnvironmentVariable("EXSLINT_REQUIRE_ORACLES") != "1")
        {
            Skip = $"{Script} is not installed.";
        }
    }
}

namespace ExsLint.Cli.Tests.TestSupport;

/// <summary>A test with data of what only Linux has.</summary>
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "needs Linux";
        }
    }
}

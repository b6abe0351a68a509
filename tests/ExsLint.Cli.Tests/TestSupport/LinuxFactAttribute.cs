namespace ExsLint.Cli.Tests.TestSupport;

/// <summary>A test of what only Linux has.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "needs Linux";
        }
    }

    /// <summary>Whether it takes long, so that it runs only where somebody asks for that.</summary>
    public bool IsLong { get; set; }

    /// <inheritdoc/>
    public override string? Skip
    {
        get => base.Skip ?? (IsLong ? LongTests.Reason : null);
        set => base.Skip = value;
    }
}

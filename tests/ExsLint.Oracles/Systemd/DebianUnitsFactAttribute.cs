namespace ExsLint.Oracles.Systemd;

/// <summary>A test over the units of Debian's packages; skipped, with the reason, where nobody says where they are.</summary>
public sealed class DebianUnitsFactAttribute : FactAttribute
{
    /// <summary>The environment variable that names a directory with one directory of units for each package.</summary>
    public const string Variable = "EXSLINT_DEBIAN_UNITS";

    /// <summary>A test over those units.</summary>
    public DebianUnitsFactAttribute()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)))
        {
            Skip = $"{Variable} names no directory.";
        }
    }
}

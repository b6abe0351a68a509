namespace ExsLint.Semantics.Systemd.Words;

/// <summary>Versions of systemd.</summary>
internal static class SystemdVersions
{
    /// <summary>The newest version whose behaviour is known.</summary>
    public const int Newest = 262;
}

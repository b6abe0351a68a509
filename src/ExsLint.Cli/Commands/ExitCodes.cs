namespace ExsLint.Cli.Commands;

/// <summary>What the process's exit code says. Stable within a major version.</summary>
internal static class ExitCodes
{
    /// <summary>Done; nothing found at or above the level asked for.</summary>
    public const int Success = 0;

    /// <summary>Findings at or above the level asked for.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage, a named file that cannot be read, or an error of ExsLint itself.</summary>
    public const int Failure = 2;
}

using System.Diagnostics;

namespace ExsLint.Oracles;

/// <summary>Runs another program to its end.</summary>
internal static class Oracle
{
    /// <summary>Runs a program; its standard error follows its standard output.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="configure">Sets its directory and environment, if they are to differ from ours.</param>
    public static (int Exit, string Output) Run(
        string program, IEnumerable<string> arguments, Action<ProcessStartInfo>? configure = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        configure?.Invoke(start);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}

using System.Diagnostics;
using System.Text;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Cli.Tests.TestSupport;

/// <summary>What a process left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record Outcome(int ExitCode, string Output, string Error);

/// <summary>The built executable, run as users run it. <c>EXSLINT_BINARY</c> names another one, the native executable say.</summary>
internal static class Exslint
{
    /// <summary>Long enough for a busy machine; a run that takes longer hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The executable's path.</summary>
    public static string Binary { get; } =
        Environment.GetEnvironmentVariable("EXSLINT_BINARY") is { Length: > 0 } named
            ? named
            : Path.Combine(AppContext.BaseDirectory, "exslint");

    /// <summary>Runs it in a folder.</summary>
    public static Outcome Run(TemporaryFolder folder, params string[] arguments) => Start(folder.Root, Binary, "", arguments);

    /// <summary>Runs it in a folder that stays.</summary>
    public static Outcome RunIn(string folder, params string[] arguments) => Start(folder, Binary, "", arguments);

    /// <summary>Runs it in a folder with text on standard input.</summary>
    public static Outcome RunWithInput(TemporaryFolder folder, string input, params string[] arguments) =>
        Start(folder.Root, Binary, input, arguments);

    /// <summary>Runs a line of shell in a folder; the executable is <c>$EXSLINT</c>.</summary>
    public static Outcome RunShell(TemporaryFolder folder, string line) => Start(folder.Root, "/bin/sh", "", "-c", line);

    /// <summary>Runs another program in a folder, with variables added to its environment.</summary>
    public static Outcome RunProgram(
        string folder, string program, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Start(folder, program, "", arguments, environment);

    private static Outcome Start(string folder, string program, string input, params string[] arguments) =>
        Start(folder, program, input, arguments, new Dictionary<string, string>());

    private static Outcome Start(
        string folder, string program, string input, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        start.Environment["EXSLINT"] = Binary;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = new StringBuilder();
        process.ErrorDataReceived += (_, line) => error.Append(line.Data is null ? "" : line.Data + "\n");
        process.BeginErrorReadLine();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        using var watchdog = new Timer(_ => process.Kill(entireProcessTree: true), null, Patience, Timeout.InfiniteTimeSpan);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, error.ToString());
    }
}

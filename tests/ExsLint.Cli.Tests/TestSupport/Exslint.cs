using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Cli.Tests.TestSupport;

/// <summary>What a process left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error, without the lines that close a report of lines.</param>
internal sealed partial record Outcome(int ExitCode, string Output, string Error)
{
    /// <summary>
    /// The lines on standard error that close a report of lines: what is not judged, and how many findings there are.
    /// </summary>
    public string Closing { get; private init; } = "";

    /// <summary>What a process left behind, the closing lines told from all others.</summary>
    public static Outcome Of(int exitCode, string output, string error)
    {
        var lines = error.Split('\n').ToLookup(line => ClosingLine().IsMatch(line));
        return new Outcome(exitCode, output, string.Join('\n', lines[false]))
        {
            Closing = string.Concat(lines[true].Select(line => line + "\n")),
        };
    }

    /// <summary>Most tests are about something else than the closing lines.</summary>
    public bool Equals(Outcome? other) =>
        other is not null && (ExitCode, Output, Error) == (other.ExitCode, other.Output, other.Error);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ExitCode, Output, Error);

    [GeneratedRegex(@"^exslint: notice: (No findings in \d+ files?\.|\d+ findings?: .* by hand\.|not judged: .*)$")]
    private static partial Regex ClosingLine();
}

/// <summary>
/// The built executable, run as users run it. <c>EXSLINT_BINARY</c> names another one, the native executable say.
/// </summary>
internal static class Exslint
{
    /// <summary>Long enough for a busy machine; a run that takes longer hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

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
        return Outcome.Of(process.ExitCode, output, error.ToString());
    }
}

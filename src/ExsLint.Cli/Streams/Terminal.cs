using System.CommandLine;
using System.Text;
using ExsLint.Analysis;
using ExsLint.Reporting;
using ExsLint.Reporting.Layout;
using ExsLint.Rules;

namespace ExsLint.Cli.Streams;

/// <summary>The process's streams: what was asked for goes to standard output, everything else to standard error.</summary>
internal sealed class Terminal
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly StreamWriter _error = Open(OpenOrNull(2, Console.OpenStandardError));

    /// <summary>
    /// Standard output: UTF-8 without a byte order mark, LF at line ends. A reader that has gone away is no error.
    /// </summary>
    public StreamWriter Output { get; } = Open(OpenOrNull(1, Console.OpenStandardOutput));

    /// <summary>Whether the process was started without a standard output.</summary>
    public bool IsOutputClosed => Output.BaseStream == Stream.Null;

    /// <summary>Whether somebody looks at standard output.</summary>
    public bool IsTerminal => !IsOutputClosed && !Console.IsOutputRedirected;

    /// <summary>The option that switches colour off.</summary>
    public static Option<bool> NoColorOption() => new("--no-color") { Description = "Print no colours." };

    /// <summary>
    /// Standard output for a report for people: in colour and as wide as the terminal, plain where there is none.
    /// </summary>
    /// <param name="noColor">Whether colour is unwanted.</param>
    public StyledOutput Styled(bool noColor)
    {
        if (!IsTerminal)
        {
            return new PlainOutput(Output);
        }

        return noColor || IsColorUnwanted() ? new PlainOutput(Output, TerminalSize.Columns) : new AnsiOutput(Output);
    }

    /// <summary>Writes one line about trouble.</summary>
    /// <param name="level">How bad it is.</param>
    /// <param name="message">What it is; whatever would break the line is escaped.</param>
    /// <param name="path">The file it is about, if any.</param>
    public void Report(DiagnosticLevel level, string message, string? path = null)
    {
        var place = path is null ? "" : $"{Printable.Escape(path)}: ";
        Explain(error => error.Write($"exslint: {ConciseReport.LevelWord(level)}: {place}{Printable.Escape(message)}\n"));
    }

    /// <summary>Writes one line about trouble with the analysis.</summary>
    /// <param name="notification">The trouble.</param>
    /// <param name="show">How a path is shown to people.</param>
    public void Report(Notification notification, Func<string, string> show) =>
        Report(notification.Level, notification.AsWords(), notification.Path is { } path ? show(path) : null);

    /// <summary>Writes to standard error.</summary>
    public void Explain(Action<TextWriter> write)
    {
        try
        {
            write(_error);
            _error.Flush();
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            // Standard error is closed: nobody is left to tell.
        }
    }

    /// <summary>A writer for text of ours on any stream.</summary>
    public static StreamWriter Open(Stream stream, bool leaveOpen = false) =>
        new(stream, Utf8, bufferSize: 16 * 1024, leaveOpen) { NewLine = "\n" };

    /// <summary>
    /// What the environment says of colour: https://no-color.org, CI systems that have a terminal but show codes as text, and
    /// <c>TERM</c>.
    /// </summary>
    private static bool IsColorUnwanted() => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        || Environment.GetEnvironmentVariable("CI") is { Length: > 0 } and not "false"
        || Environment.GetEnvironmentVariable("TERM") == "dumb";

    /// <summary>The stream of a descriptor; <see cref="Stream.Null"/> where the process was started without it.</summary>
    private static Stream OpenOrNull(int descriptor, Func<Stream> open)
    {
        try
        {
            var stream = open();
            return OperatingSystem.IsLinux() ? new DescriptorStream(descriptor) : stream;
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            return Stream.Null;
        }
    }
}

using ExsLint.Cli.Files.Writing;
using ExsLint.Cli.Streams;
using ExsLint.Rules;

namespace ExsLint.Cli.Commands;

/// <summary>Writes a file that was asked for, and says how it went.</summary>
internal static class OutputStep
{
    /// <summary>Writes it.</summary>
    /// <param name="terminal">The process's streams.</param>
    /// <param name="what">What it is: <c>the report</c>.</param>
    /// <param name="path">Where it is to be, as the user wrote it.</param>
    /// <param name="write">Writes the text.</param>
    /// <returns>Whether it was written; if not, that was said.</returns>
    public static bool Write(Terminal terminal, string what, string path, Action<TextWriter> write)
    {
        try
        {
            foreach (var loss in OutputFile.Write(path, write))
            {
                terminal.Report(DiagnosticLevel.Warning, loss, path);
            }

            return true;
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            terminal.Report(DiagnosticLevel.Error, $"{what} cannot be written: {FileTrouble.Describe(exception)}", path);
            return false;
        }
    }
}

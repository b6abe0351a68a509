using ExsLint.Analysis;
using ExsLint.Rules;

namespace ExsLint.Cli.Files;

/// <summary>A file that could not be read, or not as it should be.</summary>
/// <param name="Path">The path relative to the root.</param>
/// <param name="Reason">A few words without a full stop.</param>
/// <param name="IsLost">Whether the file is left out; false where it is analysed all the same.</param>
internal sealed record FileProblem(string Path, string Reason, bool IsLost)
{
    /// <summary>A notification that tells its whole story even where its path is not shown.</summary>
    public static Notification Notify(DiagnosticLevel level, string path, string reason) =>
        new(level, $"The file '{path}' could not be read as it should: {reason}.", path);
}

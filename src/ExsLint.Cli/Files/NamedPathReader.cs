using ExsLint.Analysis;
using ExsLint.Cli.Streams;
using ExsLint.Rules;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Cli.Files;

/// <summary>
/// Reads the paths of a command line. What cannot be analysed gets one line; the rest is analysed all the same.
/// </summary>
internal sealed class NamedPathReader(Terminal terminal, string? fallbackRoot)
{
    private const string OtherKind = "neither an Elixir config file (.exs) nor a systemd unit";

    private readonly RootFinder _roots = new(
        Directory.GetCurrentDirectory(),
        fallbackRoot is null ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(fallbackRoot)));

    private readonly List<Notification> _notifications = [];

    /// <summary>Whether a path had to be left out.</summary>
    public bool Failed => _notifications.Count > 0;

    /// <summary>What was left out.</summary>
    public IReadOnlyList<Notification> Notifications => _notifications;

    /// <summary>The paths that can be analysed; null if a list of paths cannot be read, which has been said.</summary>
    /// <param name="paths">Paths of the command line.</param>
    /// <param name="list">A file with more paths, or <c>-</c> for standard input; null for none.</param>
    /// <param name="standardInputName">The file whose text standard input is; null to read files only.</param>
    public List<NamedPath>? Read(IEnumerable<string> paths, string? list, string? standardInputName)
    {
        if (fallbackRoot is not null && !Directory.Exists(fallbackRoot))
        {
            Refuse(fallbackRoot, "no such directory, given by --root");
        }

        List<string>? listed = [];
        if (list is not null && (listed = PathList.Read(list, out var trouble)) is null)
        {
            terminal.Report(DiagnosticLevel.Error, trouble!, list);
            return null;
        }

        NamedPath?[] named =
        [
            .. paths.Select(path => Read(path, isListed: false)),
            .. listed.Select(path => Read(path, isListed: true)),
            standardInputName is { } name ? ReadStandardInput(name) : null,
        ];
        return [.. named.OfType<NamedPath>()];
    }

    /// <summary>Reads a path of the command line or of a list, in which files of other kinds are passed over.</summary>
    private NamedPath? Read(string given, bool isListed)
    {
        if (given.Length == 0 || given.Contains('\0', StringComparison.Ordinal))
        {
            return Refuse(given, "not a path");
        }

        var absolute = Path.TrimEndingDirectorySeparator(Path.GetFullPath(given));
        if (Directory.Exists(absolute))
        {
            return FolderAccess.CanList(absolute)
                ? new NamedPath(_roots.Find(absolute), given, AnalyzedKind.None)
                : Refuse(given, "permission denied");
        }

        if (!File.Exists(absolute))
        {
            return Refuse(given, "no such file or directory");
        }

        var kind = FileRecognizer.OfNamed(absolute);
        if (isListed && (kind == AnalyzedKind.None || FileRecognizer.IsOtherScript(Path.GetFileName(absolute))))
        {
            return null;
        }

        return kind == AnalyzedKind.None ? Refuse(given, OtherKind) : new NamedPath(_roots.Find(absolute), given, kind);
    }

    private NamedPath? ReadStandardInput(string given)
    {
        var absolute = given.Length == 0 || given.Contains('\0', StringComparison.Ordinal) ? "" : Path.GetFullPath(given);
        if (absolute.Length == 0 || Path.EndsInDirectorySeparator(absolute) || Directory.Exists(absolute))
        {
            return Refuse(given, "not a file's name");
        }

        var kind = FileRecognizer.OfNamed(absolute);
        return kind == AnalyzedKind.None
            ? Refuse(given, OtherKind)
            : new NamedPath(_roots.Find(absolute), given, kind, FileReader.ReadStandardInput());
    }

    private NamedPath? Refuse(string given, string reason)
    {
        terminal.Report(DiagnosticLevel.Error, reason, given.Length == 0 ? "''" : given);

        // No path of its own in the notification: it may be absolute, and one absolute URI spoils a SARIF file.
        _notifications.Add(FileProblem.Notify(DiagnosticLevel.Error, Path.GetFileName(given), reason) with { Path = null });
        return null;
    }
}

using ExsLint.Analysis;
using ExsLint.Rules;

namespace ExsLint.Cli.Files;

/// <summary>Reads the paths of a command line. What cannot be analysed gets one line; the rest is analysed all the same.</summary>
internal sealed class NamedPathReader(Terminal terminal, string? fallbackRoot)
{
    private readonly RootFinder _roots = new(
        Directory.GetCurrentDirectory(),
        fallbackRoot is null ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(fallbackRoot)));

    private readonly List<Notification> _notifications = [];

    /// <summary>Whether a path had to be left out.</summary>
    public bool Failed => _notifications.Count > 0;

    /// <summary>What was left out.</summary>
    public IReadOnlyList<Notification> Notifications => _notifications;

    /// <summary>The paths that can be analysed.</summary>
    public List<NamedPath> Read(IEnumerable<string> paths)
    {
        if (fallbackRoot is not null && !Directory.Exists(fallbackRoot))
        {
            Refuse(fallbackRoot, "no such directory, given by --root");
        }

        var named = new List<NamedPath>();
        foreach (var given in paths)
        {
            if (Read(given) is { } path)
            {
                named.Add(path);
            }
        }

        return named;
    }

    private NamedPath? Read(string given)
    {
        if (given.Length == 0 || given.Contains('\0', StringComparison.Ordinal))
        {
            return Refuse(given, "not a path");
        }

        var absolute = Path.TrimEndingDirectorySeparator(Path.GetFullPath(given));
        if (Directory.Exists(absolute))
        {
            return CanList(absolute) ? new NamedPath(_roots.Find(absolute), given, AnalyzedKind.None) : Refuse(given, "permission denied");
        }

        if (!File.Exists(absolute))
        {
            return Refuse(given, "no such file or directory");
        }

        var kind = FileRecognizer.OfNamed(absolute);
        return kind == AnalyzedKind.None
            ? Refuse(given, "neither an Elixir config file (.exs) nor a systemd unit")
            : new NamedPath(_roots.Find(absolute), given, kind);
    }

    private static bool CanList(string folder)
    {
        try
        {
            using var entries = Directory.EnumerateFileSystemEntries(folder).GetEnumerator();
            entries.MoveNext();
            return true;
        }
        catch (Exception exception) when (FileTrouble.Is(exception))
        {
            return false;
        }
    }

    private NamedPath? Refuse(string given, string reason)
    {
        terminal.Report(DiagnosticLevel.Error, reason, given.Length == 0 ? "''" : given);

        // No path of its own in the notification: it may be absolute, and one absolute URI spoils a SARIF file.
        _notifications.Add(FileProblem.Notify(DiagnosticLevel.Error, Path.GetFileName(given), reason) with { Path = null });
        return null;
    }
}

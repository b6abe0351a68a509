using ExsLint.Analysis;
using ExsLint.Cli.Files;
using ExsLint.Cli.Files.Writing;
using ExsLint.Cli.Streams;
using ExsLint.Rules;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Cli.Commands;

/// <summary>Refuses to write over what a run reads, by whatever name, before anything is written.</summary>
/// <param name="terminal">The process's streams.</param>
/// <param name="options">What was asked for.</param>
internal sealed class OutputGuard(Terminal terminal, CheckOptions options)
{
    /// <summary>What git has for itself, and ExsLint reads.</summary>
    private static readonly string[] GitsOwn = [".git", ".git/config", ".git/HEAD", ".git/index", ".git/packed-refs"];

    private const string IsRead = "it would overwrite a file that this run reads";

    /// <summary>Whether the report and the baseline may be written where they are asked for; if not, that was said.</summary>
    /// <param name="plans">What was analysed.</param>
    /// <param name="result">What came of it.</param>
    public bool Accepts(IEnumerable<AnalysisPlan> plans, LintResult result)
    {
        if (options is { OutputFile: null, Selection.WriteBaseline: null })
        {
            return true;
        }

        var ofHost = result.Files.Select(file => file.Path).Where(UnitHost.Owns);
        var read = plans
            .SelectMany(plan => plan.Files.PathsRead.Concat(GitsOwn).Select(path => new RootedPath(plan.Root, path).Absolute))
            .Concat(ofHost.Select(path => Path.Join(options.Systemd.Root, path)))
            .ToList();
        var (baseline, list) = (options.Selection.Baseline, options.Selection.FilesFrom);
        var isNew = options.Selection.WriteBaseline;
        return Accepts("the baseline", isNew, IsRead, [.. read, .. Given(list)])
            && Accepts("the report", options.OutputFile, IsRead, [.. read, .. Given(list), .. Given(baseline)])
            && Accepts("the report", options.OutputFile, "the baseline is written there", Given(isNew));
    }

    private bool Accepts(string what, string? path, string reason, IReadOnlyCollection<string> others)
    {
        if (path is null || IsNoFile(path) || !IsAmong(OutputFile.Follow(path), others))
        {
            return true;
        }

        terminal.Report(DiagnosticLevel.Error, $"{what} cannot be written: {reason}", path);
        return false;
    }

    /// <summary>Whether it is a device or a pipe, which holds both what is read and what is written.</summary>
    private static bool IsNoFile(string path) => File.Exists(path) && !FileKind.IsRegularFile(path);

    private static bool IsAmong(string target, IReadOnlyCollection<string> others)
    {
        var name = Canonical(target);
        return others.Any(other => Canonical(OutputFile.Follow(other)) == name)
            || (FileStatus.Identify(target) is { } identity && others.Any(other => FileStatus.Identify(other) == identity));
    }

    /// <summary>A path whose folders are no links; the file itself need not be there.</summary>
    private static string Canonical(string path) =>
        Path.GetDirectoryName(path) is { } folder && RealPath.Resolve(Path.GetFullPath(folder)) is { } real
            ? Path.Combine(real, Path.GetFileName(path))
            : Path.GetFullPath(path);

    private static string[] Given(string? path) => path is null ? [] : path == "-" ? ["/dev/stdin"] : [path];
}

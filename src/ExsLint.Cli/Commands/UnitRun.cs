using ExsLint.Analysis;
using ExsLint.Cli.Files;
using ExsLint.Reporting.Layout;
using ExsLint.Reporting.Units;
using ExsLint.Rules;
using ExsLint.Semantics.Systemd;

namespace ExsLint.Cli.Commands;

/// <summary>A run of <c>exslint unit</c>.</summary>
internal sealed class UnitRun(Terminal terminal, UnitOptions options) : IDisposable
{
    private readonly Dictionary<string, UnitTree> _trees = new(StringComparer.Ordinal);
    private readonly UnitTree? _host = options.Systemd.Root is { } root ? new UnitTree(root, isSystem: true) : null;
    private readonly UnitJson _json = new();
    private readonly StyledOutput _output = terminal.Styled(options.NoColor);
    private int _exitCode = ExitCodes.Success;
    private int _count;

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    /// <summary>Reports every unit, and gives the exit code.</summary>
    public int Run()
    {
        if (!options.Systemd.HasRoot(terminal))
        {
            return ExitCodes.Failure;
        }

        foreach (var path in options.Paths)
        {
            if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
            {
                Fail("''", "not a path");
            }
            else if (FileKind.Of(path, followsLinks: true, out _) == PathKind.Folder)
            {
                ReportFolder(path);
            }
            else
            {
                ReportFile(path);
            }
        }

        return _exitCode;
    }

    private void ReportFolder(string folder)
    {
        var tree = new UnitTree(WithoutDot(folder), isSystem: false);
        var count = _count;
        foreach (var path in Walk(tree, ""))
        {
            Report(tree, path);
        }

        if (count == _count)
        {
            terminal.Report(DiagnosticLevel.Note, "no unit in this directory", folder);
        }
    }

    private static IEnumerable<string> Walk(UnitTree tree, string folder)
    {
        foreach (var name in tree.ListFiles(folder))
        {
            var path = RootedPath.Join(folder, name);
            if (FileRecognizer.IsUnitName(name) && (tree.IsMasked(path) || (tree.FileExists(path) && tree.Read(path) is { } file && FileRecognizer.LooksLikeUnit(file))))
            {
                yield return path;
            }
        }

        foreach (var name in tree.ListFolders(folder))
        {
            var path = RootedPath.Join(folder, name);
            if (name != ".git" && !File.GetAttributes(tree.Locate(path)).HasFlag(FileAttributes.ReparsePoint))
            {
                foreach (var found in Walk(tree, path))
                {
                    yield return found;
                }
            }
        }
    }

    private void ReportFile(string given)
    {
        // A drop-in stands for its unit.
        var path = UnitLoader.FindUnitOfDropIn(given) is { } unit && File.Exists(unit) ? unit : given;
        var name = Path.GetFileName(path);
        if (!FileRecognizer.IsUnitName(name))
        {
            Fail(given, "not the name of a systemd unit, like akkoma.service");
        }
        else if (name == path && _host is not null && !Path.Exists(path) && FindOnSystem(_host, name) is { } found)
        {
            Report(_host, found);
        }
        else
        {
            Report(TreeOf(WithoutDot(Path.GetDirectoryName(path) ?? "")), name, path == given ? given : null);
        }
    }

    private static string? FindOnSystem(UnitTree host, string name) =>
        UnitLoader.SystemFolders.Select(folder => $"{folder}/{name}").FirstOrDefault(path => host.FileExists(path) || host.IsMasked(path));

    private UnitTree TreeOf(string folder)
    {
        if (!_trees.TryGetValue(folder, out var tree))
        {
            tree = new UnitTree(folder, isSystem: false);
            _trees.Add(folder, tree);
        }

        return tree;
    }

    /// <summary>A folder as reports name it: <c>units</c> for <c>./units</c>.</summary>
    private static string WithoutDot(string folder)
    {
        while (folder.StartsWith("./", StringComparison.Ordinal))
        {
            folder = folder[2..].TrimStart('/');
        }

        return folder == "." ? "" : folder;
    }

    private void Report(UnitTree tree, string path, string? given = null)
    {
        var place = given ?? tree.Locate(path);
        if (UnitLoader.Load(tree, path, _host) is not { } files)
        {
            var trouble = tree.Trouble ?? "cannot be read";
            Fail(place, trouble);
            WriteError(Path.GetFileName(path), place, trouble);
            return;
        }

        _count++;
        var unit = UnitBinder.Bind(files, options.Systemd.Version);
        if (Explain(unit) is { } refusal)
        {
            terminal.Report(DiagnosticLevel.Error, refusal, place);
            WriteError(unit.Name.Text, place, refusal);
            Raise(ExitCodes.Findings);
            return;
        }

        var forecast = options.WhatIf || options.Format == UnitFormat.Table ? HardeningForecast.Of(unit) : null;
        Write(new UnitReportEntry(unit.Name.Text, place, unit.Exposure, null, forecast));
        if (unit.Exposure.Exposure > options.Threshold)
        {
            Raise(ExitCodes.Findings);
        }
    }

    private static string? Explain(EffectiveUnit unit) => unit switch
    {
        { IsMasked: true } => "masked: systemd never starts it",
        { Refusal: { Location: { } location } refusal } => FormattableString.Invariant($"line {location.Start.Line + 1}: {refusal.Message}"),
        { Refusal: { } refusal } => refusal.Message,
        _ => null,
    };

    private void Write(UnitReportEntry entry)
    {
        if (options.Format == UnitFormat.Json)
        {
            terminal.Output.BaseStream.Write(_json.Format(entry));
            return;
        }

        if (_count > 1)
        {
            _output.EndLine();
        }

        UnitTable.Write(entry.Unit, entry.Exposure!, entry.Forecast, _output);
    }

    private void WriteError(string unit, string path, string reason)
    {
        if (options.Format == UnitFormat.Json)
        {
            Write(new UnitReportEntry(unit, path, null, reason));
        }
    }

    private void Fail(string path, string reason)
    {
        terminal.Report(DiagnosticLevel.Error, reason, path);
        Raise(ExitCodes.Failure);
    }

    private void Raise(int exitCode) => _exitCode = Math.Max(_exitCode, exitCode);
}

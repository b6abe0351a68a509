using System.Globalization;
using System.Text;
using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Workspace;

namespace ExsLint.Oracles.Systemd;

/// <summary>A folder of units that both ExsLint and <c>systemd-analyze security</c> read.</summary>
internal sealed class UnitFolder : IDisposable
{
    // Pinned: a change of ours, not the draw, is what makes this fail. Another seed can be tried on purpose.
    private const int PinnedSeed = 252;
    private const string SeedVariable = "EXSLINT_ORACLE_SEED";
    private const int MaxShown = 200;

    // A scope or a device is never loaded from a file.
    private static readonly string[] UnitTypes =
        [".service", ".socket", ".mount", ".swap", ".automount", ".timer", ".path", ".slice", ".target"];

    /// <summary>What random units are drawn from.</summary>
    public static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var seed) ? seed
            : PinnedSeed;

    /// <summary>Where it is.</summary>
    public string Root { get; } = SystemdAnalyze.CreateFolder();

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Asserts that every unit is judged alike, and tells how many systemd refuses.</summary>
    public int AssertAgreement(UnitScope scope = UnitScope.System)
    {
        var units = Directory.GetFiles(Root).Where(IsUnit).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)
            .ToList();
        Assert.NotEmpty(units);
        var expected = SystemdAnalyze.Run(Root, units, scope);
        var disagreements = new List<string>();
        foreach (var unit in units)
        {
            if (Compare(expected[unit], Judge(unit, scope)) is { } difference)
            {
                disagreements.Add($"{unit}: {difference}\n{Show(unit)}");
            }
        }

        Assert.True(
            disagreements.Count == 0,
            $"{disagreements.Count} of {units.Count}:\n{string.Join("\n---\n", disagreements.Take(MaxShown))}");
        return expected.Values.Count(verdict => verdict is null);
    }

    private UnitExposure? Judge(string unit, UnitScope scope)
    {
        var files = UnitLoader.Load(new FolderProjectFiles(Root), unit)! with { Scope = scope };
        var effective = UnitBinder.Bind(files, [], SystemdAnalyze.Version);
        return effective.Refusal is not null || effective.IsMasked ? null : effective.Exposure;
    }

    // The rows, each with its badness, description and own exposure, in systemd's order; then the whole. Where systemd has no
    // description (ProtectProc=noaccess) its sort compares apples with oranges, and the order of rows is anyone's guess.
    private static string? Compare(OracleTable? theirs, UnitExposure? ours)
    {
        if (theirs is null || ours is null)
        {
            return theirs is null == ours is null ? null
                : $"systemd {(theirs is null ? "refuses" : "accepts")} it, ExsLint does not";
        }

        var rows = ours.InSystemdOrder()
            .Select(row => new OracleRow(row.Check.JsonField, row.Badness, row.Description, row.Exposure(ours.WeightSum)))
            .ToList();
        var differences = theirs.Rows
            .Join(rows, row => row.JsonField, row => row.JsonField, (their, our) => (their, our))
            .Where(pair => pair.their != pair.our)
            .Select(pair => $"systemd {pair.their}, ExsLint {pair.our}")
            .ToList();
        var overall = $"{UnitExposure.Format(ours.Exposure)} {ours.Label}";
        if (rows.Count != theirs.Rows.Count || overall != theirs.Overall)
        {
            differences.Add($"systemd {theirs.Rows.Count} rows, {theirs.Overall}, ExsLint {rows.Count} rows, {overall}");
        }
        else if (differences.Count == 0 && theirs.Rows.All(row => row.Description is not null)
            && !rows.SequenceEqual(theirs.Rows))
        {
            differences.Add("the rows are the same but in another order");
        }

        return differences.Count == 0 ? null : string.Join('\n', differences);
    }

    private string Show(string unit) => string.Join(
        "\n",
        Directory.GetFiles(Root, unit)
            .Concat(
                Directory.Exists(Path.Combine(Root, unit + ".d")) ? Directory.GetFiles(Path.Combine(Root, unit + ".d")).Order()
                    : [])
            .Select(path => $"{Path.GetFileName(path)}:\n{File.ReadAllText(path)}"));

    /// <summary>The findings on a unit.</summary>
    public IReadOnlyList<ExsLint.Rules.Diagnostic> Lint(string unit) =>
        UnitLinter.Lint(
            new Snapshot(new FolderProjectFiles(Root)), unit, isNamed: true,
            new LintOptions { SystemdVersion = SystemdAnalyze.Version }).Diagnostics;

    /// <summary>Writes a unit and its drop-ins, by what follows the unit's name.</summary>
    public void Write(string unit, Dictionary<string, string> files)
    {
        foreach (var (path, text) in files)
        {
            Write(unit + path, text);
        }
    }

    /// <summary>Writes a file, by its path below the folder.</summary>
    public void Write(string path, string content) => Write(path, Encoding.UTF8.GetBytes(content));

    /// <summary>Writes a file, by its path below the folder.</summary>
    public void Write(string path, byte[] content)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
    }

    /// <summary>Takes over the units of another folder with their drop-ins, but for those that are links.</summary>
    public void Copy(string folder)
    {
        foreach (var path in Directory.GetFiles(folder).Where(path => IsUnit(path) && new FileInfo(path).LinkTarget is null))
        {
            File.Copy(path, Path.Combine(Root, Path.GetFileName(path)), overwrite: true);
        }

        foreach (var dropIns in Directory.GetDirectories(folder, "*.d")
            .Where(dropIns => IsUnit(dropIns[..^2]) && new DirectoryInfo(dropIns).LinkTarget is null))
        {
            foreach (var path in Directory.GetFiles(dropIns, "*.conf"))
            {
                Write($"{Path.GetFileName(dropIns)}/{Path.GetFileName(path)}", File.ReadAllText(path));
            }
        }
    }

    private static bool IsUnit(string path) => UnitTypes.Contains(Path.GetExtension(path), StringComparer.Ordinal);
}

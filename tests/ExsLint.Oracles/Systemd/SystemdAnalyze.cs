using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Oracles.Systemd;

/// <summary>A row of systemd's table.</summary>
/// <param name="JsonField">Its name.</param>
/// <param name="Badness">Its badness; null: it does not apply.</param>
/// <param name="Description">What it says.</param>
/// <param name="Exposure">Its own exposure, as printed.</param>
internal sealed record OracleRow(string JsonField, int? Badness, string? Description, string? Exposure);

/// <summary>What systemd makes of a unit.</summary>
/// <param name="Rows">The rows in systemd's order.</param>
/// <param name="Overall">The exposure and its label: <c>9.6 UNSAFE</c>.</param>
internal sealed record OracleTable(IReadOnlyList<OracleRow> Rows, string Overall)
{
    /// <summary>The badness of a row.</summary>
    public int? Badness(string jsonField) => Rows.Single(row => row.JsonField == jsonField).Badness;
}

/// <summary>
/// Asks <c>systemd-analyze security</c> about units in one folder, without looking at the host's units.
/// <c>EXSLINT_SYSTEMD_ROOT</c>
/// names a directory into which the packages of another systemd than the installed one are unpacked; its own loader runs it.
/// </summary>
internal static partial class SystemdAnalyze
{
    // UINT64_MAX: the row does not apply.
    private const ulong NotApplicable = ulong.MaxValue;

    private static readonly string[] Instances = ["i", "test_instance"];

    private const string Program = "systemd-analyze";
    private const string Loader = "usr/lib64/ld-linux-x86-64.so.2";
    private const string Libraries = "usr/lib/x86_64-linux-gnu";

    /// <summary>The directory with the systemd that is asked; empty for the one that is installed.</summary>
    public static readonly string Root = Environment.GetEnvironmentVariable("EXSLINT_SYSTEMD_ROOT") ?? "";

    private static readonly Lazy<int> LazyVersion = new(() =>
        int.Parse(VersionNumber().Match(Start(["--version"]).Output).Groups[1].Value, CultureInfo.InvariantCulture));

    /// <summary>The version of the systemd that is asked.</summary>
    public static int Version => LazyVersion.Value;

    /// <summary>A new empty folder.</summary>
    public static string CreateFolder() => Directory.CreateTempSubdirectory("exslint-units-").FullName;

    /// <summary>What systemd makes of units in a folder; null for one that it refuses.</summary>
    public static IReadOnlyDictionary<string, OracleTable?> Run(
        string folder, IReadOnlyList<string> units, UnitScope scope = UnitScope.System)
    {
        string[] manager = scope == UnitScope.User ? ["--user"] : [];
        var paths = units.Select(unit => Path.Combine(folder, unit)).ToList();
        var (output, errors) = Start(["security", .. manager, "--offline=true", "--json=short", "--no-pager", .. paths]);
        var refused = Refusal().Matches(errors).Select(match => match.Groups[1].Value).ToHashSet();

        // A template is judged as its instance 'i'; other versions call it otherwise.
        var accepted = units.Where(
            unit =>
                !refused.Contains(unit)
                    && !Instances.Any(
                        name => refused.Contains(unit.Replace("@.", $"@{name}.", StringComparison.Ordinal)))).ToList();
        var tables = ReadTables(output);
        Assert.True(
            accepted.Count == tables.Count,
            $"systemd printed {tables.Count} tables for {accepted.Count} units.\n{errors[..Math.Min(errors.Length, 2000)]}");

        // JSON leaves the overall exposure out.
        var overall = Overall().Matches(Start(["security", .. manager, "--offline=true", "--no-pager", .. paths]).Output)
            .Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(accepted.Count, overall.Count);
        var found =
            accepted.Zip(tables, overall).ToDictionary(pair => pair.First, pair => new OracleTable(pair.Second, pair.Third));
        return units.ToDictionary(unit => unit, found.GetValueOrDefault);
    }

    private static (string Output, string Errors) Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Root.Length > 0 ? Path.Combine(Root, Loader) : Program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["SYSTEMD_ANALYZE_DEBUG"] = "1";
        start.Environment["SYSTEMD_UNIT_PATH"] = "";
        start.Environment["LC_ALL"] = "C.UTF-8";

        // A user's manager asks for it.
        start.Environment["XDG_RUNTIME_DIR"] = Path.GetTempPath();
        var libraries = Path.Combine(Root, Libraries);
        foreach (var argument in Root.Length > 0
            ? ["--library-path", $"{Path.Combine(libraries, "systemd")}:{libraries}", Path.Combine(Root, "usr/bin", Program),
                .. arguments]
            : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("systemd-analyze did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, errors.Result);
    }

    private static List<IReadOnlyList<OracleRow>> ReadTables(string output)
    {
        var tables = new List<IReadOnlyList<OracleRow>>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(output), new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
        {
            using var table = JsonDocument.ParseValue(ref reader);
            tables.Add([.. table.RootElement.EnumerateArray().Select(row => new OracleRow(
                row.GetProperty("json_field").GetString()!,
                row.GetProperty("badness").GetUInt64() is var badness && badness == NotApplicable ? null : (int)badness,
                row.GetProperty("description").GetString(),
                row.GetProperty("exposure").GetString()))]);
        }

        return tables;
    }

    [GeneratedRegex(
        @"^Unit (\S+) (?:failed to load|has a bad unit file setting|is masked|not found|could not be found)",
        RegexOptions.Multiline)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"Overall exposure level for .*?: (\d+\.\d [A-Z]+)")]
    private static partial Regex Overall();

    [GeneratedRegex(@"systemd (\d+)")]
    private static partial Regex VersionNumber();
}

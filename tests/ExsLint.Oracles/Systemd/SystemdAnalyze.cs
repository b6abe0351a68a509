using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ExsLint.Oracles.Systemd;

/// <summary>Asks the installed <c>systemd-analyze security</c> about units in one folder, without looking at the host's units.</summary>
internal static partial class SystemdAnalyze
{
    // UINT64_MAX: the row does not apply.
    private const ulong NotApplicable = ulong.MaxValue;

    /// <summary>The badness of every row of every unit that systemd accepts (null: the row does not apply), and null for those it refuses.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, int?>?> Run(string folder, IReadOnlyList<string> units)
    {
        var (output, errors) = Start(folder, units);
        var refused = Refusal().Matches(errors).Select(match => InstanceName().Replace(match.Groups[1].Value, "@.")).ToHashSet();
        var accepted = units.Where(unit => !refused.Contains(unit)).ToList();
        var tables = ReadTables(output);
        Assert.True(accepted.Count == tables.Count, $"systemd printed {tables.Count} tables for {accepted.Count} units.\n{errors}");

        var rows = accepted.Zip(tables).ToDictionary(pair => pair.First, pair => pair.Second);
        return units.ToDictionary(unit => unit, unit => rows.GetValueOrDefault(unit));
    }

    private static (string Output, string Errors) Start(string folder, IReadOnlyList<string> units)
    {
        var start = new ProcessStartInfo("systemd-analyze") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SYSTEMD_ANALYZE_DEBUG"] = "1";
        start.Environment["SYSTEMD_UNIT_PATH"] = "";
        foreach (var argument in new[] { "security", "--offline=true", "--json=short", "--no-pager" }.Concat(units.Select(unit => Path.Combine(folder, unit))))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("systemd-analyze did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, errors.Result);
    }

    private static List<IReadOnlyDictionary<string, int?>> ReadTables(string output)
    {
        var tables = new List<IReadOnlyDictionary<string, int?>>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(output), new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
        {
            using var table = JsonDocument.ParseValue(ref reader);
            tables.Add(table.RootElement.EnumerateArray().ToDictionary(
                row => row.GetProperty("json_field").GetString()!,
                row => row.GetProperty("badness").GetUInt64() is var badness && badness == NotApplicable ? (int?)null : (int)badness));
        }

        return tables;
    }

    [GeneratedRegex(@"^Unit (\S+) (?:failed to load|has a bad unit file setting|is masked|not found|could not be found)", RegexOptions.Multiline)]
    private static partial Regex Refusal();

    [GeneratedRegex("@[^@]+\\.")]
    private static partial Regex InstanceName();
}

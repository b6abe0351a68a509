using System.Globalization;

namespace ExsLint.Oracles.Systemd;

/// <summary>Each fix of a unit does to <c>systemd-analyze security</c>'s verdict what it says.</summary>
public sealed class FixVerdictTests : IDisposable
{
    private const int FixedUnits = 200;

    private static readonly Dictionary<string, string> RowOf = new()
    {
        ["systemd-private-tmp"] = "PrivateTmp",
        ["systemd-protect-home"] = "ProtectHome",
        ["systemd-protect-system"] = "ProtectSystem",
        ["systemd-private-devices"] = "PrivateDevices",
        ["systemd-no-new-privileges"] = "NoNewPrivileges",
        ["systemd-capability-sys-admin"] = "CapabilityBoundingSet_CAP_SYS_ADMIN",
    };

    // systemd.exec(5), PrivateDevices=: it takes CAP_MKNOD and CAP_SYS_RAWIO away and closes the device policy.
    private static readonly string[] ImpliedByPrivateDevices =
        ["CapabilityBoundingSet_CAP_MKNOD", "CapabilityBoundingSet_CAP_SYS_RAWIO", "DeviceAllow"];

    private readonly UnitFolder _units = new();

    public void Dispose() => _units.Dispose();

    [OracleFact("systemd-analyze", IsLong = true)]
    public void Each_fix_makes_its_own_row_good_and_leaves_the_others()
    {
        var generator = new UnitGenerator(UnitFolder.Seed);
        var fixes = new List<(string Before, string After, string Row)>();
        for (var i = 0; i < FixedUnits; i++)
        {
            var unit = string.Create(CultureInfo.InvariantCulture, $"f{i:D4}.service");
            var files = new Dictionary<string, string> { [""] = generator.NextUnit() };
            if (i % 3 == 0)
            {
                files[".d/10-a.conf"] = generator.NextDropIn();
                files[".d/20-b.conf"] = generator.NextDropIn();
            }

            _units.Write(unit, files);
            foreach (var finding in _units.Lint(unit)
                .Where(finding => finding.Fix?.Resolve() is not null && RowOf.ContainsKey(finding.Rule.Id)))
            {
                var row = RowOf[finding.Rule.Id];
                var after = new Dictionary<string, string>(files);
                foreach (var edit in finding.Fix!.Resolve()!.Edits)
                {
                    after[edit.File.Path[unit.Length..]] = edit.File.Text.WithChanges(edit.Changes).ToString();
                }

                var fixedUnit = unit.Replace(".", $"-{row.Replace('_', '-')}.", StringComparison.Ordinal);
                _units.Write(fixedUnit, after);
                fixes.Add((unit, fixedUnit, row));
                Assert.DoesNotContain(
                    _units.Lint(fixedUnit), other => other.Rule.Id == finding.Rule.Id && other.Fix?.Resolve() is not null);
            }
        }

        var verdicts = SystemdAnalyze.Run(_units.Root, [.. fixes.SelectMany(fix => new[] { fix.Before, fix.After }).Distinct()]);
        var accepted = fixes.Where(fix => verdicts[fix.Before] is not null).ToList();
        Assert.True(accepted.Count > FixedUnits, $"Only {accepted.Count} fixes were compared.");
        foreach (var (before, after, row) in accepted)
        {
            var wanted = Badnesses(verdicts[before]!)
                .ToDictionary(
                    other => other.Key, other => WantedBadness(row, other.Key, other.Value, Badnesses(verdicts[after]!)));
            Assert.Equal($"{after}: {Rows(wanted)}", $"{after}: {Rows(Badnesses(verdicts[after]!))}");
        }
    }

    // The fix writes 'full', which systemd scores 3; 'strict' would need to know what the service writes to. What a setting
    // implies may become better, never worse.
    private static int? WantedBadness(string fixedRow, string row, int? before, IReadOnlyDictionary<string, int?> after) =>
        row == fixedRow ? (row == "ProtectSystem" ? 3 : 0)
        : fixedRow == "PrivateDevices" && ImpliedByPrivateDevices.Contains(row) && after[row] < before ? after[row]
        : before;

    private static string Rows(IEnumerable<KeyValuePair<string, int?>> rows) =>
        string.Join(' ', rows.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => $"{row.Key}:{row.Value}"));

    private static Dictionary<string, int?> Badnesses(OracleTable table) =>
        table.Rows.ToDictionary(row => row.JsonField, row => row.Badness);

}

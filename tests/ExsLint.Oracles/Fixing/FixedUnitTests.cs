using System.Globalization;
using ExsLint.Analysis;
using ExsLint.Analysis.Fixing;
using ExsLint.Oracles.Systemd;
using ExsLint.Rules;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Oracles.Fixing;

/// <summary>What <c>fix</c> makes of a unit is never worse to systemd, and good where it was fixed.</summary>
public sealed class FixedUnitTests
{
    private const int Units = 120;
    private const int Seed = 252;

    // systemd 252's names of the rows that our rules are about; the other two directives have rows of degrees.
    private static readonly Dictionary<string, string> Rows = new(StringComparer.Ordinal)
    {
        ["systemd-private-tmp"] = "PrivateTmp",
        ["systemd-private-devices"] = "PrivateDevices",
        ["systemd-no-new-privileges"] = "NoNewPrivileges",
        ["systemd-protect-home"] = "ProtectHome",
        ["systemd-capability-sys-admin"] = "CapabilityBoundingSet_CAP_SYS_ADMIN",
    };

    [OracleTheory("systemd-analyze", IsLong = true)]
    [InlineData(false, Units / 3)]
    [InlineData(true, Units / 2)]
    public void Nothing_gets_worse_and_fixed_rows_are_good(bool isUnsafe, int least)
    {
        using var folder = new TemporaryFolder();
        var generator = new UnitGenerator(Seed);
        var applied = Enumerable.Range(0, Units)
            .ToDictionary(i => $"u{i}.service", i => Fix(folder, $"u{i}.service", generator.NextUnit(), isUnsafe));
        var (before, now) = (SystemdAnalyze.Run(folder.PathOf("before"), [.. applied.Keys]),
            SystemdAnalyze.Run(folder.PathOf("after"), [.. applied.Keys]));
        var good = 0;
        foreach (var (name, rules) in applied)
        {
            if (before[name] is { } old)
            {
                Assert.True(now[name] is not null, $"systemd refuses {name} once it is fixed");
                AssertNoWorse(name, old, now[name]!, rules);
                good += AssertGood(name, rules, now[name]!);
            }
        }

        Assert.True(good > least, $"only {good} rows were fixed");
    }

    [OracleFact("systemd-analyze", IsLong = true)]
    public void A_drop_in_does_to_a_unit_what_the_change_of_it_does()
    {
        using var folder = new TemporaryFolder();
        var generator = new UnitGenerator(Seed);
        string[] names = [.. Enumerable.Range(0, Units).Select(i => $"u{i}.service")];
        var dropIns = 0;
        foreach (var name in names)
        {
            var text = generator.NextUnit();
            folder.Write($"changed/{name}", Lines(folder, name, text, isDropIn: false));
            folder.Write($"added/{name}", text);
            if (Lines(folder, name, text, isDropIn: true) is { Length: > 0 } dropIn)
            {
                folder.Write($"added/{name}.d/50-exslint.conf", dropIn);
                dropIns++;
            }
        }

        var (changed, added) =
            (SystemdAnalyze.Run(folder.PathOf("changed"), names), SystemdAnalyze.Run(folder.PathOf("added"), names));
        Assert.True(dropIns > Units / 2, $"only {dropIns} drop-ins were written");
        Assert.All(names, name => Assert.Equal(RowsOf(name, changed[name]), RowsOf(name, added[name])));
    }

    /// <summary>
    /// What a unit, or its new drop-in, says after all fixes but those of misspelt lines, which no drop-in can mend.
    /// </summary>
    private static string Lines(TemporaryFolder folder, string name, string text, bool isDropIn)
    {
        folder.Write($"before/{name}", text);
        var result = FixEngine.Apply(
            new Snapshot(new FolderProjectFiles(folder.PathOf("before"))),
            new LintTargets([], [name], [name, $"{name}.d/50-exslint.conf"]),
            new LintOptions
            {
                SystemdVersion = SystemdAnalyze.Version,
                Profile = RuleProfile.Strict,
                Ignore = ["systemd-silent-typo", "syntax-*"]
            },
            new FixOptions { Unsafe = true, WritesDropIns = isDropIn });
        return result.Changes.FirstOrDefault()?.After.Content ?? (isDropIn ? "" : text);
    }

    private static IEnumerable<string> RowsOf(string name, OracleTable? table) =>
        table is null ? [$"{name} refused"]
            : table.Rows.Select(row => $"{name} {row.JsonField} {row.Badness}").Order(StringComparer.Ordinal);

    /// <summary>Writes a unit as it is and as it is fixed, and gives the rules whose fixes were applied.</summary>
    private static string[] Fix(TemporaryFolder folder, string name, string text, bool isUnsafe)
    {
        var result = Fix(folder, "before", name, text, isUnsafe);
        var fixedText = result.Changes.FirstOrDefault()?.After.Content ?? text;
        var again = Fix(folder, "after", name, fixedText, isUnsafe);
        Assert.True(again.Changes.IsEmpty && again.Applied.IsEmpty, $"a second fix changes {name}:\n{fixedText}");
        return [.. result.Applied.Select(item => item.Diagnostic.Rule.Id)];
    }

    private static FixResult Fix(TemporaryFolder folder, string tree, string name, string text, bool isUnsafe)
    {
        folder.Write($"{tree}/{name}", text);
        return FixEngine.Apply(
            new Snapshot(new FolderProjectFiles(folder.PathOf(tree))),
            new LintTargets([], [name], [name]),
            new LintOptions { SystemdVersion = SystemdAnalyze.Version },
            new FixOptions { Unsafe = isUnsafe });
    }

    private static void AssertNoWorse(string name, OracleTable before, OracleTable now, string[] rules)
    {
        // ProtectClock= lets a service with a device policy read the hardware clock, which systemd counts as an allowed device.
        var allowsClock = rules.Contains("systemd-protect-clock");
        Assert.True(Exposure(now) <= Exposure(before), $"{name} was at {before.Overall} and is at {now.Overall}");
        Assert.All(
            before.Rows.Where(row => !(allowsClock && row.JsonField == "DeviceAllow")),
            row =>
                Assert.True(
                    (now.Badness(row.JsonField) ?? 0) <= (row.Badness ?? 0) || row.Badness is null,
                    $"{row.JsonField} of {name} got worse"));
    }

    private static int AssertGood(string name, string[] rules, OracleTable now)
    {
        var rows = rules.Where(Rows.ContainsKey).Select(rule => Rows[rule]).ToList();
        Assert.All(rows, row => Assert.True(now.Badness(row) is null or 0, $"{row} of {name} is not good"));
        return rows.Count;
    }

    /// <summary>The overall exposure, in tenths.</summary>
    private static int Exposure(OracleTable table) =>
        (int)(decimal.Parse(table.Overall.Split(' ')[0], CultureInfo.InvariantCulture) * 10);
}

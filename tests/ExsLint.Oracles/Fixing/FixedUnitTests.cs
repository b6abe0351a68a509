using System.Globalization;
using ExsLint.Analysis;
using ExsLint.Analysis.Fixing;
using ExsLint.Oracles.Systemd;
using ExsLint.Tests.TestSupport;

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

    [OracleTheory("systemd-analyze")]
    [InlineData(false, Units / 3)]
    [InlineData(true, Units / 2)]
    public void Nothing_gets_worse_and_fixed_rows_are_good(bool isUnsafe, int least)
    {
        using var folder = new TemporaryFolder();
        var generator = new UnitGenerator(Seed);
        var applied = Enumerable.Range(0, Units).ToDictionary(i => $"u{i}.service", i => Fix(folder, $"u{i}.service", generator.NextUnit(), isUnsafe));
        var (before, now) = (SystemdAnalyze.Run(folder.PathOf("before"), [.. applied.Keys]), SystemdAnalyze.Run(folder.PathOf("after"), [.. applied.Keys]));
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
            new FolderProjectFiles(folder.PathOf(tree)),
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
            row => Assert.True((now.Badness(row.JsonField) ?? 0) <= (row.Badness ?? 0) || row.Badness is null, $"{row.JsonField} of {name} got worse"));
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

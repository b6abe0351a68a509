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

    [OracleFact("systemd-analyze")]
    public void No_row_gets_worse_and_fixed_rows_are_good()
    {
        using var folder = new TemporaryFolder();
        var generator = new UnitGenerator(Seed);
        var applied = new Dictionary<string, string[]>();
        var names = new List<string>();
        for (var i = 0; i < Units; i++)
        {
            var name = $"u{i}.service";
            var text = generator.NextUnit();
            folder.Write($"before/{name}", text);
            var result = FixEngine.Apply(
                new FolderProjectFiles(folder.PathOf("before")), new LintTargets([], [name], [name]), new LintOptions(), new FixOptions { Unsafe = true });
            var after = result.Changes.FirstOrDefault();
            folder.Write($"after/{name}", after?.After.Content ?? text);
            names.Add(name);
            applied[name] = [.. result.Applied.Select(item => item.Diagnostic.Rule.Id)];
        }

        var (before, now) = (SystemdAnalyze.Run(folder.PathOf("before"), names), SystemdAnalyze.Run(folder.PathOf("after"), names));
        var good = 0;
        foreach (var name in names.Where(name => before[name] is not null))
        {
            Assert.True(now[name] is not null, $"systemd refuses {name} once it is fixed");
            Assert.All(
                before[name]!.Rows,
                row => Assert.True((now[name]!.Badness(row.JsonField) ?? 0) <= (row.Badness ?? 0) || row.Badness is null, $"{row.JsonField} of {name} got worse"));
            foreach (var rule in applied[name].Where(Rows.ContainsKey))
            {
                Assert.True(now[name]!.Badness(Rows[rule]) is null or 0, $"{Rows[rule]} of {name} is not good after {rule}");
                good++;
            }
        }

        Assert.True(good > Units / 2, $"only {good} rows were fixed");
    }
}

using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Edits;
using ExsLint.Rules;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;
using ExsLint.Workspace;

namespace ExsLint.Tests.Edits;

public sealed class UnitFixTests
{
    private const string Path = "web.service";

    [Fact]
    public void Each_fix_removes_its_finding_and_changes_no_other_setting() => UnitGen.Service.ForEach(1_500, text =>
    {
        var before = Settings(text);
        foreach (var finding in Lint(text).Where(finding => finding.Fix?.Resolve() is not null))
        {
            var after = Apply(text, finding);
            var key = finding.Setting.Text[(finding.Setting.Text.LastIndexOf('/') + 1)..];

            Assert.DoesNotContain(Lint(after), other => other.Rule == finding.Rule);
            Assert.Equal(before.Where(setting => setting.Key != key), Settings(after).Where(setting => setting.Key != key));
            if (key == "CapabilityBoundingSet")
            {
                Assert.Equal(BoundingSet(text).Without(Capabilities.SysAdmin), BoundingSet(after));
            }
        }
    });

    [Fact]
    public void A_fix_keeps_comments_line_ends_and_whether_the_file_ends_with_one() => UnitGen.Service.ForEach(1_000, text =>
    {
        foreach (var finding in Lint(text).Where(finding => finding.Fix?.Resolve() is not null))
        {
            var after = Apply(text, finding);

            Assert.Equal(Count(text, "#"), Count(after, "#"));
            Assert.Equal(Count(text, ";"), Count(after, ";"));
            Assert.Equal(
                text.Contains('\r', StringComparison.Ordinal) && !text.Contains('\n', StringComparison.Ordinal),
                !after.Contains('\n', StringComparison.Ordinal));
            Assert.Equal(text[^1] is '\n' or '\r', after[^1] is '\n' or '\r');
        }
    });

    // A unit, and the same after all fixes.
    [Theory]
    [InlineData(
        "[Service]\nExecStart=/x\nPrivateTmp=no\n\n[Install]\n", "[Service]\nExecStart=/x\nPrivateTmp=true\n\n[Install]\n")]
    [InlineData("[Service]\nExecStart=/x", "[Service]\nExecStart=/x\nPrivateTmp=true")]
    [InlineData("[Service]\r\nExecStart=/x\r\n", "[Service]\r\nExecStart=/x\r\nPrivateTmp=true\r\n")]
    [InlineData("[Service]\n\n# end\n", "[Service]\nPrivateTmp=true\n\n# end\n")]
    [InlineData(
        "[Service]\nExecStart=/x \\\n  a\n# about nothing\n",
        "[Service]\nExecStart=/x \\\n  a\nPrivateTmp=true\n# about nothing\n")]
    [InlineData("[Service]\nExecStart=/x \\\n\n[Install]\n", "[Service]\nExecStart=/x \\\n\nPrivateTmp=true\n[Install]\n")]
    [InlineData("[Service]\nExecStart=/x \\\n", "[Service]\nExecStart=/x \\\n\nPrivateTmp=true\n")]
    [InlineData("[Service]\nExecStart=/x \\", "[Service]\nExecStart=/x \\\n\nPrivateTmp=true")]
    [InlineData("[Service]\nPrivateTmp=\nExecStart=/x\n", "[Service]\nPrivateTmp=true\nExecStart=/x\n")]
    [InlineData("[Service]\n  PrivateTmp = no ; x\n", "[Service]\n  ; x\n  PrivateTmp = true\n")]
    [InlineData("[Service]\nPrivateTmp=\\\n# a\n  no\n", "[Service]\nPrivateTmp=\\\n# a\n  true\n")]
    [InlineData("[Service]\nPrivateTmp=n\\\n# a\n  o\n", "[Service]\nPrivateTmp=true\n# a\n")]
    [InlineData(
        "[Service]\nExecStart=/x\nProtectHome=true\n\n# restarts\nRestart=always\n",
        "[Service]\nExecStart=/x\nProtectHome=true\nPrivateTmp=true\n\n# restarts\nRestart=always\n")]
    [InlineData(
        "[Service]\nProtectHome=true\n; the user\nUser=web\n",
        "[Service]\nProtectHome=true\nPrivateTmp=true\n; the user\nUser=web\n")]
    [InlineData("[Service]\nProtectHome=tr\\\nue\nUser=web\n", "[Service]\nProtectHome=tr\\\nue\nPrivateTmp=true\nUser=web\n")]
    [InlineData(
        "[Service]\nUser=web\n\n[Install]\nWantedBy=a\n\n[Service]\nProtectHome=1\n",
        "[Service]\nUser=web\n\n[Install]\nWantedBy=a\n\n[Service]\nProtectHome=1\nPrivateTmp=true\n")]
    [InlineData(
        "[Service]\nPrivateTmp=true\nUser=web\nPrivateTmp=no\n", "[Service]\nPrivateTmp=true\nUser=web\nPrivateTmp=true\n")]
    [InlineData(
        "[Service]\nPrivateTmp=false ; until the socket moves\n", "[Service]\n; until the socket moves\nPrivateTmp=true\n")]
    [InlineData("[Service]\nPrivateTmp = no\n", "[Service]\nPrivateTmp = true\n")]
    [InlineData("[Service]\n; PrivateTmp=true\nUser=web\n", "[Service]\n; PrivateTmp=true\nUser=web\nPrivateTmp=true\n")]
    [InlineData(
        "[Unit]\nDescription=a\n\n[Install]\nWantedBy=a\n",
        "[Unit]\nDescription=a\n\n[Service]\nPrivateTmp=true\n\n[Install]\nWantedBy=a\n")]
    [InlineData("[Unit]\nDescription=a", "[Unit]\nDescription=a\n\n[Service]\nPrivateTmp=true")]
    [InlineData("# nothing yet\n", "# nothing yet\n\n[Service]\nPrivateTmp=true\n")]
    public void PrivateTmp_is_written_where_it_counts(string before, string after) =>
        Assert.Equal(after, Apply(before, Find(before, "systemd-private-tmp")));

    // Files behind the unit's own, and which of them the fix of PrivateTmp changes into what; nothing where only other units'
    // files could be.
    [Theory]
    [InlineData(
        "web.service.d/a.conf", "[Service]\nPrivateTmp=no\n", "", "", "web.service.d/a.conf: [Service]\nPrivateTmp=true\n")]
    [InlineData(
        "web.service.d/a.conf", "[Service]\nProtectHome=true\n", "", "",
        "web.service.d/a.conf: [Service]\nProtectHome=true\nPrivateTmp=true\n")]
    [InlineData(
        "web.service.d/a.conf", "[Unit]\nAfter=b.service\n", "", "", "web.service: [Service]\nExecStart=/x\nPrivateTmp=true\n")]
    [InlineData(
        "web.service.d/a.conf", "[Service]\nUser=web\n", "", "", "web.service: [Service]\nExecStart=/x\nPrivateTmp=true\n")]
    [InlineData("service.d/a.conf", "[Service]\nPrivateTmp=no\n", "", "", "")]
    [InlineData(
        "service.d/a.conf", "[Service]\nPrivateTmp=no\n", "web.service.d/b.conf", "[Service]\nUser=web\n",
        "web.service.d/b.conf: [Service]\nUser=web\nPrivateTmp=true\n")]
    [InlineData("service.d/b.conf", "[Service]\nPrivateTmp=no\n", "web.service.d/a.conf", "[Service]\nUser=web\n", "")]
    [InlineData(
        "service.d/a.conf", "[Service]\nProtectHome=true\n", "", "", "web.service: [Service]\nExecStart=/x\nPrivateTmp=true\n")]
    public void A_file_of_other_units_is_left_alone(
        string first, string firstText, string second, string secondText, string expected)
    {
        (string, string)[] files =
            [(Path, "[Service]\nExecStart=/x\n"), (first, firstText),
                .. second.Length == 0 ? [] : new[] { (second, secondText) }];
        var tree = new InMemoryProjectFiles(files);
        var finding = UnitLinter.Lint(new Snapshot(tree), Path, isNamed: true, new LintOptions()).Diagnostics.Single(
            finding => finding.Rule.Id == "systemd-private-tmp");

        Assert.Equal(
            expected,
            finding.Fix?.Resolve() is null ? ""
                : $"{finding.Fix.Resolve()!.Edits[0].File.Path}: "
                    + $"{FixApplier.Apply(finding.Fix.Resolve()!.Edits[0].File, finding.Fix.Resolve()!.Edits)}");
    }

    [Theory]
    [InlineData("CAP_SYS_ADMIN CAP_KILL", "CapabilityBoundingSet=CAP_KILL\n")]
    [InlineData("CAP_KILL CAP_SYS_ADMIN", "CapabilityBoundingSet=CAP_KILL\n")]
    [InlineData("CAP_KILL  cap_sys_admin  21 CAP_CHOWN", "CapabilityBoundingSet=CAP_KILL CAP_CHOWN\n")]
    [InlineData("CAP_SYS_ADMIN", "CapabilityBoundingSet=\n")]
    [InlineData("~", "CapabilityBoundingSet=~CAP_SYS_ADMIN\n")]
    [InlineData("~CAP_KILL", "CapabilityBoundingSet=~CAP_KILL CAP_SYS_ADMIN\n")]
    [InlineData("~CAP_KILL # mark", "CapabilityBoundingSet=~CAP_KILL CAP_SYS_ADMIN # mark\n")]
    [InlineData("CAP_KILL \\\n  CAP_SYS_ADMIN", "CapabilityBoundingSet=CAP_KILL\n")]
    [InlineData("CAP_KILL \\\n  CAP_SYS_ADMIN \\\n  CAP_CHOWN", "CapabilityBoundingSet=CAP_KILL \\\n  CAP_CHOWN\n")]
    [InlineData(
        "CAP_KILL\nCapabilityBoundingSet=CAP_SYS_ADMIN",
        "CapabilityBoundingSet=CAP_KILL\nCapabilityBoundingSet=CAP_SYS_ADMIN\nCapabilityBoundingSet=~CAP_SYS_ADMIN\n")]
    public void The_capability_goes_and_the_kind_of_list_stays(string value, string expected)
    {
        var text = $"[Service]\nCapabilityBoundingSet={value}\n";

        Assert.Equal("[Service]\n" + expected, Apply(text, Find(text, "systemd-capability-sys-admin")));
    }

    // A line of a unit of a release, and how far each of the fixes can be trusted: "-" where there is none.
    [Theory]
    [InlineData("", "Safe Safe Safe Safe Safe Safe")]
    [InlineData("Environment=SOCKET=/tmp/web/s", "- Safe Safe Safe Safe Safe")]
    [InlineData("Environment=TMPDIR=/tmp", "Safe Safe Safe Safe Safe Safe")]
    [InlineData("WorkingDirectory=/home/web", "Safe - Safe Safe Safe Safe")]
    [InlineData("WorkingDirectory=-/home/web", "Safe Unsafe Safe Safe Safe Safe")]
    [InlineData("ReadWritePaths=-/root", "Safe Unsafe Safe Safe Safe Safe")]
    [InlineData("ExecStartPre=/bin/ls %h", "Safe Unsafe Safe Safe Safe Safe")]
    [InlineData("WorkingDirectory=/etc/web", "Safe Safe - Safe Safe Safe")]
    [InlineData("WorkingDirectory=/etc/web\nReadWritePaths=/etc/web", "Safe Safe Safe Safe Safe Safe")]
    [InlineData("PIDFile=/usr/web.pid", "Safe Safe - Safe Safe Safe")]
    [InlineData("DeviceAllow=/dev/sda", "Safe Safe Safe - Safe Safe")]
    [InlineData("DeviceAllow=char-rtc", "Safe Safe Safe Unsafe Safe Safe")]
    [InlineData("StandardInput=tty", "Safe Safe Safe Unsafe Safe Safe")]
    [InlineData("SupplementaryGroups=gpio", "Safe Safe Safe Unsafe Safe Safe")]
    [InlineData("ExecStartPre=/bin/dd if=/dev/null", "Safe Safe Safe Safe Safe Safe")]
    [InlineData("ExecStartPre=/usr/bin/sudo /bin/x", "Safe Safe Safe Unsafe Unsafe Safe")]
    [InlineData("AmbientCapabilities=CAP_SYS_ADMIN", "Safe Safe Safe Safe Safe -")]
    public void What_a_unit_mentions_decides_how_far_a_fix_is_trusted(string line, string expected)
    {
        var findings = Lint($"[Service]\nExecStart=/opt/web/bin/web start\n{line}\n");
        string[] rules = ["systemd-private-tmp", "systemd-protect-home", "systemd-protect-system", "systemd-private-devices",
            "systemd-no-new-privileges", "systemd-capability-sys-admin"];
        var trust = rules.Select(id => findings.Single(finding => finding.Rule.Id == id).Fix?.Applicability.ToString() ?? "-");

        Assert.Equal(expected, string.Join(' ', trust));
    }

    [Theory]
    [InlineData("/usr/bin/mix phx.server", "", FixApplicability.Unsafe)]
    [InlineData("/usr/bin/mix phx.server", "Environment=HOME=/var/lib/web", FixApplicability.Safe)]
    [InlineData("/usr/bin/mix phx.server", "Environment=\"HOME=/home/web\"", FixApplicability.Unsafe)]
    [InlineData("/opt/web/bin/web start", "WorkingDirectory=~", FixApplicability.Unsafe)]
    [InlineData("/home/web/bin/web start", "", null)]
    public void ProtectHome_is_safe_where_no_home_is_needed(string command, string line, FixApplicability? expected)
    {
        var finding = Find($"[Service]\nExecStart={command}\n{line}\n", "systemd-protect-home");

        Assert.Equal(expected, finding.Fix?.Applicability);
    }

    [Fact]
    public void A_file_that_does_not_round_trip_or_that_systemd_stops_in_is_not_edited()
    {
        byte[] bytes = [.. "[Service]\n# "u8, 0xE9, .. "\nExecStart=/x\n"u8];
        var tree = new InMemoryProjectFiles([SourceFile.FromBytes(Path, bytes)]);
        var findings = UnitLinter.Lint(new Snapshot(tree), Path, isNamed: true, GuideRules.Options).Diagnostics;

        Assert.Equal(6, findings.Length);
        Assert.All(findings, finding => Assert.Null(finding.Fix?.Resolve()));
        Assert.All(Lint("[Service] #\nExecStart=/x\n"), finding => Assert.Null(finding.Fix?.Resolve()));
    }

    private static Diagnostic Find(string text, string id) => Lint(text).Single(finding => finding.Rule.Id == id);

    private static IReadOnlyList<Diagnostic> Lint(string text) =>
        UnitLinter.Lint(
            new Snapshot(new InMemoryProjectFiles((Path, text))), Path, isNamed: true, GuideRules.Options).Diagnostics;

    private static string Apply(string text, Diagnostic finding) =>
        FixApplier.Apply(SourceFile.FromString(Path, text), finding.Fix!.Resolve()!.Edits);

    private static List<(string Section, string Key, string Value)> Settings(string text)
    {
        var unit = UnitLoader.Load(new InMemoryProjectFiles((Path, text)), Path)!;
        return [.. unit.Main.Root.Sections.SelectMany(
            section => section.Directives.Select(directive => (section.Name, directive.Key, directive.Value)))];
    }

    private static CapabilitySet BoundingSet(string text) =>
        UnitBinder.Bind(UnitLoader.Load(new InMemoryProjectFiles((Path, text)), Path)!, []).Exec.CapabilityBoundingSet.Value;

    private static int Count(string text, string mark) => text.Split(mark).Length;
}

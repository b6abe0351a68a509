using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Analysis;

public sealed class UnitLinterTests
{
    private const string BareUnit =
        "[Unit]\nDescription=Web\n\n[Service]\nExecStart=/opt/web/bin/web start\n\n[Install]\nWantedBy=multi-user.target\n";

    [Fact]
    public void A_bare_unit_gets_the_six_findings_of_the_guide_at_its_service_section()
    {
        Assert.Equal(
            """
            web.service:4:1: warning: CapabilityBoundingSet is not set, so CAP_SYS_ADMIN, which is close to root, stays in the service's reach. [systemd-capability-sys-admin]
            web.service:4:1: warning: NoNewPrivileges is not set, so processes of the service can gain privileges through set-user-ID programs. [systemd-no-new-privileges]
            web.service:4:1: warning: PrivateDevices is not set, so the service sees the host's physical devices. [systemd-private-devices]
            web.service:4:1: warning: PrivateTmp is not set, so the service shares /tmp and /var/tmp with every other process. [systemd-private-tmp]
            web.service:4:1: warning: ProtectHome is not set, so the service can reach /home, /root and /run/user. [systemd-protect-home]
            web.service:4:1: warning: ProtectSystem is not set, so /usr, /boot and /etc are not read-only for the service. [systemd-protect-system]

            """,
            Report("web.service", BareUnit));
    }

    [Fact]
    public void All_fixes_of_a_bare_unit_together_stand_at_the_end_of_the_service_section_and_silence_every_rule()
    {
        var tree = new InMemoryProjectFiles(("web.service", BareUnit));
        var result = UnitLinter.Lint(new Snapshot(tree), "web.service", isNamed: true, GuideRules.Options);
        var after = FixApplier.Apply(result.Files, result.Diagnostics)["web.service"];

        Assert.Equal(
            """
            [Unit]
            Description=Web

            [Service]
            ExecStart=/opt/web/bin/web start
            CapabilityBoundingSet=~CAP_SYS_ADMIN
            NoNewPrivileges=true
            PrivateDevices=true
            PrivateTmp=true
            ProtectHome=true
            ProtectSystem=full

            [Install]
            WantedBy=multi-user.target

            """,
            after);
        Assert.Empty(Report("web.service", after));
    }

    [Fact]
    public void Of_units_met_on_the_way_only_those_of_the_Erlang_virtual_machine_are_judged()
    {
        const string Other = "[Service]\nExecStart=/usr/sbin/nginx\n";
        var tree = new InMemoryProjectFiles(("a.service", Other), ("b.service", BareUnit));
        var strict = GuideRules.Options with { Profile = RuleProfile.Strict };

        Assert.Empty(UnitLinter.Lint(new Snapshot(tree), "a.service", isNamed: false, GuideRules.Options).Diagnostics);
        Assert.Equal(6, UnitLinter.Lint(new Snapshot(tree), "a.service", isNamed: true, GuideRules.Options).Diagnostics.Length);
        Assert.Equal(6, UnitLinter.Lint(new Snapshot(tree), "a.service", isNamed: false, strict).Diagnostics.Length);
        Assert.Equal(6, UnitLinter.Lint(new Snapshot(tree), "b.service", isNamed: false, GuideRules.Options).Diagnostics.Length);
    }

    [Fact]
    public void A_masked_unit_and_units_that_are_no_services_are_silent()
    {
        Assert.Empty(Report("a.service", ""));
        Assert.Empty(Report("a.timer", "[Timer]\nOnCalendar=daily\n"));
        Assert.Empty(Report("a.socket", "[Socket]\nListenStream=80\n"));
    }

    [Fact]
    public void Naming_a_drop_in_judges_its_unit()
    {
        var tree =
            new InMemoryProjectFiles(("u/web.service", BareUnit), ("u/web.service.d/a.conf", "[Service]\nPrivateTmp=yes\n"));
        var result = UnitLinter.Lint(new Snapshot(tree), "u/web.service.d/a.conf", isNamed: true, GuideRules.Options);

        Assert.Equal(["u/web.service", "u/web.service.d/a.conf"], result.Files.Select(file => file.Path));
        Assert.Equal(5, result.Diagnostics.Length);
    }

    [Fact]
    public void A_drop_in_without_its_unit_is_checked_for_syntax_only()
    {
        Assert.Equal(
            "web.service.d/a.conf:1:1: error: Syntax error: 'systemd stops here: a section header ends with a closing bracket, "
                + "and nothing, not even a comment, may follow it'. [syntax-error]\n",
            Report("web.service.d/a.conf", "[Service\nPrivateTmp=no\n"));
    }

    [Fact]
    public void A_file_that_is_not_there_gives_nothing()
    {
        var result = UnitLinter.Lint(new Snapshot(new InMemoryProjectFiles()), "a.service", isNamed: true, GuideRules.Options);

        Assert.Empty(result.Diagnostics);
        Assert.Empty(result.Files);
    }

    [Fact]
    public void Many_lines_of_every_kind_are_judged_in_linear_time()
    {
        string[] lines =
        [
            "PrivateTmp=no", "ProtectHome=nope", "CapabilityBoundingSet=CAP_SYS_ADMIN \\\n CAP_KILL",
            "ExecStart=/opt/a/bin/a start",
            "ReadWritePaths=/a/b /c", "Environment=A=/tmp/x", "User=a:b", "[Service]", "[service]", "free text",
            "WorkingDirectory=/" + new string('/', 200),
        ];
        var text = "[Service]\n" + string.Concat(lines.Select(line => string.Concat(Enumerable.Repeat(line + "\n", 5_000))));

        var found = HangGuard.Run(() =>
            UnitLinter.Lint(
                new Snapshot(new InMemoryProjectFiles(("a.service", text))), "a.service", isNamed: true,
                GuideRules.Options).Diagnostics);

        Assert.Equal(5_000, found.Count(finding => finding.Rule.Id == "syntax-unknown-section"));
        Assert.Equal(10_000, found.Count(finding => finding.Rule.Id == "syntax-error"));
        Assert.Equal(6, found.Count(finding => finding.Rule.Id.StartsWith("systemd-", StringComparison.Ordinal)));
    }

    private static string Report(string path, string content) =>
        ConciseReport.Of(
            UnitLinter.Lint(
                new Snapshot(new InMemoryProjectFiles((path, content))), path, isNamed: true, GuideRules.Options).Diagnostics);
}

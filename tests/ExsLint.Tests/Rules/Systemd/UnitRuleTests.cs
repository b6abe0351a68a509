using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Rules.Systemd;

public sealed class UnitRuleTests
{
    // The security part of installation/akkoma.service of Akkoma 3.x.
    private const string UpstreamUnit =
        """
        [Unit]
        Description=Akkoma social network
        After=network.target postgresql.service nginx.service

        [Service]
        KillMode=process
        Restart=on-failure
        User=akkoma
        WorkingDirectory=/opt/akkoma
        ExecStart=/usr/bin/mix phx.server
        Environment="MIX_ENV=prod"
        PrivateTmp=true
        ProtectHome=true
        ProtectSystem=full
        PrivateDevices=false
        NoNewPrivileges=true
        CapabilityBoundingSet=~CAP_SYS_ADMIN

        [Install]
        WantedBy=multi-user.target

        """;

    [Fact]
    public void The_unit_that_comes_with_Akkoma_has_one_finding() => Assert.Equal(
        "akkoma.service:15:16: warning: PrivateDevices is 'false', so the service sees the host's physical devices. "
            + "[systemd-private-devices]\n",
        ConciseReport.Of(Lint(("akkoma.service", UpstreamUnit))));

    [Fact]
    public void Every_value_that_systemd_takes_for_protection_is_accepted()
    {
        foreach (var yes in new[] { "1", "yes", "Y", "true", "T", "ON" })
        {
            Assert.Empty(Lint(("a.service", Service(
                $"PrivateTmp={yes}", $"ProtectHome={yes}", "ProtectSystem=full", $"PrivateDevices={yes}",
                $"NoNewPrivileges={yes}", "CapabilityBoundingSet="))));
        }

        Assert.Empty(Lint(("a.service", Service(
            "PrivateTmp=disconnected", "ProtectHome=yes", "ProtectSystem=strict", "PrivateDevices=yes", "NoNewPrivileges=yes",
            "CapabilityBoundingSet=cap_kill"))));
    }

    [Fact]
    public void Settings_of_file_systems_are_left_alone_without_default_dependencies() => Assert.Equal(
        ["systemd-capability-sys-admin", "systemd-no-new-privileges", "systemd-private-devices"],
        Lint(("a.service", "[Unit]\nDefaultDependencies=no\n" + Service())).Select(finding => finding.Rule.Id));

    [Fact]
    public void A_finding_shows_what_it_overrides_and_names_the_setting()
    {
        var finding = Lint(("a.service", Service("PrivateTmp=yes")), ("a.service.d/1.conf", "[Service]\nPrivateTmp=no\n"))
            .Single(finding => finding.Rule.Id == "systemd-private-tmp");

        Assert.Equal("a.service.d/1.conf:2:12", finding.Location.ToString());
        Assert.Equal("a.service/Service/PrivateTmp", finding.Setting.Text);
        Assert.Equal(
            "a.service:3:12 This value is overridden.",
            Assert.Single(finding.RelatedLocations) is var related ? $"{related.Location} {related.Message}" : "");
    }

    [Fact]
    public void An_ignored_line_is_reported_together_with_the_value_that_counts()
    {
        var finding = Lint(("a.service", Service("PrivateTmp=no", "PrivateTmp=yes please")))
            .Single(finding => finding.Rule.Id == "systemd-private-tmp");

        Assert.Equal("a.service:4:12", finding.Location.ToString());
        Assert.Equal("a.service:3:12", Assert.Single(finding.RelatedLocations).Location.ToString());
    }

    [Fact]
    public void An_ignored_line_behind_a_good_value_is_no_finding_of_these_rules() =>
        Assert.DoesNotContain(
            Lint(("a.service", Service("PrivateTmp=yes", "PrivateTmp=nope"))),
            finding => finding.Rule.Id == "systemd-private-tmp");

    [Fact]
    public void The_line_that_grants_the_capability_is_the_one_reported()
    {
        var finding = Lint(
            ("a.service", Service("CapabilityBoundingSet=CAP_KILL \\", "  CAP_SYS_ADMIN", "CapabilityBoundingSet=CAP_CHOWN")))
            .Single(finding => finding.Rule.Id == "systemd-capability-sys-admin");

        Assert.Equal("a.service:4:3", finding.Location.ToString());
        Assert.Equal("a.service:5:23", Assert.Single(finding.RelatedLocations).Location.ToString());
    }

    [Fact]
    public void A_long_value_or_control_characters_do_not_spill_into_a_message()
    {
        var message = Lint(("a.service", Service("PrivateTmp=\u001b[2J" + new string('x', 100_000))))
            .Single(finding => finding.Rule.Id == "systemd-private-tmp").Message;

        Assert.InRange(message.Length, 100, 300);
        Assert.DoesNotContain('\u001b', message);
    }

    [Fact]
    public void Messages_are_sentences_and_placeholders_are_quoted()
    {
        foreach (var (id, message) in RuleCatalog.All.SelectMany(
            rule => rule.Descriptor.Messages.Select(message => (rule.Descriptor.Id, message.Value))))
        {
            Assert.True(message.EndsWith('.'), id);
            Assert.Equal(message.Split("{").Length, message.Split("'{").Length);
        }
    }

    private static string Service(params string[] lines) =>
        string.Join('\n', ["[Service]", "ExecStart=/opt/web/bin/web start", .. lines]) + "\n";

    private static IReadOnlyList<Diagnostic> Lint(params (string Path, string Content)[] files) =>
        UnitLinter.Lint(
            new Snapshot(new InMemoryProjectFiles(files)), files[0].Path, isNamed: true, GuideRules.Options).Diagnostics;
}

using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Edits;
using ExsLint.Rules;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Rules.Systemd;

/// <summary>Rules about rows of systemd's table: which one reports, how loudly, and what speaks against its fix.</summary>
public sealed class RowRuleTests
{
    [Fact]
    public void What_nobody_wrote_is_a_notice_and_a_written_weak_value_a_warning()
    {
        Assert.Equal(DiagnosticLevel.Note, Find("systemd-protect-clock", "").Level);
        Assert.Equal(DiagnosticLevel.Warning, Find("systemd-protect-clock", "ProtectClock=no").Level);
        Assert.Equal(DiagnosticLevel.Warning, Find("systemd-protect-clock", "ProtectClock=yes # for now").Level);
        Assert.Equal(DiagnosticLevel.Note, Find("systemd-protect-hostname", "ProtectHostname=no").Level);
    }

    [Fact]
    public void One_absent_list_is_one_finding() => Assert.Equal(
        ["systemd-restrict-address-families-other", "systemd-restrict-namespaces-user", "systemd-system-call-filter-mount",
            "systemd-capability-sys-admin"],
        Lint("")
            .Where(
                finding =>
                    finding.Setting.Text.Split('/')[2] is "CapabilityBoundingSet" or "RestrictAddressFamilies"
                        or "RestrictNamespaces" or "SystemCallFilter")
            .Select(finding => finding.Rule.Id)
            .Order(StringComparer.Ordinal)
            .OrderBy(id => id == "systemd-capability-sys-admin"));

    [Theory]
    [InlineData("CapabilityBoundingSet=CAP_KILL CAP_BPF", "systemd-capability-bpf systemd-capability-kill")]
    [InlineData("CapabilityBoundingSet=~CAP_KILL", "systemd-capability-sys-admin")]
    [InlineData("CapabilityBoundingSet=CAP_NET_BIND_SERVICE", "")]
    [InlineData("CapabilityBoundingSet=CAP_NET_BIND_SERVICE CAP_NET_RAW", "systemd-capability-net-bind-service-broadcast-raw")]
    [InlineData("CapabilityBoundingSet=CAP_KILL\nCapabilityBoundingSet=", "")]
    [InlineData("RestrictNamespaces=net uts", "systemd-restrict-namespaces-net systemd-restrict-namespaces-uts")]
    [InlineData("RestrictNamespaces=~net", "systemd-restrict-namespaces-user")]
    [InlineData("RestrictNamespaces=yes\nRestrictNamespaces=user", "systemd-restrict-namespaces-user")]
    [InlineData("RestrictAddressFamilies=AF_INET AF_INET6", "")]
    [InlineData("RestrictAddressFamilies=none", "")]
    [InlineData(
        "RestrictAddressFamilies=AF_INET AF_PACKET AF_ALG",
        "systemd-restrict-address-families-other systemd-restrict-address-families-packet")]
    [InlineData(
        "SystemCallFilter=@system-service @clock @mount",
        "systemd-system-call-filter-clock systemd-system-call-filter-mount systemd-system-call-filter-privileged")]
    [InlineData("SystemCallFilter=~@mount", "systemd-system-call-filter-module")]
    public void A_word_is_a_finding_of_its_own_and_what_a_list_leaves_out_is_one_together(string lines, string expected) =>
        Assert.Equal(
        expected,
        string.Join(' ', Lint(lines)
            .Where(finding => finding.Setting.Text.Split('/')[2] == lines.Split('=')[0])
            .Select(finding => finding.Rule.Id)
            .Distinct()
            .Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("systemd-restrict-namespaces-user", "", FixApplicability.Safe)]
    [InlineData("systemd-restrict-namespaces-user", "Environment=CHROME=/usr/bin/chromium", FixApplicability.Unsafe)]
    [InlineData("systemd-restrict-namespaces-user", "RestrictNamespaces=no", FixApplicability.Safe)]
    [InlineData("systemd-restrict-namespaces-user", "RestrictNamespaces=user", FixApplicability.Unsafe)]
    [InlineData("systemd-protect-control-groups", "Delegate=yes", FixApplicability.Unsafe)]
    [InlineData("systemd-protect-kernel-modules", "ExecStartPre=+/sbin/modprobe tun", FixApplicability.Unsafe)]
    [InlineData("systemd-protect-kernel-modules", "ExecStartPre=/bin/sh -c 'convert a b; ffmpeg -i a'", FixApplicability.Safe)]
    [InlineData("systemd-protect-clock", "ExecStart=\nExecStart=/usr/sbin/nginx", FixApplicability.Unsafe)]
    [InlineData("systemd-private-users", "", FixApplicability.Unsafe)]
    [InlineData("systemd-private-users", "Environment=PORT=443", null)]
    [InlineData("systemd-private-users", "AmbientCapabilities=CAP_NET_BIND_SERVICE", null)]
    [InlineData("systemd-memory-deny-write-execute", "Environment=\"ERL_FLAGS=+JMsingle true\"", null)]
    [InlineData("systemd-private-network", "", FixApplicability.Suggested)]
    public void A_fix_is_judged_for_the_service(string id, string lines, FixApplicability? applicability) =>
        Assert.Equal(applicability, Find(id, lines).Fix?.Applicability);

    [Fact]
    public void A_service_on_a_low_port_keeps_the_capability_for_it()
    {
        var fix = Find(
            "systemd-capability-set-uid-gid-pcap",
            "CapabilityBoundingSet=~CAP_SYS_ADMIN\nAmbientCapabilities=CAP_NET_BIND_SERVICE").Fix;
        Assert.Equal("Set CapabilityBoundingSet to CAP_NET_BIND_SERVICE", fix?.Title);
    }

    [Theory]
    [InlineData("AmbientCapabilities=CAP_NET_BIND_SERVICE", "systemd-ambient-capabilities")]
    [InlineData("UMask=0027", "systemd-umask")]
    [InlineData("ProtectProc=noaccess", "systemd-protect-proc")]
    [InlineData("IPAddressDeny=any\nIPAddressAllow=10.0.0.0/8", "systemd-ip-address-deny")]
    [InlineData("PrivateDevices=yes\nProtectClock=yes", "systemd-device-allow")]
    [InlineData("DynamicUser=yes\nRemoveIPC=no", "systemd-remove-ipc")]
    public void What_a_service_needs_or_other_settings_imply_is_no_finding(string lines, string id) =>
        Assert.DoesNotContain(Lint(lines), finding => finding.Rule.Id == id);

    [Fact]
    public void Mounts_are_private_by_default_since_254()
    {
        Assert.DoesNotContain(Lint(""), finding => finding.Rule.Id == "systemd-private-mounts");
        Assert.Contains(Lint("", systemdVersion: 252), finding => finding.Rule.Id == "systemd-private-mounts");
    }

    [Theory]
    [InlineData("PrivateTmp=yes\nPrivateTmp=\"yes\"", 1)]
    [InlineData("PrivateTmp=\"yes\"", 0)]
    [InlineData("PrivateUsers=\"yes\"", 1)]
    [InlineData("CapabilityBoundingSet=CAP_KILL, CAP_CHOWN", 1)]
    [InlineData("CapabilityBoundingSet=CAP_KILL # why not", 1)]
    [InlineData("CapabilityBoundingSet=~CAP_KILL 40", 0)]
    [InlineData("SystemCallFilter='@mount @swap'", 1)]
    [InlineData("SystemCallFilter=~@mount:EPERM read", 0)]
    [InlineData("SystemCallFilter=@filesystem", 1)]
    [InlineData("RestrictAddressFamilies=AF_UNIX af_inet", 0)]
    [InlineData("RestrictAddressFamilies=UNIX", 1)]
    [InlineData("privatetmp=yes", 1)]
    [InlineData("[Unit]\nPrivateTmp=yes", 1)]
    [InlineData("[X-Notes]\nPrivateTmp=yes", 0)]
    public void What_systemd_skips_is_found(string lines, int count) => Assert.Equal(
        count, Lint(lines, profile: RuleProfile.Recommended).Count(finding => finding.Rule.Id == "systemd-silent-typo"));

    private static Diagnostic Find(string id, string lines) => Lint(lines).Single(finding => finding.Rule.Id == id);

    private static IReadOnlyList<Diagnostic> Lint(
        string lines, RuleProfile profile = RuleProfile.Strict, int systemdVersion = 262)
    {
        var files =
            new InMemoryProjectFiles(("web.service", $"[Service]\nUser=web\nExecStart=/opt/web/bin/web start\n{lines}\n"));
        return UnitLinter.Lint(
            new Snapshot(files), "web.service", isNamed: true,
            new LintOptions { Profile = profile, SystemdVersion = systemdVersion }).Diagnostics;
    }
}

using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Edits;
using ExsLint.Rules;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Rules.Systemd;

/// <summary>
/// What a service needs and another of its settings takes away. Exit codes are those of units that systemd 257 and 262 ran.
/// </summary>
public sealed class ContradictionRuleTests
{
    [Theory]
    [InlineData("ProtectHome=true\nWorkingDirectory=/home/shop/app", "200")]
    [InlineData("ProtectHome=true\nWorkingDirectory=%h/app", "200")]
    [InlineData("ProtectHome=tmpfs\nWorkingDirectory=/run/user/1000/app", "200")]
    [InlineData("ProtectHome=true\nExecStartPre=/root/bin/prepare", "203")]
    [InlineData("ProtectHome=true\nExecStartPre=!/root/bin/prepare", "203")]
    [InlineData("ProtectHome=true\nExecStop=!!/home/shop/stop", "203")]
    [InlineData("ProtectHome=true\nReadWritePaths=/home/shop", "no effect")]
    [InlineData("ProtectHome=true\nBindPaths=/srv/a:/home/shop/a", "no effect")]
    [InlineData("ProtectHome=true\nBindPaths=/home/shop\nWorkingDirectory=/home/shop", "200")]
    [InlineData("ProtectHome=tmpfs\nReadWritePaths=/home/shop", "226")]
    [InlineData("PrivateTmp=true\nWorkingDirectory=/tmp/app", "200")]
    [InlineData("PrivateTmp=disconnected\nWorkingDirectory=/var/tmp/app", "200")]
    [InlineData("PrivateTmp=true\nExecStartPre=/tmp/prepare", "203")]
    [InlineData("PrivateTmp=true\nReadOnlyPaths=/tmp/app", "226")]
    [InlineData("DynamicUser=yes\nWorkingDirectory=/tmp/app", "200")]
    [InlineData("InaccessiblePaths=/srv\nWorkingDirectory=/srv/app", "200")]
    [InlineData("TemporaryFileSystem=/srv\nWorkingDirectory=/srv/app", "200")]
    [InlineData("ProtectSystem=full\nEnvironment=TMPDIR=/etc/shop/tmp", "read-only")]
    [InlineData("ProtectSystem=strict\nEnvironment=TMPDIR=/tmp", "read-only")]
    [InlineData("ProtectSystem=strict\nType=forking\nPIDFile=shop.pid", "read-only")]
    [InlineData("PrivateDevices=yes\nDeviceAllow=/dev/ttyUSB0", "/dev/ttyUSB0")]
    [InlineData("AmbientCapabilities=CAP_KILL\nCapabilityBoundingSet=CAP_CHOWN", "CAP_KILL")]
    [InlineData("AmbientCapabilities=CAP_NET_BIND_SERVICE\nPrivateUsers=yes", "low port")]
    public void It_is_found(string lines, string words)
    {
        var finding = Assert.Single(Find(lines));
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ProtectHome=read-only\nWorkingDirectory=/home/shop/app")]
    [InlineData("ProtectHome=true\nWorkingDirectory=/home")]
    [InlineData("ProtectHome=true\nWorkingDirectory=/homes/shop")]
    [InlineData("ProtectHome=true\nWorkingDirectory=-/home/shop/app")]
    [InlineData("ProtectHome=true\nWorkingDirectory=/home/shop/app\nWorkingDirectory=/opt/shop")]
    [InlineData("ProtectHome=true\nProtectHome=no\nWorkingDirectory=/home/shop/app")]
    [InlineData("ProtectHome=true\nWorkingDirectory=~")]
    [InlineData("ProtectHome=true\nExecStartPre=-/root/bin/prepare")]
    [InlineData("ProtectHome=true\nExecStartPre=+/root/bin/prepare")]
    [InlineData("ProtectHome=true\nExecStartPre=@+/root/bin/prepare x")]
    [InlineData("ProtectHome=true\nExecStartPre=/root/bin/prepare\nExecStartPre=")]
    [InlineData("ProtectHome=true\nReadWritePaths=-/home/shop")]
    [InlineData("ProtectHome=true\nReadOnlyPaths=/home/shop")]
    [InlineData("ProtectHome=true\nEnvironmentFile=/home/shop/env\nStandardOutput=append:/home/shop/log\nLoadCredential=a:/home/shop/key")]
    [InlineData("ProtectHome=true\nBindPaths=/home/shop:/srv/shop")]
    [InlineData("ProtectHome=true\nRootDirectory=/srv/root\nWorkingDirectory=/home/shop/app")]
    [InlineData("ProtectHome=tmpfs\nBindPaths=/home/shop/app\nWorkingDirectory=/home/shop/app")]
    [InlineData("ProtectHome=tmpfs\nBindPaths=/home\nWorkingDirectory=/home/shop/app")]
    [InlineData("ProtectHome=tmpfs\nBindReadOnlyPaths=/home/shop/app/data\nWorkingDirectory=/home/shop/app")]
    [InlineData("PrivateTmp=true\nWorkingDirectory=/tmp")]
    [InlineData("PrivateTmp=true\nReadWritePaths=-/tmp/app")]
    [InlineData("PrivateTmp=true\nBindPaths=/tmp/app\nWorkingDirectory=/tmp/app")]
    [InlineData("PrivateTmp=true\nExecStartPre=/bin/cp /opt/a /tmp/a\nExecStartPost=/tmp/a")]
    [InlineData("PrivateTmp=true\nWorkingDirectory=/tmp/app\n[Unit]\nJoinsNamespaceOf=other.service")]
    [InlineData("ProtectSystem=strict\nWorkingDirectory=/opt/shop\nStandardOutput=append:/opt/shop/log")]
    [InlineData("ProtectSystem=full\nEnvironment=TMPDIR=/opt/shop/tmp")]
    [InlineData("ProtectSystem=strict\nEnvironment=TMPDIR=/home/shop/tmp")]
    [InlineData("ProtectSystem=strict\nEnvironment=TMPDIR=/tmp\nPrivateTmp=yes")]
    [InlineData("ProtectSystem=strict\nEnvironment=TMPDIR=/opt/shop/tmp\nReadWritePaths=-/opt/shop")]
    [InlineData("ProtectSystem=strict\nEnvironment=TMPDIR=/var/lib/shop/tmp\nStateDirectory=shop::ro other")]
    [InlineData("ProtectSystem=strict\nEnvironment=TMPDIR=%S/shop\nStateDirectory=%p shop")]
    [InlineData("ProtectSystem=strict\nEnvironment=TMPDIR=/opt/a\nEnvironmentFile=/etc/default/shop")]
    [InlineData("ProtectSystem=strict\nPIDFile=shop.pid")]
    [InlineData("PrivateDevices=yes\nDeviceAllow=/dev/null")]
    [InlineData("PrivateDevices=yes\nDeviceAllow=char-rtc r")]
    [InlineData("PrivateDevices=yes\nDeviceAllow=/dev/kvm\nBindPaths=/dev/kvm")]
    [InlineData("AmbientCapabilities=CAP_KILL\nCapabilityBoundingSet=CAP_KILL")]
    [InlineData("AmbientCapabilities=CAP_NET_BIND_SERVICE\nPrivateUsers=yes\nPrivateNetwork=yes")]
    [InlineData("CapabilityBoundingSet=~CAP_SYS_ADMIN")]
    public void What_works_is_not(string lines) => Assert.Empty(Find(lines));

    [Fact]
    public void One_setting_that_hides_much_is_one_finding()
    {
        var finding = Assert.Single(
            Find(
                "ProtectHome=true\nReadWritePaths=/home/shop\nWorkingDirectory=/home/shop/app\nExecStartPre=/home/shop/prepare"));

        Assert.Equal(
            "'ProtectHome=true' hides '/home/shop/app', which 'WorkingDirectory' names, so the service exits with 200/CHDIR.",
            finding.Message);
        Assert.Equal([6, 7, 5], finding.RelatedLocations.Select(related => related.Location.Start.Line + 1));
    }

    // Left: what a unit says; right: the rule whose fix would contradict that.
    [Theory]
    [InlineData("WorkingDirectory=/home/shop/app", "systemd-protect-home")]
    [InlineData("ExecStartPre=/tmp/prepare", "systemd-private-tmp")]
    [InlineData("Environment=TMPDIR=/etc/shop/tmp", "systemd-protect-system")]
    [InlineData("DeviceAllow=/dev/ttyUSB0", "systemd-private-devices")]
    [InlineData("AmbientCapabilities=CAP_SYS_ADMIN", "systemd-capability-sys-admin")]
    [InlineData("AmbientCapabilities=CAP_NET_BIND_SERVICE", "systemd-private-users")]
    public void No_fix_makes_one(string lines, string id) =>
        Assert.Null(Lint(lines).Single(finding => finding.Rule.Id == id).Fix?.Resolve());

    [Fact]
    public void A_fix_that_may_be_bound_around_stays()
    {
        var finding =
            Lint("DeviceAllow=/dev/kvm\nBindPaths=/dev/kvm").Single(finding => finding.Rule.Id == "systemd-private-devices");
        Assert.Equal(FixApplicability.Unsafe, finding.Fix?.Applicability);
    }

    private static IEnumerable<Diagnostic> Find(string lines) =>
        Lint(lines).Where(finding => finding.Rule.Id == "systemd-contradiction");

    private static IReadOnlyList<Diagnostic> Lint(string lines)
    {
        var files =
            new InMemoryProjectFiles(("shop.service", $"[Service]\nUser=shop\nExecStart=/opt/shop/bin/shop start\n{lines}\n"));
        return UnitLinter.Lint(
            new Snapshot(files), "shop.service", isNamed: true, new LintOptions { Profile = RuleProfile.Strict }).Diagnostics;
    }
}

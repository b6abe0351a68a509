using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Edits;
using ExsLint.Rules;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Rules.Systemd;

/// <summary>Units of a user's own manager are judged for that manager. What it can do was seen with 252, 257 and 262.</summary>
public sealed class UserManagerTests
{
    private const string Place = "home/ana/.config/systemd/user/";

    [Theory]
    [InlineData("home/ana/.config/systemd/user/shop.service", "", true)]
    [InlineData("home/ana/.local/share/systemd/user/shop.service", "", true)]
    [InlineData("etc/systemd/user/shop.service", "", true)]
    [InlineData("usr/lib/systemd/user/shop.service", "", true)]
    [InlineData("systemd/user/shop.service", "User=shop", true)]
    [InlineData("etc/systemd/system/shop.service", "", false)]
    [InlineData("shop.service", "", false)]
    [InlineData("shop.service", "[Install]\nWantedBy=default.target", true)]
    [InlineData("shop.service", "User=%u\n[Install]\nWantedBy=default.target", true)]
    [InlineData("shop.service", "User=shop\n[Install]\nWantedBy=default.target", false)]
    [InlineData("shop.service", "DynamicUser=yes\n[Install]\nWantedBy=default.target", false)]
    [InlineData("shop.service", "[Install]\nWantedBy=multi-user.target", false)]
    public void A_unit_tells_by_its_place_or_its_target_whose_manager_runs_it(string path, string lines, bool isOfUserManager) =>
        Assert.Equal(isOfUserManager, Bind(new InMemoryProjectFiles((path, Text(lines))), path).IsOfUserManager);

    [Fact]
    public void The_place_of_the_whole_tree_tells_as_well()
    {
        var files = new InMemoryProjectFiles(("shop.service", Text(""))) { Place = "/home/ana/.config/systemd/user" };

        Assert.Equal(UnitScope.User, Bind(files, "shop.service").Scope);
    }

    // Filters take nothing but NoNewPrivileges=, which they bring; the file system and capabilities take privileges.
    [Theory]
    [InlineData(
        "", "LockPersonality NoNewPrivileges RestrictNamespaces RestrictRealtime RestrictSUIDSGID SystemCallArchitectures",
        "NoNewPrivileges")]
    [InlineData(
        "NoNewPrivileges=yes", "LockPersonality RestrictNamespaces RestrictRealtime RestrictSUIDSGID SystemCallArchitectures",
        "LockPersonality RestrictNamespaces RestrictRealtime RestrictSUIDSGID SystemCallArchitectures")]
    [InlineData("PrivateTmp=no\nProtectHome=no\nProtectSystem=no\nPrivateDevices=no\nNoNewPrivileges=yes\nLockPersonality=yes\nRestrictNamespaces=yes\nRestrictRealtime=yes\nRestrictSUIDSGID=yes\nSystemCallArchitectures=native", "", "")]
    [InlineData(
        "PrivateUsers=yes",
        "CapabilityBoundingSet LockPersonality NoNewPrivileges PrivateDevices PrivateTmp ProtectClock ProtectControlGroups "
            + "ProtectHome ProtectHostname ProtectKernelLogs ProtectKernelModules ProtectKernelTunables ProtectSystem "
            + "RestrictNamespaces RestrictRealtime RestrictSUIDSGID SystemCallArchitectures", "NoNewPrivileges")]
    public void Only_what_its_manager_can_do_is_asked_for(string lines, string found, string safe)
    {
        var findings = Lint(lines)
            .Where(finding => finding.Fix?.Resolve() is not null && finding.Rule.Id != "systemd-distribution").ToList();

        Assert.Equal(found, Keys(findings));
        Assert.Equal(safe, Keys(findings.Where(finding => finding.Fix!.Applicability == FixApplicability.Safe)));
    }

    [Theory]
    [InlineData("CapabilityBoundingSet=~CAP_SYS_ADMIN", 262, 1)]
    [InlineData("CapabilityBoundingSet=~CAP_SYS_ADMIN\nPrivateUsers=yes", 262, 0)]
    [InlineData("CapabilityBoundingSet=~", 262, 0)]
    [InlineData("AmbientCapabilities=CAP_NET_BIND_SERVICE", 262, 1)]
    [InlineData("SupplementaryGroups=audio", 262, 1)]
    [InlineData("PrivateDevices=yes", 262, 0)]
    [InlineData("PrivateDevices=yes\nProtectClock=yes", 252, 2)]
    [InlineData("PrivateTmp=yes", 252, 0)]
    public void What_its_manager_fails_at_is_found(string lines, int version, int count) => Assert.Equal(
        count, Lint(lines, version).Count(finding => finding.Rule.Id == "systemd-contradiction"));

    private static string Text(string lines) => $"[Service]\nExecStart=/opt/shop/bin/shop start\n{lines}\n";

    private static string Keys(IEnumerable<Diagnostic> findings) =>
        string.Join(' ', findings.Select(finding => finding.Setting.Text.Split('/')[2]).Distinct().Order(StringComparer.Ordinal));

    private static IReadOnlyList<Diagnostic> Lint(string lines, int version = 262) => UnitLinter.Lint(
        new Snapshot(new InMemoryProjectFiles((Place + "shop.service", Text(lines)))),
        Place + "shop.service",
        isNamed: true,
        new LintOptions { SystemdVersion = version }).Diagnostics;

    private static EffectiveUnit Bind(InMemoryProjectFiles files, string path) =>
        UnitBinder.Bind(UnitLoader.Load(files, path)!, []);
}

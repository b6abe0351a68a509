using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Edits;
using ExsLint.Semantics.Systemd;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Rules.Systemd;

/// <summary>What keeps a fix from being applied unasked.</summary>
public sealed class FixTrustTests
{
    private const string Release = "ExecStart=/opt/shop/bin/shop start\nUser=shop\n";
    private const string Sudo = "ExecStartPre=/usr/bin/sudo /bin/x\n";

    // systemd.exec(5) of 252, NoNewPrivileges=; NEWS of 255.
    [Theory]
    [InlineData("systemd-private-devices")]
    [InlineData("systemd-protect-clock")]
    [InlineData("systemd-protect-hostname")]
    [InlineData("systemd-protect-kernel-logs")]
    [InlineData("systemd-protect-kernel-modules")]
    [InlineData("systemd-protect-kernel-tunables")]
    [InlineData("systemd-lock-personality")]
    [InlineData("systemd-restrict-namespaces-user")]
    [InlineData("systemd-restrict-realtime")]
    [InlineData("systemd-restrict-suid-sgid")]
    [InlineData("systemd-system-call-architectures")]
    public void What_implies_NoNewPrivileges_is_not_safe_where_privileges_are_gained(string rule)
    {
        Assert.Equal(FixApplicability.Safe, TrustIn(rule, Release));
        Assert.Equal(FixApplicability.Unsafe, TrustIn(rule, Release + Sudo));
        Assert.Equal(FixApplicability.Unsafe, TrustIn(rule, Release + Sudo, version: 252));
        Assert.Equal(FixApplicability.Unsafe, TrustIn(rule, Release + Sudo, version: 254));
        Assert.Equal(FixApplicability.Safe, TrustIn(rule, Release + Sudo, version: 255));
        Assert.Equal(FixApplicability.Safe, TrustIn(rule, Release + Sudo + "NoNewPrivileges=true\n"));
        Assert.Equal(FixApplicability.Unsafe, TrustIn(rule, Release + "# sendmail is set-user-ID\nNoNewPrivileges=false\n"));
    }

    // systemd.exec(5) of 257: what each takes out of the bounding set. The socket of a PostgreSQL from source is in /tmp.
    [Theory]
    [InlineData("systemd-protect-clock", "AmbientCapabilities=CAP_SYS_TIME\n")]
    [InlineData("systemd-protect-kernel-logs", "AmbientCapabilities=CAP_SYSLOG\n")]
    [InlineData("systemd-protect-kernel-modules", "AmbientCapabilities=CAP_SYS_MODULE\n")]
    [InlineData("systemd-private-devices", "AmbientCapabilities=CAP_SYS_RAWIO\n")]
    [InlineData("systemd-private-tmp", "Environment=PGHOST=/tmp\n")]
    [InlineData("systemd-private-tmp", "Environment=DATABASE_SOCKET_DIR=/tmp/\n")]
    [InlineData("systemd-private-tmp", "Environment=DATABASE_URL=ecto:///shop?socket_dir=/tmp\n")]
    public void What_the_unit_asks_for_itself_is_not_taken_away(string rule, string line)
    {
        Assert.Equal(FixApplicability.Safe, TrustIn(rule, Release));
        Assert.Null(FixIn(rule, Release + line));
    }

    [Theory]
    [InlineData("ExecStartPre=/usr/bin/authbind /bin/x\n")]
    [InlineData("ExecStartPre=/usr/bin/sg docker -c \"docker ps\"\n")]
    [InlineData("ExecStartPre=/usr/bin/podman run x\n")]
    public void Programs_that_gain_privileges_are_known(string line) =>
        Assert.Equal(FixApplicability.Unsafe, TrustIn("systemd-no-new-privileges", Release + line));

    [Theory]
    [InlineData("systemd-private-tmp")]
    [InlineData("systemd-protect-system")]
    [InlineData("systemd-protect-control-groups")]
    [InlineData("systemd-protect-proc")]
    [InlineData("systemd-remove-ipc")]
    public void What_does_not_imply_it_is_safe_all_the_same(string rule) =>
        Assert.Equal(FixApplicability.Safe, TrustIn(rule, Release + Sudo));

    [Theory]
    [InlineData("PrivateTmp", "systemd-private-tmp", "no")]
    [InlineData("PrivateDevices", "systemd-private-devices", "no")]
    [InlineData("ProtectHome", "systemd-protect-home", "false")]
    [InlineData("ProtectSystem", "systemd-protect-system", "off")]
    [InlineData("NoNewPrivileges", "systemd-no-new-privileges", "0")]
    [InlineData("CapabilityBoundingSet", "systemd-capability-sys-admin", "CAP_SYS_ADMIN CAP_KILL")]
    [InlineData("ProtectClock", "systemd-protect-clock", "no")]
    [InlineData("RestrictNamespaces", "systemd-restrict-namespaces-user", "no")]
    [InlineData("ProtectProc", "systemd-protect-proc", "default")]
    [InlineData("LockPersonality", "systemd-lock-personality", "no")]
    public void What_somebody_wrote_on_purpose_is_not_changed_unasked(string key, string rule, string value)
    {
        Assert.Equal(FixApplicability.Safe, TrustIn(rule, Release + $"{key}={value}\n"));
        Assert.Equal(FixApplicability.Unsafe, TrustIn(rule, Release + $"# the printer needs it\n{key}={value}\n"));
        Assert.Equal(FixApplicability.Unsafe, TrustIn(rule, Release, dropIn: $"{key}={value}\n"));
    }

    [Theory]
    [InlineData("; why\r\nPrivateTmp=no\r\n", FixApplicability.Unsafe)]
    [InlineData("# why\n\nPrivateTmp=no\n", FixApplicability.Safe)]
    [InlineData("# why\nNice=5\nPrivateTmp=no\n", FixApplicability.Safe)]
    [InlineData("# PrivateTmp is off for the socket\nNice=5\nPrivateTmp=no\n", FixApplicability.Unsafe)]
    [InlineData("PrivateTmp=no\nNice=5\n# PrivateTmp: see the wiki\n", FixApplicability.Unsafe)]
    [InlineData("#PrivateTmp=yes\nPrivateTmp=no\n", FixApplicability.Safe)]
    [InlineData("# PrivateTmp=yes\nPrivateTmp=no\n", FixApplicability.Safe)]
    [InlineData("# PrivateTmp=yes breaks the socket\nPrivateTmp=no\n", FixApplicability.Unsafe)]
    [InlineData("#ExecStart=/opt/b c\nPrivateTmp=no\n", FixApplicability.Safe)]
    [InlineData("# -----\nPrivateTmp=no\n", FixApplicability.Safe)]
    [InlineData("PrivateTmp=no # for the socket\n", FixApplicability.Unsafe)]
    [InlineData("PrivateTmp=yes # against planted files\n", FixApplicability.Safe)]
    [InlineData("# against planted files\nPrivateTmp=\"yes\"\n", FixApplicability.Safe)]
    public void A_comment_beside_it_says_why(string lines, FixApplicability expected) =>
        Assert.Equal(expected, TrustIn("systemd-private-tmp", Release + lines));

    [Fact]
    public void A_drop_in_that_means_well_is_mended()
    {
        Assert.Equal(FixApplicability.Safe, TrustIn("systemd-private-tmp", Release, dropIn: "PrivateTmp=\"yes\"\n"));
        Assert.Equal(
            FixApplicability.Safe, TrustIn("systemd-capability-sys-admin", Release, dropIn: "CapabilityBoundingSet=~CAP_KILL\n"));
    }

    // Chromium's sandbox takes namespaces, or a set-user-ID helper with CAP_SYS_ADMIN.
    [Theory]
    [InlineData("", "mix.exs", "defmodule M do\n  def deps, do: [{:chromic_pdf, \"~> 1.17\"}]\nend\n", true)]
    [InlineData("", "mix.lock", "%{\"pdf_generator\": {:hex, :pdf_generator, \"0.6.2\"}}\n", true)]
    [InlineData("", "config/config.exs", "import Config\nconfig :shop, ChromicPDF, []\n", true)]
    [InlineData("", "config/runtime.exs", "import Config\nconfig :shop, chrome: \"/usr/bin/chromium\"\n", true)]
    [InlineData("", "apps/web/mix.exs", "[{:chromic_pdf, \"~> 1.17\"}]\n", true)]
    [InlineData("Environment=CHROME=/usr/bin/google-chrome\n", "mix.exs", "[]\n", true)]
    [InlineData("", "mix.exs", "# {:chromic_pdf, \"~> 1.17\"}\n[]\n", false)]
    [InlineData("", "mix.exs", "[{:pdf_generator_api, \"~> 1.0\"}]\n", false)]
    [InlineData("", "lib/a.exs", "[:chromic_pdf]\n", false)]
    public void What_Chromium_needs_is_not_taken_unasked(string lines, string path, string text, bool isUsed)
    {
        var expected = isUsed ? FixApplicability.Unsafe : FixApplicability.Safe;
        foreach (var rule in new[] { "systemd-restrict-namespaces-user", "systemd-no-new-privileges",
            "systemd-capability-sys-admin" })
        {
            Assert.Equal(
                expected,
                TrustIn(
                    rule, Release + lines, "", null, (path, text), ("apps/other/mix.exs", "[]\n"),
                    ("mix.exs", path == "mix.exs" ? text : "[]\n")));
        }

        // Up to systemd 254 it implies NoNewPrivileges=.
        var implying = path.Contains('/', StringComparison.Ordinal) && !path.StartsWith("config/", StringComparison.Ordinal)
            ? FixApplicability.Safe : expected;
        Assert.Equal(implying, TrustIn("systemd-protect-clock", Release + lines, "", null, (path, text)));
        Assert.Equal(FixApplicability.Safe, TrustIn("systemd-protect-proc", Release + lines, "", null, (path, text)));
    }

    [Theory]
    [InlineData("systemd-protect-clock")]
    [InlineData("systemd-no-new-privileges")]
    [InlineData("systemd-restrict-namespaces-user")]
    public void Of_servers_that_others_made_too_little_is_known(string rule) =>
        Assert.Equal(FixApplicability.Unsafe, TrustIn(rule, "ExecStart=/usr/sbin/ejabberdctl foreground\nUser=ejabberd\n"));

    private static FixApplicability TrustIn(
        string rule, string lines, string dropIn = "", int? version = null, params (string Path, string Text)[] files) =>
        FixIn(rule, lines, dropIn, version, files)!.Applicability;

    private static CodeFix? FixIn(
        string rule, string lines, string dropIn = "", int? version = null, params (string Path, string Text)[] files)
    {
        (string, string)[] all = [.. files, ("deploy/a.service", $"[Service]\n{lines}")];
        all = dropIn.Length == 0 ? all : [.. all, ("deploy/a.service.d/local.conf", $"[Service]\n{dropIn}")];
        var options = new LintOptions
        {
            Select = [rule],
            SystemdVersion = version ?? UnitBinder.NewestVersion,
            IsSystemdVersionKnown = version is not null
        };
        var found =
            UnitLinter.Lint(new Snapshot(new InMemoryProjectFiles(all)), "deploy/a.service", isNamed: true, options).Diagnostics;
        return Assert.Single(found).Fix?.Resolve();
    }
}

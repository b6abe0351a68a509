using ExsLint.Frameworks.Catalog;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Tests.Semantics.Systemd;

public sealed class UnitBinderTests
{
    [Fact]
    public void Drop_ins_apply_in_the_order_of_their_names_and_the_first_folder_with_a_name_counts()
    {
        var unit = Bind(
            "u/a-b@x.service",
            ("u/a-b@x.service", "[Service]\nPrivateTmp=0\n"),
            ("u/service.d/90.conf", "[Service]\nPrivateTmp=service\n"),
            ("u/service.d/10.conf", "[Service]\nPrivateTmp=masked\n"),
            ("u/a-.service.d/50.conf", "[Service]\nPrivateTmp=prefix\n"),
            ("u/a-b@.service.d/10.conf", "[Service]\nPrivateTmp=template\n"),
            ("u/a-b@.service.d/.20.conf", "[Service]\nPrivateTmp=hidden\n"),
            ("u/a-b@.service.d/20.txt", "[Service]\nPrivateTmp=text\n"),
            ("u/a-b@x.service.d/50.conf", ""),
            ("a-b@x.service.d/60.conf", "[Service]\nPrivateTmp=elsewhere\n"));

        Assert.Equal(
            ["0", "template", "service"], unit.GetAssignments("Service", "PrivateTmp").Select(assignment => assignment.Value));
    }

    [Fact]
    public void An_effective_value_knows_where_it_comes_from_what_it_overrides_and_what_is_ignored()
    {
        var setting = Bind(
            "a.service",
            ("a.service", "[Service]\nProtectHome=yes\nProtectHome=nope\nProtectHome=tmpfs\nProtectHome=\n")).Exec.ProtectHome;

        Assert.Equal(ProtectHomeMode.Tmpfs, setting.Value);
        Assert.Equal("a.service:4:13", setting.Origin!.Location.ToString());
        Assert.Equal(["yes"], setting.Overridden.Select(assignment => assignment.Value));
        Assert.Equal(["nope", ""], setting.Ignored.Select(assignment => assignment.Value));
        Assert.Equal("a.service:5:1", setting.IgnoredLast!.Location.ToString());
    }

    [Fact]
    public void DynamicUser_forces_settings_even_over_an_explicit_no()
    {
        var exec = Bind(
            "a.service",
            ("a.service",
                "[Service]\nPrivateTmp=no\nProtectSystem=no\nProtectHome=no\nNoNewPrivileges=no\nDynamicUser=1\n")).Exec;

        Assert.Equal(
            (PrivateTmpMode.Connected, ProtectSystemMode.Strict, ProtectHomeMode.ReadOnly, true, false),
            (exec.PrivateTmp.Value, exec.ProtectSystem.Value, exec.ProtectHome.Value, exec.NoNewPrivileges.Value,
                exec.PrivateDevices.Value));
        Assert.Equal("DynamicUser", exec.ProtectHome.ImpliedBy!.Key);
        Assert.Null(exec.ProtectHome.Origin);
    }

    [Theory]
    [InlineData(252, PrivateTmpMode.Off)]
    [InlineData(257, PrivateTmpMode.Disconnected)]
    public void Newer_words_count_from_the_version_that_brought_them(int version, PrivateTmpMode expected)
    {
        var files =
            UnitLoader.Load(new InMemoryProjectFiles(("a.service", "[Service]\nPrivateTmp=disconnected\n")), "a.service")!;

        Assert.Equal(expected, UnitBinder.Bind(files, [], version).Exec.PrivateTmp.Value);
    }

    [Fact]
    public void A_fatal_line_in_a_drop_in_stops_that_drop_in_only()
    {
        var unit = Bind(
            "a.service",
            ("a.service", "[Service]\nExecStart=/bin/true\n"),
            ("a.service.d/1.conf", "[Service]\nPrivateTmp=yes\n[Service\nProtectHome=yes\n"),
            ("a.service.d/2.conf", "[Service]\nPrivateDevices=yes\nUser=a:b\nNoNewPrivileges=yes\n"),
            ("a.service.d/3.conf", "[Service]\nProtectSystem=full\n"));
        var exec = unit.Exec;

        Assert.Null(unit.Refusal);
        Assert.Equal(
            (PrivateTmpMode.Connected, ProtectHomeMode.Off, true, false, ProtectSystemMode.Full),
            (exec.PrivateTmp.Value, exec.ProtectHome.Value, exec.PrivateDevices.Value, exec.NoNewPrivileges.Value,
                exec.ProtectSystem.Value));
        Assert.Equal("a.service.d/2.conf:3:6", Assert.Single(unit.FatalAssignments).Location!.ToString());
    }

    // Each case was tried with systemd 252.
    [Theory]
    [InlineData("ExecStart=/bin/true", null)]
    [InlineData("User=x", "The service has no ExecStart=, ExecStop= or SuccessAction=, so systemd refuses it.")]
    [InlineData("ExecStop=/bin/true", "The service has no ExecStart= and no RemainAfterExit=yes, so systemd refuses it.")]
    [InlineData("ExecStop=/bin/true\nRemainAfterExit=yes", null)]
    [InlineData("[Unit]\nSuccessAction=reboot", null)]
    [InlineData(
        "ExecStart=/bin/true\nExecStart=/bin/false",
        "The service has more than one ExecStart= and is not Type=oneshot, so systemd refuses it.")]
    [InlineData("ExecStart=/bin/true\nExecStart=\nExecStart=/bin/false", null)]
    [InlineData("ExecStart=/bin/true ; /bin/false\nType=oneshot", null)]
    [InlineData(
        "ExecStart=/bin/true\nType=oneshot\nRestart=always",
        "The service is Type=oneshot and has Restart=always, so systemd refuses it.")]
    [InlineData("ExecStart=/bin/true\nType=dbus", "The service is Type=dbus and has no BusName=, so systemd refuses it.")]
    [InlineData(
        "ExecStart=/bin/true\nPAMName=a\nKillMode=process",
        "The service has PAMName= and a KillMode= other than control-group or mixed, so systemd refuses it.")]
    [InlineData("ExecStart=bin/true", "systemd stops at ExecStart=bin/true: a path of a program is absolute.")]
    [InlineData("ExecStart=/bin/true \"a", "systemd stops at ExecStart=/bin/true \"a: a quote is not closed.")]
    [InlineData("ExecStart=/bin/true %x", "systemd stops at ExecStart=/bin/true %x: it does not know the specifier %x.")]
    [InlineData("ExecStart=/bin/true %- %%x %", null)]
    [InlineData("ExecStart=true", null)]
    [InlineData("ExecStart=/bin/true\nUser=a:b", "systemd stops at User=a:b: this is no name or number of a user or a group.")]
    [InlineData("ExecStart=/bin/true\nUser=00", "systemd stops at User=00: this is no name or number of a user or a group.")]
    [InlineData("ExecStart=/bin/true\nUser=-foo\nGroup=65534", null)]
    [InlineData("ExecStart=/bin/true\nWorkingDirectory=-foo", null)]
    [InlineData(
        "ExecStart=/bin/true\nWorkingDirectory=/a/../b", "systemd stops at WorkingDirectory=/a/../b: the path goes upwards.")]
    [InlineData(
        "ExecStart=/bin/true\nDynamicUser=",
        "systemd stops at DynamicUser=: it takes a boolean, and for this key a bad one is fatal.")]
    public void A_unit_that_systemd_refuses_is_known_with_the_reason(string lines, string? expected) =>
        Assert.Equal(expected, Bind("a.service", ("a.service", $"[Service]\n{lines}\n")).Refusal?.Message);

    // Lines of CapabilityBoundingSet=, and whether CAP_CHOWN, CAP_KILL and CAP_SYS_ADMIN are left; tried with that systemd.
    [Theory]
    [InlineData(252, "~", "yes yes yes")]
    [InlineData(252, "", "no no no")]
    [InlineData(252, "CAP_KILL", "no yes no")]
    [InlineData(252, "~CAP_KILL", "yes no yes")]
    [InlineData(252, "CAP_KILL|CAP_CHOWN", "yes yes no")]
    [InlineData(252, "CAP_KILL|~CAP_KILL", "no no no")]
    [InlineData(252, "~CAP_CHOWN|CAP_CHOWN|CAP_KILL", "no yes no")]
    [InlineData(252, "CAP_KILL||CAP_CHOWN", "yes no no")]
    [InlineData(252, "CAP_TYPO", "no no no")]
    [InlineData(252, "~CAP_TYPO", "yes yes yes")]
    [InlineData(252, "cap_kill 0x15 \"CAP_CHOWN\"", "yes yes yes")]
    [InlineData(252, "CAP_CHOWN \"CAP_KILL", "yes no no")]
    [InlineData(252, "CAP_CHOWN,CAP_KILL", "no no no")]
    [InlineData(252, "64", "no no no")]
    [InlineData(262, "~CAP_CHOWN|CAP_CHOWN|CAP_KILL", "yes yes yes")]
    [InlineData(262, "~|CAP_KILL", "yes yes yes")]
    [InlineData(257, "~|CAP_KILL", "no yes no")]
    [InlineData(257, "CAP_CHOWN \"CAP_KILL", "yes yes no")]
    [InlineData(257, "CAP_CHOWN|63", "no no no")]
    public void Capabilities_merge_as_in_systemd(int systemdVersion, string values, string expected)
    {
        var lines = values.Split('|').Select(value => $"CapabilityBoundingSet={value}\n");
        var set = UnitBinder.Bind(
            Bind("a.service", ("a.service", "[Service]\n" + string.Concat(lines))).Files,
            [],
            systemdVersion).Exec.CapabilityBoundingSet.Value;
        int[] capabilities = [0, 5, Capabilities.SysAdmin];

        Assert.Equal(expected, string.Join(' ', capabilities.Select(capability => set.Contains(capability) ? "yes" : "no")));
    }

    [Theory]
    [InlineData("ExecStart=/usr/bin/mix phx.server", "beam")]
    [InlineData("ExecStart=-@/usr/bin/elixir elixir --no-halt", "beam")]
    [InlineData("ExecStart=/usr/bin/env MIX_ENV=prod mix phx.server", "beam")]
    [InlineData("ExecStart=/bin/bash -lc 'cd /srv/web && exec mix phx.server'", "beam")]
    [InlineData("ExecStart=/opt/web/bin/web start", "release")]
    [InlineData("ExecStart=/srv/my_app/bin/my_app daemon_iex", "release")]
    [InlineData("ExecStart=/bin/sh -c '/srv/web/bin/web start'", "release")]
    [InlineData("ExecStart=%h/web/bin/web foreground", "release")]
    [InlineData("ExecStart=/usr/bin/x\nUser=akkoma", "beam")]
    [InlineData("ExecStart=/usr/bin/x\nWorkingDirectory=/opt/pleroma", "beam")]
    [InlineData("ExecStart=/usr/bin/mix a\nExecStart=\nExecStart=/usr/bin/x", "other")]
    [InlineData("ExecStart=/usr/sbin/apachectl start", "other")]
    [InlineData("ExecStart=/opt/tomcat/bin/catalina.sh start", "other")]
    [InlineData("ExecStart=/usr/bin/mixxx\nUser=pleromatic", "other")]
    [InlineData("ExecStart=/usr/bin/mixer --start mix", "other")]
    public void Services_of_the_Erlang_virtual_machine_are_recognized(string lines, string expected)
    {
        var beam = Bind("a.service", ("a.service", $"[Service]\n{lines}\n")).Beam;

        Assert.Equal(expected, beam switch { { IsRelease: true } => "release", { IsBeam: true } => "beam", _ => "other" });
    }

    private static EffectiveUnit Bind(string path, params (string Path, string Content)[] files) =>
        UnitBinder.Bind(UnitLoader.Load(new InMemoryProjectFiles(files), path)!, FrameworkCatalog.ServiceNames);
}

namespace ExsLint.Cli.Tests;

/// <summary>Units of a user's own manager, and settings that contradict each other, on the executable.</summary>
public sealed class UserUnitTests : IDisposable
{
    private const string Home = "home/ana/.config/systemd/user";
    private const string Unit = "[Service]\nExecStart=%h/shop/bin/shop start\n";
    private const string Calling = "(?m)^✓ User=/DynamicUser= +Service runs under the calling user's identity *$";

    private readonly TemporaryFolder _folder = new();

    public UserUnitTests()
    {
        _folder.Write($"{Home}/shop.service", Unit);
        _folder.Write("shop.service", Unit);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_table_is_that_of_a_user_s_manager_by_place_and_by_option()
    {
        Assert.Matches(Calling, Exslint.Run(_folder, "unit", $"{Home}/shop.service").Output);
        Assert.Matches(Calling, Exslint.Run(_folder, "unit", "--user", "shop.service").Output);
        Assert.Matches(Calling, Exslint.RunIn(_folder.PathOf(Home), "unit", "shop.service").Output);
        Assert.Matches(
            "(?m)^✗ User=/DynamicUser= +Service runs as root user +0.4$", Exslint.Run(_folder, "unit", "shop.service").Output);
        Assert.Matches(
            "(?m)^✗ User=/DynamicUser= +Service runs as root user +0.4$",
            Exslint.Run(_folder, "unit", "--user", "--systemd-version", "257", "shop.service").Output);
    }

    [Fact]
    public void A_unit_of_a_user_is_found_in_the_folders_of_users_managers()
    {
        _folder.Write("system/usr/lib/systemd/user/web.service", "[Service]\nExecStart=/bin/true\n");
        _folder.Write("system/etc/systemd/user/web.service.d/10-tmp.conf", "[Service]\nUMask=0077\n");
        _folder.Write("system/etc/systemd/system/web.service.d/20-tmp.conf", "[Service]\nUMask=0000\n");
        var outcome = Exslint.Run(_folder, "unit", "--user", "--systemd-root", "system", "web.service");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Matches("(?m)^✓ UMask= .* system/etc/systemd/user/web.service.d/10-tmp.conf:2$", outcome.Output);
    }

    [Fact]
    public void Fix_writes_nothing_that_takes_privileges()
    {
        var outcome = Exslint.RunIn(_folder.PathOf(Home), "fix", "--quiet", "--fail-on", "error", "shop.service");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(
            Unit + "NoNewPrivileges=true\nLockPersonality=true\nRestrictNamespaces=true\nRestrictRealtime=true\nRestrictSUIDSGID=true\nSystemCallArchitectures=native\n",
            File.ReadAllText(_folder.PathOf($"{Home}/shop.service")));
    }

    [Fact]
    public void What_exits_with_218_is_a_warning()
    {
        _folder.Write($"{Home}/shop.service", Unit + "CapabilityBoundingSet=~CAP_SYS_ADMIN\n");

        var outcome = Exslint.Run(_folder, "check", "--select", "systemd-contradiction", "--quiet", $"{Home}/shop.service");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(
            ":3:23: warning: 'CapabilityBoundingSet=~CAP_SYS_ADMIN' takes privileges that a user's manager does not have",
            outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_hidden_from_its_service_is_a_warning_and_no_fix_hides_it()
    {
        const string Lines = "[Service]\nUser=shop\nExecStart=/opt/shop/bin/shop start\nWorkingDirectory=/home/shop/app\n";
        _folder.Write("bad/shop.service", Lines + "ProtectHome=yes\n");
        _folder.Write("good/shop.service", Lines);

        var outcome = Exslint.Run(_folder, "check", "--select", "systemd-contradiction", "--quiet", "bad");
        Assert.Equal(1, outcome.ExitCode);
        Assert.EndsWith(
            ":5:13: warning: 'ProtectHome=yes' hides '/home/shop/app', which 'WorkingDirectory' names, so the service exits "
                + "with 200/CHDIR. [systemd-contradiction]\n",
            outcome.Output,
            StringComparison.Ordinal);

        Exslint.Run(_folder, "fix", "--unsafe", "--quiet", "good/shop.service");
        Assert.DoesNotContain("ProtectHome", File.ReadAllText(_folder.PathOf("good/shop.service")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_family_that_systemd_262_does_not_reach_is_told()
    {
        _folder.Write(
            "shop.service",
            "[Service]\nUser=shop\nExecStart=/opt/shop/bin/shop start\nRestrictAddressFamilies=~AF_PAKET "
                + "AF_NETLINK\nProtectHostname=yes:shop\n");

        string Check(string version) =>
            Exslint.Run(
                _folder, "check", "--select", "systemd-silent-typo", "--select", "systemd-protect-hostname", "--quiet",
                "--systemd-version", version, "shop.service").Output;
        Assert.EndsWith(
            ":4:26: warning: systemd skips 'AF_PAKET', which it does not know, and the rest of this line of "
                + "'RestrictAddressFamilies'. [systemd-silent-typo]\n",
            Check("262"),
            StringComparison.Ordinal);
        Assert.Contains("cannot read the value 'yes:shop'", Check("257"), StringComparison.Ordinal);
        Assert.DoesNotContain("the rest of this line", Check("257"), StringComparison.Ordinal);
    }
}

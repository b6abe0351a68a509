namespace ExsLint.Cli.Tests;

/// <summary>A unit that is named stands for its drop-ins as well.</summary>
public sealed class NamedUnitTests : IDisposable
{
    private const string Unit =
        "[Service]\nUser=shop\nExecStart=/opt/shop/bin/shop start\nNoNewPrivileges=true\nPrivateTmp=true\n";
    private const string DropIn = "[Service]\nUser=root\nNoNewPrivileges=false\n";
    private const string Select = "--select=systemd-root-user,systemd-no-new-privileges";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("good.service", "good.service.d/x.conf")]
    [InlineData("shop@.service", "shop@blue.service.d/x.conf")]
    [InlineData("good.service", "service.d/x.conf")]
    public void What_its_drop_ins_say_is_reported_at_their_lines(string unit, string dropIn)
    {
        _folder.Write($"d/{unit}", Unit);
        _folder.Write($"d/{dropIn}", DropIn);
        var outcome = Exslint.Run(_folder, "check", "--quiet", Select, $"d/{unit}");

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith($"d/{dropIn}:2:6: warning: User is 'root', ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"d/{dropIn}:3:17: warning: NoNewPrivileges is 'false', ", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(outcome, Exslint.Run(_folder, "check", "--quiet", Select, "d"));
        _folder.Write("config/config.exs", "import Config\n");
        Assert.Equal(outcome, Exslint.Run(_folder, "check", "--quiet", Select, "config", $"d/{unit}"));
    }

    [Fact]
    public void Drop_ins_of_other_units_are_not_reported_nor_those_of_what_an_editor_sends()
    {
        _folder.Write("good.service", Unit);
        _folder.Write("other.service", Unit);
        _folder.Write("other.service.d/x.conf", DropIn);
        Assert.Equal(new Outcome(0, "", ""), Exslint.Run(_folder, "check", "--quiet", Select, "good.service"));
        Assert.Equal(
            new Outcome(0, "", ""),
            Exslint.RunWithInput(_folder, Unit, "check", "--quiet", Select, "--stdin-filename", "other.service", "-"));
    }

    [Fact]
    public void A_fix_changes_its_own_drop_ins_and_no_others()
    {
        _folder.Write("good.service", Unit);
        _folder.Write("good.service.d/x.conf", "[Service]\nNoNewPrivileges=false\n");
        _folder.Write("service.d/y.conf", "[Service]\nPrivateTmp=no\n");
        var outcome =
            Exslint.Run(_folder, "fix", "--unsafe", "--select", "systemd-no-new-privileges,systemd-private-tmp", "good.service");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("[Service]\nNoNewPrivileges=true\n", File.ReadAllText(_folder.PathOf("good.service.d/x.conf")));
        Assert.Equal("[Service]\nPrivateTmp=no\n", File.ReadAllText(_folder.PathOf("service.d/y.conf")));
        Assert.StartsWith("service.d/y.conf:2:12: warning: ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instance_without_a_file_is_one_of_its_template()
    {
        _folder.Write("d/shop@.service", Unit);
        _folder.Write("d/shop@blue.service.d/x.conf", "[Service]\nPrivateDevices=yes\n");
        foreach (var given in new[] { "d/shop@blue.service", "d/shop@blue.service.d/x.conf" })
        {
            var outcome = Exslint.Run(_folder, "unit", given);
            Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
            Assert.Contains("d/shop@blue.service.d/x.conf:2\n", outcome.Output, StringComparison.Ordinal);
            Assert.Contains("Overall exposure level for shop@blue.service: ", outcome.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void On_a_system_the_instance_s_own_file_comes_before_any_template()
    {
        _folder.Write("root/etc/systemd/system/shop@.service", Unit);
        _folder.Write("root/run/systemd/system/shop@blue.service.d/x.conf", "[Service]\nPrivateDevices=yes\n");
        var template = Exslint.Run(_folder, "unit", "--systemd-root", "root", "shop@blue.service");
        Assert.Matches("(?m)^✓ PrivateTmp= .*  root/etc/systemd/system/shop@.service:5$", template.Output);
        Assert.Matches("(?m)^✓ PrivateDevices= .*  root/run/systemd/system/shop@blue.service.d/x.conf:2$", template.Output);

        _folder.Write("root/usr/lib/systemd/system/shop@blue.service", "[Service]\nExecStart=/bin/true\n");
        var own = Exslint.Run(_folder, "unit", "--systemd-root", "root", "shop@blue.service");
        Assert.Matches("(?m)^✗ PrivateTmp= ", own.Output);
    }
}

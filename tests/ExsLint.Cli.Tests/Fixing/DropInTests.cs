namespace ExsLint.Cli.Tests.Fixing;

/// <summary><c>exslint fix --drop-in</c>: units of packages stay as they are.</summary>
public sealed class DropInTests : IDisposable
{
    private const string Unit = "usr/lib/systemd/system/akkoma.service";
    private const string DropIn = "etc/systemd/system/akkoma.service.d/50-exslint.conf";
    private const string Text =
        "[Service]\nUser=akkoma\nExecStart=/opt/akkoma/bin/pleroma start\nCapabilityBoundingSet=CAP_SYS_ADMIN CAP_CHOWN\n";

    private const string Guide =
        "systemd-capability-sys-admin,systemd-no-new-privileges,systemd-private-devices,systemd-private-tmp,systemd-protect-home,systemd-protect-system";

    private readonly TemporaryFolder _folder = new();

    public DropInTests() => _folder.Write(Unit, Text);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_package_s_unit_is_not_edited()
    {
        var outcome = Fix("--root", ".");

        Assert.Equal((1, Text), (outcome.ExitCode, Read(Unit)));
        Assert.Contains(
            "belongs to a package, whose next update would undo it; --drop-in writes a drop-in instead", outcome.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Its_drop_in_is_written_to_the_administrator_s_folder()
    {
        Assert.Equal(0, Fix("--root", ".", "--drop-in", "--select", Guide).ExitCode);
        Assert.Equal(Text, Read(Unit));
        Assert.Equal(
            """
            [Service]
            CapabilityBoundingSet=
            CapabilityBoundingSet=CAP_CHOWN
            NoNewPrivileges=true
            PrivateDevices=true
            PrivateTmp=true
            ProtectHome=true
            ProtectSystem=full

            """,
            Read(DropIn));
        var again = Fix("--root", ".", "--drop-in", "--select", Guide);
        Assert.Equal((0, "exslint: notice: 0 findings fixed\n"), (again.ExitCode, again.Error));
    }

    [Fact]
    public void Lists_and_what_a_first_fix_brings_up_are_written_too()
    {
        Fix("--root", ".", "--drop-in", "--unsafe", "--profile", "strict", "--select",
            "systemd-system-call-filter-*,systemd-restrict-*,systemd-capability-*");
        var text = Read(DropIn);

        Assert.Contains("\nCapabilityBoundingSet=\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\nRestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK\nRestrictNamespaces=true\n", text,
            StringComparison.Ordinal);
        Assert.Contains(
            "\nSystemCallFilter=@system-service\nSystemCallFilter=~@privileged @resources\n", text, StringComparison.Ordinal);
        Assert.Contains("\nSystemCallErrorNumber=EPERM\n", text, StringComparison.Ordinal);
        Assert.Equal(Text, Read(Unit));
    }

    [Fact]
    public void A_drop_in_that_is_there_is_extended()
    {
        _folder.Write(DropIn, "[Service]\r\nPrivateTmp=no\r\nNice=5\r\n[Unit]\r\nAfter=x.target");
        Assert.Equal(
            0, Fix("--root", ".", "--drop-in", "--unsafe", "--select", "systemd-private-tmp,systemd-private-devices").ExitCode);
        Assert.Equal("[Service]\r\nPrivateTmp=true\r\nNice=5\r\nPrivateDevices=true\r\n[Unit]\r\nAfter=x.target", Read(DropIn));
    }

    [Fact]
    public void A_later_drop_in_that_would_win_is_named()
    {
        _folder.Write("etc/systemd/system/akkoma.service.d/90-local.conf", "[Service]\nPrivateTmp=no\n");
        var outcome = Fix("--root", ".", "--drop-in", "--unsafe", "--select", "systemd-private-tmp");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(
            "90-local.conf, which systemd reads after etc/systemd/system/akkoma.service.d/50-exslint.conf, sets PrivateTmp= as "
                + "well", outcome.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.PathOf(DropIn)));
    }

    [Fact]
    public void A_unit_of_the_administrator_s_takes_the_place_of_the_package_s()
    {
        _folder.Write("etc/systemd/system/akkoma.service", Text);

        Assert.Contains(
            "etc/systemd/system/akkoma.service takes the unit's place", Fix("--root", ".", "--drop-in").Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Any_other_unit_has_it_beside_it_and_git_applies_its_diff()
    {
        _folder.Write("akkoma.service", Text);
        var diff = Exslint.Run(_folder, "fix", "--drop-in", "--diff", "--select", Guide, "akkoma.service");
        File.WriteAllText(_folder.PathOf("fix.diff"), diff.Output);
        Assert.Equal((1, false), (diff.ExitCode, Directory.Exists(_folder.PathOf("akkoma.service.d"))));
        Assert.Equal("", Exslint.RunShell(_folder, "git apply fix.diff 2>&1").Output);
        var applied = Read("akkoma.service.d/50-exslint.conf");
        Directory.Delete(_folder.PathOf("akkoma.service.d"), recursive: true);

        Assert.Equal(0, Exslint.Run(_folder, "fix", "--drop-in", "--select", Guide, "akkoma.service").ExitCode);
        Assert.Equal((applied, Text), (Read("akkoma.service.d/50-exslint.conf"), Read("akkoma.service")));
    }

    [LinuxFact]
    public void A_link_out_of_the_root_gets_neither_a_file_nor_a_folder()
    {
        using var outside = new TemporaryFolder();
        File.CreateSymbolicLink(_folder.PathOf("etc"), Path.Combine("..", Path.GetFileName(outside.Root)));
        var outcome = Fix("--root", ".", "--drop-in", "--select", "systemd-private-tmp");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(
            $"exslint: error: {DropIn}: not written: a link that leads out of the tree is not followed to write\n", outcome.Error,
            StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(outside.Root));
    }

    [LinuxFact]
    public void Files_and_folders_have_the_permissions_that_umask_leaves()
    {
        Exslint.RunShell(_folder, $"umask 027; $EXSLINT fix --root . --drop-in --select systemd-private-tmp {Unit}");

        Assert.Equal(
            "750\n750\n640\n", Exslint.RunShell(_folder, $"stat -c %a etc {Path.GetDirectoryName(DropIn)} {DropIn}").Output);
    }

    private Outcome Fix(params string[] options) => Exslint.Run(_folder, ["fix", .. options, Unit]);

    private string Read(string path) => File.ReadAllText(_folder.PathOf(path));
}

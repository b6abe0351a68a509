using System.Globalization;
using System.Runtime.CompilerServices;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Syntax.Systemd;
using ExsLint.Text;

namespace ExsLint.Tests.Semantics.Systemd;

public sealed class UnitExposureTests
{
    [Fact]
    public void The_table_has_the_rows_of_systemd_each_with_a_rule_of_its_own()
    {
        Assert.Equal(81, SecurityTable.Checks.Length);
        Assert.Equal(56460, SecurityTable.Checks.Sum(check => check.Weight));
    }

    [Fact]
    public void Capabilities_are_those_of_the_tables()
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryRoot(), "grammars", "systemd-names-262.tsv"));
        var expected = lines.Where(line => line.StartsWith("capability\t", StringComparison.Ordinal))
            .Select(line => line["capability\t".Length..]);

        Assert.Equal(
            expected,
            Capabilities.Names.Select((name, number) => string.Create(CultureInfo.InvariantCulture, $"{name}\t{number}")));
    }

    [Theory]
    [InlineData("", "9.6 UNSAFE")]
    [InlineData("User=web", "9.2 UNSAFE")]
    [InlineData("DynamicUser=yes", "8.4 EXPOSED")]
    [InlineData("User=web\nSystemCallFilter=@system-service", "7.8 EXPOSED")]
    public void An_exposure_has_systemd_s_words(string lines, string expected)
    {
        var exposure = Bind(252, lines).Exposure;

        Assert.Equal(expected, $"{UnitExposure.Format(exposure.Exposure)} {exposure.Label}");
    }

    // What a row says and the line that decides it; the first line of settings is line 3.
    [Theory]
    [InlineData("PrivateTmp", "PrivateTmp=yes\nPrivateTmp=no", "1 Service has access to other software's temporary files @4")]
    [InlineData(
        "PrivateTmp", "PrivateTmp=no\nDynamicUser=yes", "0 Service has no access to other software's temporary files @4 implied")]
    [InlineData("CapabilityBoundingSet_CAP_MKNOD", "PrivateDevices=yes", "0 Service cannot create device nodes @3 implied")]
    [InlineData(
        "CapabilityBoundingSet_CAP_MKNOD", "CapabilityBoundingSet=\nPrivateDevices=yes",
        "0 Service cannot create device nodes @3")]
    [InlineData("RemoveIPC", "", "- Service runs as root, option does not apply")]
    [InlineData("ProtectProc", "ProtectProc=noaccess", "1  @3")]
    [InlineData(
        "SystemCallFilter_reboot", "SystemCallFilter=@reboot",
        "9 System call allow list defined for service, and @reboot is included (e.g. kexec_file_load is allowed) @3")]
    [InlineData(
        "DeviceAllow", "DevicePolicy=closed\nDeviceAllow=/dev/a\nDeviceAllow=/dev/b r",
        "5 Service has a device ACL with some special devices: /dev/b:r /dev/a:rwm @5")]
    [InlineData(
        "IPAddressDeny", "IPAddressDeny=any\nIPAddressAllow=localhost",
        "2 Service defines IP address allow list with only localhost entries @4")]
    public void A_row_knows_the_line_that_decides_it(string field, string lines, string expected)
    {
        var row = Bind(252, lines).Exposure.Find(field);
        var badness = row.Badness?.ToString(CultureInfo.InvariantCulture) ?? "-";
        var cause = row.Cause is { } line ? $" @{line.Location.Start.Line + 1}" : "";

        Assert.Equal(expected, $"{badness} {row.Description}{cause}{(row.Cause is not null && row.IsImplied ? " implied" : "")}");
    }

    // What systemd 252, 257 and 262 make of the same lines; each of them was asked.
    [Theory]
    [InlineData("PrivateMounts", "", "1 0 0")]
    [InlineData("PrivateMounts", "PrivateMounts=no", "1 1 1")]
    [InlineData("PrivateUsers", "PrivateUsers=self", "1 0 0")]
    [InlineData("PrivateUsers", "PrivateUsers=full", "1 1 0")]
    [InlineData("ProtectControlGroups", "ProtectControlGroups=strict", "1 0 0")]
    [InlineData("ProtectHostname", "ProtectHostname=private", "1 1 0")]
    [InlineData("ProtectHostname", "ProtectHostname=yes:box", "1 1 0")]
    [InlineData("ProtectHostname", "ProtectHostname=private:%n", "1 1 0")]
    [InlineData("ProtectHostname", "ProtectHostname=private:%i", "1 1 1")]
    [InlineData("ProtectHostname", "ProtectHostname=yes\nProtectHostname=private:a_b", "0 0 0")]
    [InlineData("ProtectHostname", "ProtectHostname=yes\nProtectHostname=no:box", "0 0 0")]
    [InlineData("ProtectHostname", "ProtectHostname=yes\nProtectHostname=yes:", "0 0 0")]
    [InlineData("ProtectHostname", "ProtectHostname=yes\nProtectHostname=", "0 0 1")]
    [InlineData("RestrictAddressFamilies_AF_INET_INET6", "RestrictAddressFamilies=~AF_BOGUS AF_INET", "0 0 1")]
    [InlineData("RestrictAddressFamilies_AF_INET_INET6", "RestrictAddressFamilies=none AF_INET", "1 1 0")]
    [InlineData("RestrictAddressFamilies_AF_INET_INET6", "RestrictAddressFamilies=AF_INET bogus", "1 1 1")]
    [InlineData("RestrictNamespaces_user", "RestrictNamespaces=~user bogus", "1 1 1")]
    [InlineData("SystemCallFilter_clock", "SystemCallFilter=~bogus @clock", "0 0 0")]
    [InlineData("IPAddressDeny", "IPAddressDeny=bogus any", "0 0 0")]
    [InlineData("DeviceAllow", "PrivateDevices=yes\nLoadCredentialEncrypted=a", "5 5 0")]
    [InlineData("SystemCallFilter_mount", "SystemCallFilter=open_tree", "9 9 0")]
    [InlineData("CapabilityBoundingSet_CAP_KILL", "CapabilityBoundingSet=~\nCapabilityBoundingSet=CAP_CHOWN", "0 0 1")]
    public void Versions_of_systemd_differ(string field, string lines, string expected) => Assert.Equal(
        expected,
        string.Join(' ', new[] { 252, 257, 262 }.Select(version => Bind(version, lines).Exposure.Find(field).Badness)));

    // What systemd-analyze security --user of 252, 257 and 262 makes of the same lines.
    [Theory]
    [InlineData("UserOrDynamicUser", "", "10 10 0")]
    [InlineData("UserOrDynamicUser", "User=root", "10 10 0")]
    [InlineData("UserOrDynamicUser", "User=nobody", "9 9 9")]
    [InlineData("SupplementaryGroups", "SupplementaryGroups=a", "- - 1")]
    [InlineData("RemoveIPC", "User=a", "1 1 -")]
    [InlineData("KeyringMode", "", "1 1 1")]
    [InlineData("KeyringMode", "KeyringMode=private", "0 0 0")]
    public void Units_of_a_user_s_manager_have_rows_of_their_own(string field, string lines, string expected) => Assert.Equal(
        expected,
        string.Join(
            ' ',
            new[] { 252, 257, 262 }.Select(
                version =>
                    Bind(version, lines, UnitScope.User).Exposure.Find(field).Badness?.ToString(CultureInfo.InvariantCulture)
                        ?? "-")));

    [Fact]
    public void A_user_s_manager_has_no_dynamic_users()
    {
        Assert.Null(Bind(252, "DynamicUser=yes", UnitScope.User).Refusal);
        Assert.NotNull(Bind(257, "DynamicUser=yes", UnitScope.User).Refusal);
        Assert.Null(Bind(262, "DynamicUser=yes").Refusal);
    }

    private static EffectiveUnit Bind(int version, string lines, UnitScope scope = UnitScope.System)
    {
        var file = SourceFile.FromString("a.service", $"[Service]\nExecStart=/bin/true\n{lines}\n");
        return UnitBinder.Bind(
            new UnitFiles(UnitName.Parse("a.service"), UnitParser.Parse(file), []) { Scope = scope }, [], version);
    }

    private static string RepositoryRoot([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", ".."));
}

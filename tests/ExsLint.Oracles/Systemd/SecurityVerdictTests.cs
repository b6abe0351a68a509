using System.Globalization;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Oracles.Systemd;

/// <summary>
/// What ExsLint makes of units equals what <c>systemd-analyze security</c> makes of them, on every unit and without exception.
/// </summary>
public sealed class SecurityVerdictTests : IDisposable
{
    private const string Program = "systemd-analyze";

    private const int GeneratedUnits = 1500;
    private const int SecureUnits = 2500;
    private const int MinPackages = 60;

    private readonly UnitFolder _units = new();

    public void Dispose() => _units.Dispose();

    [OracleFact(Program, IsLong = true)]
    public void Generated_units_are_judged_as_systemd_does()
    {
        var generator = new UnitGenerator(UnitFolder.Seed);
        for (var i = 0; i < GeneratedUnits; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"g-u{i:D4}.service");
            _units.Write(name, generator.NextUnit());
            if (i % 3 == 0)
            {
                _units.Write($"{name}.d/10-a.conf", generator.NextDropIn());
                _units.Write($"{name}.d/20-b.conf", generator.NextDropIn());
            }
        }

        // Both kinds must be there in number, or the comparison says little.
        var refused = _units.AssertAgreement();
        Assert.InRange(refused, GeneratedUnits / 20, GeneratedUnits / 2);
    }

    [OracleTheory(Program, IsLong = true)]
    [InlineData(UnitScope.System)]
    [InlineData(UnitScope.User)]
    public void Every_row_is_judged_as_systemd_does(UnitScope scope)
    {
        var generator = new UnitGenerator(UnitFolder.Seed);
        var count = scope == UnitScope.System ? SecureUnits : SecureUnits / 5;
        for (var i = 0; i < count; i++)
        {
            var (prefix, content) = generator.NextSecureUnit();

            // systemd reads a unit's name for specifiers and for a dynamic user; one number a unit keeps the names apart.
            var name = i < UnitGenerator.NamesAsTheyAre ? prefix : prefix.Contains('@', StringComparison.Ordinal)
                ? prefix.Replace("@", $"{i}@", StringComparison.Ordinal) : $"{prefix}{i}";
            _units.Write($"{name}.service", content);
            if (i % 3 == 0)
            {
                _units.Write($"{name}.service.d/10-a.conf", generator.NextSecureDropIn());
            }
        }

        var refused = _units.AssertAgreement(scope);
        Assert.InRange(refused, count / 50, count / 2);
    }

    [OracleTheory(Program)]
    [InlineData("RootDirectory=", false)]
    [InlineData("RootDirectory=", true)]
    [InlineData("RootVerity=", false)]
    [InlineData("WorkingDirectory=", false)]
    [InlineData("WorkingDirectory=", true)]
    [InlineData("WorkingDirectory=-", true)]
    [InlineData("ExecStartPre=", false)]
    [InlineData("ExecStartPre=", true)]
    [InlineData("IPIngressFilterPath=", true)]
    [InlineData("AppArmorProfile=", true)]
    public void What_specifiers_make_of_a_path_is_judged_as_systemd_does(string key, bool isInDropIn)
    {
        const string Start = "[Service]\nExecStart=/bin/true\n";
        foreach (var (name, path) in UnitGenerator.Paths())
        {
            _units.Write($"{name}.service", isInDropIn ? Start : $"{Start}{key}{path}\nPrivateTmp=yes\n");
            if (isInDropIn)
            {
                // What stands behind a fatal line does not count.
                _units.Write($"{name}.service.d/a.conf", $"[Service]\nNoNewPrivileges=yes\n{key}{path}\nPrivateTmp=yes\n");
            }
        }

        Assert.Equal(isInDropIn, _units.AssertAgreement() == 0);
    }

    [OracleFact(Program, IsLong = true)]
    public void Any_text_is_read_as_systemd_reads_it()
    {
        var generator = new UnitGenerator(UnitFolder.Seed);
        for (var i = 0; i < GeneratedUnits; i++)
        {
            _units.Write(string.Create(CultureInfo.InvariantCulture, $"n{i:D4}.service"), generator.NextNoise());
        }

        _units.AssertAgreement();
    }

    [OracleFact(Program)]
    public void Drop_in_folders_mask_and_sort_as_in_systemd()
    {
        string[] folders =
            ["a-b-c.service.d", "a-b-.service.d", "a-.service.d", "service.d", "t@.service.d", "t@x.service.d", "m-n@x.service.d",
                "m-n@.service.d", "m-@.service.d", "m-@x.service.d", "m-.service.d", "t-u@.service.d", "t-.service.d",
                "t-@.service.d", "d--e.service.d", "d--.service.d", "d-.service.d"];
        string[] names = ["10-a.conf", "20-b.conf", "15.conf", ".hidden.conf", "x.txt", "30.conf.bak"];
        string[] lines = ["PrivateTmp=yes", "PrivateTmp=no", "NoNewPrivileges=yes", "NoNewPrivileges=no", "ProtectHome=yes",
            "ProtectHome=no", "ProtectSystem=full", "PrivateDevices=yes", ""];
        var draw = new Random(UnitFolder.Seed);
        foreach (var unit in new[] { "a-b-c.service", "a-b.service", "t@.service", "t@x.service", "m-n@x.service",
            "m-n-o@x.service", "t-u@.service", "d--e.service", "-lead.service", "a-.service" })
        {
            _units.Write(unit, "[Service]\nExecStart=/bin/true\n");
        }

        foreach (var folder in folders)
        {
            foreach (var name in names.Where(_ => draw.Next(3) > 0))
            {
                var line = lines[draw.Next(lines.Length)];
                _units.Write($"{folder}/{name}", line.Length == 0 ? "" : $"[Service]\n{line}\n");
            }
        }

        _units.AssertAgreement();
    }

    [OracleFact(Program)]
    public void Units_of_other_types_are_judged_as_systemd_does()
    {
        foreach (var (name, content) in new[]
        {
            ("a.socket", "[Socket]\nListenStream=80\nPrivateTmp=yes\nKeyringMode=private\nDelegate=yes\nIPAddressDeny=any\n"),
            ("b.socket", "[Socket]\nPrivateTmp=yes\n"),
            ("c.socket", "[Socket]\nListenStream=80\nListenStream=\n"),
            ("d.socket", "[Socket]\nListenDatagram=/run/x\nUser=a:b\n"),
            ("srv-x.mount", "[Mount]\nWhat=/dev/sda1\nWhere=/srv/x\nNoNewPrivileges=yes\nDynamicUser=yes\n"),
            ("srv-y.mount", "[Mount]\nWhat=/dev/sda1\nWhere=/srv/x\n"),
            ("srv-z.mount", "[Mount]\nWhere=/srv/z\n"),
            ("srv-a\\x2db.mount", "[Mount]\nWhat=tmpfs\nWhere=/srv/a-b/\nProtectSystem=strict\n"),
            ("dev-sdx.swap", "[Swap]\nWhat=/dev/sdx\nPrivateMounts=yes\nRestrictRealtime=yes\n"),
            ("dev-sdy.swap", "[Swap]\nWhat=/dev/sdx\n"),
            ("srv-q.automount", "[Automount]\nWhere=/srv/q\n"),
            ("srv-r.automount", "[Automount]\nWhere=/srv/q\n"),
            ("a.timer", "[Timer]\nOnCalendar=daily\n[Service]\nPrivateTmp=yes\n"),
            ("b.timer", "[Timer]\nPersistent=yes\n"),
            ("c.timer", "[Timer]\nOnClockChange=yes\n"),
            ("a.path", "[Path]\nPathExists=/x\n"),
            ("b.path", "[Path]\nUnit=a.timer\n"),
            ("a.slice", "[Slice]\nIPAddressDeny=any\nDevicePolicy=closed\nDeviceAllow=/dev/null\nDelegate=yes\n"),
            ("a.target", "[Unit]\nDefaultDependencies=no\n"),
            ("b.target", "[Unit]\nDescription=x\n[Service]\nUser=a:b\n"),
        })
        {
            _units.Write(name, content);
        }

        Assert.Equal(9, _units.AssertAgreement());
    }

    [OracleFact(Program)]
    public void Fixtures_are_judged_as_systemd_does()
    {
        _units.Copy(Path.Combine(AppContext.BaseDirectory, "Systemd", "fixtures"));
        _units.AssertAgreement();
    }

    [OracleFact(Program)]
    public void Units_installed_on_this_machine_are_judged_as_systemd_does()
    {
        foreach (var folder in new[] { "/lib/systemd/system", "/etc/systemd/system" }.Where(Directory.Exists))
        {
            _units.Copy(folder);
        }

        _units.AssertAgreement();
    }

    [DebianUnitsFact]
    public void Units_of_Debian_s_packages_are_judged_as_systemd_does()
    {
        var packages = Directory.GetDirectories(Environment.GetEnvironmentVariable(DebianUnitsFactAttribute.Variable)!);
        Assert.True(packages.Length >= MinPackages, $"{packages.Length} packages are too few.");
        foreach (var package in packages)
        {
            _units.Copy(package);
        }

        _units.AssertAgreement();
    }
}

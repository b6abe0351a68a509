namespace ExsLint.Oracles.Systemd;

/// <content>Units with every directive that <c>systemd-analyze security</c> looks at.</content>
internal sealed partial class UnitGenerator
{
    private static readonly string[] Switches =
    [
        "PrivateMounts", "PrivateNetwork", "PrivateUsers", "ProtectControlGroups", "ProtectKernelModules",
        "ProtectKernelTunables",
        "ProtectKernelLogs", "ProtectClock", "ProtectHostname", "LockPersonality", "MemoryDenyWriteExecute", "RestrictRealtime",
        "RestrictSUIDSGID", "RemoveIPC", "PrivateDevices", "NoNewPrivileges", "PrivateTmp",
    ];

    private static readonly string[] SwitchValues =
        [.. Booleans, "yes", "yes", "true", "self", "identity", "private", "strict", "full", "managed", "private:name", "tmpfs",
            "connected", "disconnected"];

    // A value of ProtectHostname= may hold a host name since 258; its parts are drawn one by one.
    private static readonly string[] HostNameModes =
        ["yes", "private", "true", "1", "no", "off", "Private", "YES", "", "self", "maybe"];
    private static readonly string[] HostNames =
        ["box", "", "a.b", "a.b.", "-a", "a-", "a_b", "a..b", "%n", "%i", "%p", "%z", "%H", "x:y", "\"box\"", "a b",
            "0123456789012345678901234567890123456789012345678901234567890123",
            "01234567890123456789012345678901234567890123456789012345678901234", "ü", "localhost"];

    // Lists whose words are drawn one by one: systemd may skip a bad word, the rest of the line, or the whole line.
    private static readonly (string Key, string[] Words)[] WordLists =
    [
        ("RestrictAddressFamilies",
            ["AF_UNIX", "AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET", "AF_CAN", "AF_BOGUS", "none", "UNIX", "\"AF_INET\"",
                "\"\"", "17", "~AF_UNIX", "AF_UNIX,AF_INET"]),
        ("RestrictNamespaces",
            ["user", "mnt", "net", "pid", "ipc", "uts", "cgroup", "bogus", "yes", "~user", "none", "\"user\""]),
        ("CapabilityBoundingSet",
            ["CAP_CHOWN", "CAP_KILL", "CAP_SYS_ADMIN", "CAP_NET_RAW", "CAP_BOGUS", "21", "99", "~CAP_CHOWN", "\"CAP_KILL\"",
                "none", "\"\""]),
        ("AmbientCapabilities", ["CAP_CHOWN", "CAP_KILL", "CAP_BOGUS", "~CAP_CHOWN", "none"]),
        ("SystemCallFilter",
            ["@clock", "@mount", "@swap", "@reboot", "@bogus", "bogus", "swapon", "reboot:EPERM", "reboot:EBOGUS", "@module:kill",
                "\"@raw-io\"", "~@debug", "@system-service", "uname:log"]),
        ("SystemCallArchitectures", ["native", "x86", "x86-64", "bogus", "~native", "none"]),
        ("IPAddressDeny", ["any", "bogus", "localhost", "0.0.0.0/0", "::/0", "10.0.0.0/99", "~any", "link-local"]),
        ("IPAddressAllow", ["any", "bogus", "localhost", "10.0.0.1", "::1", "127.0.0.1", "~any"]),
        ("SupplementaryGroups", ["a", "b", "root", "\"c\"", "%p"]),
        ("Delegate", ["cpu", "memory", "bogus", "yes", "io"]),
    ];

    private static readonly (string Key, string[] Values)[] SecuritySettings =
    [
        .. Settings,
        ("User", ["someone", "root", "0", "nobody", "", "%p", "%u", "%U", "1000", "65534", "%i", "www-data"]),
        ("SupplementaryGroups", ["some", "a b", "", "root"]),
        ("RootDirectory", ["/", "/srv", "", "//", "/.", "/srv/../x", "/%p", "///./"]),
        ("RootImage", ["/srv/image.raw", "", "/", "/%n.raw"]),
        ("MountImages",
            ["/a:/b", "", "/a", "a:/b", "-/a:/b:root:ro", "/a:b", "\"/a:/b\"", "/a:/b /c:/d", "/a\\:b:/c", "/a::/b", ":/a:/b",
                "/a:/b:\\z", "/../a:/b", "/a:/proc/x"]),
        ("UMask",
            ["0022", "0027", "077", "7", "0", "", "00000077", "0777", "7777", "07777", "10000", "8", "-1", "+22", "0x3f", "0o77",
                "22 ", "\"77\"", "0033", "0072", "0037"]),
        ("KeyringMode", ["private", "shared", "inherit", "", "Private", "\"shared\""]),
        ("ProtectProc", ["noaccess", "invisible", "ptraceable", "default", "", "Invisible"]),
        ("ProcSubset", ["all", "pid", "", "PID", "yes"]),
        ("NotifyAccess", ["none", "main", "exec", "all", "", "ALL", "yes"]),
        ("Delegate", ["yes", "no", "", "cpu memory", "bogus", "\"cpu", "cpu,io", "0"]),
        ("AmbientCapabilities",
            ["CAP_CHOWN", "~CAP_CHOWN", "", "~", "CAP_TYPO", "cap_net_bind_service CAP_SYS_ADMIN", "CAP_CHOWN ~CAP_KILL",
                "~CAP_TYPO"]),
        ("CapabilityBoundingSet",
            ["CAP_NET_BIND_SERVICE", "~CAP_SETUID", "~CAP_SETUID CAP_SETGID CAP_SETPCAP", "~CAP_NET_ADMIN CAP_NET_RAW",
                "CAP_DAC_OVERRIDE CAP_FOWNER", "~CAP_MKNOD", "~CAP_SYS_PTRACE CAP_SYS_TIME CAP_AUDIT_READ",
                "~CAP_LEASE CAP_BPF CAP_SYS_PACCT CAP_MAC_ADMIN"]),
        ("RestrictNamespaces",
            ["yes", "no", "", "user", "~user", "user mnt", "~user pid net", "bogus", "user bogus", "~bogus", "~", "\"user\"",
                "uts time", "uts ipc cgroup", "us\\er", "time", "User", "user,mnt", "YES"]),
        ("RestrictAddressFamilies",
            ["none", "", "AF_UNIX", "AF_UNIX AF_INET AF_INET6", "~AF_PACKET", "~AF_UNIX", "AF_LOCAL", "~AF_LOCAL", "AF_NETLINK",
                "~AF_ROUTE", "UNIX", "af_unix", "~none", "None", "AF_INET6 bogus", "AF_PACKET", "~AF_INET", "AF_CAN AF_VSOCK",
                "~AF_CAN", "\"AF_UNIX\"", "'AF_UNIX AF_INET'", "\"AF_UNIX", "AF_UNIX,AF_INET", "AF_UNSPEC", "~",
                "AF_UNIX \"AF_INET", "AF_FILE", "AF_MAX", "AF_SMC"]),
        ("SystemCallArchitectures",
            ["native", "x86-64", "x86", "native x86", "", "bogus", "x32 arm64", "\"native\"", "Native", "native native",
                "loongarch64", "native bogus"]),
        ("SystemCallFilter", [
            "@system-service", "~@system-service", "@default", "~@default", "", "~", "~@privileged @resources", "~@clock",
            "@clock", "~@mount",
            "~@cpu-emulation @debug @keyring @module @mount @obsolete @raw-io", "~@reboot @swap", "~@swap:EPERM", "@swap:EPERM",
            "~reboot:kill", "~reboot:eperm", "~reboot:KILL",
            "~reboot:5", "~reboot:EBOGUS", "~reboot:4096", "~reboot:-1", "~reboot:0", "~reboot:", "~:EPERM", "~settimeofday",
            "settimeofday", "adjtimex",
            "bogus", "~bogus", "@bogus", "~@bogus", "\"@system-service\"", "@system-service @mount", "~uselib ustat", "~umount",
            "umount", "~vm86",
            "~@obsolete", "@obsolete", "@known", "~@known", "~open_tree", "@mount", "~pivot_root mount", "@basic-io ~read",
            "@sandbox", "~@raw-io",
            "ioperm iopl", "~ioperm:EPERM iopl", "s\\wapon", "~read,write", "~modify_ldt", "modify_ldt", "~pciconfig_read",
            "@privileged", "~@chown @setuid",
            "nice setpriority", "~fstatat llseek", "~kexec_load:ENOSYS", "READ", "~open_tree_attr", "~@module @debug",
        ]),
        ("IPAddressDeny",
            ["any", "", "0.0.0.0/0", "::/0", "0.0.0.0/0 ::/0", "localhost", "bogus", "any bogus", "10.0.0.0/8", "1.2.3.4/0 ::1/0",
                "ANY", "\"any\"", "0.0.0.0/00", "0/0", "::/0x0", "0.0.0.0/-0", "any,localhost", "a\\ny"]),
        ("IPAddressAllow",
            ["any", "", "localhost", "LOCALHOST", "a.localhost", "localhost.localdomain", "link-local", "multicast", "127.0.0.1",
                "127.0.0.1/0", "::1", "::1/64", "10.0.0.1", "bogus", "127.1", "127.0.0.01", "::ffff:127.0.0.1", "fe80::1%lo",
                "[::1]", "127.0.0.1/33", "1::2::3", "::1/129", "127.0.0.1/", "/8", "12345::", "127.0.0.0/010"]),
        ("IPIngressFilterPath", ["", "/sys/fs/bpf/a", "relative", "/a/../b"]),
        ("IPEgressFilterPath", ["", "/sys/fs/bpf/b", "%t/x"]),
        ("DevicePolicy", ["auto", "closed", "strict", "", "Closed", "yes"]),
        ("DeviceAllow",
            ["/dev/null rw", "/dev/null", "char-rtc r", "block-loop", "", "/dev/null wr", "/dev/null x", "/dev//x/./y m",
                "/etc/passwd r", "null", "/dev", "/dev/", "\"/dev/a b\" r", "/dev/../x", "/run/systemd/inaccessible/x",
                "char-%p rwm", "/dev/%i", "/dev/null rw m", "/dev/null \"rw\"", "/dev/null mwr", "block-", "./dev/x",
                "/dev/null rr", "/dev/x%%", "\"/dev/x"]),
        ("LoadCredential", ["a:/b", "a", ""]),
        ("LoadCredentialEncrypted",
            ["a:/b", "c", "", ":x", "a:b/c", "a/b:/c", "a:/b/../c", "é:/a", "a:", "%p:/x", "\"a\":/b", "a:/b//c", "a:/b/./c",
                "a:..", "a\\:b:/c"]),
        ("SetCredential", ["a:text", "a:", "a:\\x41", "a:\\q", "", "c:x"]),
        ("SetCredentialEncrypted",
            ["a:QUJD", "a:QUI=", "a:QUI", "a:%%", "", "a:QUJ=", "c: Q U J D", "a:QQ==QQ==", "x:", "d:QR=="]),
    ];

    // Keys that take one path or command, and what stands at the start of it; some are fatal.
    private static readonly string[] PathKeys =
        ["RootDirectory=", "RootImage=", "RootVerity=", "WorkingDirectory=", "WorkingDirectory=-", "ExecStartPre=",
            "ExecStartPre=-", "IPIngressFilterPath=", "TTYPath=", "AppArmorProfile="];

    // %b and %m are left out: where the machine has no such identity, systemd fails. No prefix of a name ends in a dash: with %J
    // systemd 252 crashes there.
    private static readonly string[] PathStarts =
        [.. "acdfghiIjlnNpPrRsStTuUvVyYABCDELMWqHekzFKOQXZ0%/-.:".Select(letter => $"%{letter}"), "%", "", "/", "/../", "/%i/",
            "/%f", "%h/%I", "%i%h", "%n%h", "%%%h"];

    private static readonly string[] PathTails = ["", "", "/x", "x", "/..", "/%%x", "/%I", "%", "/%n", "/../x"];

    /// <summary>Names of units and such paths: a part of what can be made of them.</summary>
    public static IEnumerable<(string Name, string Path)> Paths()
    {
        string[] names = ["p{0}", "x-y{0}@-q", "p{0}@", "p{0}@a-b", "p{0}@-", "p{0}@a\\x2fb-", "p{0}@.."];
        string[] tails = ["", "/x", "x", "/.."];
        var count = 0;
        foreach (var path in PathStarts.SelectMany(_ => tails, (start, tail) => start + tail).Where(path => path.Length > 0))
        {
            yield return (string.Format(System.Globalization.CultureInfo.InvariantCulture, names[count % names.Length], count++),
                path);
        }
    }

    private string NextPath() => Pick(PathKeys) + Pick(PathStarts) + Pick(PathTails);

    /// <summary>
    /// How many of the units have a name that nothing is added to; of several with the same one the last stays.
    /// </summary>
    public const int NamesAsTheyAre = 200;

    private static readonly string[] NewNames =
        ["root", "nobody", "0", "plain", "a-b", "tmpl@", "inst@x", "x-y@", "root@", "1abc"];

    /// <summary>A name without its number, and a unit's own file, full of settings of the table.</summary>
    public (string Prefix, string Content) NextSecureUnit()
    {
        var lines = new List<string>();
        if (Chance(4))
        {
            lines.Add("[Unit]");
            lines.Add("DefaultDependencies=" + Pick(Booleans));
        }

        lines.Add("[Service]");
        lines.Add("ExecStart=/bin/true");
        AddSecurityLines(lines, _random.Next(40));
        return (Pick(NewNames), Join(lines));
    }

    /// <summary>A drop-in, full of settings of the table.</summary>
    public string NextSecureDropIn()
    {
        var lines = new List<string> { "[Service]" };
        AddSecurityLines(lines, _random.Next(12));
        return Join(lines);
    }

    private void AddSecurityLines(List<string> lines, int count)
    {
        for (var i = 0; i < count; i++)
        {
            lines.Add(
                Chance(150) ? Pick(FatalLines) : Chance(100) ? NextPath() : Chance(25) ? Pick(Oddities) : Chance(2) ? NextSwitch()
                    : NextSetting(SecuritySettings));
        }
    }

    private string NextSwitch() => Chance(12) ? $"ProtectHostname={Pick(HostNameModes)}:{Pick(HostNames)}"
        : Chance(6) ? NextWordList()
        : $"{Pick(Switches)}={Pick(SwitchValues)}";

    private string NextWordList()
    {
        var (key, words) = Pick(WordLists);
        return $"{key}={Pick(["", "", "~"])}{string.Join(' ', Enumerable.Range(0, _random.Next(5)).Select(_ => Pick(words)))}";
    }
}

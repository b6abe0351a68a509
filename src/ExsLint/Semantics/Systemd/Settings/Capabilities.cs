using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>Linux capabilities and their numbers (include/uapi/linux/capability.h of Linux 6.12; capabilities(7)).</summary>
public static class Capabilities
{
    /// <summary>The number of <c>CAP_SYS_ADMIN</c>.</summary>
    public const int SysAdmin = 21;

    /// <summary>Their names; the place in the list is the number.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        "CAP_CHOWN", "CAP_DAC_OVERRIDE", "CAP_DAC_READ_SEARCH", "CAP_FOWNER", "CAP_FSETID", "CAP_KILL", "CAP_SETGID",
        "CAP_SETUID",
        "CAP_SETPCAP", "CAP_LINUX_IMMUTABLE", "CAP_NET_BIND_SERVICE", "CAP_NET_BROADCAST", "CAP_NET_ADMIN", "CAP_NET_RAW",
        "CAP_IPC_LOCK", "CAP_IPC_OWNER", "CAP_SYS_MODULE", "CAP_SYS_RAWIO", "CAP_SYS_CHROOT", "CAP_SYS_PTRACE", "CAP_SYS_PACCT",
        "CAP_SYS_ADMIN", "CAP_SYS_BOOT", "CAP_SYS_NICE", "CAP_SYS_RESOURCE", "CAP_SYS_TIME", "CAP_SYS_TTY_CONFIG", "CAP_MKNOD",
        "CAP_LEASE", "CAP_AUDIT_WRITE", "CAP_AUDIT_CONTROL", "CAP_SETFCAP", "CAP_MAC_OVERRIDE", "CAP_MAC_ADMIN", "CAP_SYSLOG",
        "CAP_WAKE_ALARM", "CAP_BLOCK_SUSPEND", "CAP_AUDIT_READ", "CAP_PERFMON", "CAP_BPF", "CAP_CHECKPOINT_RESTORE",
    ];

    // systemd takes any number that fits its 64-bit set, whether or not the kernel knows it; newer ones keep the last bit for
    // themselves.
    private const int MaxNumber = 63;
    private const int ReservesLastNumber = 257;

    /// <summary>
    /// The number of a capability as a unit file names it: its name in any case, or a number. Null if systemd skips the word.
    /// </summary>
    /// <param name="word">The word.</param>
    /// <param name="systemdVersion">The version that reads it.</param>
    public static int? Find(string word, int systemdVersion = SystemdVersions.Newest)
    {
        if (SystemdNumber.TryParse(word, out var number))
        {
            return number >= 0 && number <= MaxNumber - (systemdVersion >= ReservesLastNumber ? 1 : 0) ? (int)number : null;
        }

        for (var i = 0; i < Names.Length; i++)
        {
            if (string.Equals(Names[i], word, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>A bit for each of the capabilities of these names.</summary>
    internal static ulong MaskOf(params ReadOnlySpan<string> names)
    {
        var mask = 0UL;
        foreach (var name in names)
        {
            mask |= 1UL << Names.IndexOf(name);
        }

        return mask;
    }
}

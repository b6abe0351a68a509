using System.Collections.Immutable;
using ExsLint.Semantics.Systemd;

namespace ExsLint.Rules.Units;

/// <summary>Whether a service gains privileges on purpose, which NoNewPrivileges= would keep it from.</summary>
internal static class PrivilegeNeeds
{
    // NEWS of systemd 255: "seccomp may now be enabled for services running as a non-root User= without NoNewPrivileges=yes".
    private const int LastToImply = 254;

    private const string NoNewPrivileges = "NoNewPrivileges";

    // systemd.exec(5) of 252, NoNewPrivileges=: where one of these is set for a service without CAP_SYS_ADMIN, it is implied.
    private static readonly ImmutableArray<string> Implying =
    [
        "DynamicUser", "LockPersonality", "MemoryDenyWriteExecute", "PrivateDevices", "ProtectClock", "ProtectHostname",
        "ProtectKernelLogs", "ProtectKernelModules", "ProtectKernelTunables", "RestrictAddressFamilies", "RestrictNamespaces",
        "RestrictRealtime", "RestrictSUIDSGID", "SystemCallArchitectures", "SystemCallFilter", "SystemCallLog",
    ];

    // Programs that do their work by a set-user-ID bit or file capabilities, which the setting turns off.
    private static readonly ImmutableArray<string> Programs =
    [
        "sudo", "su", "doas", "pkexec", "sg", "newgrp", "newuidmap", "newgidmap", "authbind", "firejail", "podman",
        "ping", "mtr", "dumpcap", "sendmail", "exim", "exim4", "mail", "mailx", "postqueue", "postdrop", "crontab",
        "mount", "umount", "fusermount", "fusermount3", "sshfs",
    ];

    /// <summary>Whether a command of the unit runs a program that gains privileges.</summary>
    public static bool Gains(EffectiveUnit unit) => unit.Mentions.Runs(Programs);

    /// <summary>
    /// Whether a setting may imply NoNewPrivileges= although the unit cannot have it: the service gains privileges, or somebody
    /// turned it off on purpose. A user's own manager implies it in every version of systemd.
    /// </summary>
    public static bool AreTakenBy(EffectiveUnit unit, string key) =>
        Implying.Contains(key)
        && (unit.SystemdVersion <= LastToImply || !unit.IsSystemdVersionKnown || unit.IsOfUserManager)
        && !unit.Exec.NoNewPrivileges.Value
        && (Gains(unit) || WrittenOnPurpose.IsOff(unit, NoNewPrivileges) || ChromiumUse.IsLikely(unit));
}

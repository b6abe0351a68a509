#!/usr/bin/env python3
"""Writes the pages of the rules about rows of `systemd-analyze security` from the sentences below and from what ExsLint itself says:
its titles and descriptions, its reports on the examples, and what its fixes make of them. The pages' tests then hold them.

    docs/rules/generate.py EXSLINT [ID...]        EXSLINT: the executable; ID: the rules whose pages are written, all of them by default
"""
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
EXSLINT = sys.argv[1]
ONLY = sys.argv[2:]
UNIT = "shop.service"
BASE = "[Service]\nUser=shop\nExecStart=/opt/shop/bin/shop start\n"
MANUAL = "https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html"
CWE = {
    200: "Exposure of Sensitive Information to an Unauthorized Actor", 250: "Execution with Unnecessary Privileges",
    269: "Improper Privilege Management", 276: "Incorrect Default Permissions", 668: "Exposure of Resource to Wrong Sphere",
    923: "Improper Restriction of Communication Channel to Intended Endpoints",
}
JUDGED = "Which units are judged is described under\n[systemd-private-tmp](systemd-private-tmp.md)."
NOTICE = ("Where nobody wrote the setting, or a list of what is denied merely leaves something out, the finding is a notice, which leaves the"
          " exit code at 0: it suggests, and accuses nobody. A weak"
          " value that somebody wrote has the rule's own level.")

SAFE = "The fix is safe for a service on the Erlang virtual machine (tried with OTP 25 and 27) and unsafe for any other, which may need what it takes away."

# The settings that are on or off: what speaks for and against them in an Elixir service.
SWITCHES = {
    "systemd-lock-personality": ("LockPersonality", SAFE, "It is unsafe, too, where a command of the unit calls `setarch` or its kin, or `Personality=` is set."),
    "systemd-memory-deny-write-execute": ("MemoryDenyWriteExecute", "The fix is unsafe.",
        "Erlang's just-in-time compiler maps its code twice and works with it, unless the emulator runs with `+JMsingle true`: then there is no fix. A port that runs V8 or another compiler of its own breaks."),
    "systemd-private-mounts": ("PrivateMounts", SAFE, "A service that mounts file systems for others, as `sshfs` does, needs the old value; the fix is unsafe there. From systemd 254 on, only a written `no` is reported: `systemd-analyze` counts the absent setting as good."),
    "systemd-private-network": ("PrivateNetwork", "The fix is a suggestion and never applied by itself.",
        "Leave the setting off for whatever serves or calls others: a Phoenix endpoint, a remote database, federation, DNS and epmd all need the network. It suits a service that works on files, or one that gets its socket from a socket unit."),
    "systemd-private-users": ("PrivateUsers", "The fix is unsafe.",
        "Files of users other than root and the service's own appear to belong to nobody, and peers on local sockets cannot be told apart, which matters to PostgreSQL's `peer` authentication. Capabilities do not reach out of the namespace, so that the service cannot listen on a low port: there is no fix where the unit gives it `CAP_NET_BIND_SERVICE` or names such a port."),
    "systemd-protect-clock": ("ProtectClock", SAFE, "It is unsafe where the unit runs a program that sets the clock. Erlang reads the time and never sets it."),
    "systemd-protect-control-groups": ("ProtectControlGroups", SAFE, "It is unsafe where the unit has `Delegate=`, mentions `/sys/fs/cgroup`, or runs containers. The Erlang virtual machine reads its limits there and writes nothing."),
    "systemd-protect-hostname": ("ProtectHostname", SAFE, "It is unsafe where the unit calls `hostnamectl` or `domainname`. With a UTS namespace of its own the service also misses a later change of the host's name until it restarts, as do names of Erlang nodes built on it."),
    "systemd-protect-kernel-logs": ("ProtectKernelLogs", SAFE, "It is unsafe where the unit calls `dmesg` or mentions `/dev/kmsg`. Logger writes to standard output or to files and needs neither."),
    "systemd-protect-kernel-modules": ("ProtectKernelModules", SAFE, "It is unsafe where the unit calls `modprobe` or its kin. Modules that the kernel loads by itself, for a file system or a network protocol, are still loaded."),
    "systemd-protect-kernel-tunables": ("ProtectKernelTunables", SAFE, "It is unsafe where the unit calls `sysctl` or mentions `/proc/sys` or `/sys`. Reading stays possible, so that `:os_mon` and telemetry go on working."),
    "systemd-restrict-realtime": ("RestrictRealtime", SAFE, "It is unsafe where the unit has `CPUSchedulingPolicy=` or calls `chrt`. The schedulers of the Erlang virtual machine run with the ordinary policy, bound to processors or not."),
    "systemd-restrict-suid-sgid": ("RestrictSUIDSGID", SAFE, "It is unsafe where the unit calls a package manager, `git`, `install` or `chmod`, which set such bits. Uploads and releases need none."),
    "systemd-remove-ipc": ("RemoveIPC", SAFE, "It applies to services with a user of their own and is unsafe where the unit runs PostgreSQL. It takes away the objects of the *user*: leave it off where several services share one and talk through shared memory."),
}
WRITTEN_ONLY = {"systemd-private-mounts"}

# Settings with values: the key, a weak value (or None: only the absence), a good one, the kind of fix, advice.
VALUES = {
    "systemd-ambient-capabilities": ("AmbientCapabilities", "CAP_NET_ADMIN", "CAP_NET_BIND_SERVICE", False, "There is no automatic fix: ExsLint does not know what the service does with the capability. A service that only listens on a low port needs `CAP_NET_BIND_SERVICE`, which is not reported, and behind a proxy or a socket unit not even that."),
    "systemd-delegate": ("Delegate", "yes", "no", False, "There is no automatic fix. An Elixir service needs no delegation; one that starts containers may. An empty `Delegate=` means yes."),
    "systemd-device-allow": ("DevicePolicy", "auto", "closed", False, "There is no automatic fix: remove the line, or write `DevicePolicy=closed`. The absent setting is not reported here: [systemd-private-devices](systemd-private-devices.md) is, and `PrivateDevices=true` closes the policy. With a closed policy each device that `DeviceAllow=` opens is a notice of its own; what other settings open, such as the clock that `ProtectClock=` opens for reading, is not."),
    "systemd-ip-address-deny": ("IPAddressDeny", None, "any", True, "The fix is a suggestion: with `IPAddressDeny=any` alone the service reaches nobody. Add what it works with: `IPAddressAllow=localhost` behind a proxy on the same host, plus the addresses of its database and its resolver. A service that federates or calls webhooks has to reach any address; leave the setting off there, and ignore the rule."),
    "systemd-keyring-mode": ("KeyringMode", "shared", "private", True, "The fix is unsafe: whoever wrote the old value may use keys of others, for an encrypted file system or Kerberos. An Elixir service uses no kernel keyring."),
    "systemd-notify-access": ("NotifyAccess", "all", "main", False, "There is no automatic fix: libraries that run the program `systemd-notify` need `all`, for it is a process of its own. Those that write to the socket themselves, as the Elixir library `systemd` does, work with `main`."),
    "systemd-proc-subset": ("ProcSubset", None, "pid", True, "The fix is unsafe: `memsup` and `cpu_sup` of `:os_mon` read `/proc/meminfo` and `/proc/loadavg` and return nothing with it, which LiveDashboard shows."),
    "systemd-protect-proc": ("ProtectProc", "default", "invisible", True, SAFE + " It is unsafe where the unit calls `ps`, `pgrep` and the like. `noaccess` and `ptraceable` are accepted as well. A process with `CAP_SYS_PTRACE`, root's among them, still sees everything."),
    "systemd-root-directory": ("RootDirectory", None, "/srv/shop-root", False, "There is no automatic fix: the directory has to hold all that the service needs, the C library, certificates and time zones among it. `ProtectSystem=strict` with `ReadWritePaths=` gives most of the protection at little cost."),
    "systemd-supplementary-groups": ("SupplementaryGroups", "ssl-cert", "", False, "There is no automatic fix: something may be reached by the group only. A service behind a proxy does not read the certificates itself; one that does can get them by `LoadCredential=` without the group."),
    "systemd-system-call-architectures": ("SystemCallArchitectures", "native x86", "native", True, SAFE + " It is unsafe where the unit runs an emulator. Ports and NIFs are built for the machine's own architecture."),
    "systemd-umask": ("UMask", "0022", "0027", True, "The fix is unsafe: a web server that reads uploads from disk has to be in the service's group, and a backup that runs as another user may depend on reading them. `0077` is stricter still."),
}

CAPABILITIES = {
    "set-uid-gid-pcap": ("CAP_SETUID", "The Erlang virtual machine never changes its user. `sudo` and `su` need the capability, and are better left out of services."),
    "sys-ptrace": ("CAP_SYS_PTRACE", "Erlang's own tracing, observer and recon work within the virtual machine and need no capability; `strace` or `perf` on other users' processes would."),
    "chown-fsetid-setfcap": ("CAP_CHOWN", "Uploads belong to the service's user from the start. What a deployment has to hand over belongs into `ExecStartPre=+...`, which runs outside of the set, or into `StateDirectory=`."),
    "dac-fowner-ipc-owner": ("CAP_DAC_OVERRIDE", "Give the service's user the right permissions instead: a group, an ACL, or `LoadCredential=` for keys."),
    "net-admin": ("CAP_NET_ADMIN", "Only VPNs, routers and firewalls written in Elixir need it, such as Nerves' networking. A larger socket buffer than the host allows (`SO_RCVBUFFORCE`) needs it, too."),
    "sys-module": ("CAP_SYS_MODULE", "No Elixir service loads kernel modules; firmware built with Nerves may."),
    "sys-rawio": ("CAP_SYS_RAWIO", "Circuits.GPIO, I2C and SPI go through device files and do without."),
    "sys-time": ("CAP_SYS_TIME", "Erlang reads the clock and never sets it; NervesTime sets it on devices without an NTP service."),
    "audit": ("CAP_AUDIT_WRITE", "PAM writes audit records for whoever logs in; a web service has no part in that."),
    "kill": ("CAP_KILL", "Signals to the service's own processes need no capability: ports, `System.cmd/3` and systemd's own stopping of the service go on working."),
    "mknod": ("CAP_MKNOD", "`PrivateDevices=true` takes it away as well."),
    "net-bind-service-broadcast-raw": ("CAP_NET_RAW", "`ping` and packet capture need CAP_NET_RAW. To listen on port 80 or 443 the service needs CAP_NET_BIND_SERVICE here and in `AmbientCapabilities=`; alone it is not reported."),
    "sys-nice-resource": ("CAP_SYS_NICE", "Binding of schedulers (`+sbt`) works without. Set `LimitNOFILE=` and `Nice=` in the unit: systemd applies them before the capabilities go."),
    "syslog": ("CAP_SYSLOG", "It is about the kernel's log, not the syslog service: Logger and its handlers need nothing."),
    "mac": ("CAP_MAC_ADMIN", "It only matters on hosts with Smack."),
    "sys-boot": ("CAP_SYS_BOOT", "No service reboots its host but by asking systemd; Nerves devices are the exception."),
    "linux-immutable": ("CAP_LINUX_IMMUTABLE", "`chattr +i` is a matter for administrators."),
    "ipc-lock": ("CAP_IPC_LOCK", "The Erlang virtual machine locks no memory. Should a NIF for cryptography want to, raise `LimitMEMLOCK=`."),
    "sys-chroot": ("CAP_SYS_CHROOT", "A browser without a window uses it where user namespaces are not allowed; nothing else of an Elixir service does."),
    "block-suspend": ("CAP_BLOCK_SUSPEND", "Servers are not suspended; `epoll` merely ignores the flag that asks for it."),
    "bpf": ("CAP_BPF", "Tracers need it, services do not."),
    "lease": ("CAP_LEASE", "File servers such as Samba take leases; a web service does not."),
    "sys-pacct": ("CAP_SYS_PACCT", "It is a matter for administrators."),
    "sys-tty-config": ("CAP_SYS_TTY_CONFIG", "A service has no terminal; `iex --remsh` runs in that of its user."),
    "wake-alarm": ("CAP_WAKE_ALARM", "Erlang's timers and Oban's schedules are not of this kind."),
}

NAMESPACES = {
    "user": "Headless Chrome (ChromicPDF, Wallaby), `bwrap` and containers make them: where the unit names such a program, the fix is unsafe. ImageMagick, ffmpeg and ExifTool do not.",
    "mnt": "`PrivateTmp=` and its like are set up by systemd before the restriction, and go on working.",
    "net": "Docker, Podman and `ip netns` make them; Erlang does not.",
    "pid": "`bwrap`, containers and the sandbox of Chrome make them; ports and `System.cmd/3` do not.",
    "ipc": "`bwrap` and containers make them. PostgreSQL's shared memory is not concerned.",
    "cgroup": "Only managers of containers make them.",
    "uts": "Only managers of containers make them; the names of Erlang nodes come from the host's name or from `RELEASE_NODE`.",
}

FAMILIES = {
    "other": ("AF_UNIX AF_INET AF_INET6 AF_NETLINK AF_ALG", "An allow list leaves every family out that it does not name. libcluster, Bandit, Cowboy and Postgrex need none of them."),
    "packet": ("AF_UNIX AF_INET AF_INET6 AF_NETLINK AF_PACKET", "Elixir services that sniff or answer DHCP are rare; for those, ignore the rule with the reason beside it."),
    "inet-inet6": ("~AF_PACKET AF_ALG", "An allow list that names AF_INET and AF_INET6 is a decision, which `systemd-analyze` counts as bad and this rule does not report: every web service needs them."),
    "netlink": ("~AF_PACKET AF_ALG AF_INET AF_INET6", "Erlang asks for the list of interfaces (`:inet.getifaddrs/0`) by netlink, and so does glibc when it resolves names. An allow list that names AF_NETLINK is therefore not reported."),
    "unix": ("~AF_PACKET AF_ALG AF_INET AF_INET6 AF_NETLINK", "Logs to journald, notices to systemd and a local PostgreSQL go through local sockets. An allow list that names AF_UNIX is therefore not reported; a deny list that leaves nothing else open is."),
}

GROUPS = {
    "mount": "No part of Erlang mounts anything.",
    "module": "No part of Erlang loads modules into the kernel.",
    "raw-io": "Ports to hardware (Circuits) work through device files and need none of these.",
    "debug": "`perf` and `strace` need them, and are better run from outside of the service.",
    "clock": "Erlang reads the clock by calls of @default, which every list allows.",
    "reboot": "No service reboots its host but by asking systemd.",
    "swap": "Swap is a matter for administrators.",
    "privileged": "`SystemCallFilter=@system-service` still has some of them. Taking them out with a second line needs `SystemCallErrorNumber=EPERM`: then a refused call fails, instead of killing the virtual machine.",
    "resources": "The virtual machine binds its schedulers with a call of this group, and lives without it if the call fails with an error: hence `SystemCallErrorNumber=EPERM` beside a filter that leaves the group out.",
    "cpu-emulation": "Wine and old emulators need them.",
    "obsolete": "No current C library uses them.",
}


def run(unit, *arguments):
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, UNIT).write_text(unit)
        return subprocess.run(
            [EXSLINT, "check", "--profile", "strict", *arguments, "--quiet", UNIT], cwd=folder, capture_output=True, text=True).stdout


def example(rule, text, lines, introduction=""):
    if ONLY and rule not in ONLY:
        return ""

    unit = BASE + "".join(line + "\n" for line in lines)
    report = run(unit, "--format", "concise")
    report = "".join(line + "\n" for line in report.splitlines() if line.endswith(f"[{rule}]"))
    blocks = f"{introduction}\n\n" if introduction else ""
    blocks += f"```systemd file={UNIT}\n{unit}```\n\n```report\n{report}```\n"
    findings = [finding for finding in json.loads(run(unit, "--format", "json"))["findings"] if finding["rule"] == rule]
    fixed = unit
    if findings and findings[0]["fix"]:
        for edit in reversed(findings[0]["fix"]["files"][0]["edits"]):
            fixed = fixed[:edit["start"]["offset"]] + edit["text"] + fixed[edit["end"]["offset"]:]
        blocks += f"\n```systemd fixed\n{fixed}```\n"
    assert bool(report) == (text == "bad"), (rule, lines, report)
    return blocks


def wrap(text, width=118):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def write(rule, finds, examples, fix):
    if ONLY and rule["id"] not in ONLY:
        return

    see = "\n".join(
        [f"- [{'systemd' if 'systemd.' in rule['reference'] else ''}{rule['reference'].rsplit('/systemd', 1)[1].split('.html')[0]}(5), `{finds[0]}=`]({rule['reference']})"]
        + [f"- [CWE-{cwe}: {CWE[cwe]}](https://cwe.mitre.org/data/definitions/{cwe}.html)" for cwe in rule["cwe"]])
    profile = "" if rule["profile"] == "recommended" else " It belongs to the profile `strict`."
    page = f"""# {rule['id']}

{rule['title']}.

## What it does

{wrap(finds[1] + profile)}

{JUDGED}
{wrap(NOTICE)}

## Why is this bad?

{wrap(rule['description'])}

## Example

{chr(10).join(examples)}
## Fix

{wrap(fix)}

## See also

{see}
"""
    HERE.joinpath(rule["id"] + ".md").write_text(page)


def main():
    rules = {rule["id"]: rule for rule in json.loads(subprocess.run(
        [EXSLINT, "rule", "--format", "json"], capture_output=True, text=True, check=True).stdout)}
    good = "Nothing to report:"

    for id, (key, trust, note) in SWITCHES.items():
        examples = [] if id in WRITTEN_ONLY else [example(id, "bad", [], "The setting is missing:")]
        if id == "systemd-memory-deny-write-execute":
            examples.append(example(id, "bad", ['Environment="ERL_FLAGS=+JMsingle true"'], "An emulator that needs such memory gets no fix:"))
        else:
            examples.append(example(id, "bad", [f"{key}=no"], "It is off on purpose:"))
        examples.append(example(id, "good", [f"{key}=yes"], good))
        default = "is `no`" if id in WRITTEN_ONLY else "is off, as it is unless somebody turns it on"
        write(rules[id], (key, f"Finds services whose effective `{key}=` {default}."), examples, f"Sets `{key}=true`. {trust} {note}")

    for id, (key, bad, value, has_fix, note) in VALUES.items():
        examples = [example(id, "bad", [], "The setting is missing:")] if id in (
            "systemd-ip-address-deny", "systemd-proc-subset", "systemd-protect-proc", "systemd-root-directory", "systemd-system-call-architectures", "systemd-umask") else []
        if bad:
            examples.append(example(id, "bad", [f"{key}={bad}"], "A weak value:"))
        if id == "systemd-device-allow":
            examples.append(example(id, "bad", ["DevicePolicy=closed", "DeviceAllow=/dev/video0 rw"], "A device that is opened by name:"))
        if id == "systemd-protect-proc":
            examples.append(example(id, "bad", ["ProtectProc=Invisible"], "Words have their case, and a line that systemd cannot read has no effect:"))
        examples.append(example(id, "good", [f"{key}={value}"], good))
        finds = {
            "systemd-umask": "Finds services whose effective `UMask=` lets every user read or change their new files. Masks that open them to the group only are accepted.",
            "systemd-ambient-capabilities": "Finds services whose effective `AmbientCapabilities=` holds more than `CAP_NET_BIND_SERVICE`.",
            "systemd-device-allow": "Finds services with a written `DevicePolicy=auto` that nothing closes, and devices that `DeviceAllow=` opens.",
            "systemd-ip-address-deny": "Finds services whose effective `IPAddressDeny=` does not cover all addresses of IPv4 and IPv6, and that have no filter program of their own (`IPIngressFilterPath=`, `IPEgressFilterPath=`). What `IPAddressAllow=` lists is taken for a decision.",
            "systemd-system-call-architectures": "Finds services whose effective `SystemCallArchitectures=` is not exactly `native`.",
            "systemd-root-directory": "Finds services with neither `RootDirectory=` nor `RootImage=`, or with `/` for it.",
            "systemd-supplementary-groups": "Finds services with groups in `SupplementaryGroups=`. It says nothing of services of root, which need no group.",
            "systemd-delegate": "Finds services whose effective `Delegate=` is on, be it by a list of controllers.",
            "systemd-notify-access": "Finds services whose effective `NotifyAccess=` is `all`.",
            "systemd-keyring-mode": "Finds services whose effective `KeyringMode=` is `inherit` or `shared`. The default of services is `private`.",
            "systemd-proc-subset": "Finds services whose effective `ProcSubset=` is not `pid`.",
            "systemd-protect-proc": "Finds services whose effective `ProtectProc=` is `default`, as it is unless somebody sets it.",
        }[id]
        write(rules[id], (key, finds), examples, (f"Sets `{key}={value}`. " if has_fix else "") + note)

    shared = ("Where an allow list names the item, the word is reported. Where a list of what is denied leaves it out, one finding names all that"
              " the list leaves open, reported by the rule of the first of them")
    for item, (capability, note) in CAPABILITIES.items():
        id = f"systemd-capability-{item}"
        examples = [example(id, "bad", [f"CapabilityBoundingSet=CAP_NET_BIND_SERVICE {capability}"], "The capability is granted by name:")]
        if item == "set-uid-gid-pcap":
            examples.append(example(id, "bad", ["CapabilityBoundingSet=~CAP_SYS_ADMIN"], "A deny list leaves all others:"))
        examples.append(example(id, "good", ["CapabilityBoundingSet="], good))
        write(rules[id], ("CapabilityBoundingSet", f"Finds services whose effective `CapabilityBoundingSet=`, after what other settings take away, still holds what `systemd-analyze security` lists as `{item.replace('-', '_').upper()}`. {shared}. Where the set is absent or lets `CAP_SYS_ADMIN` through in the same way, only [systemd-capability-sys-admin](systemd-capability-sys-admin.md) reports."),
              examples, f"Takes the name out of the list, or empties the set where it is a list of what is denied; a service on a low port keeps `CAP_NET_BIND_SERVICE`. The fix is unsafe, for a program of the service may need the capability. {note}")

    for kind, note in NAMESPACES.items():
        id = f"systemd-restrict-namespaces-{kind}"
        examples = [example(id, "bad", [], "The setting is missing:")] if kind == "user" else []
        examples += [
            example(id, "bad", [f"RestrictNamespaces={kind}"], "A list names what is allowed, not what is restricted:"),
            example(id, "good", ["RestrictNamespaces=yes"], good)]
        write(rules[id], ("RestrictNamespaces", f"Finds services whose effective `RestrictNamespaces=` lets them create {kind} namespaces. {shared}. So does the absent setting, for which [systemd-restrict-namespaces-user](systemd-restrict-namespaces-user.md) stands."),
              examples, f"Sets `RestrictNamespaces=true`. That is safe for a service on the Erlang virtual machine where nothing was written, and unsafe where a list tells that something needs the rest of it. {note}")

    for item, (bad, note) in FAMILIES.items():
        id = f"systemd-restrict-address-families-{item}"
        examples = [example(id, "bad", [], "The setting is missing:")] if item == "other" else []
        examples += [
            example(id, "bad", [f"RestrictAddressFamilies={bad}"], "A family is allowed by name:" if bad[0] != "~" else "A list of what is denied leaves it open:"),
            example(id, "good", ["RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK"], good)]
        write(rules[id], ("RestrictAddressFamilies", f"Finds services whose effective `RestrictAddressFamilies=` lets them open such sockets. {shared}. So does the absent setting, for which [systemd-restrict-address-families-other](systemd-restrict-address-families-other.md) stands."),
              examples, f"Writes the list `AF_UNIX AF_INET AF_INET6 AF_NETLINK` where there is none, or one of what is denied, on one line. The fix is unsafe: a NIF or a port may use another family. A family in an allow list is for you to take out. {note}")

    for group, note in GROUPS.items():
        id = f"systemd-system-call-filter-{group}"
        examples = [example(id, "bad", [], "The setting is missing:")] if group == "mount" else []
        bad = {"privileged": "@system-service", "resources": "@basic-io @resources"}.get(group, f"@basic-io @{group}")
        examples += [
            example(id, "bad", [f"SystemCallFilter={bad}"], "The group is allowed:"),
            example(id, "good", ["SystemCallFilter=@system-service", "SystemCallFilter=~@privileged @resources", "SystemCallErrorNumber=EPERM"], good)]
        write(rules[id], ("SystemCallFilter", f"Finds services whose effective `SystemCallFilter=` allows a system call of `@{group}` that exists on x86-64. {shared}. So does the absent setting, for which [systemd-system-call-filter-mount](systemd-system-call-filter-mount.md) stands."),
              examples, f"Where there is no filter, or one line of what is denied, writes `SystemCallFilter=@system-service`, which systemd's manual recommends as a start. The fix is unsafe: try the service with it, ports and NIFs included. A word of an allow list is for you to take out, but for `@system-service`, to which `~@privileged @resources` is added with an error number. {note}")


main()

#!/usr/bin/env python3
"""Writes the tables of `systemd-analyze security` as the installed systemd has them.

    grammars/regenerate-systemd.py [--root DIR] [--output DIR]

Two files come out of it:

  systemd-security.tsv       the rows: what they are called, weigh and say
  systemd-names-VERSION.tsv  the names that the rows know: capabilities, address families, architectures, namespaces, error
                             numbers, system calls and their groups

Nothing is copied from systemd's sources: small units are given to the tool, and what it says of each is written down. --root names a
directory into which the packages of another systemd are unpacked; its own loader runs it. System calls are those of the machine this
runs on, which has to be x86-64.
"""

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile

NOT_APPLICABLE = 2**64 - 1
EXEC = "[Service]\nExecStart=/bin/true\n"

# Units that between them show every sentence of every row; the first word says which case of a row that is.
PROBES = {
    "empty": EXEC,
    "user": EXEC + "User=someone\nGroup=someone\nUMask=0007\nSupplementaryGroups=some\nNotifyAccess=all\nKeyringMode=shared\nDelegate=yes\n"
    "AmbientCapabilities=CAP_CHOWN\nProtectHome=read-only\nProtectSystem=yes\nProtectProc=noaccess\nSystemCallArchitectures=x86\n"
    "PrivateMounts=no\nIPAddressDeny=any\nIPAddressAllow=localhost\nDevicePolicy=closed\nDeviceAllow=/dev/null rw\n",
    "nobody": EXEC + "User=nobody\nUMask=0000\nProtectHome=tmpfs\nProtectSystem=full\nIPAddressDeny=any\nIPAddressAllow=10.0.0.0/8\n",
    "dynamic": EXEC + "DynamicUser=yes\nUMask=0037\nProtectHome=yes\nRemoveIPC=yes\n",
    "locked": EXEC + "User=someone\nRootDirectory=/srv\nPrivateDevices=yes\nPrivateMounts=yes\nPrivateNetwork=yes\nPrivateTmp=yes\n"
    "PrivateUsers=yes\nProtectControlGroups=yes\nProtectKernelModules=yes\nProtectKernelTunables=yes\nProtectKernelLogs=yes\n"
    "ProtectClock=no\nProtectHostname=yes\nProtectHome=yes\nProtectSystem=strict\nLockPersonality=yes\nMemoryDenyWriteExecute=yes\n"
    "NoNewPrivileges=yes\nCapabilityBoundingSet=\nUMask=0077\nProtectProc=invisible\nProcSubset=pid\nRemoveIPC=yes\n"
    "RestrictRealtime=yes\nRestrictSUIDSGID=yes\nRestrictNamespaces=yes\nRestrictAddressFamilies=none\nSystemCallArchitectures=native\n"
    "IPAddressDeny=any\nSystemCallFilter=@default\nDevicePolicy=strict\n",
    "clock": EXEC + "ProtectClock=yes\n",
    "filters": EXEC + "IPIngressFilterPath=/sys/fs/bpf/x\n",
    "boot": "[Unit]\nDefaultDependencies=no\n" + EXEC,
    "deny": EXEC + "SystemCallFilter=~uname\n",
    "deny-all": EXEC + "SystemCallFilter=~@clock @cpu-emulation @debug @module @mount @obsolete @privileged @raw-io @reboot @resources @swap\n",
    "allow-all": EXEC + "SystemCallFilter=@clock @cpu-emulation @debug @module @mount @obsolete @privileged @raw-io @reboot @resources @swap\n",
    "umask": EXEC + "UMask=0027\n",
}

DIRECTIVES = {
    "UserOrDynamicUser": "User DynamicUser",
    "RootDirectoryOrRootImage": "RootDirectory RootImage",
    "IPAddressDeny": "IPAddressDeny IPAddressAllow IPIngressFilterPath IPEgressFilterPath",
    "DeviceAllow": "DeviceAllow DevicePolicy",
}


class Systemd:
    def __init__(self, root):
        self.root = root or "/"
        libraries = os.path.join(self.root, "usr/lib/x86_64-linux-gnu")
        self.command = [os.path.join(root, "usr/lib64/ld-linux-x86-64.so.2"), "--library-path", f"{libraries}/systemd:{libraries}",
                        os.path.join(root, "usr/bin/systemd-analyze")] if root else ["systemd-analyze"]
        self.folder = tempfile.mkdtemp()
        self.version = self.run(["--version"]).split()[1]

    def run(self, arguments):
        environment = dict(os.environ, SYSTEMD_ANALYZE_DEBUG="1", SYSTEMD_UNIT_PATH="", SYSTEMD_COLORS="0", LC_ALL="C.UTF-8", SYSTEMD_PAGER="")
        result = subprocess.run(self.command + arguments, env=environment, capture_output=True, text=True)
        return result.stdout

    def judge(self, units):
        """The rows of each unit, by json_field; every unit must be accepted."""
        names = list(units)
        for name in names:
            with open(f"{self.folder}/{name}.service", "w") as file:
                file.write(units[name])
        output = self.run(["security", "--offline=true", "--json=short", "--no-pager", *[f"{self.folder}/{name}.service" for name in names]])
        tables, position = [], 0
        decoder = json.JSONDecoder()
        while output[position:].strip():
            table, end = decoder.raw_decode(output[position:].lstrip())
            position += len(output[position:]) - len(output[position:].lstrip()) + end
            tables.append({row["json_field"]: row for row in table})
        if len(tables) != len(names):
            sys.exit(f"systemd printed {len(tables)} tables for {len(names)} units")
        return dict(zip(names, tables))

    def strings(self, pattern, match):
        """Words of a shared library that look like names; the tool is then asked about each."""
        found = set()
        for folder, _, files in os.walk(os.path.join(self.root, "usr/lib")):
            for file in files:
                if re.match(pattern, file) and not os.path.islink(f"{folder}/{file}"):
                    with open(f"{folder}/{file}", "rb") as library:
                        found.update(word.decode() for word in re.findall(match, library.read()))
        if not found:
            sys.exit(f"no {pattern} below {self.root}")
        return sorted(found)

    def close(self):
        shutil.rmtree(self.folder)


def case_of(probe, field, row):
    """What tells the sentences of a row apart that have the same badness."""
    badness = "-" if row["badness"] == NOT_APPLICABLE else str(row["badness"])
    sentence = row["description"] or ""
    if badness == "-":
        return "- boot" if probe == "boot" and "boot phase" in sentence else "- root"
    if field == "UserOrDynamicUser" and badness == "0":
        return "0 dynamic" if probe == "dynamic" else "0 static"
    if field.startswith("SystemCallFilter_"):
        kind = "allow" if "allow list" in sentence else "deny" if "deny list" in sentence else "none"
        return f"{badness} {kind}"
    if field == "IPAddressDeny" and badness == "0":
        return "0 filters" if probe == "filters" else "0 all"
    return badness


def template(field, sentence):
    if field.startswith("SystemCallFilter_"):
        return re.sub(r"\(e\.g\. \S+ is allowed\)", "(e.g. {0} is allowed)", sentence)
    if field == "DeviceAllow":
        return re.sub(r"(special devices: ).*", r"\1{0}", sentence)
    return sentence


def security_table(systemd):
    judged = systemd.judge(PROBES)
    sentences = {}
    for probe, table in judged.items():
        for field, row in table.items():
            case, sentence = case_of(probe, field, row), template(field, row["description"] or "")
            if sentences.setdefault(field, {}).setdefault(case, sentence) != sentence:
                sys.exit(f"{field} says two things in case {case}: {sentence!r}")
            if "|" in sentence or "\t" in sentence:
                sys.exit(f"{field}: a sentence holds a separator")
    lines = ["# systemd-analyze security, as systemd 252, 257 and 262 have it; written by regenerate-systemd.py",
             "\t".join(["json_field", "name", "weight", "range", "directives", "not_applicable", "descriptions"])]
    for field, row in sorted(judged["empty"].items()):
        cases = sentences[field]
        reasons = " ".join(word for word in ("boot", "root") if f"- {word}" in cases)
        order = sorted(cases, key=lambda case: (case[0] == "-", int(case.split()[0]) if case[0] != "-" else 0, case))
        lines.append("\t".join([
            field, row["name"], str(row["weight"]), str(row["range"]),
            DIRECTIVES.get(field, field.split("_")[0]), reasons,
            "|".join(f"{case}={cases[case]}" for case in order)]))
    return "\n".join(lines) + "\n"


def groups_of(systemd):
    groups, name = {}, None
    for line in systemd.run(["syscall-filter", "--no-pager"]).splitlines():
        if line.startswith(("@", "# @")) and not line.startswith("# @known"):
            name = line.strip().lstrip("# ")
            groups[name] = []
        elif line.startswith("#") or not line.strip():
            name = None if line.startswith("#") else name
        elif name and line.startswith(" ") and not line.strip().startswith("#"):
            groups[name].append(line.strip())
    return groups


def flatten(groups, name):
    for member in groups[name]:
        if member.startswith("@"):
            yield from flatten(groups, member)
        else:
            yield member


def ask_each(systemd, words, unit, says):
    judged = systemd.judge({f"p{index}": unit.replace("{}", word) for index, word in enumerate(words)})
    return {word: answer for index, word in enumerate(words) if (answer := says(judged[f"p{index}"])) is not None}


def filter_is_known(table):
    return True if table["SystemCallFilter_clock"]["description"] != "Service does not filter system calls" else None


def families_opened(table):
    opened = [field.split("_", 1)[1] for field, row in table.items() if field.startswith("RestrictAddressFamilies_") and row["badness"]]
    return opened[0] if opened else None


def namespaces_opened(table):
    opened = [field.split("_", 1)[1] for field, row in table.items() if field.startswith("RestrictNamespaces_") and row["badness"]]
    return None if len(opened) > 1 else opened[0] if opened else ""


def natives_of(systemd, groups, scored):
    """Of the scored groups' members, those that exist on this architecture: the tool overlooks the others."""
    members = sorted({member for group in scored for member in flatten(groups, group)})
    units = {f"n{index}": EXEC + "SystemCallFilter=~" + " ".join(sorted({m for g in scored for m in flatten(groups, g)} - {member})) + "\n"
             for index, member in enumerate(members)}
    judged = systemd.judge(units)
    return {member for index, member in enumerate(members)
            if any(f"(e.g. {member} is allowed)" in (row["description"] or "") for row in judged[f"n{index}"].values())}, members


def names(systemd):
    lines = [f"# names that systemd {systemd.version} knows, on {platform.machine()}; written by regenerate-systemd.py", "kind\tname\tvalue"]

    def add(kind, entries):
        lines.extend(f"{kind}\t{name}\t{value}" for name, value in entries)

    capabilities = [line.split() for line in systemd.run(["capability", "--no-pager"]).splitlines() if line.startswith("cap_")]
    add("capability", [(name.upper(), number) for name, number in sorted(capabilities, key=lambda pair: int(pair[1]))])
    # Their case does not matter.
    words = systemd.strings(r"libsystemd-(shared|core)-.*\.so$", rb"(?<![A-Za-z0-9_])AF_[A-Z0-9_]+(?=\0)")
    add("address-family", ask_each(systemd, words, EXEC + "RestrictAddressFamilies={}\n", families_opened).items())
    words = ["native", "x86", "x86-64", "x32", "arm", "arm64", "loongarch64", "m68k", "mips", "mips64", "mips64-n32", "mips-le", "mips64-le",
             "mips64-le-n32", "parisc", "parisc64", "ppc", "ppc64", "ppc64-le", "riscv64", "s390", "s390x", "sh", "sheb"]
    known = ask_each(systemd, words, EXEC + "SystemCallArchitectures={}\n", lambda table: "" if table["SystemCallArchitectures"]["badness"] != 10 else None)
    add("architecture", known.items())
    words = ["cgroup", "ipc", "mnt", "net", "pid", "time", "user", "uts"]
    add("namespace", ask_each(systemd, words, EXEC + "RestrictNamespaces={}\n", namespaces_opened).items())
    words = systemd.strings(r"libsystemd-(shared|core)-.*\.so$", rb"(?<![A-Za-z0-9_])E[A-Z0-9]+(?=\0)")
    add("errno", [(name, "") for name in ask_each(systemd, words, EXEC + "SystemCallFilter=~uname:{}\n", filter_is_known)])

    groups = groups_of(systemd)
    add("group", [(name, " ".join(members)) for name, members in groups.items()])
    scored = [row["name"].split("~")[1] for row in systemd.judge({"empty": EXEC})["empty"].values() if row["name"].startswith("SystemCallFilter")]
    natives, members = natives_of(systemd, groups, scored)
    words = sorted({word for group in groups for word in flatten(groups, group)} | set(systemd.strings(r"libseccomp\.so\.", rb"(?<![a-z0-9_])_?[a-z][a-z0-9_]+(?=\0)")))
    known = ask_each(systemd, words, EXEC + "SystemCallFilter=~{}\n", filter_is_known)
    add("system-call", [(name, "native" if name in natives else "foreign" if name in members else "") for name in words if name in known or name in natives])
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", help="a directory with another systemd")
    parser.add_argument("--output", default=os.path.dirname(os.path.abspath(__file__)), help="where the tables go (default: beside this script)")
    arguments = parser.parse_args()
    systemd = Systemd(arguments.root)
    try:
        for name, content in (("systemd-security.tsv", security_table(systemd)), (f"systemd-names-{systemd.version}.tsv", names(systemd))):
            with open(os.path.join(arguments.output, name), "w") as file:
                file.write(content)
    finally:
        systemd.close()


main()

using CsCheck;

namespace ExsLint.Tests.TestSupport;

/// <summary>Unit files: what people write, what they get wrong, and the corners of the syntax.</summary>
internal static class UnitGen
{
    /// <summary>Text of the characters that mean something to systemd, and a few that do not.</summary>
    public static readonly Gen<string> Noise = Pick(
        "[", "]", "=", "\\", "#", ";", " ", "\t", "\n", "\r", "\r\n", "\0", "\uFEFF", "a", "Key", "[Service]", "\\\n", "é",
        "\U0001F600", "\uD800", "\u00A0", "\u2028", "\v")
        .Array[0, 40].Select(string.Concat);

    private static readonly Gen<string> Line = Pick(
        "PrivateTmp=yes", "PrivateTmp=no", "PrivateTmp = off # why", "PrivateTmp=", "PrivateTmp=tru\\\ne",
        "ProtectHome=true", "ProtectHome=read-only", "ProtectHome=NO", "ProtectHome=\"yes\"",
        "ProtectSystem=true", "ProtectSystem=full", "ProtectSystem=no ; later", "PrivateDevices=0", "PrivateDevices=1",
        "NoNewPrivileges=maybe", "NoNewPrivileges=yes", "NoNewPrivileges=\\\n# between\n  no",
        "CapabilityBoundingSet=CAP_SYS_ADMIN", "CapabilityBoundingSet=CAP_CHOWN CAP_SYS_ADMIN CAP_KILL",
        "CapabilityBoundingSet=~CAP_CHOWN",
        "CapabilityBoundingSet=~", "CapabilityBoundingSet=", "CapabilityBoundingSet=~CAP_TYPO",
        "CapabilityBoundingSet=21 \\\n  CAP_KILL",
        "CapabilityBoundingSet=CAP_KILL \\\n  cap_sys_admin \\\n  CAP_CHOWN",
        "CapabilityBoundingSet=CAP_SYS_ADMIN \\\n ; note\n CAP_SYS_ADMIN",
        "CapabilityBoundingSet=\"CAP_SYS_ADMIN\" 'CAP_KILL'", "CapabilityBoundingSet=~CAP_SYS_ADMIN",
        "CapabilityBoundingSet=~CAP_KILL # note",
        "Environment=A=1 \\\n  B=2", "Environment=C=\\\\", "# comment", "; comment \\", "", "[Install]", "WantedBy=a.target",
        "[Service]",
        "[Unit]", "[X-Ours]", "free text", "ExecStartPre=/bin/true \\", "DynamicUser=no");

    /// <summary>A service with some of the six settings; with any line end, with or without a last one.</summary>
    public static readonly Gen<string> Service = Gen.Select(
        Line.Array[0, 10],
        Pick("\n", "\n", "\r\n", "\r"),
        Gen.Bool,
        (lines, lineEnd, isEnded) =>
        {
            string[] all = ["[Service]", "ExecStart=/opt/web/bin/web start", .. lines];
            var text = string.Join('\n', all) + (isEnded ? "\n" : "");
            return text.Replace("\n", lineEnd, StringComparison.Ordinal);
        });

    private static Gen<string> Pick(params string[] items) => Gen.Int[0, items.Length - 1].Select(index => items[index]);
}

using ExsLint.Analysis;

namespace ExsLint.Tests.TestSupport;

/// <summary>The rules about units that Akkoma's hardening guide asks for, without all that has been added to them.</summary>
internal static class GuideRules
{
    /// <summary>Looks for the guide's six and for what is wrong with the text itself.</summary>
    public static LintOptions Options { get; } = new()
    {
        Select =
        [
            "systemd-capability-sys-admin", "systemd-no-new-privileges", "systemd-private-devices", "systemd-private-tmp",
            "systemd-protect-home", "systemd-protect-system", "syntax-*",
        ],
    };
}

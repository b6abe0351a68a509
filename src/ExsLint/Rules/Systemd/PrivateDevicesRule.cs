using ExsLint.Edits;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Contradictions;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds services that see physical devices.</summary>
public sealed class PrivateDevicesRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "systemd-private-devices";

    // systemd.exec(5): off by default. Akkoma's hardening guide recommends it but for the Raspberry Pi and its like, where it may
    // not work; upstream's own unit has it off for that reason.
    private const string Key = "PrivateDevices";
    private const string Recommended = "true";

    // Execution with unnecessary privileges; exposure of a resource to the wrong sphere.
    private const int UnnecessaryPrivileges = 250;
    private const int ExposureToWrongSphere = 668;

    // Groups that own physical devices on common distributions.
    private static readonly string[] DeviceGroups =
        ["audio", "dialout", "disk", "gpio", "i2c", "input", "kvm", "plugdev", "render", "spi", "tty", "video"];

    /// <inheritdoc/>
    public override string Row => Key;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Service sees physical devices",
        Description = "A service without PrivateDevices= sees the host's /dev, with disks, memory and ports that its user may "
            + "be allowed to open; the setting also takes away CAP_MKNOD and CAP_SYS_RAWIO.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 4.4,
        Cwes = [UnnecessaryPrivileges, ExposureToWrongSphere],
        Fix = FixApplicability.Safe,
        ReferenceUri = UnitMessages.Reference(Key),
        CreateMessages = () => UnitMessages.For(Key, "the service sees the host's physical devices"),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        var setting = context.Unit.Exec.PrivateDevices;
        if (context.IsJudged(Key) && !setting.Value)
        {
            context.ReportSetting(Key, setting, context.CreateFix(Key, Recommended, isSafe: !UsesDevices(context.Unit)));
        }
    }

    private static bool UsesDevices(EffectiveUnit unit) =>
        HasWords(unit, "DeviceAllow", _ => true)
        || HasWords(unit, "TTYPath", _ => true)
        || HasWords(unit, "StandardInput", word => word.StartsWith("tty", StringComparison.Ordinal))
        || HasWords(unit, "SupplementaryGroups", DeviceGroups.Contains)
        || unit.Mentions.Paths.Any(PrivateDevices.Lacks);

    private static bool HasWords(EffectiveUnit unit, string key, Func<string, bool> condition) => unit
        .GetAssignments(UnitSections.Service, key)
        .SelectMany(assignment => UnitWords.Split(assignment.Value))
        .Any(word => condition(word.Text));
}

using ExsLint.Edits;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds services that can write to the system's own folders.</summary>
public sealed class ProtectSystemRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "systemd-protect-system";

    // systemd.exec(5): off by default; 'true' covers /usr and the boot loader, 'full' also /etc. Akkoma's hardening guide
    // recommends 'full'; 'strict' is stronger.
    private const string Key = "ProtectSystem";
    private const string Recommended = "full";
    private const string EtcWritable = "etc-writable";

    // Incorrect permission assignment for a critical resource; execution with unnecessary privileges.
    private const int WrongPermission = 732;
    private const int UnnecessaryPrivileges = 250;

    // What 'full' makes read-only.
    private static readonly string[] SystemFolders = ["/usr", "/boot", "/efi", "/etc"];

    /// <inheritdoc/>
    public override string Row => Key;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Service can write to system folders",
        Description = "A service without ProtectSystem=full or strict can, as far as its user may, change programs in /usr, the "
            + "boot loader, or configuration in /etc.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 5.0,
        Cwes = [WrongPermission, UnnecessaryPrivileges],
        Fix = FixApplicability.Safe,
        ReferenceUri = UnitMessages.Reference(Key),
        CreateMessages = () => UnitMessages.For(Key, "/usr, /boot and /etc are not read-only for the service")
            .Add(
                EtcWritable,
                "ProtectSystem is '{0}', which protects /usr and /boot but not /etc, so only 'full' or 'strict' will do."),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        var exec = context.Unit.Exec;
        if (!context.IsJudged(Key)
            || !exec.DefaultDependencies.Value
            || exec.ProtectSystem.Value is ProtectSystemMode.Full or ProtectSystemMode.Strict)
        {
            return;
        }

        var writesToSystem = UnitPaths.Written(context.Unit)
            .Any(path => SystemFolders.Any(folder => UnitPath.IsAtOrBelow(path, folder)));
        var fix = writesToSystem ? null : context.CreateFix(Key, Recommended, isSafe: true);
        var message = exec.ProtectSystem.Value == ProtectSystemMode.On ? EtcWritable : UnitMessages.Set;
        context.ReportSetting(Key, exec.ProtectSystem, fix, message);
    }
}

using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Rules.Systemd.Rows;

/// <summary>Finds services whose control group lets them use the host's devices.</summary>
public sealed class DeviceAllowRule : RowRule
{
    private const string Policy = "DevicePolicy";

    /// <summary>What it says.</summary>
    internal static RowAdvice Advice { get; } = new(
        "systemd-device-allow", "DeviceAllow",
        "Service may use devices of the host",
        "the service may use what it finds in /dev as far as its user may",
        "DevicePolicy=auto leaves every device to the rights of its file, and DeviceAllow= opens devices by name. A web service "
        + "needs none but null, random and the like, which DevicePolicy=closed leaves.")
    {
        Cwe = WrongSphere,
    };

    // Exposure of a resource to the wrong sphere.
    private const int WrongSphere = 668;
    private const string Opened = "opened";

    /// <summary>The rule.</summary>
    public DeviceAllowRule()
        : base(Advice, Advice.Describe(
            "https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#DeviceAllow=",
            () => UnitMessages.For(Policy, Advice.Consequence).Add(Opened, "DeviceAllow opens '{0}' to the service."),
            null))
    {
    }

    // A unit that says nothing of devices is reported for PrivateDevices, which closes the policy. What other settings open is
    // theirs.
    private protected override void Report(UnitRuleContext context, SecurityVerdict verdict)
    {
        var policy = context.Unit.Resources.DevicePolicy;
        if (policy.Value is "closed" or "strict")
        {
            foreach (var assignment in SettingReader.AfterLastReset(
                context.Unit.GetAssignments(UnitSections.Service, "DeviceAllow")))
            {
                var shown = UnitRuleContext.Shown(assignment.Value);
                context.Report(
                    Opened, assignment.Location, context.SettingOf("DeviceAllow", shown), [shown], level: DiagnosticLevel.Note);
            }
        }
        else if (!policy.Assignments.IsEmpty)
        {
            context.ReportSetting(Policy, policy, fix: null);
        }
    }
}

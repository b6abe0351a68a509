using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd.Exposure;

namespace ExsLint.Rules.Systemd.Rows;

/// <summary>Finds services that start with capabilities.</summary>
public sealed class AmbientCapabilitiesRule : SettingRowRule
{
    /// <summary>What it says.</summary>
    internal static RowAdvice Advice { get; } = new(
        "systemd-ambient-capabilities", "AmbientCapabilities",
        "Service starts with capabilities",
        "every program that the service starts holds these capabilities",
        "AmbientCapabilities= gives the service and all programs that it starts powers that belong to root. "
        + "CAP_NET_BIND_SERVICE alone, to listen on a low port without being root, is what it is for.")
    {
        Cwe = PrivilegeManagement,
    };

    // Improper privilege management.
    private const int PrivilegeManagement = 269;

    /// <summary>The rule.</summary>
    public AmbientCapabilitiesRule()
        : base(Advice, Advice.JsonField)
    {
    }

    private protected override bool IsRight(UnitRuleContext context, SecurityVerdict verdict) =>
        context.Unit.Exec.AmbientCapabilities.Value.Mask == 1UL << ServiceNeeds.BindServiceNumber;
}

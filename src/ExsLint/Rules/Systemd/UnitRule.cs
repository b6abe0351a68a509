namespace ExsLint.Rules.Systemd;

/// <summary>A rule about systemd units.</summary>
public abstract class UnitRule : Rule
{
    /// <summary>Looks at a unit and reports what it finds.</summary>
    public abstract void Analyze(UnitRuleContext context);
}

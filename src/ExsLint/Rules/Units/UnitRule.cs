namespace ExsLint.Rules.Units;

/// <summary>A rule about systemd units.</summary>
public abstract class UnitRule : Rule, IUnitJudge
{
    /// <summary>
    /// The row of <c>systemd-analyze security</c> that the rule reports, by its name in systemd's JSON; null for none.
    /// </summary>
    public virtual string? Row => null;

    /// <summary>Looks at a unit and reports what it finds.</summary>
    public abstract void Analyze(UnitRuleContext context);
}

namespace ExsLint.Rules.Units;

/// <summary>What looks at units: a <see cref="UnitRule"/>, or a rule about configurations that judges units as well.</summary>
internal interface IUnitJudge
{
    /// <summary>Looks at a unit and reports what it finds.</summary>
    void Analyze(UnitRuleContext context);
}

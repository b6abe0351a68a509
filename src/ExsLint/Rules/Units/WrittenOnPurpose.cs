using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Rules.Units;

/// <summary>
/// Whether somebody made a setting weak on purpose: in a drop-in, which has no other purpose than to change what the unit says,
/// or with a comment that says why.
/// </summary>
internal static class WrittenOnPurpose
{
    /// <summary>Whether somebody wrote the weak value of a setting on purpose.</summary>
    public static bool IsOff(EffectiveUnit unit, string key) =>
        unit.GetAssignments(UnitSections.Service, key) is [.., var last] && !IsMeantOtherwise(last) && Is(unit, last);

    /// <summary>Whether somebody wrote an assignment on purpose.</summary>
    public static bool Is(EffectiveUnit unit, UnitAssignment assignment) =>
        assignment.Directive.Tree != unit.Files.Main || DirectiveComments.Explain(assignment.Directive);

    // "yes", with its quotes, and 'yes # why' are lines that systemd ignores: who wrote them meant the opposite of weak.
    private static bool IsMeantOtherwise(UnitAssignment assignment)
    {
        var mark = InlineComment.Find(assignment.Value);
        var meant = (mark < 0 ? assignment.Value : assignment.Value[..mark]).Trim().Trim('"', '\'');
        return meant != assignment.Value && meant.Length > 0 && !(SettingValues.TryParseBoolean(meant, out var isOn) && !isOn);
    }
}

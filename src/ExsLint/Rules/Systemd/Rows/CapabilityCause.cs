using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Rules.Systemd.Rows;

/// <summary>Finds the assignment of <c>CapabilityBoundingSet=</c> that leaves a capability in the set.</summary>
internal static class CapabilityCause
{
    /// <summary>
    /// The assignment to report: the last that grants the capability by name, else the last that brings it in, else the last of
    /// all.
    /// </summary>
    /// <param name="setting">The set, which is assigned and holds the capability.</param>
    /// <param name="capability">The capability's number.</param>
    /// <param name="systemdVersion">The version that reads it.</param>
    /// <returns>The assignment, and the place of the capability's name if that is there.</returns>
    public static (UnitAssignment Assignment, TextSpan? Word) Find(
        EffectiveValue<CapabilitySet> setting, int capability, int systemdVersion)
    {
        var set = CapabilitySet.All;
        var cause = setting.Assignments[^1];
        TextSpan? causeWord = null;
        foreach (var assignment in setting.Assignments)
        {
            var next = set.Apply(assignment.Value, systemdVersion);
            var word = assignment.Value is ['~', ..]
                ? null
                : UnitRuleContext.FindWord(assignment, text => Capabilities.Find(text) == capability);
            if (word is not null || (next.Contains(capability) && !set.Contains(capability)))
            {
                (cause, causeWord) = (assignment, word);
            }
            else if (!next.Contains(capability))
            {
                (cause, causeWord) = (setting.Assignments[^1], null);
            }

            set = next;
        }

        return (cause, causeWord);
    }
}

using ExsLint.Text;

namespace ExsLint.Semantics.Systemd.Units;

/// <summary>Why systemd stops reading a file of a unit, or does not load the unit at all.</summary>
/// <param name="Message">One sentence.</param>
/// <param name="Location">The place, or null if it is about the unit as a whole.</param>
public sealed record UnitRefusal(string Message, Location? Location)
{
    /// <summary>Whether it is about the instance by which systemd-analyze judges a template, and another one may pass.</summary>
    public bool DependsOnInstance { get; init; }
}

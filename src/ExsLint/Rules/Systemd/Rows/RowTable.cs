using System.Collections.Immutable;

namespace ExsLint.Rules.Systemd.Rows;

/// <summary>
/// What ExsLint says about the rows of <c>systemd-analyze security</c>: the one place from which the rules, their levels and the
/// heads of their pages come. What systemd says of them is in <c>grammars/systemd-security.tsv</c>. The seven rows with a rule
/// that is written out, <c>PrivateTmp</c> among them, are not here.
/// </summary>
internal static class RowTable
{
    private static readonly Lazy<ImmutableArray<RowAdvice>> LazyAll = new(() =>
    [
        AmbientCapabilitiesRule.Advice,
        DeviceAllowRule.Advice,
        .. SwitchAdvice.All,
        .. ValueAdvice.All.Select(entry => entry.Advice),
        .. CapabilityAdvice.All,
        .. NamespaceAdvice.All,
        .. AddressFamilyAdvice.All,
        .. SystemCallAdvice.All,
    ]);

    /// <summary>The advice about all rows.</summary>
    public static ImmutableArray<RowAdvice> All => LazyAll.Value;

    /// <summary>
    /// The smallest profile that contains the rule about a row. Rules that are written out are in every profile.
    /// </summary>
    /// <param name="jsonField">The row's name in systemd's JSON.</param>
    public static RuleProfile ProfileOf(string jsonField) =>
        All.FirstOrDefault(advice => advice.JsonField == jsonField)?.Profile ?? RuleProfile.Recommended;
}

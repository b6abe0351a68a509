using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Rules.Systemd.Rows;

/// <summary>Finds services that may open sockets of address families that they do not need.</summary>
public sealed class AddressFamilyRule : ListRowRule
{
    private const string Key = "RestrictAddressFamilies";

    // What an Elixir service needs: sockets to the local database and to systemd, the network, and the kernel's list of
    // interfaces (inet:getifaddrs/0).
    private const string Needed = "AF_UNIX AF_INET AF_INET6 AF_NETLINK";

    private static readonly ImmutableArray<string> NeededRows =
        ["RestrictAddressFamilies_AF_INET_INET6", "RestrictAddressFamilies_AF_UNIX", "RestrictAddressFamilies_AF_NETLINK"];

    private static readonly ImmutableArray<string> Order = [.. AddressFamilyAdvice.All.Select(advice => advice.JsonField)];

    private AddressFamilyRule(RowAdvice advice)
        : base(advice, Key, Order, FixApplicability.Unsafe)
    {
    }

    /// <summary>A rule for each row.</summary>
    internal static IEnumerable<RowRule> CreateAll() => AddressFamilyAdvice.All.Select(advice => new AddressFamilyRule(advice));

    private protected override ListCause FindCause(EffectiveUnit unit, SecurityVerdict verdict)
    {
        foreach (var assignment in SettingReader.AfterLastReset(verdict.Assignments).Reverse())
        {
            if (assignment.Value is not ['~', ..] && FindFamily(unit, assignment, verdict.Check.Item) is { } word)
            {
                return new(assignment, word);
            }
        }

        return WholeList(verdict);
    }

    private static TextSpan? FindFamily(EffectiveUnit unit, UnitAssignment assignment, string item)
    {
        var names = SystemdNames.Of(unit.SystemdVersion);
        var isRead = true;
        return UnitRuleContext.FindWord(assignment, text =>
        {
            var row = names.FindAddressFamily(text);
            isRead &= row is not null || !AddressFamilyFilter.SkipsRest(unit.SystemdVersion);
            return isRead && row == item;
        });
    }

    private protected override bool IsMeant(EffectiveUnit unit, SecurityVerdict verdict) =>
        NeededRows.Contains(verdict.Check.JsonField);

    private protected override CodeFix? CreateFix(
        UnitRuleContext context, SecurityVerdict verdict, ListCause cause, IReadOnlyList<SecurityVerdict> others) =>
        cause.Word is null && verdict.Assignments.Length < 2 && context.Unit.Beam.IsBeam
            ? CreateFix(context, Key, Needed, FixApplicability.Unsafe)
            : null;
}

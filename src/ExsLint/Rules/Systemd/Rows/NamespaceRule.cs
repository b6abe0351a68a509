using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Semantics.Systemd.Settings;

namespace ExsLint.Rules.Systemd.Rows;

/// <summary>Finds services that may create namespaces of a kind.</summary>
public sealed class NamespaceRule : ListRowRule
{
    private const string Key = "RestrictNamespaces";
    private const string None = "true";

    private static readonly ImmutableArray<string> Order = [.. NamespaceAdvice.All.Select(advice => advice.JsonField)];

    private NamespaceRule(RowAdvice advice)
        : base(advice, Key, Order, advice.Profile == RuleProfile.Recommended ? FixApplicability.Safe : FixApplicability.Unsafe)
    {
    }

    /// <summary>A rule for each row.</summary>
    internal static IEnumerable<RowRule> CreateAll() => NamespaceAdvice.All.Select(advice => new NamespaceRule(advice));

    private protected override ListCause FindCause(EffectiveUnit unit, SecurityVerdict verdict)
    {
        var whole = WholeList(verdict);
        if (whole.IsIgnored || whole.Assignment is null)
        {
            return whole;
        }

        foreach (var assignment in SettingReader.AfterLastReset(verdict.Assignments).Reverse())
        {
            if (assignment.Value is not ['~', ..]
                && UnitRuleContext.FindWord(assignment, text => text == verdict.Check.Item) is { } word)
            {
                return new(assignment, word);
            }
        }

        return whole;
    }

    // A written list tells that something needs the rest of it.
    private protected override CodeFix? CreateFix(
        UnitRuleContext context, SecurityVerdict verdict, ListCause cause, IReadOnlyList<SecurityVerdict> others)
    {
        var isList = !cause.IsIgnored
            && cause.Assignment is { Value: not "" } written
            && !SettingValues.TryParseBoolean(written.Value, out _);
        var isSafe = !isList
            && context.Unit.Beam is { IsBeam: true, IsServerOfOthers: false }
            && !context.Unit.Mentions.Names(ServiceNeeds.NamespacePrograms)
            && !ChromiumUse.IsLikely(context.Unit);
        return CreateFix(context, Key, None, isSafe ? FixApplicability.Safe : FixApplicability.Unsafe);
    }
}

using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Rules.Systemd.Rows;

/// <summary>
/// A rule about one item of a setting that lists what is allowed or denied. One cause gives one finding. If an item is allowed
/// by name, that word is the cause. If the setting is absent, or a list of what is denied is too short, it is the cause for all
/// items that it leaves open: the rule of the first such item reports, and names the others.
/// </summary>
public abstract class ListRowRule : RowRule
{
    private const string MissingMore = "missing-more";
    private const string SetMore = "set-more";
    private const string Granted = "granted";
    private const string GrantedMore = "granted-more";
    private const int MaxNamed = 6;

    private readonly string _key;
    private readonly ImmutableArray<string> _order;

    /// <summary>A rule about an item of a list.</summary>
    /// <param name="advice">What it says.</param>
    /// <param name="key">The setting.</param>
    /// <param name="order">The rows of the setting, the one first that reports what all have in common.</param>
    /// <param name="fix">The most that its fixes can be trusted.</param>
    private protected ListRowRule(RowAdvice advice, string key, ImmutableArray<string> order, FixApplicability? fix)
        : base(advice, advice.Describe(UnitMessages.Reference(key), () => Messages(key, advice.Consequence), fix)) =>
            (_key, _order) = (key, order);

    /// <summary>Where a list goes wrong; all parts are null where it is absent.</summary>
    /// <param name="Assignment">The assignment that is to blame.</param>
    /// <param name="Word">The word in it that allows the item; null where it fails to deny it.</param>
    /// <param name="IsIgnored">Whether systemd cannot read the assignment.</param>
    private protected readonly record struct ListCause(UnitAssignment? Assignment, TextSpan? Word, bool IsIgnored = false);

    private sealed record OpenItem(SecurityVerdict Verdict, ListCause Cause);

    /// <summary>The items of the list that are open, and why. The rules for the items share them.</summary>
    private List<OpenItem> OpenItems(EffectiveUnit unit) => unit.Keep<List<OpenItem>>(_key, () =>
    [
        .. _order.Select(unit.Judge)
            .Where(verdict => verdict.Badness > 0)
            .Select(verdict => new OpenItem(verdict, FindCause(unit, verdict))),
    ]);

    private protected sealed override void Report(UnitRuleContext context, SecurityVerdict verdict)
    {
        var cause = OpenItems(context.Unit).FirstOrDefault(item => item.Verdict.Check.JsonField == Row)?.Cause
            ?? FindCause(context.Unit, verdict);
        if (cause.Word is not null && IsMeant(context.Unit, verdict))
        {
            return;
        }

        var others = OpenItems(context.Unit)
            .Where(other => other.Verdict.Check.JsonField != Row && other.Cause == cause)
            .Select(other => other.Verdict)
            .ToList();
        if (others.Exists(other => _order.IndexOf(other.Check.JsonField) < _order.IndexOf(Row)))
        {
            return;
        }

        var more = others.Select(other => ItemOf(other.Check)).ToList();
        var related = UnitRuleContext.Related(
            verdict.Assignments.Where(other => other != cause.Assignment), "This line takes part in the list.");
        var fix = CreateFix(context, verdict, cause, others);
        context.Report(
            MessageOf(cause, more.Count > 0), LocationOf(context, cause), context.SettingOf(_key, ItemOf(verdict.Check)),
            [.. ArgumentsOf(cause), .. more.Count > 0 ? [Join(more)] : Array.Empty<string>()], fix, related,
            IsOmission(cause) ? DiagnosticLevel.Note : null,
            cause.Assignment is null ? new AbsentDirective(context.Unit, _key) : null);
    }

    /// <summary>Where the list goes wrong for a row; <paramref name="verdict"/> is bad.</summary>
    private protected abstract ListCause FindCause(EffectiveUnit unit, SecurityVerdict verdict);

    /// <summary>Whether the item, which is named to be allowed, is one that the service needs.</summary>
    private protected virtual bool IsMeant(EffectiveUnit unit, SecurityVerdict verdict) => false;

    /// <summary>What to write instead, or null.</summary>
    private protected abstract CodeFix? CreateFix(
        UnitRuleContext context, SecurityVerdict verdict, ListCause cause, IReadOnlyList<SecurityVerdict> others);

    /// <summary>The cause where no word is to blame.</summary>
    private protected static ListCause WholeList(SecurityVerdict verdict) =>
        verdict.Assignments is [.., var last] && last != verdict.Cause && !verdict.IsImplied ? new(last, null, IsIgnored: true)
            : new(verdict.Cause, null);

    /// <summary>What a row is about, as unit files have it: <c>@clock</c>, <c>CAP_KILL</c>.</summary>
    private protected static string ItemOf(SecurityCheck check) =>
        check.Name[(check.Name.IndexOf('~', StringComparison.Ordinal) + 1)..];

    // Nobody wrote that the item is open: the list is absent, or one of what is denied leaves it out.
    private static bool IsOmission(ListCause cause) =>
        cause.Assignment is null || (cause.Word is null && !cause.IsIgnored && cause.Assignment.Value is ['~', ..]);

    private static Location LocationOf(UnitRuleContext context, ListCause cause) =>
        cause.Assignment is not { } assignment ? context.MissingLocation()
        : cause.Word is { } word ? new Location(assignment.File, word)
        : assignment.Location;

    private static string MessageOf(ListCause cause, bool hasMore) => cause switch
    {
        { Assignment: null } => hasMore ? MissingMore : UnitMessages.Missing,
        { IsIgnored: true, Assignment: var ignored } =>
            InlineComment.Find(ignored.Value) >= 0 ? UnitMessages.Comment : UnitMessages.Ignored,
        { Word: not null } => hasMore ? GrantedMore : Granted,
        _ => hasMore ? SetMore : UnitMessages.Set,
    };

    private static ImmutableArray<string> ArgumentsOf(ListCause cause) => cause switch
    {
        { Assignment: null } => [],
        { Word: { } word, Assignment: var assignment } => [UnitRuleContext.Shown(assignment.File.Content[word.Start..word.End])],
        { Assignment: var assignment } => [UnitRuleContext.Shown(assignment.Value)],
    };

    private static string Join(List<string> items) => items switch
    {
        { Count: > MaxNamed } =>
            FormattableString.Invariant($"{string.Join(", ", items.Take(MaxNamed))} and {items.Count - MaxNamed} more"),
        [var only] => only,
        _ => $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}",
    };

    private static ImmutableSortedDictionary<string, string> Messages(string key, string consequence) =>
        UnitMessages.For(key, consequence)
        .Add(MissingMore, $"{key} is not set, so {consequence}; this leaves '{{0}}' open as well.")
        .Add(SetMore, $"{key} is '{{0}}', so {consequence}; this leaves '{{1}}' open as well.")
        .Add(Granted, $"{key} allows '{{0}}', so {consequence}.")
        .Add(GrantedMore, $"{key} allows '{{0}}', so {consequence}; this opens '{{1}}' as well.");
}

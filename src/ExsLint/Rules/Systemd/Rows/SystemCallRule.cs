using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Exposure;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Rules.Systemd.Rows;

/// <summary>Finds services that may make system calls of a group.</summary>
public sealed class SystemCallRule : ListRowRule
{
    private const string Key = "SystemCallFilter";
    private const string ErrorNumber = "SystemCallErrorNumber";

    // systemd.exec(5) recommends the first as a start. It holds calls of two groups; refused with an error instead of a signal,
    // they leave the Erlang virtual machine running, which asks for scheduler binding.
    private const string Usual = "@system-service";
    private const string Denied = "~@privileged @resources";
    private const string PrivilegedRow = "SystemCallFilter_privileged";
    private const string ResourcesRow = "SystemCallFilter_resources";

    private static readonly ImmutableArray<string> Order = [.. SystemCallAdvice.All.Select(advice => advice.JsonField)];

    private SystemCallRule(RowAdvice advice)
        : base(advice, Key, Order, FixApplicability.Unsafe)
    {
    }

    /// <summary>A rule for each row.</summary>
    internal static IEnumerable<RowRule> CreateAll() => SystemCallAdvice.All.Select(advice => new SystemCallRule(advice));

    private protected override ListCause FindCause(EffectiveUnit unit, SecurityVerdict verdict)
    {
        var filter = unit.Exec.Filters.SystemCallFilter.Value;
        if (!filter.IsAllowList || filter.FindAllowed(verdict.Check.Item) is not { } offender)
        {
            return WholeList(verdict);
        }

        foreach (var assignment in SettingReader.AfterLastReset(verdict.Assignments).Reverse())
        {
            if (assignment.Value is not ['~', ..]
                && UnitRuleContext.FindWord(assignment, text => Allows(unit, text, offender)) is { } word)
            {
                return new(assignment, word);
            }
        }

        return WholeList(verdict);
    }

    private protected override CodeFix? CreateFix(
        UnitRuleContext context, SecurityVerdict verdict, ListCause cause, IReadOnlyList<SecurityVerdict> others)
    {
        var unit = context.Unit;
        if (cause.Word is null)
        {
            return verdict.Assignments.Length < 2 ? CreateFix(context, Key, Usual, FixApplicability.Unsafe) : null;
        }

        var fields = others.Select(other => other.Check.JsonField).Append(verdict.Check.JsonField);
        var isUsual = cause.Assignment!.File.Content[cause.Word.Value.Start..cause.Word.Value.End] == Usual
            && fields.All(field => field is PrivilegedRow or ResourcesRow);
        return isUsual
            && verdict.Assignments.Length == 1
            && UnitPlacement.IsOwn(unit, cause.Assignment.Directive.Tree)
            && unit.GetAssignments(UnitSections.Service, ErrorNumber).IsEmpty
            && UnitEdits.AddAfter(cause.Assignment.Directive, $"{Key}={Denied}\n{ErrorNumber}=EPERM") is { } edit
            ? new CodeFix(
                $"Take {Denied[1..]} out of {Key}", FixApplicability.Unsafe,
                [edit])
            { AlsoSets = [context.SettingOf(ErrorNumber)] }
            : null;
    }

    private static bool Allows(EffectiveUnit unit, string word, string systemCall)
    {
        var filter = new SystemCallFilter(unit.SystemdVersion);
        SystemCallFilter.Apply(filter, word);
        return filter.Allows(systemCall);
    }
}

using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Semantics;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Contradictions;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Rules.Units;

/// <summary>A unit, and where a rule about it reports.</summary>
/// <param name="rule">The rule that runs.</param>
/// <param name="unit">The unit.</param>
/// <param name="isAsked">
/// Whether the user asked about this very unit, or about every unit. Where not, only services on the Erlang virtual machine are
/// ours to judge.
/// </param>
/// <param name="sink">Takes the findings.</param>
public sealed class UnitRuleContext(RuleDescriptor rule, EffectiveUnit unit, bool isAsked, Action<Diagnostic> sink)
    : RuleContext(rule, sink)
{
    private const int MaxRelated = 5;
    private const int MaxShownLength = 80;

    /// <summary>The unit.</summary>
    public EffectiveUnit Unit { get; } = unit;

    /// <summary>The profile of the run.</summary>
    public RuleProfile Profile { get; init; } = RuleProfile.Recommended;

    /// <summary>The highest exposure that is accepted, as ten times what systemd prints; null to accept any.</summary>
    public int? ExposureThreshold { get; init; }

    /// <summary>
    /// Whether the unit's hardening is judged: it is a service that can run, and the user asked for it or it runs on the Erlang
    /// virtual machine.
    /// </summary>
    public bool IsHardeningJudged => Unit.Name.Type == "service" && !Unit.IsMasked && (isAsked || Unit.Beam.IsBeam);

    /// <summary>Whether a setting of <c>[Service]</c> is judged: the manager that runs the unit must support it.</summary>
    /// <param name="key">The setting's key.</param>
    public bool IsJudged(string key) => IsHardeningJudged && UserManager.CanConfine(Unit, key);

    /// <summary>
    /// Reports a setting of <c>[Service]</c> whose effective value is weak: at the last assignment if systemd ignores it, else at
    /// the assignment that counts, else at the section's header. The rule has the messages of <see cref="UnitMessages"/>.
    /// </summary>
    /// <typeparam name="T">The kind of value.</typeparam>
    /// <param name="key">The setting's key.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="fix">What to write instead.</param>
    /// <param name="setMessage">The message where the weak value is written or implied.</param>
    /// <param name="level">The level, where it is not the rule's own.</param>
    public void ReportSetting<T>(
        string key,
        EffectiveValue<T> setting,
        CodeFix? fix,
        string setMessage = UnitMessages.Set,
        DiagnosticLevel? level = null)
    {
        if (setting.IgnoredLast is { } ignored)
        {
            var isComment = InlineComment.Find(ignored.Value) >= 0;
            var message = isComment ? UnitMessages.Comment : UnitMessages.Ignored;
            ReportAt(
                ignored.Location, message, [Shown(ignored.Value)], Related(setting.Origin, "This is the value that counts."));
        }
        else if (setting.Origin is { } origin)
        {
            ReportAt(
                origin.Location, setMessage, [Shown(origin.Value)], Related(setting.Overridden, "This value is overridden."));
        }
        else if (setting.ImpliedBy is { } implying)
        {
            var argument = $"{implying.Key}={Shown(implying.Value)}";
            ReportAt(implying.Location, setMessage, [argument], Related(setting.Assignments, "This value is overridden."));
        }
        else
        {
            Report(
                UnitMessages.Missing, MissingLocation(), SettingOf(key), fix: fix, level: level,
                absent: new AbsentDirective(Unit, key));
        }

        void ReportAt(
            Location location, string message, ImmutableArray<string> arguments, ImmutableArray<RelatedLocation> related) =>
            Report(message, location, SettingOf(key), arguments, fix, related, level);
    }

    /// <summary>
    /// A fix that gives a setting of <c>[Service]</c> a value; null where no edit would be sure to take effect, or where it would
    /// contradict another setting.
    /// </summary>
    /// <param name="key">The setting's key.</param>
    /// <param name="value">The value.</param>
    /// <param name="isSafe">Whether it keeps the service working as it does.</param>
    public CodeFix? CreateFix(string key, string value, bool isSafe) =>
        !ContradictionForecast.Arises(Unit, key, value)
        && UnitEdits.Set(Unit, UnitSections.Service, key, value) is { } edit
            ? new CodeFix($"Set {key} to {value}", Limit(key, isSafe ? FixApplicability.Safe : FixApplicability.Unsafe), [edit])
            : null;

    /// <summary>
    /// How far a change of a setting of <c>[Service]</c> can be trusted with the manager that runs the unit: what somebody wrote
    /// on purpose is not changed unasked, nor is NoNewPrivileges= brought in by the back door.
    /// </summary>
    /// <param name="key">The setting's key.</param>
    /// <param name="most">How far it can be trusted where neither is so.</param>
    internal FixApplicability Limit(string key, FixApplicability most) =>
        most == FixApplicability.Safe
            && (!UserManager.IsSafe(Unit, key) || WrittenOnPurpose.IsOff(Unit, key) || PrivilegeNeeds.AreTakenBy(Unit, key))
            ? FixApplicability.Unsafe
            : most;

    /// <summary>The place of a missing setting: the header of <c>[Service]</c>, or the file's start if there is none.</summary>
    public Location MissingLocation() => Unit.FindSection(UnitSections.Service)?.Header.HeaderLocation
        ?? new Location(Unit.Files.Main.File, new TextSpan(0, 0));

    /// <summary>The stable name of a setting of <c>[Service]</c>: <c>akkoma.service/Service/PrivateTmp</c>.</summary>
    public DirectiveId SettingOf(string key, params ReadOnlySpan<string> parts) =>
        DirectiveId.Of(Unit.Name.Text, UnitSections.Service, key, parts);

    /// <summary>A value as a message shows it: control characters replaced, long ones cut.</summary>
    public static string Shown(string value)
    {
        var start = value.Length > MaxShownLength ? value[..(MaxShownLength - 1)] + "…" : value;
        return string.Concat(start.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
    }

    /// <summary>The place of the first word of a value that is meant, quotes included; null if there is none.</summary>
    internal static TextSpan? FindWord(UnitAssignment assignment, Func<string, bool> isMeant)
    {
        foreach (var token in assignment.Directive.ValueTokens)
        {
            foreach (var word in UnitWords.Split(token.Text))
            {
                if (isMeant(word.Text))
                {
                    return new TextSpan(token.Span.Start + word.Span.Start, word.Span.Length);
                }
            }
        }

        return null;
    }

    /// <summary>Related locations of assignments, the last few only.</summary>
    public static ImmutableArray<RelatedLocation> Related(IEnumerable<UnitAssignment> assignments, string message) =>
        [.. assignments.TakeLast(MaxRelated).Select(assignment => new RelatedLocation(assignment.Location, message))];

    private static ImmutableArray<RelatedLocation> Related(UnitAssignment? assignment, string message) =>
        assignment is null ? [] : Related([assignment], message);
}

using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Frameworks;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Elixir.Variables;

namespace ExsLint.Rules.Settings;

/// <summary>
/// A rule about settings. It judges every value that a setting may have; what depends on what, where the finding stands and what
/// explains it is told here for all of them.
/// </summary>
public abstract class SettingRule : ConfigRule
{
    /// <summary>The most overridden values that a finding names. It starts with the newest.</summary>
    private const int MostOverridden = 5;

    /// <summary>
    /// Judges each value a setting may have. A value that someone wrote is reported, as depending on the rest where it is not the
    /// only one. What upstream's defaults or a missing entry give is reported only where it is certain.
    /// </summary>
    /// <param name="context">Where to report.</param>
    /// <param name="application">The application.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="judge">What is wrong with a value, or null; unknown values come too, for what their shape tells.</param>
    /// <param name="judgeMissing">What is wrong if nobody wrote the setting; the value is upstream's, or absent.</param>
    protected static void Judge(
        ConfigRuleContext context,
        ConfiguredApplication application,
        Setting setting,
        Func<AbstractValue, Verdict?> judge,
        Func<AbstractValue, Verdict?> judgeMissing)
    {
        var unset = application.Model.DefaultOf(setting);
        foreach (var value in setting.Alternatives)
        {
            if (IsWritten(application, setting, value) && EnvironmentReference.Of(value) is null && judge(value) is { } verdict)
            {
                Report(
                    context,
                    application,
                    setting,
                    value,
                    verdict,
                    unset is not null && ValueComparer.Same(unset.Value, value) ? unset.Variable : null);
                return;
            }
        }

        // Nobody knows the environment, but a default that was written is what an administrator gets who sets nothing.
        if (unset is not null
            && WrittenCondition.HasWrittenDefault(unset.Value)
            && IsWritten(application, setting, unset.Value)
            && judge(unset.Value) is { } ofDefault)
        {
            Report(context, application, setting, unset.Value, ofDefault with { Fix = null }, unset.Variable);
            return;
        }

        if (setting.Value is ChoiceValue || IsWritten(application, setting, setting.Value))
        {
            return;
        }

        if (!application.IsFragment && setting.Value is not UnknownValue && judgeMissing(setting.Value) is { } missing)
        {
            Report(context, application, setting, null, missing);
        }
    }

    /// <summary>Reports a value, or a missing setting, with its fix and the places that explain it.</summary>
    /// <param name="context">Where to report.</param>
    /// <param name="application">The application.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="value">The bad value; null if the setting is missing.</param>
    /// <param name="verdict">What is wrong.</param>
    /// <param name="unsetVariable">The environment variable without which the value holds, if it is the default of one.</param>
    protected static void Report(
        ConfigRuleContext context,
        ConfiguredApplication application,
        Setting setting,
        AbstractValue? value,
        Verdict verdict,
        string? unsetVariable = null)
    {
        // Several settings may have a value from one place, by a variable or a loop: that is one cause.
        if (verdict.Profile > context.Profile
            || (value?.Origin is { } origin && !context.IsFirstOf(verdict.MessageId, origin.Location)))
        {
            return;
        }

        var written = unsetVariable is null && value is not null && setting.Value is ChoiceValue choice
            ? ShownCondition.Of(application.Model, choice, value, context.Secrets)
            : null;
        var (suffix, condition) = unsetVariable is not null ? (ConfigMessages.DefaultSuffix, unsetVariable)
            : written is not null ? (written.Suffix, written.Text)
            : setting.Value is ChoiceValue ? (ConfigMessages.ConditionalSuffix, setting.Doubt)
            : ("", null);
        context.Report(
            verdict.MessageId + suffix,
            value?.Origin?.Location ?? application.PlaceFor(setting),
            setting.Id,
            condition is null ? verdict.Arguments : verdict.Arguments.Add(condition),
            FixFor(application, setting, value, verdict),
            value is null ? [] : RelatedTo(application, value, written),
            verdict.Level);
    }

    private static bool IsWritten(ConfiguredApplication application, Setting setting, AbstractValue value) =>
        value is not AbsentValue && value.Origin is not null && !application.IsUpstreamDefault(setting, value);

    private static SettingProposal? FixFor(
        ConfiguredApplication application, Setting setting, AbstractValue? value, Verdict verdict)
    {
        if (verdict.Fix is not { } fix)
        {
            return null;
        }

        // A value that stands under a condition was put there for some case: changing it for that case is not to be done unasked.
        var applicability = setting.Value is ChoiceValue && fix.Applicability == FixApplicability.Safe
            ? FixApplicability.Unsafe
            : fix.Applicability;
        return application.Propose(
            fix.Title, applicability, new SettingChange(fix.Setting ?? setting, fix.Text, setting, value, fix.Rewritten));
    }

    private static ImmutableArray<RelatedLocation> RelatedTo(
        ConfiguredApplication application, AbstractValue value, ShownCondition? condition)
    {
        var related = ImmutableArray.CreateBuilder<RelatedLocation>();
        related.AddRange(condition?.Related ?? []);
        if (Setting.CallOf(value) is { } call)
        {
            var header = ConfiguredApplication.HeaderOf(call);
            if (header.Start.Line != value.Origin!.Location.Start.Line)
            {
                related.Add(new RelatedLocation(header, "The call that holds it."));
            }
        }

        var steps = 0;
        for (var older = value.Overrode; older is not null && steps < MostOverridden; older = older.Overrode)
        {
            if (older.Origin is { } origin && application.Model.FileOf(older)?.Role is not (null or ConfigFileRole.Defaults))
            {
                related.Add(new RelatedLocation(origin.Location, "It overrides what is written here."));
                steps++;
            }
        }

        return related.ToImmutable();
    }
}

using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Text;

namespace ExsLint.Rules.Akkoma;

/// <summary>A rule about an Akkoma or Pleroma instance.</summary>
public abstract class AkkomaRule : ConfigRule
{
    /// <summary>Akkoma's page that all of these rules start from.</summary>
    protected const string HardeningGuide = "https://docs.akkoma.dev/stable/configuration/hardening/";

    /// <summary>A finding names as many of the values that the bad one overrides, the newest first.</summary>
    private const int MostOverridden = 5;

    /// <inheritdoc/>
    public sealed override void Analyze(ConfigRuleContext context)
    {
        if (context.Akkoma is { } instance)
        {
            Analyze(context, instance);
        }
    }

    /// <summary>Looks at an instance and reports what it finds.</summary>
    protected abstract void Analyze(ConfigRuleContext context, AkkomaInstance instance);

    /// <summary>
    /// Judges each value a setting may have. A value that someone wrote is reported, as depending on the rest where it is not the only one.
    /// What upstream's defaults or a missing entry give is reported only where it is certain.
    /// </summary>
    /// <param name="context">Where to report.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="judge">What is wrong with a value, or null; unknown values come too, for what their shape tells.</param>
    /// <param name="judgeMissing">What is wrong if nobody wrote the setting; the value is upstream's, or absent.</param>
    protected static void Judge(
        ConfigRuleContext context,
        AkkomaInstance instance,
        Setting setting,
        Func<AbstractValue, Verdict?> judge,
        Func<AbstractValue, Verdict?> judgeMissing)
    {
        var unset = instance.Model.DefaultOf(setting);
        foreach (var value in setting.Alternatives)
        {
            if (IsWritten(instance, setting, value) && EnvironmentReference.Of(value) is null && judge(value) is { } verdict)
            {
                Report(context, instance, setting, value, verdict, unset is not null && ValueComparer.Same(unset.Value, value) ? unset.Variable : null);
                return;
            }
        }

        // Nobody knows the environment, but a default that was written is what an administrator gets who sets nothing.
        if (unset is not null && WrittenCondition.HasWrittenDefault(unset.Value) && IsWritten(instance, setting, unset.Value) && judge(unset.Value) is { } ofDefault)
        {
            Report(context, instance, setting, unset.Value, ofDefault with { Fix = null }, unset.Variable);
            return;
        }

        if (setting.Value is ChoiceValue || IsWritten(instance, setting, setting.Value))
        {
            return;
        }

        if (!instance.IsFragment && setting.Value is not UnknownValue && judgeMissing(setting.Value) is { } missing)
        {
            Report(context, instance, setting, null, missing);
        }
    }

    /// <summary>Reports a value, or a missing setting, with its fix and the places that explain it.</summary>
    /// <param name="context">Where to report.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="value">The bad value; null if the setting is missing.</param>
    /// <param name="verdict">What is wrong.</param>
    /// <param name="unsetVariable">The environment variable without which the value holds, if it is the default of one.</param>
    protected static void Report(
        ConfigRuleContext context, AkkomaInstance instance, Setting setting, AbstractValue? value, Verdict verdict, string? unsetVariable = null)
    {
        var written = unsetVariable is null && value is not null && setting.Value is ChoiceValue choice
            ? ShownCondition.Of(instance.Model, choice, value, context.Secrets)
            : null;
        var (suffix, condition) = unsetVariable is not null ? (ConfigMessages.DefaultSuffix, unsetVariable)
            : written is not null ? (written.Suffix, written.Text)
            : setting.Value is ChoiceValue ? (ConfigMessages.ConditionalSuffix, setting.Doubt)
            : ("", null);
        context.Report(
            verdict.MessageId + suffix,
            value?.Origin?.Location ?? instance.PlaceFor(setting.Keys[0]),
            setting.Path,
            condition is null ? verdict.Arguments : verdict.Arguments.Add(condition),
            FixFor(instance, setting, value, verdict),
            value is null ? [] : RelatedTo(instance, value, written),
            verdict.Level);
    }

    private static bool IsWritten(AkkomaInstance instance, Setting setting, AbstractValue value) =>
        value is not AbsentValue && value.Origin is not null && !instance.IsUpstreamDefault(setting, value);

    private static CodeFix? FixFor(AkkomaInstance instance, Setting setting, AbstractValue? value, Verdict verdict)
    {
        if (verdict.Fix is not { } fix
            || instance.Edit(new SettingChange(fix.Setting ?? setting, fix.Text, setting, value, fix.Rewritten)) is not { } edit)
        {
            return null;
        }

        // A value that stands under a condition was put there for some case: changing it for that case is not to be done unasked.
        var applicability = setting.Value is ChoiceValue && fix.Applicability == FixApplicability.Safe
            ? FixApplicability.Unsafe
            : fix.Applicability;
        return new CodeFix(fix.Title, applicability, [edit]);
    }

    private static ImmutableArray<RelatedLocation> RelatedTo(AkkomaInstance instance, AbstractValue value, ShownCondition? condition)
    {
        var related = ImmutableArray.CreateBuilder<RelatedLocation>();
        related.AddRange(condition?.Related ?? []);
        if (Setting.CallOf(value) is { } call)
        {
            var header = AkkomaInstance.HeaderOf(call);
            if (header.Start.Line != value.Origin!.Location.Start.Line)
            {
                related.Add(new RelatedLocation(header, "The call that holds it."));
            }
        }

        var steps = 0;
        for (var older = value.Overrode; older is not null && steps < MostOverridden; older = older.Overrode)
        {
            if (older.Origin is { } origin && instance.Model.FileOf(older)?.Role is not (null or ConfigFileRole.Defaults))
            {
                related.Add(new RelatedLocation(origin.Location, "It overrides what is written here."));
                steps++;
            }
        }

        return related.ToImmutable();
    }
}

/// <summary>What is wrong with a value.</summary>
/// <param name="MessageId">Which of the rule's messages says it.</param>
/// <param name="Arguments">What stands for its placeholders.</param>
/// <param name="Fix">What to write instead, if that is known.</param>
/// <param name="Level">The level, where it is not the rule's own.</param>
public sealed record Verdict(
    string MessageId, ImmutableArray<string> Arguments, SettingFix? Fix = null, DiagnosticLevel? Level = null)
{
    /// <summary>A verdict whose message has no placeholders.</summary>
    public static Verdict Of(string messageId, SettingFix? fix = null, DiagnosticLevel? level = null) => new(messageId, [], fix, level);
}

/// <summary>What to write instead.</summary>
/// <param name="Title">The change as an instruction.</param>
/// <param name="Applicability">Whether it may be applied without asking.</param>
/// <param name="Text">The new value as Elixir text.</param>
/// <param name="Setting">The setting to write, where it is not the one that was judged but one below it.</param>
/// <param name="Rewritten">What to write for the whole of the judged value, where the new one is not to be put into it.</param>
public sealed record SettingFix(
    string Title, FixApplicability Applicability, string Text, Setting? Setting = null, string? Rewritten = null);

using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>:http_security, sts</c>: browsers should use https only.</summary>
public sealed class StrictTransportSecurityRule : AkkomaRule
{
    private const string Key = "sts";
    private const string MaximumAgeKey = "sts_max_age";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-sts",
        Title = "Strict-Transport-Security header is not sent",
        Description = "Upstream's default sends no Strict-Transport-Security header, so that a visitor's first request, and "
            + "every link with http://, can be intercepted before the redirect to https.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 5.9,
        Cwes = [319, 523],
        Fix = FixApplicability.Unsafe,
        ReferenceUri = HardeningGuide + "#sts",
        CreateMessages = () => ConfigMessages.Create(
            ("off", "No Strict-Transport-Security header is sent, because 'sts' is '{0}'."),
            ("not-true", "No Strict-Transport-Security header is sent, because 'sts' is '{0}', and only 'true' turns it on."),
            ("missing", "No Strict-Transport-Security header is sent, because 'sts' is not set and upstream's default is false."),
            ("database", "No Strict-Transport-Security header is sent unless 'sts' is set in the database."),
            ("max-age", "The Strict-Transport-Security header tells browsers to forget it, because 'sts_max_age' is '{0}'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        if (instance.IsHiddenService || HttpSecurityEnabledRule.IsOff(instance))
        {
            return;
        }

        var setting = instance.Get(AkkomaInstance.HttpSecurity, Key);
        var fix = new SettingFix("Set sts to true", FixApplicability.Unsafe, "true");
        Judge(context, instance, setting, value => JudgeWritten(value, fix), _ => JudgeMissing(instance, fix));
        if (setting.Value is AtomValue { Name: "true" })
        {
            JudgeMaximumAge(context, instance);
        }
    }

    /// <summary>
    /// The plug sends the header for <c>true</c> and nothing else (lib/pleroma/web/plugs/http_security_plug.ex).
    /// </summary>
    private static Verdict? JudgeWritten(AbstractValue value, SettingFix fix) => value switch
    {
        AtomValue { Name: "true" } => null,
        UnknownValue
        {
            Shape: ValueShape.Binary or ValueShape.BinaryOrNil or ValueShape.Integer or ValueShape.Float
            or ValueShape.List
        } =>
            new Verdict("not-true", [ShownValue.Describe(value)], fix),
        UnknownValue => null,
        { IsTruthy: false } => new Verdict("off", [ShownValue.Describe(value)], fix),
        _ => new Verdict("not-true", [ShownValue.Describe(value)], fix),
    };

    private static Verdict JudgeMissing(AkkomaInstance instance, SettingFix fix) => instance.IsConfigurableFromDatabase
        ? Verdict.Of("database", fix, DiagnosticLevel.Note)
        : Verdict.Of("missing", fix);

    private static void JudgeMaximumAge(ConfigRuleContext context, AkkomaInstance instance) => Judge(
        context,
        instance,
        instance.Get(AkkomaInstance.HttpSecurity, MaximumAgeKey),
        value => value is IntegerValue { Number.Sign: <= 0 } ? new Verdict("max-age", [ShownValue.Describe(value)]) : null,
        _ => null);
}

using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>:http_security, enabled</c>: the HTTP security headers.</summary>
public sealed class HttpSecurityEnabledRule : AkkomaRule
{
    private const string Key = "enabled";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-http-security-enabled",
        Title = "HTTP security headers are off",
        Description = "Akkoma sends its content security policy and the other security headers only if :http_security is a "
            + "keyword list with a truthy enabled. Without them injected scripts run in visitors' browsers and pages can be "
            + "framed.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 7.1,
        Cwes = [693, 1021],
        Fix = FixApplicability.Safe,
        ReferenceUri = HardeningGuide + "#http_security",
        CreateMessages = () => ConfigMessages.Create(
            ("off", "All HTTP security headers are off, because 'enabled' is '{0}'."),
            ("missing", "All HTTP security headers are off, because 'enabled' of ':http_security' is set nowhere."),
            ("not-keywords",
                "All HTTP security headers are off, because '{0}' replaces the whole keyword list of ':http_security'."),
            ("hidden-service", "HTTP security headers are off here, so that the proxy of this hidden service must send them.")),
    };

    /// <summary>
    /// Whether <c>:http_security</c> certainly has no truthy <c>enabled</c>. If so, no other rule reports the headers.
    /// </summary>
    public static bool IsOff(AkkomaInstance instance) =>
        instance.Get(AkkomaInstance.HttpSecurity, Key).Value.IsTruthy == false;

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        var whole = instance.Get(AkkomaInstance.HttpSecurity);
        var setting = whole.Get(Key);
        foreach (var replaced in whole.Alternatives.Where(value =>
            value is not (ListValue { IsKeyword: not false } or MapValue or UnknownValue or AbsentValue)))
        {
            Report(context, instance, whole, replaced, VerdictOf(instance, "not-keywords", replaced, setting));
            return;
        }

        Judge(
            context,
            instance,
            setting,
            value => value.IsTruthy == false ? VerdictOf(instance, "off", value, setting: null) : null,
            value => value is AbsentValue ? VerdictOf(instance, "missing", value, setting: null) : null);
    }

    private static Verdict VerdictOf(AkkomaInstance instance, string messageId, AbstractValue value, Setting? setting)
    {
        if (instance.IsHiddenService)
        {
            return Verdict.Of("hidden-service", level: DiagnosticLevel.Note);
        }

        var fix = new SettingFix(
            "Set enabled to true",
            instance.IsHttps ? FixApplicability.Safe : FixApplicability.Unsafe,
            "true",
            setting);
        return new Verdict(messageId, messageId == "missing" ? [] : [ShownValue.Describe(value)], fix);
    }
}

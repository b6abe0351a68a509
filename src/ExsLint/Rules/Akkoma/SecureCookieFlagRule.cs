using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>secure_cookie_flag</c> of the endpoint: the session cookie must not travel over plain HTTP.</summary>
public sealed class SecureCookieFlagRule : AkkomaRule
{
    private const string Key = "secure_cookie_flag";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-secure-cookie-flag",
        Title = "Session cookie is sent over plain HTTP",
        Description = "The endpoint's secure_cookie_flag is off, so that browsers also send the session cookie over connections "
            + "that are not encrypted, and the cookie loses its __Host- prefix.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 6.5,
        Cwes = [614],
        Fix = FixApplicability.Safe,
        ReferenceUri = HardeningGuide + "#secure_cookie_flag",
        CreateMessages = () => ConfigMessages.Create(
            ("off", "The session cookie is sent over plain HTTP, because 'secure_cookie_flag' is '{0}'."),
            ("missing", "The session cookie is sent over plain HTTP, because 'secure_cookie_flag' is set nowhere."),
            ("compile-time", "'secure_cookie_flag' is read when the release is built, so that '{0}' has no effect here.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        if (instance.IsHiddenService)
        {
            return;
        }

        var fix = new SettingFix(
            "Set secure_cookie_flag to true",
            instance.IsHttps ? FixApplicability.Safe : FixApplicability.Unsafe,
            "true");
        Judge(
            context,
            instance,
            instance.Get(AkkomaInstance.Endpoint, Key),
            value => value.IsTruthy != false ? null
                : instance.IsTooLate(value)
                    ? new Verdict("compile-time", [ShownValue.Describe(value)], Level: DiagnosticLevel.Note)
                : new Verdict("off", [ShownValue.Describe(value)], fix),
            value => value is AbsentValue ? Verdict.Of("missing", fix) : null);
    }
}

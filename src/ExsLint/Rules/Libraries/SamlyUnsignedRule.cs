using ExsLint.Edits;
using ExsLint.Frameworks;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Libraries;

/// <summary>Samly's identity providers: what must be signed, and where a login that the provider starts may lead.</summary>
public sealed class SamlyUnsignedRule : LibraryRule
{
    // Both signatures are asked for by default (Samly 1.4.0, lib/samly/idp_data.ex).
    private const string Assertion = "signed_assertion_in_resp";
    private const string Envelope = "signed_envelopes_in_resp";
    private const string StartedByProvider = "allow_idp_initiated_flow";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "samly-unsigned",
        Title = "Answers of the identity provider need no signature",
        Description = "Samly takes answers of an identity provider that are not signed, or lets a login that the provider "
            + "started lead to any address.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 9.0,
        Cwes = [347, 601],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/samly/readme.html#identity-providers",
        CreateMessages = () => ConfigMessages.Create(
            ("unsigned",
                "Anyone can write an answer that logs them in as any user, because neither 'signed_assertion_in_resp' nor "
                    + "'signed_envelopes_in_resp' asks for a signature."),
            ("assertion",
                "Only the envelope of an answer is signed, because 'signed_assertion_in_resp' is 'false': what it says of the "
                    + "user is not."),
            ("target",
                "A login that the provider starts can lead to any address, because 'allow_idp_initiated_flow' is 'true' and "
                    + "'allowed_target_urls' is not set.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, MixApplication application)
    {
        JudgeAll(context, application, Assertion, (provider, value) => IsFalse(value) ? JudgeUnsigned(provider) : null);
        JudgeAll(
            context,
            application,
            StartedByProvider,
            (provider, value) => value is AtomValue { Name: "true" }
                && provider.Get("allowed_target_urls").Value is AbsentValue or AtomValue { Name: "nil" }
                    ? Verdict.Of(
                        "target",
                        new SettingFix("Let the application start logins only", FixApplicability.Suggested, "false"),
                        DiagnosticLevel.Warning)
                    : null);
    }

    private static Verdict JudgeUnsigned(Setting provider)
    {
        var fix = new SettingFix("Ask for signed assertions", FixApplicability.Suggested, "true");
        return IsFalse(provider.Get(Envelope).Value)
            ? Verdict.Of("unsigned", fix)
            : Verdict.Of("assertion", fix, DiagnosticLevel.Warning);
    }

    private static bool IsFalse(AbstractValue value) => value is AtomValue { Name: "false" };
}

using ExsLint.Frameworks;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Phoenix;

/// <summary><c>live_view: [signing_salt: …]</c> of an endpoint that is written as text.</summary>
public sealed class SigningSaltRule : EndpointRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "phoenix-signing-salt",
        Title = "Signing salt is in the repository",
        Description = "The salt from which Phoenix derives a key is written as text in a file that git tracks. A salt is no "
            + "secret by design; without it a leaked secret_key_base is not enough to sign.",
        Level = DiagnosticLevel.Note,
        SecuritySeverity = 2.0,
        Cwes = [321],
        Profile = RuleProfile.Strict,
        ReferenceUri = "https://hexdocs.pm/phoenix/Phoenix.Token.html#module-usage",
        CreateMessages = () => ConfigMessages.Create(
            ("literal",
                "Whoever learns the 'secret_key_base' can sign at once, because this file holds the 'signing_salt' as well.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, PhoenixApplication application, string endpoint)
    {
        if (!HasOwnRules(application))
        {
            Judge(
                context,
                application,
                application.Get(endpoint, "live_view", "signing_salt"),
                value => value is BinaryValue && !PrivateFiles.Hold(application.Model, value) ? Verdict.Of("literal") : null,
                _ => null);
        }
    }
}

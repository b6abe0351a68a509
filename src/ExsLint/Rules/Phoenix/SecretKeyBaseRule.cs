using ExsLint.Edits;
using ExsLint.Frameworks;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Frameworks.Published;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Phoenix;

/// <summary><c>secret_key_base</c> of an endpoint: what signs sessions and tokens must not be in the repository.</summary>
public sealed class SecretKeyBaseRule : EndpointRule
{
    private const string Key = "secret_key_base";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "phoenix-secret-key-base",
        Title = "Key that signs sessions is in the repository",
        Description = "The secret_key_base that holds in production is written as text in a file that git tracks. Who can read "
            + "the repository can sign sessions and tokens, and so be any user.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 9.1,
        Cwes = [321, 798],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/phoenix/deployment.html#handling-of-your-application-secrets",
        CreateMessages = () => ConfigMessages.Create(
            ("literal",
                "Whoever can read this file can sign sessions as any user, because it holds the 'secret_key_base' of '{0}'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, PhoenixApplication application, string endpoint)
    {
        if (HasOwnRules(application))
        {
            return;
        }

        var fix = new SettingFix(
            "Read SECRET_KEY_BASE from the environment", FixApplicability.Suggested, "System.fetch_env!(\"SECRET_KEY_BASE\")");
        var setting = application.Get(endpoint, Key);
        Judge(
            context,
            application,
            setting,
            value => value is BinaryValue { Bytes.Length: > 0 } key && !PrivateFiles.Hold(application.Model, value)
                && PublishedSecrets.Find(key.Bytes.AsSpan(), application.Name) is null
                ? new Verdict(
                    "literal",
                    [context.Model.Environment],
                    fix,
                    ReplacedAtStart.Is(application.Model, setting, value) ? DiagnosticLevel.Note : null)
                : null,
            _ => null);
    }
}

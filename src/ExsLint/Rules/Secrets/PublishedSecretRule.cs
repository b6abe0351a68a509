using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Frameworks.Published;
using ExsLint.Rules.Units;

namespace ExsLint.Rules.Secrets;

/// <summary>Secrets that were taken over from the repository of a project, where everyone can read them.</summary>
public sealed class PublishedSecretRule : SecretRule, IUnitJudge
{
    private const string Published = "published";
    private const string InUnit = "in-unit";

    // Use of default credentials.
    private const int DefaultCredentials = 1392;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "secrets-published",
        Title = "Secret is the public one of a project",
        Description = "A secret that holds in production is an example or a default in the repository of a project. Everyone "
            + "knows it, and can try it on every server of that project.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 9.1,
        Cwes = [DefaultCredentials],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/phoenix/Mix.Tasks.Phx.Gen.Secret.html",
        CreateMessages = () => ConfigMessages.Create(
            (Published, "Everyone knows the secret '{0}', because it is the one in '{1}'."))
            .AddRange(ConfigMessages.Plain((InUnit, "Everyone knows this secret, because it is the one in '{0}'."))),
    };

    /// <inheritdoc/>
    void IUnitJudge.Analyze(UnitRuleContext context)
    {
        foreach (var word in UnitText.WordsOf(context))
        {
            if (PublishedSecrets.Find(word.Value, variable: word.Variable) is { Use: PublishedUse.Secret } found)
            {
                context.Report(
                    InUnit,
                    word.Location,
                    context.SettingOf(word.Directive, word.Parts),
                    [$"{found.File} of {found.Project}"]);
            }
        }
    }

    private protected override (string Message, ImmutableArray<string> Arguments)? MessageFor(SecretFinding finding) =>
        finding.Kind == SecretKind.Published ? (Published, [finding.Setting.Path, finding.Detail]) : null;
}

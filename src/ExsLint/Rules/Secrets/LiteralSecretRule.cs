using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Secrets;

namespace ExsLint.Rules.Secrets;

/// <summary>Passwords, tokens and keys that are written as text where others read them.</summary>
public sealed class LiteralSecretRule : SecretRule, IUnitJudge
{
    private const string Named = "named";
    private const string Shaped = "shaped";
    private const string InUnit = "in-unit";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "secrets-literal",
        Title = "Secret is written in the configuration",
        Description = "A password, token or key that holds in production is written as text in a file that git tracks. Who can "
            + "read the repository, a fork, a backup or an image of it has the secret.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 8.0,
        Cwes = [798],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/phoenix/deployment.html#handling-of-your-application-secrets",
        CreateMessages = () => ConfigMessages.Create(
            (Named, "Whoever can read this file has the secret '{0}', because it is written here as text."),
            (Shaped, "Whoever can read this file has this '{0}', because it is written here as text."))
            .AddRange(ConfigMessages.Plain(
                (InUnit, "Every user of the host can read this '{0}', because it is written in the unit."))),
    };

    /// <inheritdoc/>
    void IUnitJudge.Analyze(UnitRuleContext context)
    {
        foreach (var word in UnitText.WordsOf(context))
        {
            if (!word.IsReportedElsewhere && KeyShapes.KindOf(word.Value) is { } kind)
            {
                context.Report(InUnit, word.Location, context.SettingOf(word.Directive, word.Parts), [kind]);
            }
        }
    }

    private protected override (string Message, ImmutableArray<string> Arguments)? MessageFor(SecretFinding finding) =>
        finding.Kind switch
        {
            SecretKind.Named => (Named, [finding.Setting.Path]),
            SecretKind.Shaped => (Shaped, [finding.Detail]),
            _ => null,
        };
}

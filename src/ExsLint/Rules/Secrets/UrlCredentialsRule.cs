using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Rules.Units;

namespace ExsLint.Rules.Secrets;

/// <summary>URLs with a password in them: of databases, queues, proxies.</summary>
public sealed class UrlCredentialsRule : SecretRule, IUnitJudge
{
    private const string Written = "written";
    private const string InUnit = "in-unit";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "secrets-url-credentials",
        Title = "Password is in a URL of the configuration",
        Description = "A URL that holds in production has a user's password in it, and stands in a file that git tracks. Who can "
            + "read the repository, a fork, a backup or an image of it can log in.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 8.0,
        Cwes = [798],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/ecto/Ecto.Repo.html#module-urls",
        CreateMessages = () => ConfigMessages.Create(
            (Written, "Whoever can read this file can log in where '{0}' points to, because the URL holds the password."))
            .AddRange(ConfigMessages.Plain(
                (InUnit, "Every user of the host can read the password in this URL, because it is written in '{0}'."))),
    };

    /// <inheritdoc/>
    void IUnitJudge.Analyze(UnitRuleContext context)
    {
        foreach (var word in UnitText.WordsOf(context))
        {
            if (!word.IsReportedElsewhere && CredentialUrls.HasPassword(word.Value))
            {
                context.Report(InUnit, word.Location, context.SettingOf(word.Directive, word.Parts), [word.Directive]);
            }
        }
    }

    private protected override (string Message, ImmutableArray<string> Arguments)? MessageFor(SecretFinding finding) =>
        finding.Kind == SecretKind.Url ? (Written, [finding.Setting.Path]) : null;
}

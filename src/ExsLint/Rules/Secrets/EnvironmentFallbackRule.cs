using System.Collections.Immutable;
using ExsLint.Edits;

namespace ExsLint.Rules.Secrets;

/// <summary>What is taken for a secret while its environment variable is not set.</summary>
public sealed class EnvironmentFallbackRule : SecretRule
{
    private const string Written = "written";

    // Initialization of a resource with an insecure default.
    private const int InsecureDefault = 1188;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "secrets-env-fallback",
        Title = "Secret has a default that everyone can read",
        Description = "A secret comes from an environment variable, and a text in a file that git tracks holds while that is not "
            + "set. Whoever forgets the variable runs with a secret that is none, and nothing says so.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 8.0,
        Cwes = [InsecureDefault, 798],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/elixir/System.html#fetch_env!/1",
        CreateMessages = () => ConfigMessages.Create(
            (Written, "Whoever can read this file knows the secret '{0}', because it has a text for a default.")),
    };

    private protected override (string Message, ImmutableArray<string> Arguments)? MessageFor(SecretFinding finding) =>
        finding.Kind == SecretKind.Fallback ? (Written, [finding.Setting.Path]) : null;
}

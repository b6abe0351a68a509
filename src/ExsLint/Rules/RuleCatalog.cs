using System.Collections.Immutable;
using ExsLint.Edits;

namespace ExsLint.Rules;

/// <summary>Placeholder: one rule, so that reports and commands can be tried end to end.</summary>
public static class RuleCatalog
{
    /// <summary>All rules.</summary>
    public static ImmutableArray<Rule> All { get; } = [new PlaceholderRule()];

    private sealed class PlaceholderRule : Rule
    {
        public override RuleDescriptor Descriptor { get; } = new()
        {
            Id = "akkoma-secure-cookie-flag",
            Title = "Session cookie is sent over plain HTTP",
            Description = "The session cookie lacks the Secure attribute, so a browser also sends it over plain HTTP.",
            Level = DiagnosticLevel.Error,
            SecuritySeverity = 7.5,
            Cwes = [614],
            Fix = FixApplicability.Safe,
            ReferenceUri = "https://docs.akkoma.dev/stable/configuration/hardening/",
            Messages = ImmutableSortedDictionary<string, string>.Empty
                .Add("insecure", "The value '{0}' lets browsers send the session cookie over plain HTTP."),
        };
    }
}

using System.Collections.Immutable;
using ExsLint.Rules.Config;
using ExsLint.Rules.Secrets;
using ExsLint.Rules.Suppressions;
using ExsLint.Rules.Syntax;

namespace ExsLint.Rules.Catalog;

/// <summary>The rules about texts of all kinds, and those that judge configurations and units alike.</summary>
internal static class SharedRules
{
    /// <summary>The rules, in no order.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        new ConfigUnreadRule(),
        new LayerUnknownRule(),
        new EnvironmentFallbackRule(),
        new LiteralSecretRule(),
        new PublishedSecretRule(),
        new UrlCredentialsRule(),
        new SuppressionUnusedRule(),
        new SuppressionWithoutReasonRule(),
        new SyntaxByteOrderMarkRule(),
        new SyntaxErrorRule(),
        new SyntaxUnknownSectionRule(),
    ];
}

using System.Collections.Immutable;
using ExsLint.Rules.Akkoma;
using ExsLint.Rules.Config;
using ExsLint.Rules.Ecto;
using ExsLint.Rules.Libraries;
using ExsLint.Rules.Logger;
using ExsLint.Rules.Mailer;
using ExsLint.Rules.Phoenix;
using ExsLint.Rules.Secrets;
using ExsLint.Rules.Storage;
using ExsLint.Rules.Suppressions;
using ExsLint.Rules.Syntax;
using ExsLint.Rules.Systemd;
using ExsLint.Rules.Systemd.Rows;
using ExsLint.Rules.Tls;

namespace ExsLint.Rules.Catalog;

/// <summary>Every rule. A plain list: nothing is looked up at run time, and a test asserts that no rule is missing.</summary>
public static class RuleCatalog
{
    /// <summary>The rules, sorted by id.</summary>
    public static ImmutableArray<Rule> All { get; } = Sort(
    [
        new AdminTokenRule(),
        new ConfigPathRule(),
        new ConfigPermissionsRule(),
        new CookieAttributesRule(),
        new DatabaseConfigRule(),
        new DeadSettingRule(),
        new DefaultSecretRule(),
        new HealthcheckRule(),
        new HttpIpRule(),
        new HttpSecurityEnabledRule(),
        new LdapTlsRule(),
        new MediaProxyBaseUrlRule(),
        new MediaProxyRedirectRule(),
        new MetricsRule(),
        new OpenRegistrationsRule(),
        new PrivilegedStaffRule(),
        new RateLimitRule(),
        new ReferrerPolicyRule(),
        new RemoteIpRule(),
        new RichMediaRule(),
        new ScrubPolicyRule(),
        new SecureCookieFlagRule(),
        new StrictTransportSecurityRule(),
        new TokenLifetimeRule(),
        new UnsafeEvalRule(),
        new UploadBaseUrlRule(),
        new UploadTypesRule(),
        new UrlSchemeRule(),
        new ConfigErrorRule(),
        new ConfigUnreadRule(),
        new EctoSslNotAppliedRule(),
        new EctoSslRule(),
        new EctoSslUnverifiedRule(),
        new ShowSensitiveRule(),
        new LayerUnknownRule(),
        new GossipSecretRule(),
        new GuardianTokensRule(),
        new NervesPasswordRule(),
        new PasswordHashRule(),
        new SamlyUnsignedRule(),
        new UeberauthCsrfRule(),
        new MailerTlsRule(),
        new CheckOriginRule(),
        new CodeReloaderRule(),
        new CompileTimeSettingRule(),
        new DebugErrorsRule(),
        new DevRoutesRule(),
        new FilterParametersRule(),
        new ForceSslHostRule(),
        new ForceSslRule(),
        new ForwardedTrustRule(),
        new HeexDebugRule(),
        new HstsRule(),
        new HttpLimitsRule(),
        new LoggerDebugRule(),
        new LoggerLeaksRule(),
        new PublicHttpRule(),
        new SecretKeyBaseRule(),
        new SessionCookieRule(),
        new SigningSaltRule(),
        new TestHooksRule(),
        new EnvironmentFallbackRule(),
        new LiteralSecretRule(),
        new PublishedSecretRule(),
        new UrlCredentialsRule(),
        new StorageHttpRule(),
        new OldVersionsRule(),
        new VerifyNoneRule(),
        new WeakServerRule(),
        new SuppressionUnusedRule(),
        new SuppressionWithoutReasonRule(),
        new SyntaxByteOrderMarkRule(),
        new SyntaxErrorRule(),
        new SyntaxUnknownSectionRule(),
        new CapabilitySysAdminRule(),
        new ContradictionRule(),
        new CookieArgumentRule(),
        new CrashDumpRule(),
        new DistributionRule(),
        new ExposureRule(),
        new InteractiveModeRule(),
        new LivebookNoAuthRule(),
        new MixEnvRule(),
        new NoNewPrivilegesRule(),
        new PrivateDevicesRule(),
        new PrivateTmpRule(),
        new ProtectHomeRule(),
        new ProtectSystemRule(),
        new RootGroupRule(),
        new RootUserRule(),
        new SecretEnvironmentRule(),
        new SilentTypoRule(),
        new WritableCodeRule(),
        new AmbientCapabilitiesRule(),
        new DeviceAllowRule(),
        .. SettingRowRule.CreateAll(),
        .. CapabilityRule.CreateAll(),
        .. NamespaceRule.CreateAll(),
        .. AddressFamilyRule.CreateAll(),
        .. SystemCallRule.CreateAll(),
    ]);

    /// <summary>The rule with this id, or null.</summary>
    public static Rule? Find(string id) => All.FirstOrDefault(rule => rule.Descriptor.Id == id);

    private static ImmutableArray<Rule> Sort(Rule[] rules) =>
        [.. rules.OrderBy(rule => rule.Descriptor.Id, StringComparer.Ordinal)];
}

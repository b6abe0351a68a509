using System.Collections.Immutable;
using ExsLint.Rules.Akkoma;
using ExsLint.Rules.Config;
using ExsLint.Rules.Ecto;
using ExsLint.Rules.Libraries;
using ExsLint.Rules.Logger;
using ExsLint.Rules.Mailer;
using ExsLint.Rules.Phoenix;
using ExsLint.Rules.Storage;
using ExsLint.Rules.Tls;

namespace ExsLint.Rules.Catalog;

/// <summary>The rules about configurations only. A run over units makes none of them.</summary>
internal static class ConfigRules
{
    /// <summary>The rules, in no order.</summary>
    public static ImmutableArray<ConfigRule> All { get; } =
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
        new EctoSslNotAppliedRule(),
        new EctoSslRule(),
        new EctoSslUnverifiedRule(),
        new ShowSensitiveRule(),
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
        new StorageHttpRule(),
        new OldVersionsRule(),
        new VerifyNoneRule(),
        new WeakServerRule(),
    ];
}

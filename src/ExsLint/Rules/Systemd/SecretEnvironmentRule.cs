using System.Collections.Immutable;
using ExsLint.Frameworks.Published;
using ExsLint.Rules.Units;
using ExsLint.Semantics.Systemd.Commands;
using ExsLint.Semantics.Systemd.Settings;
using ExsLint.Semantics.Systemd.Words;

namespace ExsLint.Rules.Systemd;

/// <summary>Finds secrets that a unit hands over in the environment.</summary>
public sealed class SecretEnvironmentRule : UnitRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "systemd-secret-environment";

    private const string Named = "named";
    private const string InUrl = "in-url";

    // Insertion of sensitive information into externally-accessible files; cleartext storage in an environment variable.
    private const int VisibleToAll = 214;
    private const int EnvironmentVariable = 526;

    // What the names of secrets end in, after the last letter, digit and underscore of a name like AKKOMA_DB_PASSWORD.
    private static readonly string[] Endings =
    [
        "SECRET", "SECRET_KEY", "SECRET_KEY_BASE", "SECRET_BASE", "PASSWORD", "PASSWD", "PASS", "PASSPHRASE", "TOKEN", "COOKIE",
        "API_KEY",
        "APIKEY", "PRIVATE_KEY", "ACCESS_KEY", "ENCRYPTION_KEY", "SIGNING_KEY", "SIGNING_SALT",
    ];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = Id,
        Title = "Secret is set in the unit's environment",
        Description = "systemd tells the values of Environment= to every user of the host who asks, and the unit file itself is "
            + "readable for all. A secret belongs into a file for its service only: EnvironmentFile=, or LoadCredential=.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.5,
        Precision = RulePrecision.High,
        Cwes = [VisibleToAll, EnvironmentVariable],
        ReferenceUri = UnitMessages.Reference("Environment"),
        CreateMessages = () => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [Named] = "Environment sets '{0}' to a literal value, which systemd shows to every user of the host.",
            [InUrl] = "Environment sets '{0}' to a URL with a password in it, which systemd shows to every user of the host.",
        }),
    };

    /// <inheritdoc/>
    public override void Analyze(UnitRuleContext context)
    {
        if (!context.IsHardeningJudged)
        {
            return;
        }

        foreach (var variable in UnitEnvironment.Variables(context.Unit))
        {
            if (MessageFor(variable) is { } message)
            {
                var name = UnitRuleContext.Shown(variable.Name);
                context.Report(message, variable.Location, context.SettingOf("Environment", name), [name]);
            }
        }
    }

    /// <summary>Whether the rule reports a variable.</summary>
    internal static bool Reports(UnitVariable variable) => MessageFor(variable) is not null;

    // What everyone can read elsewhere is for secrets-published to report, a cookie among flags for systemd-cookie-argument.
    private static string? MessageFor(UnitVariable variable)
    {
        var message = HasPasswordInUrl(variable.Value) ? InUrl
            : IsSecretName(variable.Name) && IsLiteral(variable.Value) ? Named
            : null;
        return IsTemplate(variable.Value)
            || CookieArgumentRule.Reports(variable)
            || PublishedSecrets.Find(variable.Value, variable: variable.Name) is { Use: PublishedUse.Secret }
            ? null
            : message;
    }

    private static bool IsSecretName(string name) => Endings.Any(ending =>
        name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
        && (name.Length == ending.Length || name[^(ending.Length + 1)] == '_'));

    // Paths, specifiers such as %d (the folder of credentials) and references name the place of a secret; a switch is none.
    private static bool IsLiteral(string value) =>
        value.Length > 0
        && value[0] is not ('/' or '%' or '$' or '~' or '.')
        && !SettingValues.TryParseBoolean(value, out _);

    private static bool HasPasswordInUrl(string value)
    {
        var authority = value.IndexOf("://", StringComparison.Ordinal) + 3;
        if (authority < 3)
        {
            return false;
        }

        var end = value.IndexOfAny(['/', '?', '#'], authority);
        var userInfo = value[authority..(end < 0 ? value.Length : end)];
        var at = userInfo.LastIndexOf('@');
        var colon = at < 0 ? -1 : userInfo.IndexOf(':', 0, at);
        return colon >= 0 && colon + 1 < at && userInfo[colon + 1] is not ('$' or '%');
    }

    // What an installer or a reader of the example is to fill in.
    private static bool IsTemplate(string value) =>
        value.Contains("{{", StringComparison.Ordinal)
        || value.Contains("${", StringComparison.Ordinal)
        || value.Contains('<', StringComparison.Ordinal)
        || TemplatePlaceholder.Starts(value)
        || value.All(c => c is 'x' or 'X' or '*' or '.' or '-');
}

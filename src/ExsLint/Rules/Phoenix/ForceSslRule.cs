using ExsLint.Edits;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Phoenix;

/// <summary><c>force_ssl</c> and the scheme of an endpoint's <c>url</c>: visitors should use https only.</summary>
public sealed class ForceSslRule : EndpointRule
{
    private const string Key = "force_ssl";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "phoenix-force-ssl",
        Title = "Visitors may use plain HTTP",
        Description = "The endpoint's force_ssl is off, or its links start with http://, so that what visitors send and get can "
            + "be read and changed on the way.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 5.0,
        Cwes = [319],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/phoenix/using_ssl.html#force-ssl",
        CreateMessages = () => ConfigMessages.Create(
            ("off", "Requests over plain HTTP are answered, because 'force_ssl' is 'false'."),
            ("scheme", "The application's links lead to plain HTTP, because the scheme of the endpoint's 'url' is 'http'."),
            ("missing",
                "Requests over plain HTTP are answered and nothing tells browsers to use https, because 'force_ssl' is not "
                    + "set.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, PhoenixApplication application, string endpoint)
    {
        // An instance of Akkoma or Pleroma has its headers and its proxy (akkoma-sts, akkoma-url-scheme).
        if (HasOwnRules(application))
        {
            return;
        }

        var setting = application.Get(endpoint, Key);
        var scheme = application.Get(endpoint, "url", "scheme");
        var isPlain = false;
        if (setting.Alternatives.All(value => value.IsTruthy == false && !IsFalse(value))
            && !IsWithoutTls(application.Get(endpoint, "url", "host").Value))
        {
            Judge(
                context,
                application,
                scheme,
                value => (isPlain |= IsPlain(value)) ? Verdict.Of("scheme", Https) : null,
                _ => null);
        }

        if (isPlain)
        {
            return;
        }

        Judge(
            context,
            application,
            setting,
            value => JudgeWritten(application, setting, value),
            value => value is AbsentValue ? Missing : null);
    }

    private static SettingFix Https => new("Say that visitors use https", FixApplicability.Suggested, "\"https\"");

    private static SettingFix Force => new(
        "Send visitors to https, behind a proxy that says which they use",
        FixApplicability.Suggested,
        "[rewrite_on: [:x_forwarded_proto]]");

    private static Verdict Missing => Verdict.Of("missing", Force, DiagnosticLevel.Note) with { Profile = RuleProfile.Strict };

    /// <summary>A value that comes too late matters only where the application was compiled with the same.</summary>
    private static Verdict? JudgeWritten(PhoenixApplication application, Setting setting, AbstractValue value) =>
        !IsFalse(value) ? null
        : !application.IsTooLate(setting, value) ? Verdict.Of("off", Force)
        : ValueComparer.Same(application.CompiledValue(setting), value) ? Verdict.Of("off")
        : null;

    private static bool IsFalse(AbstractValue value) => value is AtomValue { Name: "false" };

    private static bool IsPlain(AbstractValue value) => value is BinaryValue { Text: "http" };

    /// <summary>Names of this machine, and of Tor and I2P, which encrypt by themselves.</summary>
    private static bool IsWithoutTls(AbstractValue host) => host is BinaryValue { Text: var name }
        && (name is "localhost" or "127.0.0.1" or "::1"
            || name.EndsWith(".onion", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".i2p", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase));
}

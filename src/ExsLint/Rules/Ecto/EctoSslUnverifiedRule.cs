using ExsLint.Edits;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Ecto;

/// <summary><c>ssl: true</c> of a repository whose driver does not verify certificates then.</summary>
public sealed class EctoSslUnverifiedRule : RepoRule
{
    // `true` verifies from this release on; options in `ssl:` do from the other one on (Postgrex 0.17.5 to 0.22.2,
    // lib/postgrex/protocol.ex). With Erlang/OTP 26, :verify_peer is the default of :ssl.connect/3.
    private const int MinorThatVerifies = 21;
    private const int MinorWithOptions = 18;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "ecto-ssl-unverified",
        Title = "Certificate of the database is not verified",
        Description = "The connection to the database is encrypted, but to whoever answers: the locked Postgrex verifies "
            + "nothing for ssl: true, or ssl_opts replace its secure defaults.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 5.0,
        Cwes = [295],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/postgrex/Postgrex.html#start_link/1-options",
        CreateMessages = () => ConfigMessages.Create(
            ("version",
                "Whoever is on the way can answer in the database's place, because Postgrex '{0}' does not verify its "
                    + "certificate for 'true'; with Erlang/OTP 26 or later the connection fails."),
            ("unknown",
                "Whoever is on the way can answer in the database's place if Postgrex is older than 0.21, which does not verify "
                    + "its certificate for 'true'."),
            ("options",
                "Whoever is on the way can answer in the database's place with an Erlang/OTP before 26, because 'ssl_opts' has "
                    + "no 'verify' and replaces the driver's own options.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, PhoenixApplication application, string repo)
    {
        var ssl = application.Get(repo, "ssl");
        if (!ssl.Alternatives.Any(IsTrue)
            || UsesOtherDriver(application, repo)
            || DatabaseHosts.Of(application, repo) == DatabaseHost.Near)
        {
            return;
        }

        var options = application.Get(repo, "ssl_opts");
        Judge(
            context,
            application,
            ssl,
            value => !IsTrue(value) ? null
                : options.Value is AbsentValue ? JudgePlain(application)
                : options.Value is ListValue && options.Get("verify").Value is AbsentValue ? Verdict.Of("options")
                : null,
            _ => null);
    }

    private static bool IsTrue(AbstractValue value) => value is AtomValue { Name: "true" };

    private static Verdict? JudgePlain(PhoenixApplication application)
    {
        var fix = new SettingFix(
            "Verify the database's certificate", FixApplicability.Suggested, "[cacerts: :public_key.cacerts_get()]");
        return application.Dependencies?.VersionOf("postgrex") is not { } postgrex
            ? Verdict.Of("unknown", fix, DiagnosticLevel.Note) with { Profile = RuleProfile.Strict }
            : postgrex.IsAtLeast(0, MinorThatVerifies) ? null
            : new Verdict("version", [postgrex.ToString()], postgrex.IsAtLeast(0, MinorWithOptions) ? fix : null);
    }
}

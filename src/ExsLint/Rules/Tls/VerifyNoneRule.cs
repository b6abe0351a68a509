using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Frameworks;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Tls;

/// <summary><c>verify: :verify_none</c> and its kin in a client: whoever answers is believed.</summary>
public sealed class VerifyNoneRule : LibraryRule
{
    // Words in the keys of listeners, in which it is normal: clients have no certificates.
    private static readonly ImmutableArray<string> ServerWords =
        ["https", "server", "listener", "listeners", "cowboy", "ranch", "bandit", "thousand_island_options"];

    // Where a client's options name whom it talks to.
    private static readonly ImmutableArray<string> HostKeys = ["hostname", "host", "relay", "server"];

    private static readonly ImmutableArray<string> HackneyKeys = ["hackney", "hackney_opts", "hackney_options"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "tls-verify-none",
        Title = "Certificates are not verified",
        Description = "A client does not verify the certificate of the server that it talks to: whoever is on the way can "
            + "answer in its place, and read and change what is sent, passwords included.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 7.5,
        Cwes = [295],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://www.erlang.org/doc/apps/ssl/ssl.html#t:client_option_cert/0",
        CreateMessages = () => ConfigMessages.Create(
            ("verify", "Whoever is on the way can answer in the server's place, because 'verify' is ':verify_none'."),
            ("tls-verify",
                "Whoever is on the way can answer in the mail server's place, because 'tls_verify' is ':verify_none'."),
            ("any-certificate",
                "Whoever is on the way can answer in the server's place, because 'accept_invalid_certs' is 'true'."),
            ("insecure",
                "Whoever is on the way can answer in the server's place, because of 'insecure' in the options of hackney.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, MixApplication application)
    {
        JudgeAll(context, application, "verify", (holder, value) => IsNone(value) && IsOfClient(context.Model, holder)
            ? Off("verify", ":verify_peer")
            : null);
        JudgeAll(context, application, "tls_verify", (_, value) => IsNone(value) ? Off("tls-verify", ":verify_peer") : null);
        JudgeAll(
            context,
            application,
            "accept_invalid_certs",
            (_, value) => value is AtomValue { Name: "true" } ? Off("any-certificate", "false") : null);
        JudgeAll(
            context,
            application,
            "insecure",
            (holder, value) => value is AtomValue { Name: "true" } && HackneyKeys.Contains(holder.Keys[^1])
                ? Off("insecure", "false")
                : null);
        foreach (var key in HackneyKeys)
        {
            JudgeAll(context, application, key, (_, value) => JudgeFlag(value));
        }
    }

    private static bool IsNone(AbstractValue value) => value is AtomValue { Name: "verify_none" };

    private static Verdict Off(string messageId, string text) =>
        Verdict.Of(messageId, new SettingFix("Verify the server's certificate", FixApplicability.Suggested, text));

    /// <summary>hackney takes the bare atom for a switch that is on.</summary>
    private static Verdict? JudgeFlag(AbstractValue value) =>
        value is ListValue list && list.Items.Any(item => item is AtomValue { Name: "insecure" }) ? Verdict.Of("insecure") : null;

    /// <remarks>A function that looks at certificates itself is asked nevertheless (ssl(3), verify_fun).</remarks>
    private static bool IsOfClient(ConfigModel model, Setting holder) =>
        !holder.Keys.Any(key => ServerWords.Contains(key))
        && !IsOfPlainListener(holder)
        && holder.Get("verify_fun").Value is AbsentValue
        && !TalksToItself(model, holder);

    /// <summary>Below the module of an endpoint <c>http</c> is a listener, elsewhere it is often a client.</summary>
    private static bool IsOfPlainListener(Setting holder) =>
        holder.Keys is [var module, "http", ..] && module.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal);

    /// <summary>Whether the server that is talked to is certainly on this machine.</summary>
    private static bool TalksToItself(ConfigModel model, Setting holder)
    {
        for (var length = holder.Keys.Length; length > 0; length--)
        {
            var around = model.Get(holder.App, holder.Keys[0], holder.Keys.AsSpan()[1..length]);
            if (HostKeys.Any(key => around.Get(key).Value is BinaryValue { Text: var host } && HostName.IsLoopback(host)))
            {
                return true;
            }
        }

        return false;
    }
}

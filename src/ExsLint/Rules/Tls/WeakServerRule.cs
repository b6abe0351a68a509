using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Frameworks;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Tls;

/// <summary>Options of TLS that weaken it: renegotiation, ciphers, and the key that is made for development.</summary>
public sealed class WeakServerRule : LibraryRule
{
    // Parts of the names of ciphers, as OpenSSL has them and as atoms (ssl(3), type old_cipher_suite()).
    private static readonly ImmutableArray<string> WeakParts = ["RC4", "3DES", "DES-CBC3", "NULL"];

    // What `mix phx.gen.cert` writes (Phoenix 1.8.9, lib/mix/tasks/phx.gen.cert.ex).
    private const string DevelopmentKey = "selfsigned_key.pem";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "tls-weak-server",
        Title = "TLS is weaker than by default",
        Description = "Options of TLS allow renegotiation without protection, ciphers that are broken or encrypt nothing, or "
            + "name the key that mix phx.gen.cert makes for development.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.0,
        Cwes = [327, 321],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/plug/Plug.SSL.html#configure/1",
        CreateMessages = () => ConfigMessages.Create(
            ("renegotiation",
                "Who is on the way can put text before what a client sends, because 'secure_renegotiate' is '{0}'."),
            ("cipher", "Connections may use the cipher '{0}', which is broken or encrypts nothing."),
            ("development-key",
                "Visitors cannot tell this server from another, because 'keyfile' names the key of 'mix phx.gen.cert', which is "
                    + "for development.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, MixApplication application)
    {
        JudgeAll(
            context,
            application,
            "secure_renegotiate",
            (_, value) => value is AtomValue { Name: "false" }
                ? new Verdict(
                    "renegotiation",
                    [ShownValue.Describe(value)],
                    new SettingFix("Ask for secure renegotiation", FixApplicability.Suggested, "true"))
                : null);
        JudgeAll(
            context,
            application,
            "ciphers",
            (_, value) => value is ListValue list && list.Items.SelectMany(NamesOf).FirstOrDefault(IsWeak) is { } weak
                ? new Verdict("cipher", [weak])
                : null);
        JudgeAll(
            context,
            application,
            "keyfile",
            (_, value) => value is BinaryValue { Text: var path } && path.EndsWith(DevelopmentKey, StringComparison.Ordinal)
                ? Verdict.Of("development-key")
                : null);
    }

    /// <summary>The ciphers that an item of the list names: a text, a charlist, a tuple or a map.</summary>
    private static IEnumerable<string> NamesOf(AbstractValue item) => item switch
    {
        BinaryValue text => text.Text.Split(':'),
        ListValue list when list.Items.All(
            unit => unit is IntegerValue { Number: var number } && number > 0 && number < char.MaxValue) =>
            string.Concat(list.Items.Select(unit => (char)((IntegerValue)unit).Number)).Split(':'),
        TupleValue { Items: [AtomValue, AtomValue cipher, ..] } => [cipher.Name],
        MapValue map =>
            Enumerable.OfType<AtomValue>(
                map.Pairs.Where(pair => pair.Key is AtomValue { Name: "cipher" }).Select(pair => pair.Value))
            .Select(cipher => cipher.Name),
        _ => [],
    };

    private static bool IsWeak(string cipher) =>
        !cipher.StartsWith('!') && WeakParts.Any(part => cipher.Contains(part, StringComparison.OrdinalIgnoreCase));
}

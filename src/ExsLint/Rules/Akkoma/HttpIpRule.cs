using System.Net;
using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>http: [ip: …]</c> of the endpoint: only the reverse proxy should reach the server.</summary>
public sealed class HttpIpRule : AkkomaRule
{
    private const string Loopback = "{127, 0, 0, 1}";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-http-ip",
        Title = "Server can be reached around the reverse proxy",
        Description = "The HTTP listener is not bound to the loopback interface, so that anyone who can reach the machine can "
            + "talk to the server in plain HTTP, past the reverse proxy and the client address it reports.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.5,
        Cwes = [668, 1327],
        Fix = FixApplicability.Unsafe,
        ReferenceUri = HardeningGuide + "#http",
        CreateMessages = () => ConfigMessages.Create(
            ("wildcard", "The server listens on all interfaces, because 'ip' is '{0}'."),
            ("address", "The server listens on '{0}', so that it can be reached around a reverse proxy on this machine."),
            ("container",
                "The server listens on all interfaces, because 'ip' is '{0}', which is right in a container only if nothing but "
                    + "the proxy reaches it."),
            ("missing", "The server listens on all interfaces, because no 'ip' is set."),
            ("not-keywords",
                "The server listens on all interfaces and loses its streaming API, because '{0}' makes 'http' no keyword list, "
                    + "which replaces the inherited 'ip' and 'dispatch'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        var http = instance.Get(AkkomaInstance.Endpoint, "http");
        foreach (var list in http.Alternatives.OfType<ListValue>().Where(list => list.IsKeyword == false))
        {
            if (list.Items.OfType<TupleValue>().Any(item => item.Items is [AtomValue { Name: "ip" }, _]))
            {
                continue;
            }

            Report(context, instance, http, list, new Verdict("not-keywords", [BareEntryOf(list)], KeywordFix(http, list)));
            return;
        }

        // Erlang goes through its options one by one: the last `ip` holds (gen_tcp, inet:listen_options/2 of kernel).
        var ip = http.GetLast("ip");
        Judge(context, instance, ip, value => JudgeAddress(instance, value), _ => JudgeMissing(http));
    }

    private static Verdict? JudgeAddress(AkkomaInstance instance, AbstractValue value)
    {
        var fix = new SettingFix($"Bind to {Loopback}", FixApplicability.Unsafe, Loopback);
        if (value is AtomValue { Name: "any" })
        {
            return new Verdict("wildcard", [ShownValue.Describe(value)], fix);
        }

        if (InternetAddress.Of(value) is not { } address)
        {
            return null;
        }

        if (!address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any))
        {
            return IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
                ? null
                : new Verdict("address", [ShownValue.Describe(value)]);
        }

        return instance.IsInContainer
            ? new Verdict("container", [ShownValue.Describe(value)], Level: DiagnosticLevel.Note)
            : new Verdict("wildcard", [ShownValue.Describe(value)], fix);
    }

    private static Verdict? JudgeMissing(Setting http)
    {
        // Without `http` nothing listens; an address may also stand among the socket options.
        if (http.Value is not (ListValue or MapValue)
            || http.Get("transport_options").Value is not AbsentValue
            || http.Get("ip").Value is not AbsentValue)
        {
            return null;
        }

        return Verdict.Of("missing", new SettingFix($"Bind to {Loopback}", FixApplicability.Unsafe, Loopback));
    }

    private static string BareEntryOf(ListValue list) =>
        list.Items.FirstOrDefault(item => item is AtomValue)?.ToString() ?? "an entry without a key";

    /// <summary>
    /// The same list without bare atoms (with <c>:inet6</c> and an IPv4 address the boot fails) and with the address.
    /// </summary>
    private static SettingFix? KeywordFix(Setting http, ListValue list) =>
        list.Origin?.Node is ListSyntax syntax && ElixirEdits.WithoutBareAtoms(syntax, "ip", Loopback) is { } text
            ? new SettingFix(
                $"Remove {BareEntryOf(list)} and bind to {Loopback}", FixApplicability.Unsafe, Loopback, http.Get("ip"), text)
            : null;
}

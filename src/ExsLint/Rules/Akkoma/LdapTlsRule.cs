using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>:ldap</c> without <c>ssl</c> or <c>tls</c>: passwords travel to the directory in plain text.</summary>
public sealed class LdapTlsRule : AkkomaRule
{
    private const string Ldap = "ldap";

    /// <summary>The port of LDAP over TLS, which the connection has to start with.</summary>
    private const int TlsPort = 636;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-ldap-tls",
        Title = "Passwords are sent to the directory in plain text",
        Description = "The instance asks an LDAP server on another machine whether a user's password is right, over "
            + "a connection without TLS: anyone on the way reads the passwords of all who log in.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 7.5,
        Cwes = [319, 523],
        Fix = FixApplicability.Suggested,
        ReferenceUri = Cheatsheet + "#ldap",
        CreateMessages = () => ConfigMessages.Create(
            ("plain",
                "Every password that is logged in with can be read on its way to the directory, because neither "
                    + "'ssl' nor 'tls' is on."),
            ("variables",
                "Every password that is logged in with can be read on its way to the directory, unless '{0}' is "
                    + "'true' in the environment.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        if (instance.Get(Ldap, "enabled").Value is not AtomValue { Name: "true" })
        {
            return;
        }

        var ssl = instance.Get(Ldap, "ssl");
        var tls = instance.Get(Ldap, "tls");
        if (!instance.Get(Ldap, "host").Alternatives.All(IsRemote)
            || !IsOff(context.Model, ssl)
            || !IsOff(context.Model, tls))
        {
            return;
        }

        var isTlsPort = instance.Get(Ldap, "port").Value is IntegerValue { Number: var port } && port == TlsPort;
        var setting = isTlsPort ? ssl : tls;
        var fix = new SettingFix("Use TLS", FixApplicability.Suggested, "true");
        var variables = new[] { ssl, tls }.Where(other => other.Value.IsTruthy is null)
            .Select(other => context.Model.DefaultOf(other)!.Variable)
            .ToList();
        var verdict = variables.Count == 0
            ? Verdict.Of("plain", fix)
            : new Verdict("variables", [string.Join(" or ", variables)], fix, DiagnosticLevel.Warning);
        var isWritten = variables.Count == 0
            && setting.Value.Origin is not null
            && !instance.IsUpstreamDefault(setting, setting.Value);
        Report(context, instance, setting, isWritten ? setting.Value : null, verdict);
    }

    /// <summary>
    /// Whether a switch is off, or is unless an environment variable says otherwise, as upstream's base has it. Who reads a
    /// variable in a file of their own sets it.
    /// </summary>
    private static bool IsOff(ConfigModel model, Setting setting) => setting.Value.IsTruthy == false
        || (model.FileOf(setting.Value)?.Role == ConfigFileRole.Base
            && model.DefaultOf(setting) is { Value.IsTruthy: false });

    private static bool IsRemote(AbstractValue value) => value switch
    {
        BinaryValue { Bytes.IsEmpty: false } binary => !HostName.IsNear(binary.Text),
        ListValue { Items.IsEmpty: false } list when list.Items.All(IsCharacter) =>
            !HostName.IsNear(string.Concat(list.Items.Cast<IntegerValue>().Select(item => (char)(int)item.Number))),
        _ => false,
    };

    private static bool IsCharacter(AbstractValue value) =>
        value is IntegerValue { Number: var code } && code > 0 && code <= sbyte.MaxValue;
}

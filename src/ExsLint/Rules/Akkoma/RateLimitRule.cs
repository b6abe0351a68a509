using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>:rate_limit</c>: how often something may be tried.</summary>
public sealed class RateLimitRule : AkkomaRule
{
    /// <summary>
    /// Upstream's limits: in so many milliseconds so many requests (Akkoma 3.16 and Pleroma 2.7, config/config.exs).
    /// </summary>
    private static readonly (string Name, string Default)[] Limits =
    [
        ("authentication", "{60_000, 15}"),
        ("password_reset", "{1_800_000, 5}"),
        ("app_account_creation", "{1_800_000, 25}"),
    ];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-rate-limit",
        Title = "Limit of requests is off",
        Description = "A limit of :rate_limit that is nil is off. The ones for logging in, for resetting passwords "
            + "and for making accounts keep scripts from guessing passwords and from registering.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 5.5,
        Cwes = [307, 799],
        Fix = FixApplicability.Unsafe,
        ReferenceUri = Cheatsheet + "#rate_limit",
        CreateMessages = () => ConfigMessages.Create(
            ("all",
                "All limits of requests are off, so that passwords can be guessed at any rate, because "
                    + "'rate_limit' is '{0}'."),
            ("authentication", "Passwords can be guessed at any rate, because the limit 'authentication' is 'nil'."),
            ("password_reset",
                "Any number of mails to reset a password can be asked for, because the limit 'password_reset' "
                    + "is 'nil'."),
            ("app_account_creation",
                "Any number of accounts can be made by scripts, because the limit 'app_account_creation' is "
                    + "'nil'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        var whole = instance.Get("rate_limit");
        Judge(
            context,
            instance,
            whole,
            value => value is AtomValue or BinaryValue or IntegerValue or FloatValue or TupleValue
                ? new Verdict(
                    "all",
                    [ShownValue.Describe(value)],
                    new SettingFix(
                        "Write a list, with which upstream's other limits are back",
                        FixApplicability.Unsafe,
                        Limits[0].Default,
                        whole.Get(Limits[0].Name)))
                : null,
            _ => null);
        foreach (var (name, text) in Limits)
        {
            Judge(
                context,
                instance,
                whole.Get(name),
                value => value is AtomValue { IsNil: true }
                    ? Verdict.Of(name, new SettingFix($"Set {name} to upstream's limit", FixApplicability.Unsafe, text))
                    : null,
                _ => null);
        }
    }
}

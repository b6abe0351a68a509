using System.Globalization;
using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>:oauth2</c>: how long the tokens of clients are good for.</summary>
public sealed class TokenLifetimeRule : AkkomaRule
{
    private const string OAuth = "oauth2";

    /// <summary>Seconds of a day.</summary>
    private const int Day = 24 * 60 * 60;

    /// <summary>The most days that are not reported.</summary>
    private const int LongestDays = 366;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-token-lifetime",
        Title = "Tokens of clients hardly ever expire",
        Description = "A token that a client got is good for token_expires_in seconds, which is a hundred years by "
            + "default, and stays in the database unless clean_expired_tokens is on. One that is stolen "
            + "works until somebody revokes it.",
        Level = DiagnosticLevel.Note,
        SecuritySeverity = 3.0,
        Cwes = [613],
        Profile = RuleProfile.Strict,
        Fix = FixApplicability.Unsafe,
        ReferenceUri = Cheatsheet + "#oauth2",
        CreateMessages = () => ConfigMessages.Create(
            ("long", "A token that is stolen works for '{0}' days, because of 'token_expires_in'."),
            ("kept", "Tokens that are no longer good stay in the database, because 'clean_expired_tokens' is '{0}'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        Judge(context, instance, instance.Get(OAuth, "token_expires_in"), JudgeLifetime, JudgeLifetime);
        Judge(context, instance, instance.Get(OAuth, "clean_expired_tokens"), JudgeKept, JudgeKept);
    }

    private static Verdict? JudgeLifetime(AbstractValue value) =>
        value is IntegerValue { Number: var seconds } && seconds / Day > LongestDays
            ? new Verdict(
                "long",
                [(seconds / Day).ToString(CultureInfo.InvariantCulture)],
                new SettingFix("Let tokens expire after 60 days", FixApplicability.Unsafe, "5_184_000"))
            : null;

    private static Verdict? JudgeKept(AbstractValue value) => value is AtomValue { IsTruthy: false }
        ? new Verdict(
            "kept",
            [ShownValue.Describe(value)],
            new SettingFix("Set clean_expired_tokens to true", FixApplicability.Unsafe, "true"))
        : null;
}

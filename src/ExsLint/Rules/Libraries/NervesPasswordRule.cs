using ExsLint.Edits;
using ExsLint.Frameworks;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Libraries;

/// <summary><c>config :nerves_ssh, user_passwords:</c>: logins to a device by password.</summary>
public sealed class NervesPasswordRule : LibraryRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "nerves-ssh-password",
        Title = "Devices take a password for a shell",
        Description = "Devices with this firmware let those in who know a password, which stands in the firmware as text: who "
            + "has one device, or an image, gets into all of them.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 7.5,
        Cwes = [798],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/nerves_ssh/readme.html#authentication",
        CreateMessages = () => ConfigMessages.Create(
            ("literal",
                "Who has an image of the firmware, or guesses, gets a shell on every device, because 'user_passwords' holds a "
                    + "password as text."),
            ("password", "Who guesses a password gets a shell on the device, because 'user_passwords' lets passwords in.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, MixApplication application)
    {
        var fix = new SettingFix("Let keys in only (authorized_keys)", FixApplicability.Suggested, "[]");
        Judge(
            context,
            application,
            context.Model.Get("nerves_ssh", "user_passwords"),
            value => value is not ListValue { Items.IsEmpty: false } list ? null
                : list.Items.Any(HoldsText) ? Verdict.Of("literal", fix)
                : Verdict.Of("password", fix, DiagnosticLevel.Warning),
            _ => null);
    }

    /// <summary>Whether a pair of a user and a password has the latter as a text or a charlist.</summary>
    private static bool HoldsText(AbstractValue pair) =>
        pair is TupleValue { Items: [_, BinaryValue or ListValue { Items.IsEmpty: false }] };
}

using ExsLint.Edits;
using ExsLint.Frameworks;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;

namespace ExsLint.Rules.Libraries;

/// <summary><c>ignores_csrf_attack</c> in the options of one of Ueberauth's providers.</summary>
/// <remarks>
/// Ueberauth looks for it in the options with which the strategy's module is defined, and only there (0.7.0 to 0.10.8,
/// lib/ueberauth/strategy.ex): what the configuration says is left to the strategy.
/// </remarks>
public sealed class UeberauthCsrfRule : LibraryRule
{
    private const string Key = "ignores_csrf_attack";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "ueberauth-csrf",
        Title = "Logins that others started are asked for",
        Description = "The options of a provider ask Ueberauth not to check that a login was started by the same visitor. "
            + "Ueberauth reads that from the strategy's own module, not from here.",
        Level = DiagnosticLevel.Note,
        SecuritySeverity = 3.0,
        Cwes = [352],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/ueberauth/Ueberauth.Strategy.html#module-cross-site-request-forgery",
        CreateMessages = () => ConfigMessages.Create(
            ("option",
                "'ignores_csrf_attack' asks for logins that others started, and has no effect here unless the strategy reads it: "
                    + "Ueberauth does not.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, MixApplication application)
    {
        var fix = new SettingFix("Check who started the login", FixApplicability.Suggested, "false");
        JudgeAll(
            context,
            application,
            Key,
            (holder, value) => IsOfProvider(holder) && value.IsTruthy == true ? Verdict.Of("option", fix) : null);
    }

    private static bool IsOfProvider(Setting holder) => holder.App == "ueberauth" || holder.Keys.Contains("providers");
}

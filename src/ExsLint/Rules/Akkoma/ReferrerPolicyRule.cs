using System.Collections.Frozen;
using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>:http_security, referrer_policy</c>: what other sites learn of where a visitor comes from.</summary>
public sealed class ReferrerPolicyRule : AkkomaRule
{
    private const string Key = "referrer_policy";
    private const string Default = "same-origin";

    /// <summary>The policies that tell other origins nothing (W3C Referrer Policy, section 3).</summary>
    private static readonly FrozenSet<string> Private = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, Default, "no-referrer");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-referrer-policy",
        Title = "Referrer policy tells other sites where visitors come from",
        Description = "Only the referrer policies same-origin and no-referrer keep the addresses of an instance's pages, or its "
            + "name, from the sites that its visitors follow links to. Without a string there, every request fails.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 3.5,
        Cwes = [200],
        Fix = FixApplicability.Safe,
        ReferenceUri = HardeningGuide + "#referrer_policy",
        CreateMessages = () => ConfigMessages.Create(
            ("leaks", "Referrer policy '{0}' tells other sites where a visitor comes from."),
            ("not-a-string", "Every request fails, because 'referrer_policy' is '{0}', which cannot be the value of a header."),
            ("missing", "Every request fails, because 'referrer_policy' is set nowhere.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, AkkomaInstance instance)
    {
        if (HttpSecurityEnabledRule.IsOff(instance))
        {
            return;
        }

        var fix = new SettingFix($"Set referrer_policy to \"{Default}\"", FixApplicability.Safe, $"\"{Default}\"");
        Judge(
            context,
            instance,
            instance.Get(AkkomaInstance.HttpSecurity, Key),
            value => value switch
            {
                BinaryValue binary => Private.Contains(binary.Text.Trim()) ? null : new Verdict("leaks", [binary.Text], fix),
                UnknownValue => null,
                _ => new Verdict("not-a-string", [ShownValue.Describe(value)], fix, DiagnosticLevel.Error),
            },
            value => value is AbsentValue ? Verdict.Of("missing", fix, DiagnosticLevel.Error) : null);
    }
}

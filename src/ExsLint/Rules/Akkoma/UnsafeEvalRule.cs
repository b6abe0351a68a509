using ExsLint.Edits;
using ExsLint.Frameworks.Akkoma;

namespace ExsLint.Rules.Akkoma;

/// <summary><c>:http_security, allow_unsafe_eval</c> of Pleroma: scripts may compile code.</summary>
public sealed class UnsafeEvalRule() : AkkomaSwitchRule(AkkomaInstance.HttpSecurity, "allow_unsafe_eval")
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "akkoma-unsafe-eval",
        Title = "Content security policy allows code that is made at run time",
        Description = "The content security policy lets scripts compile code at run time (wasm-unsafe-eval), which "
            + "Pleroma needs for emulating Flash alone. It makes more of an injected script or file.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.0,
        Cwes = [79, 693],
        Fix = FixApplicability.Unsafe,
        ReferenceUri = "https://docs-develop.pleroma.social/backend/configuration/cheatsheet/#http_security",
        CreateMessages = () => MessagesOf(
            "Scripts may compile code at run time, which the content security policy forbids otherwise, because "
                + "'allow_unsafe_eval' is '{0}'."),
    };

    /// <inheritdoc/>
    /// <remarks>Akkoma does not read it. Without the headers there is no policy.</remarks>
    protected override bool IsRead(AkkomaInstance instance) => !instance.IsAkkoma && !HttpSecurityEnabledRule.IsOff(instance);
}

using ExsLint.Edits;

namespace ExsLint.Rules.Phoenix;

/// <summary><c>code_reloader</c> of an endpoint: requests that compile the application.</summary>
public sealed class CodeReloaderRule() : EndpointSwitchRule("code_reloader")
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "phoenix-code-reloader",
        Title = "Requests recompile the application",
        Description = "The endpoint's code_reloader is on: each request looks for changed source files and compiles them, one "
            + "request after the other, and a compilation that fails shows source code to the visitor.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 5.0,
        Cwes = [489],
        Fix = FixApplicability.Safe,
        ReferenceUri = EndpointPage + "#module-compile-time-configuration",
        CreateMessages = () => MessagesOf(
            "Every request looks for changed source files and compiles them, because 'code_reloader' is '{0}'."),
    };
}

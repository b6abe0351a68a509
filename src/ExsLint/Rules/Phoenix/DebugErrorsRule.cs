using ExsLint.Edits;

namespace ExsLint.Rules.Phoenix;

/// <summary><c>debug_errors</c> of an endpoint: pages for developers in place of error pages.</summary>
public sealed class DebugErrorsRule() : EndpointSwitchRule("debug_errors")
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "phoenix-debug-errors",
        Title = "Errors show source code and session to visitors",
        Description = "The endpoint's debug_errors is on, so that an error shows the visitor source code, the stack trace, the "
            + "session and the request, in place of an error page.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 7.5,
        Cwes = [489, 209],
        Fix = FixApplicability.Safe,
        ReferenceUri = EndpointPage + "#module-compile-time-configuration",
        CreateMessages = () => MessagesOf(
            "Errors show source code, stack traces and the session to visitors, because 'debug_errors' is '{0}'."),
    };
}

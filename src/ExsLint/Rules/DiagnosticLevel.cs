namespace ExsLint.Rules;

/// <summary>How bad a finding is. The order counts: a higher level is worse.</summary>
public enum DiagnosticLevel
{
    /// <summary>Worth knowing; printed as <c>notice</c>, SARIF level <c>note</c>.</summary>
    Note,

    /// <summary>Weakens the service.</summary>
    Warning,

    /// <summary>Leaves the service open, or stops it from working.</summary>
    Error,
}

using ExsLint.Rules;

namespace ExsLint.Reporting.Layout;

/// <summary>The role of what belongs to a finding.</summary>
public static class LevelRole
{
    /// <summary>The role for a level.</summary>
    public static TextRole Of(DiagnosticLevel level) => level switch
    {
        DiagnosticLevel.Error => TextRole.Error,
        DiagnosticLevel.Warning => TextRole.Warning,
        _ => TextRole.Notice,
    };
}

using ExsLint.Rules;

namespace ExsLint.Reporting.Full;

/// <summary>Puts findings together that have one cause, and the most severe first.</summary>
internal static class FindingBlocks
{
    /// <summary>
    /// The blocks of a report: errors first, then warnings, then notices, each in the order of the findings. The directives that
    /// one unit lacks are one block, which has the level of its most severe finding and stands behind the single findings of that
    /// level.
    /// </summary>
    public static IEnumerable<IReadOnlyList<Diagnostic>> Of(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .GroupBy(diagnostic => (object?)diagnostic.Absent?.Unit ?? diagnostic, ReferenceEqualityComparer.Instance)
        .Select(group => group.ToList())
        .OrderByDescending(LevelOf)
        .ThenBy(block => block.Count > 1);

    /// <summary>The level of the most severe finding of a block.</summary>
    public static DiagnosticLevel LevelOf(IReadOnlyList<Diagnostic> block) => block.Max(diagnostic => diagnostic.Level);
}

namespace ExsLint.Analysis.Suppressions;

/// <summary>A comment and the lines it is for.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Lines">The lines, 0-based; null if it stands above nothing, or is for the whole file.</param>
internal sealed record Suppression(SuppressionComment Comment, LineRange? Lines);

/// <summary>Lines of a file.</summary>
/// <param name="First">The first, 0-based.</param>
/// <param name="Last">The last, 0-based, at least <paramref name="First"/>.</param>
internal readonly record struct LineRange(int First, int Last);

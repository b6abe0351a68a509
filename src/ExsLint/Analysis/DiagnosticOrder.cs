using ExsLint.Rules;

namespace ExsLint.Analysis;

/// <summary>The order of findings: by path, place, rule and setting; texts by ordinal.</summary>
public sealed class DiagnosticOrder : IComparer<Diagnostic>
{
    private DiagnosticOrder()
    {
    }

    /// <summary>The order.</summary>
    public static DiagnosticOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(Diagnostic? x, Diagnostic? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var (left, right) = (x.Location, y.Location);
        var order = string.CompareOrdinal(left.File.Path, right.File.Path);
        order = order != 0 ? order : left.Span.CompareTo(right.Span);
        order = order != 0 ? order : string.CompareOrdinal(x.Rule.Id, y.Rule.Id);
        return order != 0 ? order : string.CompareOrdinal(x.Setting.Text, y.Setting.Text);
    }
}

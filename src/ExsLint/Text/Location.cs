using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Text;

/// <summary>A place in a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Span">The span, in 0-based UTF-16 offsets.</param>
public sealed record Location(SourceFile File, TextSpan Span)
{
    /// <summary>The 0-based line and column of the start.</summary>
    public LinePosition Start => File.Lines.GetPosition(Span.Start);

    /// <summary>The 0-based line and column just behind the last character.</summary>
    public LinePosition End => File.Lines.GetPosition(Span.End);

    /// <summary>The place as people are shown it: <c>path:line:column</c>, 1-based.</summary>
    public override string ToString() => $"{File.ShownPath}:{Start.Line + 1}:{Start.Character + 1}";
}

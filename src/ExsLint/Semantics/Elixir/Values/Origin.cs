using ExsLint.Syntax;
using ExsLint.Text;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>The expression that produced a value.</summary>
/// <param name="Node">The node.</param>
public sealed record Origin(SyntaxNode Node)
{
    /// <summary>The file it stands in.</summary>
    public SourceFile File => Node.Tree.File;

    /// <summary>Where it stands.</summary>
    public Location Location => Node.Location;

    /// <summary>The place, for people.</summary>
    public override string ToString() => Location.ToString();
}

using ExsLint.Text;

namespace ExsLint.Syntax.Elixir;

/// <summary>Makes trees of Elixir text. Never throws for bad text: what is wrong is in the tree's diagnostics.</summary>
public static class ElixirParser
{
    /// <summary>Parses a file.</summary>
    public static ElixirSyntaxTree Parse(SourceFile file) => throw new NotSupportedException(file.Path);
}

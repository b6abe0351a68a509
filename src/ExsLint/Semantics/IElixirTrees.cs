using ExsLint.Syntax.Elixir;
using ExsLint.Text;

namespace ExsLint.Semantics;

/// <summary>The trees of Elixir files, each parsed once. Any number of threads may ask.</summary>
public interface IElixirTrees
{
    /// <summary>The files that are parsed.</summary>
    IProjectFiles Files { get; }

    /// <summary>The tree of a file, or null if it cannot be read.</summary>
    /// <param name="path">The file's path, as <see cref="IProjectFiles"/> has it.</param>
    ElixirSyntaxTree? Get(string path);

    /// <summary>The same trees with another text in the place of one file; these stay as they are.</summary>
    IElixirTrees With(SourceFile changed);
}

using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax.Elixir;

/// <summary>The tree of an Elixir file.</summary>
public sealed class ElixirSyntaxTree : SyntaxTree
{
    internal ElixirSyntaxTree(SourceFile file, TokenData[] tokens, int tokenCount)
        : base(file, tokens, tokenCount)
    {
    }

    /// <summary>The whole file.</summary>
    public new CompilationUnitSyntax Root => (CompilationUnitSyntax)base.Root;

    internal override IEnumerable<SyntaxTrivia> SplitTrivia(TextSpan span) => TriviaSplitter.Split(File.Content, span, "#");

    internal void Complete(CompilationUnitSyntax root, ImmutableArray<SyntaxDiagnostic> diagnostics) =>
        base.Complete(root, diagnostics);
}

using ExsLint.Text;
using Pidgin;

namespace ExsLint.Syntax.Elixir;

/// <summary>Makes trees of Elixir text. Never throws for bad text: what is wrong is in the tree's diagnostics.</summary>
public static class ElixirParser
{
    /// <summary>Parses a file as the newest version of Elixir would.</summary>
    public static ElixirSyntaxTree Parse(SourceFile file) => Parse(file, ElixirDialect.Latest);

    /// <summary>Parses a file as a certain version of Elixir would.</summary>
    public static ElixirSyntaxTree Parse(SourceFile file, ElixirDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(file);
        var scan = ElixirScanner.Scan(file.Content, dialect);
        var tree = new ElixirSyntaxTree(file, scan.Tokens);
        var grammar = new ElixirGrammar(tree, scan, dialect);
        var body = grammar.Grammar.Parse(scan.Tokens).Value;
        var root = new CompilationUnitSyntax(tree, scan.Tokens.Length - 1, body);
        tree.Complete(root, [.. scan.Diagnostics.OrderBy(diagnostic => diagnostic.Span.Start)]);
        return tree;
    }
}

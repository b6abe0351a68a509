using ExsLint.Syntax.Elixir.Grammar;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Syntax.Elixir.Scanner;
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
        return ParseTokens(file, scan, dialect).Tree;
    }

    /// <summary>Parses scanned tokens; the grammar tells how much work that was.</summary>
    internal static (ElixirSyntaxTree Tree, ElixirGrammar Grammar) ParseTokens(SourceFile file, ScanResult scan, ElixirDialect dialect)
    {
        var tree = new ElixirSyntaxTree(file, scan.Tokens);
        var grammar = new ElixirGrammar(tree, scan, dialect, ElixirGrammar.MaxDepthOnAnyStack);
        var body = grammar.Grammar.Parse(scan.Tokens).Value;
        if (grammar.IsTooDeep)
        {
            grammar = new ElixirGrammar(tree, scan, dialect, ElixirGrammar.MaxDepthOnLargeStack);
            body = ParseOnLargeStack(grammar, scan.Tokens);
        }

        var root = new CompilationUnitSyntax(tree, scan.Tokens.Length - 1, body);
        tree.Complete(root, [.. scan.Diagnostics.Concat(grammar.Diagnostics).OrderBy(diagnostic => diagnostic.Span.Start)]);
        return (tree, grammar);
    }

    /// <summary>Deep nesting takes more stack than a thread is sure to have. Few files need that: it costs them a second attempt.</summary>
    private static BodySyntax ParseOnLargeStack(ElixirGrammar grammar, TokenData[] tokens)
    {
        BodySyntax? body = null;
        var thread = new Thread(() => body = grammar.Grammar.Parse(tokens).Value, ElixirGrammar.LargeStack);
        thread.Start();
        thread.Join();
        return body!;
    }
}

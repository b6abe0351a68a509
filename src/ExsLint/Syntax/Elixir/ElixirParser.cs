using ExsLint.Syntax.Elixir.Grammar;
using ExsLint.Syntax.Elixir.Grammar.Reading;
using ExsLint.Syntax.Elixir.Language;
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

    /// <summary>Parses scanned tokens; the session tells how much work that was.</summary>
    internal static (ElixirSyntaxTree Tree, ParseSession Session) ParseTokens(
        SourceFile file,
        ScanResult scan,
        ElixirDialect dialect)
    {
        var tree = new ElixirSyntaxTree(file, scan.Tokens, scan.Count);
        var session = new ParseSession(tree, scan, dialect, ParseSession.MaxDepthOnAnyStack);
        var body = ElixirGrammar.Instance.Grammar.Parse(scan.Tokens.AsSpan(0, scan.Count), session).Value;
        if (session.IsTooDeep)
        {
            session = new ParseSession(tree, scan, dialect, ParseSession.MaxDepthOnLargeStack);
            body = ParseOnLargeStack(session, scan);
        }

        var root = new CompilationUnitSyntax(tree, scan.Count - 1, body);
        var diagnostics = scan.Diagnostics.Concat(session.Errors.Diagnostics).OrderBy(diagnostic => diagnostic.Span.Start);
        tree.Complete(root, [.. diagnostics]);
        return (tree, session);
    }

    /// <summary>
    /// Deep nesting takes more stack than a thread is sure to have. Few files need that: it costs them a second attempt.
    /// </summary>
    private static BodySyntax ParseOnLargeStack(ParseSession session, ScanResult scan)
    {
        BodySyntax? body = null;
        var thread = new Thread(
            () => body = ElixirGrammar.Instance.Grammar.Parse(scan.Tokens.AsSpan(0, scan.Count), session).Value,
            ParseSession.LargeStack);
        thread.Start();
        thread.Join();
        return body!;
    }
}

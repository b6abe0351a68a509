using System.Runtime.CompilerServices;
using ExsLint.Syntax.Elixir.Grammar.Recovery;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Scanner;
using Pidgin.Configuration;

namespace ExsLint.Syntax.Elixir.Grammar.Reading;

/// <summary>
/// One text while it is read: what is known of it, and how far reading has come. The grammar keeps nothing of that; Pidgin
/// carries the session to each of its parsers as their configuration.
/// </summary>
internal sealed class ParseSession : DefaultConfiguration<TokenData>
{
    /// <summary>The levels of nesting that fit on any thread's stack.</summary>
    public const int MaxDepthOnAnyStack = 400;

    /// <summary>The levels of nesting that fit on a stack of <see cref="LargeStack"/> bytes.</summary>
    public const int MaxDepthOnLargeStack = 10_000;

    /// <summary>Bytes: unoptimized code takes up to 4 kB a level.</summary>
    public const int LargeStack = 128 * 1024 * 1024;

    private readonly TokenData[] _tokens;
    private readonly int _count;
    private readonly HashSet<int> _quotedKeys;

    /// <summary>Starts to read a text.</summary>
    /// <param name="tree">The tree that the nodes will stand in.</param>
    /// <param name="scan">The text's tokens.</param>
    /// <param name="dialect">The version of Elixir.</param>
    /// <param name="maxDepth">How deep expressions may be nested: what the thread's stack holds.</param>
    public ParseSession(SyntaxTree tree, ScanResult scan, ElixirDialect dialect, int maxDepth)
    {
        Tree = tree;
        Dialect = dialect;
        MaxDepth = maxDepth;
        (_tokens, _count) = (scan.Tokens, scan.Count);
        _quotedKeys = scan.QuotedKeys;
        Text = new TokenText(tree, scan.Tokens);
        Operators = new OperatorStack(tree);
        var brackets = new BracketPairs(scan, Text);
        Errors = new SyntaxErrorList(Text, brackets, scan.Diagnostics);
        Resumptions = new ResumptionFinder(Text, brackets, Errors);
    }

    /// <summary>The tree that the nodes stand in.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>The version of Elixir.</summary>
    public ElixirDialect Dialect { get; }

    /// <summary>The tokens as messages name them.</summary>
    public TokenText Text { get; }

    /// <summary>Operators and operands that are not put together yet.</summary>
    public OperatorStack Operators { get; }

    /// <summary>What is wrong with the text.</summary>
    public SyntaxErrorList Errors { get; }

    /// <summary>Where reading resumes behind what is broken.</summary>
    public ResumptionFinder Resumptions { get; }

    /// <summary>How deep expressions may be nested.</summary>
    public int MaxDepth { get; }

    /// <summary>How deep the expression that is being read is nested.</summary>
    public int Depth { get; set; }

    /// <summary>Whether something is nested more deeply than the parser reads.</summary>
    public bool IsTooDeep { get; set; }

    /// <summary>The first thing that a production could not read, until it is reported.</summary>
    public Failure? Failure { get; set; }

    /// <summary>How many operands were read.</summary>
    public long OperandCount { get; set; }

    /// <summary>
    /// How many operands were read and tokens looked at again: a measure of the work, for tests that it is linear.
    /// </summary>
    public long Work => OperandCount + Errors.Work + Resumptions.Work;

    /// <summary>The number of the last token, the end of the file.</summary>
    public int EndOfFile => _count - 1;

    /// <summary>The kind of a token; behind the text is its end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SyntaxKind KindAt(int index) => index < _count ? (SyntaxKind)_tokens[index].RawKind : SyntaxKind.EndOfFile;

    /// <summary>Whether a token is a keyword's key, or opens one.</summary>
    public bool IsKeyAt(int index) => KindAt(index) switch
    {
        SyntaxKind.KeywordIdentifier => true,
        SyntaxKind.StringStart or SyntaxKind.CharlistStart => _quotedKeys.Contains(index),
        _ => false,
    };
}

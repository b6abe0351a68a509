using System.Diagnostics.CodeAnalysis;
using ExsLint.Syntax.Elixir.Scanner;
using Microsoft.CodeAnalysis.Text;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <summary>
/// The grammar of Elixir over the scanner's tokens. Productions are named as in <c>grammars/elixir.ebnf</c>. Each looks at the next
/// token's kind, so none of them is tried in vain, and the first one that fails knows what is wrong.
/// </summary>
internal sealed partial class ElixirGrammar
{
    /// <summary>The levels that any thread's stack holds.</summary>
    public const int MaxDepthOnAnyStack = 400;

    /// <summary>The levels that a thread with a stack of <see cref="LargeStack"/> bytes holds.</summary>
    public const int MaxDepthOnLargeStack = 10_000;

    /// <summary>Bytes: unoptimized code takes up to 4 kB a level.</summary>
    public const int LargeStack = 128 * 1024 * 1024;

    private readonly ElixirSyntaxTree _tree;
    private readonly TokenData[] _tokens;
    private readonly HashSet<int> _quotedKeys;
    private readonly ElixirDialect _dialect;
    private readonly TokenText _text;
    private readonly int _maxDepth;
    private int _depth;
    private Failure? _failure;
    private int _readTo;

    /// <summary>Makes a grammar for one text.</summary>
    /// <param name="tree">The tree that the nodes will stand in.</param>
    /// <param name="scan">The text's tokens.</param>
    /// <param name="dialect">The version of Elixir.</param>
    /// <param name="maxDepth">How deep expressions may be nested: what the thread's stack holds.</param>
    public ElixirGrammar(ElixirSyntaxTree tree, ScanResult scan, ElixirDialect dialect, int maxDepth)
    {
        _tree = tree;
        _tokens = scan.Tokens;
        _quotedKeys = scan.QuotedKeys;
        _scannerDiagnostics = scan.Diagnostics;
        _text = new TokenText(tree, scan.Tokens);
        _dialect = dialect;
        _maxDepth = maxDepth;
    }

    private static ProductionParser<T> Define<T>(Production<T> production) => new(production);

    private static int Index(ref ParseState<TokenData> state) => (int)state.Location;

    private SyntaxKind Kind(ref ParseState<TokenData> state) => KindAt(Index(ref state));

    private SyntaxKind KindAt(int index) =>
        index < _tokens.Length ? (SyntaxKind)_tokens[index].RawKind : SyntaxKind.EndOfFile;

    private bool Accept(ref ParseState<TokenData> state, SyntaxKind kind)
    {
        if (Kind(ref state) != kind)
        {
            return false;
        }

        state.Advance();
        return true;
    }

    /// <summary>Skips what may separate two expressions: a line end, a semicolon, or both in this order.</summary>
    private bool AcceptEoe(ref ParseState<TokenData> state)
    {
        var lineEnd = Accept(ref state, SyntaxKind.EndOfLine);
        return Accept(ref state, SyntaxKind.Semicolon) || lineEnd;
    }

    private bool IsKeyAt(int index) =>
        KindAt(index) == SyntaxKind.KeywordIdentifier || _quotedKeys.Contains(index);

    private ReadOnlySpan<char> TextAt(int index) => _tree.File.Content.AsSpan(_tokens[index].Start, _tokens[index].End - _tokens[index].Start);

    private bool Fail<T>(ref ParseState<TokenData> state, string message, [MaybeNull] out T result) =>
        Fail(ref state, Index(ref state), null, message, out result);

    private bool Fail<T>(ref ParseState<TokenData> state, int token, TextSpan? span, string? message, [MaybeNull] out T result)
    {
        result = default;
        if (_failure is null)
        {
            _failure = new Failure(token, span, message);
            _readTo = Index(ref state);
        }

        state.SetError(Maybe.Just(_tokens[token]), token == _tokens.Length - 1, token, message);
        return false;
    }

    private bool FailTooDeep<T>(ref ParseState<TokenData> state, [MaybeNull] out T result)
    {
        IsTooDeep = true;
        return Fail(ref state, $"The expression is nested too deeply: more than {MaxDepthOnLargeStack} levels are not read.", out result);
    }

    /// <summary>Fails at a token that cannot stand here; <see cref="SyntaxErrorExplainer"/> finds out what that means.</summary>
    private bool FailUnexpected<T>(ref ParseState<TokenData> state, [MaybeNull] out T result) =>
        Fail(ref state, Index(ref state), null, null, out result);

    /// <summary>The token as a message names it.</summary>
    private string Describe(int index) => _text.Describe(index);

    /// <summary>The first thing that a production could not read.</summary>
    /// <param name="Token">The token.</param>
    /// <param name="Span">What to report, if it is not the token.</param>
    /// <param name="Message">What is wrong, null for a token that cannot stand there.</param>
    private readonly record struct Failure(int Token, TextSpan? Span, string? Message)
    {
        /// <summary>Whether it follows from a mistake within that was reported.</summary>
        public bool IsReported => Message?.Length == 0;
    }
}

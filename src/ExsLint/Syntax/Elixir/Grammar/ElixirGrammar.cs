using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Pidgin;

namespace ExsLint.Syntax.Elixir;

/// <summary>
/// The grammar of Elixir over the scanner's tokens. Productions are named as in <c>grammars/elixir.ebnf</c>. Each looks at the next
/// token's kind, so none of them is tried in vain, and the first one that fails knows what is wrong.
/// </summary>
internal sealed partial class ElixirGrammar
{
    // Deeper nesting is no program that a person wrote, and would overflow the stack.
    private const int MaxDepth = 500;

    private readonly ElixirSyntaxTree _tree;
    private readonly TokenData[] _tokens;
    private readonly HashSet<int> _quotedKeys;
    private readonly ElixirDialect _dialect;
    private readonly List<SyntaxDiagnostic> _diagnostics;
    private int _depth;
    private (int Token, TextSpan? Span, string Message)? _failure;
    private int _readTo;

    public ElixirGrammar(ElixirSyntaxTree tree, ScanResult scan, ElixirDialect dialect)
    {
        _tree = tree;
        _tokens = scan.Tokens;
        _quotedKeys = scan.QuotedKeys;
        _diagnostics = scan.Diagnostics;
        _dialect = dialect;
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

    private bool Fail<T>(ref ParseState<TokenData> state, int token, TextSpan? span, string message, [MaybeNull] out T result)
    {
        result = default;
        if (_failure is null)
        {
            _failure = (token, span, message);
            _readTo = Index(ref state);
        }

        state.SetError(Maybe.Just(_tokens[token]), token == _tokens.Length - 1, token, message);
        return false;
    }

    private bool FailUnexpected<T>(ref ParseState<TokenData> state, [MaybeNull] out T result) =>
        Fail(ref state, $"Unexpected {Describe(Index(ref state))}.", out result);

    private bool FailTooDeep<T>(ref ParseState<TokenData> state, [MaybeNull] out T result) =>
        Fail(ref state, $"The expression is nested too deeply (more than {MaxDepth} levels).", out result);

    /// <summary>The token as a message names it.</summary>
    private string Describe(int index) => KindAt(index) switch
    {
        SyntaxKind.EndOfFile => "end of the file",
        SyntaxKind.EndOfLine => "line end",
        SyntaxKind.StringStart or SyntaxKind.StringHeredocStart => "string",
        SyntaxKind.CharlistStart or SyntaxKind.CharlistHeredocStart => "charlist",
        SyntaxKind.SigilStart => "sigil",
        SyntaxKind.QuotedAtomStart => "quoted atom",
        _ when TextAt(index).Length > 40 => $"'{TextAt(index)[..40]}..'",
        _ => $"'{TextAt(index)}'",
    };

    /// <summary>Where a token stands, as a message says it: 1-based line and column.</summary>
    private string Place(int index)
    {
        var position = _tree.File.Lines.GetPosition(_tokens[index].Start);
        return $"{position.Line + 1}:{position.Character + 1}";
    }
}

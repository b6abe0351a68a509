using ExsLint.Syntax.Elixir.Language;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Syntax.Elixir.Grammar.Recovery;

/// <summary>Tokens as messages speak of them.</summary>
internal sealed class TokenText(SyntaxTree tree, TokenData[] tokens)
{
    private const int LongestQuote = 40;

    private readonly string _content = tree.File.Content;

    /// <summary>What the token is.</summary>
    public SyntaxKind Kind(int index) => (SyntaxKind)tokens[index].RawKind;

    /// <summary>The token's text.</summary>
    public ReadOnlySpan<char> Text(int index) => _content.AsSpan(tokens[index].Start, tokens[index].End - tokens[index].Start);

    /// <summary>The token's span.</summary>
    public TextSpan Span(int index) => TextSpan.FromBounds(tokens[index].Start, tokens[index].End);

    /// <summary>The token in quotes, or what it is where its text would say nothing.</summary>
    public string Describe(int index) => Kind(index) switch
    {
        SyntaxKind.EndOfFile => "end of the file",
        SyntaxKind.EndOfLine => "line end",
        SyntaxKind.StringStart or SyntaxKind.StringHeredocStart => "string",
        SyntaxKind.CharlistStart or SyntaxKind.CharlistHeredocStart => "charlist",
        SyntaxKind.SigilStart => "sigil",
        SyntaxKind.QuotedAtomStart => "quoted atom",
        SyntaxKind.StringEnd or SyntaxKind.StringHeredocEnd => "string",
        SyntaxKind.CharlistEnd or SyntaxKind.CharlistHeredocEnd => "charlist",
        SyntaxKind.SigilEnd => "sigil",
        _ when Text(index).Length > LongestQuote => $"'{Text(index)[..LongestQuote]}..'",
        _ => $"'{Text(index)}'",
    };

    /// <summary>The token within a sentence: in quotes, or with an article.</summary>
    public string Name(int index) => Describe(index) is var text && text.StartsWith('\'') ? text
        : Kind(index) is SyntaxKind.EndOfLine or SyntaxKind.EndOfFile ? $"the {text}" : $"a {text}";

    /// <summary>Where a token stands: 1-based line and column.</summary>
    public string Place(int index)
    {
        var position = tree.File.Lines.GetPosition(tokens[index].Start);
        return $"{position.Line + 1}:{position.Character + 1}";
    }

    /// <summary>The number of characters before a token that is the first of its line, else -1.</summary>
    public int Indentation(int index)
    {
        var start = tokens[index].Start;
        var offset = start;
        while (offset > 0 && _content[offset - 1] is ' ' or '\t')
        {
            offset--;
        }

        return offset == 0 || _content[offset - 1] is '\n' or '\uFEFF' ? start - offset : -1;
    }

    /// <summary>Whether a line end stands between two tokens.</summary>
    public bool AreLinesApart(int first, int second) =>
        _content.AsSpan(tokens[first].End, tokens[second].Start - tokens[first].End).Contains('\n')
        || Kind(first) == SyntaxKind.EndOfLine;

    /// <summary>What an opening token opens, as a message names it.</summary>
    public string DescribeOpened(int open) => Kind(open) switch
    {
        SyntaxKind.OpenParen when open > 0 && Kind(open - 1) == SyntaxKind.ParenIdentifier =>
            $"the arguments of '{Text(open - 1)}'",
        SyntaxKind.OpenParen => "the parenthesis",
        SyntaxKind.OpenBracket when open > 0 && Kind(open - 1) == SyntaxKind.BracketIdentifier =>
            $"the access to '{Text(open - 1)}'",
        SyntaxKind.OpenBracket => "the list",
        SyntaxKind.OpenBrace when open > 0 && Kind(open - 1) == SyntaxKind.PercentBrace => "the map",
        SyntaxKind.OpenBrace when open > 1 && Kind(open - 2) == SyntaxKind.Percent => "the struct",
        SyntaxKind.OpenBrace => "the tuple",
        SyntaxKind.OpenBits => "the bitstring",
        SyntaxKind.Do => "the 'do' block",
        SyntaxKind.Fn => "the function",
        SyntaxKind.InterpolationStart => "the interpolation",
        _ => $"'{Text(open)}'",
    };

    /// <summary>A closing token in quotes.</summary>
    public static string Closing(SyntaxKind close) => close switch
    {
        SyntaxKind.CloseParen => "')'",
        SyntaxKind.CloseBracket => "']'",
        SyntaxKind.CloseBrace or SyntaxKind.InterpolationEnd => "'}'",
        SyntaxKind.CloseBits => "'>>'",
        _ => "'end'",
    };
}

using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Syntax.Systemd.Language;

namespace ExsLint.Analysis.Suppressions;

/// <summary>
/// The lines that a comment above a token is for: the token's own, and where a <c>config</c> call or a directive starts there,
/// all of its lines.
/// </summary>
internal abstract class StatementLines
{
    /// <summary>The lines of a tree.</summary>
    public static StatementLines Of(SyntaxTree tree) =>
        tree is ElixirSyntaxTree elixir ? new ConfigCalls(elixir) : new Directives();

    /// <summary>The lines at or behind a token, line ends passed over; null at the end of the file.</summary>
    public LineRange? FindAfter(SyntaxToken token)
    {
        while (IsEndOfLine(token))
        {
            token = token.Tree.GetToken(token.Index + 1);
        }

        if (token.Index == token.Tree.TokenCount - 1)
        {
            return null;
        }

        var lines = token.Tree.File.Lines;
        return new LineRange(
            lines.GetPosition(token.Span.Start).Line,
            lines.GetPosition(LastToken(token).Span.End).Line);
    }

    /// <summary>Whether a token is a line end of the language.</summary>
    protected abstract bool IsEndOfLine(SyntaxToken token);

    /// <summary>The last token of what starts at a token; the token itself where that is nothing with lines of its own.</summary>
    protected abstract SyntaxToken LastToken(SyntaxToken first);

    /// <summary>Config calls without a do-block: that one's lines would be all of its body.</summary>
    private sealed class ConfigCalls(ElixirSyntaxTree tree) : StatementLines
    {
        private Dictionary<int, int>? _lastTokens;

        protected override bool IsEndOfLine(SyntaxToken token) => token.RawKind == (int)SyntaxKind.EndOfLine;

        protected override SyntaxToken LastToken(SyntaxToken first) =>
            (_lastTokens ??= FindCalls()).TryGetValue(first.Index, out var last) ? tree.GetToken(last) : first;

        private Dictionary<int, int> FindCalls()
        {
            var calls = new Dictionary<int, int>();
            foreach (var call in tree.Root.DescendantNodesAndSelf().OfType<CallSyntax>())
            {
                if (call is { LocalName: "config", DoBlock: null })
                {
                    calls.TryAdd(call.FirstTokenIndex, call.LastTokenIndex);
                }
            }

            return calls;
        }
    }

    /// <summary>Directives with the lines that continue them.</summary>
    private sealed class Directives : StatementLines
    {
        protected override bool IsEndOfLine(SyntaxToken token) => token.RawKind == (int)UnitSyntaxKind.EndOfLine;

        protected override SyntaxToken LastToken(SyntaxToken first)
        {
            // Within a directive a comment is for the next line of it only.
            if (first.Index > 0 && !IsEndOfLine(first.Tree.GetToken(first.Index - 1)))
            {
                return first;
            }

            var last = first;
            while (last.Index + 2 < last.Tree.TokenCount && last.Tree.GetToken(last.Index + 1) is var next && !IsEndOfLine(next))
            {
                last = next;
            }

            return last;
        }
    }
}

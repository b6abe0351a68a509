using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Semantics.Secrets;

/// <summary>
/// Finds secrets in Elixir text that does not parse, by its tokens alone: the literals behind a secret's name, up to the next
/// name or the end of the line.
/// </summary>
internal sealed class BrokenSecrets
{
    private readonly ElixirSyntaxTree _tree;
    private readonly List<TextSpan> _masks;
    private int _depth;

    /// <summary>How deep in brackets the secret's name stands; null behind none.</summary>
    private int? _secretDepth;

    private BrokenSecrets(ElixirSyntaxTree tree, List<TextSpan> masks)
    {
        _tree = tree;
        _masks = masks;
    }

    /// <summary>Adds the secrets of the text that was skipped.</summary>
    public static void Find(ElixirSyntaxTree tree, List<TextSpan> masks)
    {
        if (HasDoubtfulQuotes(tree))
        {
            // A quote forgotten on an earlier line turns text into code and code into text.
            LineSecrets.Find(tree.File.Content, new TextSpan(0, tree.File.Content.Length), masks);
        }

        foreach (var skipped in tree.Root.DescendantNodesAndSelf().OfType<SkippedTokensSyntax>())
        {
            var reader = new BrokenSecrets(tree, masks);
            for (var i = skipped.FirstTokenIndex; i <= skipped.LastTokenIndex; i++)
            {
                reader.Read(i);
            }
        }
    }

    /// <summary>Whether a quote has no partner, or one on another line.</summary>
    private static bool HasDoubtfulQuotes(ElixirSyntaxTree tree)
    {
        var open = 0;
        for (var i = 0; i < tree.TokenCount; i++)
        {
            var token = tree.GetToken(i);
            switch ((SyntaxKind)token.RawKind)
            {
                case SyntaxKind.StringStart or SyntaxKind.CharlistStart or SyntaxKind.QuotedAtomStart:
                case SyntaxKind.StringHeredocStart or SyntaxKind.CharlistHeredocStart or SyntaxKind.SigilStart:
                    open++;
                    break;
                case SyntaxKind.StringEnd or SyntaxKind.CharlistEnd or SyntaxKind.QuotedAtomEnd or SyntaxKind.QuotedKeywordEnd:
                case SyntaxKind.StringHeredocEnd or SyntaxKind.CharlistHeredocEnd or SyntaxKind.SigilEnd:
                    open--;
                    break;
                case SyntaxKind.StringText when i > 0
                    && (SyntaxKind)tree.GetToken(i - 1).RawKind is SyntaxKind.StringStart or SyntaxKind.CharlistStart:
                    if (token.TextSpanOf.ContainsAny('\n', '\r'))
                    {
                        return true;
                    }

                    break;
            }
        }

        return open != 0;
    }

    private void Read(int index)
    {
        var token = _tree.GetToken(index);
        switch ((SyntaxKind)token.RawKind)
        {
            case SyntaxKind.OpenBracket or SyntaxKind.OpenBrace or SyntaxKind.OpenParen or SyntaxKind.OpenBits
                or SyntaxKind.InterpolationStart:
                _depth++;
                break;
            case SyntaxKind.CloseBracket or SyntaxKind.CloseBrace or SyntaxKind.CloseParen or SyntaxKind.CloseBits
                or SyntaxKind.InterpolationEnd:
                _depth--;
                End(_secretDepth > _depth);
                break;
            case SyntaxKind.KeywordIdentifier:
                End(_secretDepth >= _depth);
                Name(token.TextSpanOf[..^1], token.TextSpanOf is not "key:");
                break;
            case SyntaxKind.EndOfLine when EndsStatement(index):
                End(true);
                break;
            case SyntaxKind.StringText or SyntaxKind.Integer or SyntaxKind.Float or SyntaxKind.Character
                or SyntaxKind.Atom when _secretDepth is not null:
                _masks.Add(
                    (SyntaxKind)token.RawKind == SyntaxKind.Atom ? TextSpan.FromBounds(token.Span.Start + 1, token.Span.End)
                        : token.Span);
                break;
            case SyntaxKind.StringText or SyntaxKind.Atom or SyntaxKind.Identifier or SyntaxKind.ParenIdentifier:
                FindWithin(token);
                Name(token.TextSpanOf, !token.TextSpanOf.ContainsAny(" /=\n"));
                break;
        }
    }

    private void FindWithin(SyntaxToken token)
    {
        var found = new List<TextSpan>();
        SecretText.Find(token.Text, found);
        _masks.AddRange(found.Select(span => new TextSpan(token.Span.Start + span.Start, span.Length)));
    }

    private void Name(ReadOnlySpan<char> name, bool isName) =>
        _secretDepth ??= isName && SecretNames.Matches(name) ? _depth : null;

    private void End(bool isOver) => _secretDepth = isOver ? null : _secretDepth;

    /// <summary>Whether a line end is none that an operator or a comma leads across.</summary>
    private bool EndsStatement(int index) => _depth <= (_secretDepth ?? 0)
        && (index == 0 || (SyntaxKind)_tree.GetToken(index - 1).RawKind is
            SyntaxKind.StringEnd or SyntaxKind.CharlistEnd or SyntaxKind.SigilEnd or SyntaxKind.QuotedAtomEnd
                or SyntaxKind.StringHeredocEnd
            or SyntaxKind.Integer or SyntaxKind.Float or SyntaxKind.Character or SyntaxKind.Atom or SyntaxKind.Identifier
                or SyntaxKind.CloseParen
            or SyntaxKind.CloseBracket or SyntaxKind.CloseBrace or SyntaxKind.True or SyntaxKind.False or SyntaxKind.Nil
                or SyntaxKind.End);
}

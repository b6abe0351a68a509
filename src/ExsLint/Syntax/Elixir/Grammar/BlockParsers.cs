using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Grammar.Combinators;
using ExsLint.Syntax.Elixir.Grammar.Reading;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <summary>grammar: the expressions of a file. By hand, since a broken one is skipped.</summary>
internal sealed class FileParser(ElixirGrammar grammar) : HandWritten<BodySyntax>
{
    /// <inheritdoc/>
    public override bool TryRead(ref TokenReader reader, out BodySyntax result)
    {
        var session = reader.Session;
        var expressions = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        reader.AcceptEoe();
        while (reader.Kind != SyntaxKind.EndOfFile)
        {
            var start = reader.StartStatement();
            var bookmark = reader.Bookmark();
            if (grammar.Expr.TryRead(ref reader, out var expression) && EndsExpression(ref reader))
            {
                reader.DiscardBookmark(bookmark);
                expressions.Add(expression.Node);
            }
            else if (session.IsTooDeep && session.MaxDepth < ParseSession.MaxDepthOnLargeStack)
            {
                break; // It is read again on a larger stack.
            }
            else
            {
                reader.Rewind(bookmark);
                expressions.Add(reader.SkipStatement(start));
            }

            reader.AcceptEoe();
        }

        result = new BodySyntax(session.Tree, 0, session.EndOfFile - 1, expressions.DrainToImmutable());
        return true;
    }

    private static bool EndsExpression(ref TokenReader reader) =>
        reader.Kind is SyntaxKind.EndOfFile or SyntaxKind.EndOfLine or SyntaxKind.Semicolon || reader.FailUnexpected();
}

/// <summary>
/// do_block: <c>do .. else .. end</c>. By hand, since its parts must know where it ends: what is broken in them is skipped up to
/// there.
/// </summary>
internal sealed class DoBlockParser(ElixirGrammar grammar) : HandWritten<DoBlockSyntax>
{
    /// <inheritdoc/>
    public override bool TryRead(ref TokenReader reader, out DoBlockSyntax result)
    {
        result = null!;
        var tree = reader.Session.Tree;
        var open = reader.Index;
        var sections = ImmutableArray.CreateBuilder<DoSectionSyntax>();
        do
        {
            var keyword = reader.Index;
            reader.Advance();
            if (!grammar.Stab.TryReadBlock(ref reader, open, out var stab))
            {
                return false;
            }

            sections.Add(new DoSectionSyntax(tree, keyword, reader.Index - 1, stab.Body));
        }
        while (reader.Kind == SyntaxKind.BlockIdentifier);

        if (!reader.Accept(SyntaxKind.End))
        {
            return reader.FailUnexpected();
        }

        result = new DoBlockSyntax(tree, open, reader.Index - 1, sections.DrainToImmutable());
        return true;
    }
}

using ExsLint.Syntax.Elixir.Grammar.Combinators;
using ExsLint.Syntax.Elixir.Grammar.Reading;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Syntax.Elixir.Scanner;
using Microsoft.CodeAnalysis.Text;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <summary>
/// operand: a primary with the dots and brackets behind it. By hand, since what may follow depends on what was read: nothing
/// behind a do-block, no bracket behind a name; and an <c>@</c> before it binds tighter than a dot.
/// </summary>
internal sealed class OperandParser(ElixirGrammar grammar) : HandWritten<Operand>
{
    // The grammar's property is long, and this one is asked for each operand.
    private Parser<TokenData, Operand> Primary => field ??= grammar.Primary;

    /// <inheritdoc/>
    public override bool TryRead(ref TokenReader reader, out Operand result) =>
        reader.TryRead(Primary, out result) && TryReadPostfixes(ref reader, result, out result);

    /// <summary>
    /// Reads whatever binds to a value from behind: <c>.name</c>, <c>.(args)</c>, <c>.{A, B}</c>, <c>[key]</c>.
    /// </summary>
    public bool TryReadPostfixes(ref TokenReader reader, Operand operand, out Operand result)
    {
        result = operand;
        while (result.Class == ExpressionClass.Matched)
        {
            var kind = reader.Kind;
            if (kind == SyntaxKind.Dot)
            {
                while (reader.Session.Operators.ApplyAt(ref result))
                {
                }

                if (!TryReadDot(ref reader, result.Node, out result))
                {
                    return false;
                }
            }
            else if (kind == SyntaxKind.OpenBracket && result.IsAccess)
            {
                // '@a[1]' is '(@a)[1]'.
                reader.Session.Operators.ApplyAt(ref result);
                if (!reader.TryRead(grammar.BracketArg, out var key))
                {
                    return false;
                }

                result = Operand.Access(new AccessSyntax(reader.Session.Tree, reader.Index - 1, result.Node, key));
            }
            else
            {
                return true;
            }
        }

        return true;
    }

    private bool TryReadDot(ref TokenReader reader, ExpressionSyntax left, out Operand result)
    {
        var tree = reader.Session.Tree;
        var dot = reader.Index;
        reader.Advance();
        result = default;
        var name = reader.Index;
        var kind = reader.Kind;
        switch (kind)
        {
            case SyntaxKind.Alias when NodeFacts.IsAtom(left):
                return reader.Fail("An alias cannot follow an atom; an atom with a dot in its name must be quoted.");
            case SyntaxKind.Alias:
                reader.Advance();
                result = Operand.Access(new QualifiedAliasSyntax(tree, left, name));
                return true;
            case SyntaxKind.OpenBrace:
                return TryReadAliases(ref reader, left, out result);
            case SyntaxKind.OpenParen or SyntaxKind.StringStart or SyntaxKind.CharlistStart
                when HidesLineEnd(reader.Session, dot):
                return reader.FailUnexpected();
            case SyntaxKind.OpenParen:
                var function = new MemberAccessSyntax(tree, left, dot, null, null);
                return grammar.Call.TryReadParensCall(ref reader, function, out result);
            case SyntaxKind.StringStart or SyntaxKind.CharlistStart:
                return TryReadQuotedName(ref reader, left, dot, out result);
            case SyntaxKind.Identifier or SyntaxKind.ParenIdentifier or SyntaxKind.BracketIdentifier
                or SyntaxKind.DoIdentifier or SyntaxKind.OpIdentifier:
                reader.Advance();
                var member = new MemberAccessSyntax(tree, left, dot, name, null);
                return grammar.Call.TryReadBehindName(ref reader, member, kind, out result);
            default:
                return reader.FailUnexpected();
        }
    }

    private bool TryReadAliases(ref TokenReader reader, ExpressionSyntax left, out Operand result)
    {
        result = default;
        if (!reader.TryRead(grammar.Tuple, out var members))
        {
            return false;
        }

        result = Operand.Access(new MultiAliasSyntax(reader.Session.Tree, left, members));
        return true;
    }

    /// <summary>
    /// Whether a backslash hides a line end behind a dot. Before 1.20 that takes the meaning from a dot before <c>(</c> or a
    /// quote, though space and line ends do not.
    /// </summary>
    private static bool HidesLineEnd(ParseSession session, int dot)
    {
        var gap = TextSpan.FromBounds(session.Text.Span(dot).End, session.Text.Span(dot + 1).Start);
        return session.Dialect < ElixirDialect.Elixir120
            && session.Tree.SplitTrivia(gap).Any(trivia => trivia.Kind == SyntaxTriviaKind.LineContinuation);
    }

    /// <summary><c>a."b c"</c>: what stands behind the closing quote decides what kind of name it is.</summary>
    private bool TryReadQuotedName(ref TokenReader reader, ExpressionSyntax left, int dot, out Operand result)
    {
        result = default;
        if (!reader.TryRead(grammar.Quoted, out var name))
        {
            return false;
        }

        if (name.Parts.FirstOrDefault(part => part is InterpolationSyntax) is { } interpolation)
        {
            return reader.Fail(interpolation.FirstTokenIndex, null, "The name of a call cannot be interpolated.");
        }

        var session = reader.Session;
        var next = session.Text.Span(reader.Index).Start;
        var gap = next - name.Span.End;
        var content = session.Tree.File.Content;
        var kind = reader.Kind switch
        {
            SyntaxKind.OpenParen when gap == 0 => SyntaxKind.ParenIdentifier,
            SyntaxKind.OpenBracket when gap == 0 => SyntaxKind.BracketIdentifier,
            SyntaxKind.Do => SyntaxKind.DoIdentifier,
            SyntaxKind.DualOperator when gap > 0 && SpaceScanner.IsSignOfArgument(content, next, session.Dialect) =>
                SyntaxKind.OpIdentifier,
            _ => SyntaxKind.Identifier,
        };
        var member = new MemberAccessSyntax(session.Tree, left, dot, null, name);
        return grammar.Call.TryReadBehindName(ref reader, member, kind, out result);
    }
}

using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Syntax.Elixir.Scanner;
using Microsoft.CodeAnalysis.Text;
using Pidgin;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <content>Operands: what stands between operators, with the dots and brackets behind it.</content>
internal sealed partial class ElixirGrammar
{
    private bool ParseOperand(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        bool allowsDo,
        bool allowsNoParens)
    {
        var index = Index(ref state);
        switch (Kind(ref state))
        {
            case SyntaxKind.Identifier or SyntaxKind.ParenIdentifier or SyntaxKind.BracketIdentifier
                or SyntaxKind.DoIdentifier or SyntaxKind.OpIdentifier:
                state.Advance();
                return ParseCall(
                    ref state, ref expecteds, new IdentifierSyntax(_tree, index), KindAt(index), allowsDo, allowsNoParens);
            case SyntaxKind.Integer or SyntaxKind.Float or SyntaxKind.Character or SyntaxKind.Atom
                or SyntaxKind.True or SyntaxKind.False or SyntaxKind.Nil:
                return PushToken(ref state, new LiteralSyntax(_tree, index), isAccess: true);
            case SyntaxKind.Alias:
                return PushToken(ref state, new AliasSyntax(_tree, index), isAccess: true);
            case SyntaxKind.RangeOperator or SyntaxKind.EllipsisOperator:
                return PushToken(ref state, new NullaryOperatorSyntax(_tree, index), isAccess: _dialect < ElixirDialect.Elixir117);
            case SyntaxKind.CaptureInteger or SyntaxKind.CaptureOperator:
                return ParseCaptureArgument(ref state, index);
            case SyntaxKind.StringStart or SyntaxKind.CharlistStart when _quotedKeys.Contains(index):
                return FailUnexpected<Operand>(ref state, out _);
            case SyntaxKind.StringStart or SyntaxKind.CharlistStart or SyntaxKind.StringHeredocStart
                or SyntaxKind.CharlistHeredocStart or SyntaxKind.SigilStart or SyntaxKind.QuotedAtomStart:
                return Push(ref state, ref expecteds, String);
            case SyntaxKind.OpenParen:
                return Push(ref state, ref expecteds, Parenthesized);
            case SyntaxKind.OpenBracket:
                return Push(ref state, ref expecteds, List);
            case SyntaxKind.OpenBrace:
                return Push(ref state, ref expecteds, Tuple);
            case SyntaxKind.OpenBits:
                return Push(ref state, ref expecteds, Bitstring);
            case SyntaxKind.PercentBrace or SyntaxKind.Percent:
                return Push(ref state, ref expecteds, Map);
            case SyntaxKind.Fn:
                return Push(ref state, ref expecteds, Fn);
            default:
                return FailUnexpected<Operand>(ref state, out _);
        }
    }

    private bool PushToken(ref ParseState<TokenData> state, ExpressionSyntax node, bool isAccess)
    {
        state.Advance();
        _operands.Add(new Operand(node, ExpressionClass.Matched, isAccess));
        return true;
    }

    private bool Push<T>(ref ParseState<TokenData> state, ref PooledList<Expected<TokenData>> expecteds, Parser<TokenData, T> parser)
        where T : ExpressionSyntax
    {
        if (!parser.TryParse(ref state, ref expecteds, out var node))
        {
            return false;
        }

        _operands.Add(new Operand(node, ExpressionClass.Matched, IsAccess: true));
        return true;
    }

    private bool ParseCaptureArgument(ref ParseState<TokenData> state, int index)
    {
        state.Advance();
        Accept(ref state, SyntaxKind.EndOfLine);
        return Kind(ref state) == SyntaxKind.Integer
            ? PushToken(ref state, new CaptureArgumentSyntax(_tree, index, new LiteralSyntax(_tree, Index(ref state))), isAccess: true)
            : FailUnexpected<Operand>(ref state, out _);
    }

    /// <summary>Whatever binds to the operand on the stack from behind: <c>.name</c>, <c>.(args)</c>, <c>.{A, B}</c>, <c>[key]</c>.</summary>
    private bool ParsePostfixes(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        bool allowsDo,
        bool allowsNoParens,
        int floor)
    {
        while (_operands[^1].Class == ExpressionClass.Matched)
        {
            var kind = Kind(ref state);
            if (kind == SyntaxKind.Dot)
            {
                // '@a.b' is '(@a).b'.
                while (IsAtPending(floor))
                {
                    Reduce(ref state);
                }

                if (!ParseDot(ref state, ref expecteds, allowsDo, allowsNoParens))
                {
                    return false;
                }
            }
            else if (kind == SyntaxKind.OpenBracket && _operands[^1].IsAccess)
            {
                // '@a[1]' is '(@a)[1]'.
                if (IsAtPending(floor))
                {
                    Reduce(ref state);
                }

                if (!ParseAccess(ref state, ref expecteds))
                {
                    return false;
                }
            }
            else
            {
                return true;
            }
        }

        return true;
    }

    private bool IsAtPending(int floor) => _operators.Count > floor && _operators[^1].Kind == SyntaxKind.AtOperator;

    private bool ParseAccess(ref ParseState<TokenData> state, ref PooledList<Expected<TokenData>> expecteds)
    {
        if (!BracketArg.TryParse(ref state, ref expecteds, out var key))
        {
            return false;
        }

        var target = Pop();
        _operands.Add(new Operand(
            new AccessSyntax(_tree, Index(ref state) - 1, target.Node, key),
            ExpressionClass.Matched,
            IsAccess: true));
        return true;
    }

    private bool ParseDot(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        bool allowsDo,
        bool allowsNoParens)
    {
        var dot = Index(ref state);
        var left = Pop().Node;
        state.Advance();
        var name = Index(ref state);
        switch (Kind(ref state))
        {
            case SyntaxKind.Alias when IsAtom(left):
                return Fail<Operand>(
                    ref state,
                    "An alias cannot follow an atom; an atom with a dot in its name must be quoted.",
                    out _);
            case SyntaxKind.Alias:
                return PushToken(ref state, new QualifiedAliasSyntax(_tree, left, name), isAccess: true);
            case SyntaxKind.OpenBrace:
                return Tuple.TryParse(ref state, ref expecteds, out var members)
                    && PushNode(new MultiAliasSyntax(_tree, left, members));
            case SyntaxKind.OpenParen or SyntaxKind.StringStart or SyntaxKind.CharlistStart when HidesLineEnd(dot, name):
                return FailUnexpected<Operand>(ref state, out _);
            case SyntaxKind.OpenParen:
                return ParseParensCall(ref state, ref expecteds, new MemberAccessSyntax(_tree, left, dot, null, null), allowsDo);
            case SyntaxKind.StringStart or SyntaxKind.CharlistStart:
                return ParseQuotedName(ref state, ref expecteds, left, dot, allowsDo, allowsNoParens);
            case SyntaxKind.Identifier or SyntaxKind.ParenIdentifier or SyntaxKind.BracketIdentifier
                or SyntaxKind.DoIdentifier or SyntaxKind.OpIdentifier:
                state.Advance();
                var member = new MemberAccessSyntax(_tree, left, dot, name, null);
                return ParseCall(ref state, ref expecteds, member, KindAt(name), allowsDo, allowsNoParens);
            default:
                return FailUnexpected<Operand>(ref state, out _);
        }
    }

    /// <summary>
    /// Whether a backslash hides a line end between two tokens. Before 1.20 that takes the meaning from a dot before <c>(</c> or a quote,
    /// though space and line ends do not.
    /// </summary>
    private bool HidesLineEnd(int left, int right) =>
        _dialect < ElixirDialect.Elixir120
        && _tree.SplitTrivia(TextSpan.FromBounds(_tokens[left].End, _tokens[right].Start))
            .Any(trivia => trivia.Kind == SyntaxTriviaKind.LineContinuation);

    private bool PushNode(ExpressionSyntax node)
    {
        _operands.Add(new Operand(node, ExpressionClass.Matched, IsAccess: true));
        return true;
    }

    private static bool IsAtom(ExpressionSyntax node)
    {
        while (node is ParenthesizedSyntax { Body: { HasClauses: false, Expressions: [var inner] } })
        {
            node = inner;
        }

        return node is LiteralSyntax { Kind: SyntaxKind.Atom or SyntaxKind.True or SyntaxKind.False or SyntaxKind.Nil }
            || (node is StringLiteralSyntax { Kind: SyntaxKind.QuotedAtomStart } quoted
                && quoted.Parts.All(part => part is StringTextSyntax));
    }

    /// <summary><c>a."b c"</c>: what stands behind the closing quote decides what kind of name it is.</summary>
    private bool ParseQuotedName(
        ref ParseState<TokenData> state,
        ref PooledList<Expected<TokenData>> expecteds,
        ExpressionSyntax left,
        int dot,
        bool allowsDo,
        bool allowsNoParens)
    {
        if (!String.TryParse(ref state, ref expecteds, out var name))
        {
            return false;
        }

        if (name.Parts.FirstOrDefault(part => part is InterpolationSyntax) is { } interpolation)
        {
            return Fail<Operand>(
                ref state, interpolation.FirstTokenIndex, null, "The name of a call cannot be interpolated.", out _);
        }

        var next = Index(ref state);
        var gap = _tokens[next].Start - name.Span.End;
        var kind = KindAt(next) switch
        {
            SyntaxKind.OpenParen when gap == 0 => SyntaxKind.ParenIdentifier,
            SyntaxKind.OpenBracket when gap == 0 => SyntaxKind.BracketIdentifier,
            SyntaxKind.Do => SyntaxKind.DoIdentifier,
            SyntaxKind.DualOperator when gap > 0 && ElixirScanner.IsSignOfArgument(_tree.File.Content, _tokens[next].Start, _dialect) =>
                SyntaxKind.OpIdentifier,
            _ => SyntaxKind.Identifier,
        };
        return ParseCall(
            ref state, ref expecteds, new MemberAccessSyntax(_tree, left, dot, null, name), kind, allowsDo, allowsNoParens);
    }
}

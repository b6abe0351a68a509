using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Semantics.Secrets;

/// <summary>Where the value of a secret expression comes from: backwards to the literals.</summary>
internal sealed class SecretSources(ElixirFlow flow, SecretMarks marks)
{
    /// <summary>Atoms that say how a secret is used and are none: <c>auth: :always</c>, <c>token: :infinity</c>.</summary>
    private static readonly string[] ModeAtoms =
    [
        ":always", ":never", ":if_available", ":infinity", ":none", ":default", ":required", ":optional",
        ":basic", ":bearer", ":digest", ":plain", ":login",
        ":system", ":ok", ":error", ":atoms", ":strings",
    ];

    /// <summary>Follows all that is marked.</summary>
    public void FollowAll()
    {
        while (marks.TryTake(out var item))
        {
            Follow(item.Node, item.HidesKeys);
        }
    }

    private void Follow(SyntaxNode node, bool hidesKeys)
    {
        switch (node)
        {
            case StringLiteralSyntax literal:
                FollowLiteral(literal);
                break;
            case LiteralSyntax literal:
                MaskLiteral(literal);
                break;
            case IdentifierSyntax variable:
                marks.MarkVariable(variable);
                marks.MarkFunction(variable.Name);
                break;
            case UnaryOperatorSyntax { OperatorToken.Text: "@", Operand: IdentifierSyntax attribute }:
                marks.MarkVariable("@" + attribute.Name);
                break;
            case UnaryOperatorSyntax
            {
                OperatorToken.Text: "&",
                Operand: BinaryOperatorSyntax { OperatorToken.Text: "/" } captured
            }:
                marks.Mark(captured.Left);
                break;
            case UnaryOperatorSyntax { OperatorToken.Text: not ("!" or "not") } unary:
                marks.Mark(unary.Operand);
                break;
            case BinaryOperatorSyntax binary:
                FollowOperator(binary, hidesKeys);
                break;
            case KeywordPairSyntax pair:
                FollowPair(pair, hidesKeys);
                break;
            case TupleSyntax { Elements: [LiteralSyntax { Token.Text: ":system" }, _, .. var defaults] }:
                marks.MarkAll(defaults, hidesKeys);
                break;
            case CollectionSyntax collection:
                marks.MarkAll(collection.Elements, hidesKeys);
                break;
            case KeywordListSyntax keywords:
                marks.MarkAll(keywords.Pairs, hidesKeys);
                break;
            case AccessSyntax access:
                FollowKey(access.Target, ElixirFlow.NameIn(access.Key));
                break;
            case MemberAccessSyntax { NameToken.Text: { } name } member:
                FollowKey(member.Left, name);
                marks.MarkFunction(name);
                break;
            case CallSyntax call:
                FollowCall(call);
                break;
            case FnSyntax function:
                marks.Mark(function.Clauses);
                break;
            case StabClauseSyntax clause:
                marks.Mark(clause.Body);
                break;
            case ParenthesizedSyntax parenthesized:
                marks.Mark(parenthesized.Body);
                break;
            case DoBlockSyntax or DoSectionSyntax or InterpolationSyntax:
                marks.MarkAll(Enumerable.Range(0, node.ChildCount).Select(node.GetChild));
                break;
            case BodySyntax { HasClauses: true } clauses:
                marks.MarkAll(clauses.Expressions);
                break;
            case BodySyntax { Expressions: [.., var last] }:
                marks.Mark(last);
                break;
        }
    }

    private void FollowLiteral(StringLiteralSyntax literal)
    {
        foreach (var part in literal.Parts)
        {
            if (part is StringTextSyntax)
            {
                marks.Mask(part.Span);
            }
            else
            {
                marks.Mark(part);
            }
        }
    }

    private void MaskLiteral(LiteralSyntax literal)
    {
        if (literal.Kind is SyntaxKind.Integer or SyntaxKind.Float or SyntaxKind.Character)
        {
            marks.Mask(literal.Span);
        }
        else if (literal.Kind == SyntaxKind.Atom && !ModeAtoms.Contains(literal.Token.Text))
        {
            marks.Mask(TextSpan.FromBounds(literal.Span.Start + 1, literal.Span.End));
        }
    }

    private void FollowOperator(BinaryOperatorSyntax binary, bool hidesKeys)
    {
        switch (binary.OperatorToken.Text)
        {
            case "==" or "!=" or "===" or "!==" or "=~" or "<" or ">" or "<=" or ">=" or "in" or "not in":
                return;
            case "=>":
                // A key is a word of the program, unless the map is one of many secrets.
                if (hidesKeys || binary.Left is not (StringLiteralSyntax or LiteralSyntax { Kind: SyntaxKind.Atom }))
                {
                    marks.Mark(binary.Left);
                }

                if (hidesKeys || ElixirFlow.NameIn(binary.Left) is not { } key || !SecretNames.IsProperty(key))
                {
                    marks.Mark(binary.Right);
                }

                return;
            case "=" or "<-":
                marks.Mark(binary.Right);
                return;
            case "::":
                marks.Mark(binary.Left);
                return;
            default:
                marks.Mark(binary.Left);
                marks.Mark(binary.Right);
                return;
        }
    }

    private void FollowPair(KeywordPairSyntax pair, bool hidesKeys)
    {
        if (hidesKeys)
        {
            var key = pair.QuotedKey?.Span ?? TextSpan.FromBounds(pair.FirstToken.Span.Start, pair.FirstToken.Span.End - 1);
            marks.Mask(pair.QuotedKey is null ? key : TextSpan.FromBounds(key.Start + 1, key.End - "\":".Length));
        }

        if (hidesKeys || pair.KeyName is not { } name || !SecretNames.IsProperty(name))
        {
            marks.Mark(pair.Value);
        }
    }

    /// <summary>What a variable holds under a key, where its list or map is written out.</summary>
    private void FollowKey(SyntaxNode target, string? key)
    {
        if (target is not IdentifierSyntax variable || key is null)
        {
            return;
        }

        foreach (var pair in flow.DefinitionsOf(variable.Name).SelectMany(ElixirFlow.PairsOf).Where(pair => pair.KeyName == key))
        {
            marks.Mark(pair.Value);
        }
    }

    private void FollowCall(CallSyntax call)
    {
        var name = ElixirFlow.NameOf(call);
        switch (name)
        {
            case "raise" or "throw" or "exit":
                return;
            case "if" or "unless":
                marks.MarkAll(call.Arguments.Skip(1));
                break;
            case "case" or "cond" or "with" or "try" or "receive" or "for":
                marks.MarkAll(call.Arguments.OfType<KeywordListSyntax>());
                break;
            case "":
                var function = call.Callee is MemberAccessSyntax member ? member.Left : call.Callee;
                marks.Mark(function);
                marks.MarkAll(call.Arguments.Where((_, index) => !flow.IsNameFor(function, index)));
                break;
            default:
                marks.MarkFunction(name);
                marks.MarkAll(flow.BodiesOf(name).Count > 0 && !IsOfLibrary(call)
                    ? call.Arguments.Where((_, index) => !flow.IsNameFor(name, index))
                    : call.Arguments.Skip(NamesAmongArguments(call, name)));
                break;
        }

        if (call.DoBlock is { } block)
        {
            marks.Mark(block);
        }
    }

    /// <summary>Whether a call is one of Elixir's own functions, whatever functions of that name the file has.</summary>
    private static bool IsOfLibrary(CallSyntax call) => call.Callee is MemberAccessSyntax
    {
        Left: AliasSyntax { Name: "System" or "File" or "Path" or "Code" or "Logger" or "Keyword" or "Map" or "Application" }
    };

    /// <summary>How many of the first arguments are names or paths: of <c>System.get_env("SECRET", "x")</c> one.</summary>
    private static int NamesAmongArguments(CallSyntax call, string name) => call.Callee switch
    {
        MemberAccessSyntax { Left: AliasSyntax { Name: "File" or "Path" or "Code" or "Logger" } } => int.MaxValue,
        MemberAccessSyntax { Left: AliasSyntax { Name: "System" } } when SecretNames.IsReader(name) => 1,
        _ when SecretNames.IsReader(name) => 2,
        _ => 0,
    };
}

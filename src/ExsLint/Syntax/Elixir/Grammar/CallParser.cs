using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Grammar.Combinators;
using ExsLint.Syntax.Elixir.Grammar.Reading;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Grammar;

/// <summary>
/// call, block_call and no_parens_call. By hand, since the kind of the name, the class of the arguments and what stands around
/// the call decide together what belongs to it.
/// </summary>
internal sealed class CallParser(ElixirGrammar grammar) : HandWritten<Operand>
{
    /// <inheritdoc/>
    public override bool TryRead(ref TokenReader reader, out Operand result)
    {
        var index = reader.Index;
        var kind = reader.Kind;
        reader.Advance();
        return TryReadBehindName(ref reader, new IdentifierSyntax(reader.Session.Tree, index), kind, out result);
    }

    /// <summary>Reads what follows a name: the call, or the name alone.</summary>
    public bool TryReadBehindName(ref TokenReader reader, ExpressionSyntax callee, SyntaxKind nameKind, out Operand result)
    {
        if (nameKind == SyntaxKind.ParenIdentifier)
        {
            return TryReadParensCall(ref reader, callee, out result);
        }

        var forms = reader.Session.Operators.CallForms;
        if (nameKind == SyntaxKind.DoIdentifier && forms == CallForms.DoBlocks && reader.Kind == SyntaxKind.Do)
        {
            return TryReadBlock(ref reader, callee, [], hasParentheses: false, ExpressionClass.Matched, out result);
        }

        var takesArguments = nameKind == SyntaxKind.OpIdentifier
            || (nameKind == SyntaxKind.Identifier && TokenKinds.StartsArgument(reader.Kind));
        if (takesArguments && forms != CallForms.Plain)
        {
            result = default;
            return grammar.CallArgsNoParensAll.TryRead(ref reader, out var arguments)
                && TryReadBlock(ref reader, callee, arguments.Arguments, hasParentheses: false, arguments.Class, out result);
        }

        result = new Operand(callee, ExpressionClass.Matched, IsAccess: nameKind == SyntaxKind.BracketIdentifier);
        return true;
    }

    /// <summary><c>f(a)</c>, <c>f(a)(b)</c>, either with a do-block.</summary>
    public bool TryReadParensCall(ref TokenReader reader, ExpressionSyntax callee, out Operand result)
    {
        result = default;
        if (!reader.TryRead(grammar.CallArgsParens, out var arguments))
        {
            return false;
        }

        if (reader.Kind == SyntaxKind.OpenParen)
        {
            var tree = reader.Session.Tree;
            callee = new CallSyntax(tree, reader.Index - 1, callee, arguments, hasParentheses: true, doBlock: null);
            if (!reader.TryRead(grammar.CallArgsParens, out arguments))
            {
                return false;
            }
        }

        return TryReadBlock(ref reader, callee, arguments, hasParentheses: true, ExpressionClass.Matched, out result);
    }

    /// <summary>Reads the do-block behind the arguments, if there is one and it is this call's.</summary>
    private bool TryReadBlock(
        ref TokenReader reader,
        ExpressionSyntax callee,
        ImmutableArray<ExpressionSyntax> arguments,
        bool hasParentheses,
        ExpressionClass withoutBlock,
        out Operand result)
    {
        result = default;
        DoBlockSyntax? block = null;
        var isOwn = reader.Kind == SyntaxKind.Do && reader.Session.Operators.CallForms == CallForms.DoBlocks;
        if (isOwn && !grammar.DoBlock.TryRead(ref reader, out block))
        {
            return false;
        }

        var call = new CallSyntax(reader.Session.Tree, reader.Index - 1, callee, arguments, hasParentheses, block);
        result = block is null
            ? new Operand(call, withoutBlock, IsAccess: hasParentheses)
            : new Operand(call, ExpressionClass.Unmatched, IsAccess: false);
        return true;
    }
}

/// <summary>
/// call_args_no_parens_all: arguments without parentheses, and what they make of the call. By hand, since only what was read
/// tells its three cases apart.
/// </summary>
internal sealed class ArgumentsParser(ElixirGrammar grammar) : HandWritten<NoParensArguments>
{
    /// <inheritdoc/>
    public override bool TryRead(ref TokenReader reader, out NoParensArguments result)
    {
        result = default;
        if (reader.IsAtKey)
        {
            if (!reader.TryRead(grammar.CallArgsNoParensKw, out var keywords))
            {
                return false;
            }

            result = new NoParensArguments([keywords], ExpressionClass.Matched);
            return true;
        }

        if (!grammar.MatchedExpr.TryRead(ref reader, out var first))
        {
            return false;
        }

        if (reader.Kind != SyntaxKind.Comma || first.Class == ExpressionClass.NoParens)
        {
            result = new NoParensArguments([first.Node], first.Class);
            return true;
        }

        if (!grammar.CallArgsNoParensMany.TryReadBehind(ref reader, first.Node, out var arguments))
        {
            return false;
        }

        result = new NoParensArguments(arguments, ExpressionClass.NoParens);
        return true;
    }
}

/// <summary>Arguments without parentheses.</summary>
/// <param name="Arguments">The arguments.</param>
/// <param name="Class">The class of the call.</param>
internal readonly record struct NoParensArguments(ImmutableArray<ExpressionSyntax> Arguments, ExpressionClass Class);

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Names;

/// <summary>
/// Finds the names for which Elixir does not compile a file: variables and functions that nothing defines, and functions that two
/// modules bring. What a name stands for is decided as the compiler does it, by where it is written. Wherever names may come from
/// what is not seen, such as another module's macros, nothing is reported.
/// </summary>
internal sealed class NameChecker : INameVisitor
{
    private readonly UsedNames _names;
    private readonly OperatorNames _operators;
    private readonly CaptureNames _captures;
    private readonly CallNames _calls;
    private bool _isTooDeep;

    private NameChecker(ElixirSyntaxTree tree)
    {
        _names = new UsedNames(ImportConflicts.Of(tree));
        _operators = new OperatorNames(_names);
        _captures = new CaptureNames(this, _names);
        var branches = new BranchNames(this);
        _calls = new CallNames(this, _names, branches, new ModuleNames(this, branches));
    }

    /// <summary>The errors of a file, in order, each name once; none where the text is broken.</summary>
    public static ImmutableArray<NameError> Check(ElixirSyntaxTree tree)
    {
        if (tree.Diagnostics.Any(diagnostic => diagnostic.IsError))
        {
            return [];
        }

        var checker = new NameChecker(tree);
        checker.VisitBody(tree.Root.Body, new NameScope(outer: null) { IsRun = true });
        return checker._isTooDeep ? [] : checker._names.Errors;
    }

    /// <inheritdoc/>
    public void VisitBody(BodySyntax body, NameScope scope)
    {
        foreach (var expression in body.Expressions)
        {
            Visit(expression, scope);
        }
    }

    /// <inheritdoc/>
    public void VisitAll<T>(ImmutableArray<T> expressions, NameScope scope)
        where T : ExpressionSyntax
    {
        foreach (var expression in expressions)
        {
            Visit(expression, scope);
        }
    }

    /// <inheritdoc/>
    public void Visit(ExpressionSyntax? node, NameScope scope)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _isTooDeep = true;
            return;
        }

        switch (node)
        {
            case null or LiteralSyntax or AliasSyntax or QualifiedAliasSyntax { Left: AliasSyntax } or MultiAliasSyntax
                or SkippedTokensSyntax:
                break;
            case CaptureArgumentSyntax argument:
                _captures.VisitArgument(argument, scope);
                break;
            case NullaryOperatorSyntax range:
                _operators.Use(range, range.Token.Text, 0, scope);
                break;
            case IdentifierSyntax identifier:
                if (!scope.Binds(identifier.Name))
                {
                    _names.Use(identifier, identifier.Name, 0, scope);
                }

                break;
            case CallSyntax call:
                _calls.Visit(call, scope, piped: 0);
                break;
            case BinaryOperatorSyntax binary:
                VisitBinary(binary, scope);
                break;
            case UnaryOperatorSyntax unary:
                VisitUnary(unary, scope);
                break;
            case BitstringSyntax bits:
                VisitBitstring(bits, scope);
                break;
            case StabClauseSyntax clause:
                VisitClause(clause, scope, isCondition: false);
                break;
            case StringLiteralSyntax text:
                _operators.UseSigil(text, scope);
                foreach (var part in text.Parts)
                {
                    if (part is InterpolationSyntax interpolation)
                    {
                        VisitBody(interpolation.Body, scope);
                    }
                }

                break;
            case ParenthesizedSyntax block:
                VisitBody(block.Body, scope);
                break;
            case FnSyntax function:
                VisitBody(function.Clauses, scope);
                break;
            default:
                VisitChildren(node, scope);
                break;
        }
    }

    private void VisitChildren(SyntaxNode node, NameScope scope)
    {
        for (var i = 0; i < node.ChildCount; i++)
        {
            Visit(node.GetChild(i) as ExpressionSyntax, scope);
        }
    }

    private void VisitBinary(BinaryOperatorSyntax binary, NameScope scope)
    {
        switch (binary.OperatorToken.TextSpanOf)
        {
            case "=" or "<-":
                Visit(binary.Right, scope);
                Bind(binary.Left, scope);
                break;
            case "::":
                Visit(binary.Left, scope);
                break;
            case "|>":
                _operators.Use(binary, scope);
                Visit(binary.Left, scope);
                VisitPiped(binary.Right, scope);
                break;
            default:
                _operators.Use(binary, scope);
                Visit(binary.Left, scope);
                Visit(binary.Right, scope);
                break;
        }
    }

    private void VisitPiped(ExpressionSyntax target, NameScope scope)
    {
        if (target is CallSyntax call)
        {
            _calls.Visit(call, scope, piped: 1);
        }
        else if (target is IdentifierSyntax name)
        {
            _names.Use(name, name.Name, 1, scope);
        }
        else
        {
            Visit(target, scope);
        }
    }

    private void VisitUnary(UnaryOperatorSyntax unary, NameScope scope)
    {
        switch ((SyntaxKind)unary.OperatorToken.RawKind)
        {
            case SyntaxKind.AtOperator:
                _operators.Use(unary, "@", 1, scope);

                // What types are made of is no expression.
                if (unary.Operand is CallSyntax
                    {
                        LocalName:
                    not ("spec" or "type" or "typep" or "opaque" or "callback" or "macrocallback")
                    } attribute)
                {
                    VisitAll(attribute.Arguments, scope);
                }

                break;
            case SyntaxKind.CaptureOperator:
                _captures.Visit(unary, scope);
                break;
            default:
                _operators.Use(unary, unary.OperatorToken.Text, 1, scope);
                Visit(unary.Operand, scope);
                break;
        }
    }

    /// <summary>A bitstring's types are no expressions; where it ends with a generator, it is a pattern.</summary>
    private void VisitBitstring(BitstringSyntax bits, NameScope scope)
    {
        if (bits.Elements is not [.. var parts, BinaryOperatorSyntax last] || last.OperatorToken.TextSpanOf is not "<-")
        {
            VisitAll(bits.Elements, scope);
            return;
        }

        foreach (var part in parts)
        {
            Bind(part, scope);
        }

        Visit(last, scope);
    }

    /// <inheritdoc/>
    public void VisitClause(StabClauseSyntax clause, NameScope scope, bool isCondition)
    {
        var inner = new NameScope(scope);
        foreach (var pattern in clause.Patterns)
        {
            if (isCondition)
            {
                Visit(pattern, inner);
            }
            else
            {
                Bind(pattern, inner);
            }
        }

        Visit(clause.Guard, inner);
        VisitBody(clause.Body, inner);
    }

    /// <inheritdoc/>
    public void Bind(SyntaxNode pattern, NameScope scope)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _isTooDeep = true;
            return;
        }

        switch (pattern)
        {
            case IdentifierSyntax { Name: "_" }:
                break;
            case IdentifierSyntax variable:
                scope.Bind(variable.Name);
                break;
            case UnaryOperatorSyntax { Operand: IdentifierSyntax pinned } unary when unary.OperatorToken.TextSpanOf is "^":
                Visit(pinned, scope);
                break;
            default:
                for (var i = 0; i < pattern.ChildCount; i++)
                {
                    Bind(pattern.GetChild(i), scope);
                }

                break;
        }
    }
}

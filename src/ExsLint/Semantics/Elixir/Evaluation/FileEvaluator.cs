using ExsLint.Semantics.Elixir.Names;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>
/// Evaluates one file abstractly: every expression gives what is known of its value, and <c>config</c> calls change the session's
/// state. Nothing is run. What is not understood is unknown, with a reason.
/// </summary>
internal sealed partial class FileEvaluator(EvaluationSession session, ConfigFile file)
{
    /// <summary>The reason why the value of a <c>config</c> call is unknown.</summary>
    public const string ConfigResult = "the result of config";

    private string Folder => TreePath.FolderOf(file.Path);

    /// <summary>What this evaluation gathers.</summary>
    public EvaluationSession Session => session;

    /// <summary>
    /// Evaluates the whole file; the value is that of its last expression. Where Elixir would stop for certain, the rest is judged as if
    /// that were mended in an unknown way, so that one slip does not hide what follows it.
    /// </summary>
    /// <param name="isScript">Whether <c>Code</c> runs the file: what it raises, the caller raises.</param>
    public AbstractValue Run(bool isScript)
    {
        AbstractValue value = AtomValue.Nil;
        var scope = new Scope { ExpandedAt = session.Definitions };
        foreach (var expression in file.Tree.Root.Body.Expressions)
        {
            value = Evaluate(expression, scope);
            if (value is NeverValue never)
            {
                if (isScript || session.BranchDepth > 0 || session.TryDepth > 0)
                {
                    return value;
                }

                var (kind, argument) = never.Refusal ?? (ConfigErrorKind.AlwaysRaises, file.Path);
                value = Refuse(never.Node ?? expression, kind, argument);
            }
        }

        return value;
    }

    private AbstractValue EvaluateBody(BodySyntax body, Scope scope)
    {
        AbstractValue value = AtomValue.Nil;
        foreach (var expression in body.Expressions)
        {
            value = Evaluate(expression, scope);
            if (value is NeverValue)
            {
                return value;
            }
        }

        return value;
    }

    private AbstractValue Evaluate(ExpressionSyntax node, Scope scope)
    {
        if (!session.TryEnter())
        {
            return Opaque(node, scope, WorkBudget.Reason);
        }

        var value = EvaluateNode(node, scope);
        session.Leave();
        if (session.TryDepth > 0 && value is not (NeverValue or FunctionValue or UnknownValue { Reason: ConfigResult or ImportResult }) && !ValueComparer.IsKnown(value))
        {
            session.MayRaise = true;
        }

        if (value.Weight >= AbstractValue.MaximumWeight)
        {
            return new UnknownValue(WorkBudget.Reason) { Node = node };
        }

        return value.Node is null ? value with { Node = node } : value;
    }

    private AbstractValue EvaluateNode(ExpressionSyntax node, Scope scope) => node switch
    {
        LiteralSyntax literal => EvaluateLiteral(literal),
        IdentifierSyntax identifier => EvaluateIdentifier(identifier, scope),
        AliasSyntax or QualifiedAliasSyntax => EvaluateAlias(node, scope),
        StringLiteralSyntax literal => EvaluateString(literal, scope),
        KeywordPairSyntax pair => EvaluatePair(pair, scope),
        KeywordListSyntax list => EvaluateKeywords(list, scope),
        ListSyntax list => EvaluateList(list, scope),
        TupleSyntax tuple => EvaluateTuple(tuple, scope),
        MapSyntax map => EvaluateMap(map, scope),
        ParenthesizedSyntax { Body.HasClauses: false } block => EvaluateBody(block.Body, scope),
        UnaryOperatorSyntax unary => EvaluateUnary(unary, scope),
        BinaryOperatorSyntax binary => EvaluateBinary(binary, scope),
        AccessSyntax access => EvaluateAccess(access, scope),
        CallSyntax call => EvaluateCall(call, scope),
        MemberAccessSyntax member => EvaluateBareCall(member, scope, piped: null),
        FnSyntax function => EvaluateFn(function, scope),
        CaptureArgumentSyntax argument => EvaluateCaptureArgument(argument, CaptureForm.ArgumentOf(argument), scope),
        BitstringSyntax bits => EvaluateBitstring(bits, scope),
        SkippedTokensSyntax => SkipBroken(node, scope),
        _ => Opaque(node, scope, Describe(node)),
    };

    /// <summary>Where the text is broken, the lost expression may have been any config call, and may have bound any variable.</summary>
    private UnknownValue SkipBroken(SyntaxNode node, Scope scope)
    {
        const string Reason = "text that cannot be parsed";
        session.AddLayer(new UnknownLayer(Reason, node.Location) { IsOfError = true });
        foreach (var name in scope.Variables.Keys)
        {
            scope.Bind(name, new UnknownValue(Reason));
        }

        return new UnknownValue(Reason);
    }

    private static string Describe(SyntaxNode node) => node switch
    {
        NullaryOperatorSyntax => "a range",
        _ => "an expression that is not evaluated",
    };
}

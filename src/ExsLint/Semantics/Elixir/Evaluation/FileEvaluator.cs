using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;

namespace ExsLint.Semantics.Elixir;

/// <summary>
/// Evaluates one file abstractly: every expression gives what is known of its value, and <c>config</c> calls change the session's
/// state. Nothing is run. What is not understood is unknown, with a reason.
/// </summary>
internal sealed partial class FileEvaluator(EvaluationSession session, ConfigFile file)
{
    /// <summary>Deeper expressions are unknown; no config a person wrote nests like this, and the stack is finite.</summary>
    private const int MaximumDepth = 200;

    private int _depth;

    private string Folder => TreePath.FolderOf(file.Path);

    /// <summary>
    /// Evaluates the whole file; the value is that of its last expression. Where Elixir would stop for certain, the rest is judged as if
    /// that were mended in an unknown way, so that one slip does not hide what follows it.
    /// </summary>
    public AbstractValue Run()
    {
        AbstractValue value = AtomValue.Nil;
        var scope = new Scope();
        foreach (var expression in file.Tree.Root.Body.Expressions)
        {
            value = Evaluate(expression, scope);
            if (value is NeverValue)
            {
                value = Refuse(expression, ConfigErrorKind.AlwaysRaises, file.Path);
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
        if (_depth >= MaximumDepth || !session.TryStep())
        {
            return Opaque(node, "an expression that is nested too deeply");
        }

        _depth++;
        var value = EvaluateNode(node, scope);
        _depth--;
        return value.Origin is null ? value with { Origin = new Origin(node) } : value;
    }

    private AbstractValue EvaluateNode(ExpressionSyntax node, Scope scope) => node switch
    {
        LiteralSyntax literal => EvaluateLiteral(literal),
        IdentifierSyntax identifier => EvaluateIdentifier(identifier, scope),
        AliasSyntax or QualifiedAliasSyntax => EvaluateAlias(node, scope),
        StringLiteralSyntax literal => EvaluateString(literal, scope),
        KeywordPairSyntax pair => EvaluatePair(pair, scope),
        KeywordListSyntax list => EvaluateItems(list.Pairs, scope, items => new ListValue(items)),
        ListSyntax list => EvaluateList(list, scope),
        TupleSyntax tuple => EvaluateItems(tuple.Elements, scope, items => new TupleValue(items)),
        MapSyntax map => EvaluateMap(map, scope),
        ParenthesizedSyntax { Body.HasClauses: false } block => EvaluateBody(block.Body, scope),
        UnaryOperatorSyntax unary => EvaluateUnary(unary, scope),
        BinaryOperatorSyntax binary => EvaluateBinary(binary, scope),
        AccessSyntax access => EvaluateAccess(access, scope),
        CallSyntax call => EvaluateCall(call, scope),
        MemberAccessSyntax member => EvaluateMember(member, scope),
        FnSyntax => Opaque(node, "a function", new OpaqueValue("a function")),
        SkippedTokensSyntax => SkipBroken(node),
        _ => Opaque(node, Describe(node)),
    };

    /// <summary>Where the text is broken, the lost expression may have been any config call.</summary>
    private UnknownValue SkipBroken(SyntaxNode node)
    {
        const string Reason = "text that cannot be parsed";
        session.AddLayer(new UnknownLayer(Reason, node.Location));
        return new UnknownValue(Reason);
    }

    /// <summary>
    /// The value of an expression that is not looked into. If it holds <c>config</c> or <c>import_config</c> calls, nobody knows what
    /// they configure.
    /// </summary>
    private AbstractValue Opaque(SyntaxNode node, string reason, AbstractValue? value = null)
    {
        if (node.DescendantNodesAndSelf().Any(MayConfigure))
        {
            session.AddLayer(new UnknownLayer($"config calls that are not followed, in {reason}", node.Location));
        }

        return value ?? new UnknownValue(reason);
    }

    private static bool MayConfigure(SyntaxNode node) => node switch
    {
        CallSyntax { LocalName: "config" or "import_config" } => true,
        CallSyntax { Callee: MemberAccessSyntax { Left: AliasSyntax { Name: "Config" }, NameToken: not null } } => true,
        SkippedTokensSyntax => true,
        _ => false,
    };

    private static string Describe(SyntaxNode node) => node switch
    {
        BitstringSyntax => "a bitstring",
        NullaryOperatorSyntax => "a range",
        _ => "an expression that is not evaluated",
    };
}

using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Names;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>
/// Evaluates one file abstractly: every expression gives what is known of its value, and <c>config</c> calls change the
/// state. Nothing is run. What is not understood is unknown, with a reason.
/// </summary>
internal sealed partial class FileEvaluator(EvaluationState state, ProjectEvaluator project, ConfigFile file) : ICaller
{
    /// <summary>The reason why the value of a <c>config</c> call is unknown.</summary>
    public const string ConfigResult = "the result of config";

    private string Folder => TreePath.FolderOf(file.Path);

    /// <summary>What this evaluation gathers.</summary>
    public EvaluationState State => state;

    /// <inheritdoc/>
    public WorkBudget Budget => state.Budget;

    /// <inheritdoc/>
    public IFileView Files => state.Files;

    /// <inheritdoc/>
    IEnvironmentView ICaller.Environment => state.Environment;

    /// <inheritdoc/>
    public bool IsAtom(string name) => state.Evaluated.IsAtom(name);

    /// <inheritdoc/>
    public void AddDoubtfulRaise() => state.Control.MayRaise = true;

    /// <inheritdoc/>
    public IUnorderedRun RunUnordered() => new UnorderedRun(state);

    /// <inheritdoc/>
    public MapValue? CreateStruct(string module) => StructOf(module)?.Create(module, []);

    /// <summary>
    /// Evaluates the whole file; the value is that of its last expression. Where Elixir would stop for certain, the rest is judged as if
    /// that were mended in an unknown way, so that one slip does not hide what follows it.
    /// </summary>
    /// <param name="isScript">Whether <c>Code</c> runs the file: what it raises, the caller raises.</param>
    public AbstractValue Run(bool isScript)
    {
        AbstractValue value = AtomValue.Nil;
        var scope = new Scope { ExpandedAt = state.Modules.Now };
        foreach (var expression in file.Tree.Root.Body.Expressions)
        {
            value = Evaluate(expression, scope);
            if (value is NeverValue never)
            {
                if (isScript || state.Control.IsInBranch || state.Control.IsInTry)
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
        if (!state.Limits.TryEnter())
        {
            return Opaque(node, scope, WorkBudget.Reason);
        }

        var value = EvaluateNode(node, scope);
        state.Limits.Leave();
        if (state.Control.IsInTry && value is not (NeverValue or FunctionValue or UnknownValue { Reason: ConfigResult or ImportResult }) && !ValueComparer.IsKnown(value))
        {
            state.Control.MayRaise = true;
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
        state.AddLayer(new UnknownLayer(Reason, node.Location) { IsOfError = true });
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

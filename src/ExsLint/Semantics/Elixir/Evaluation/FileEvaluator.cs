using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Names;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>
/// Evaluates one file abstractly: every expression gives what is known of its value, and <c>config</c> calls change the state.
/// Nothing is run. What is not understood is unknown, with a reason. Each kind of expression has its evaluator; they evaluate the
/// parts of it through this one.
/// </summary>
internal sealed class FileEvaluator : IExpressionEvaluator, ICaller
{
    private readonly EvaluationState _state;
    private readonly ConfigFile _file;
    private readonly UnfollowedCode _unfollowed;
    private readonly StructEvaluator _structs;
    private readonly NamedCalls _named;
    private readonly FunctionValues _functions;
    private readonly CallEvaluator _calls;
    private readonly TextEvaluator _texts;
    private readonly LiteralEvaluator _literals;
    private readonly CollectionEvaluator _collections;
    private readonly OperatorEvaluator _operators;
    private readonly ConstantValues _constants;
    private readonly ModuleEvaluator _modules;
    private bool _isWithinConstant;

    /// <summary>The evaluator of a file.</summary>
    /// <param name="state">What the evaluation gathers.</param>
    /// <param name="project">Evaluates the files that it imports and runs.</param>
    /// <param name="file">The file.</param>
    public FileEvaluator(EvaluationState state, ProjectEvaluator project, ConfigFile file)
    {
        (_state, _file) = (state, file);
        _constants = ConstantValues.Of(file.Tree);
        _unfollowed = new UnfollowedCode(state);
        _structs = new StructEvaluator(state, this, _unfollowed);
        _texts = new TextEvaluator(state, this, _unfollowed);
        var imports = new FileImports();
        var names = new EnvironmentNames(state, file, imports);
        var mix = new MixInRelease(state, file);
        var booleans = new BooleanOperators(state, this);
        var attributes = new AttributeEvaluator(state, this, _unfollowed);
        var clauses = new ClauseRunner(state, this, _structs, _unfollowed);
        var tries = new TryEvaluator(state, this, clauses, _unfollowed);
        var configs = new ConfigCalls(state, this, _unfollowed, imports);
        _named = new NamedCalls(
            state,
            configs,
            new KnownCalls(state, this, _unfollowed),
            new DefinedFunctions(state, file, this, clauses, _unfollowed),
            _unfollowed);
        _functions = new FunctionValues(state, this, clauses, _named, _unfollowed);
        _modules = new ModuleEvaluator(state, this, _functions, _structs, tries, _unfollowed);
        var forms = new SpecialFormEvaluator(
            this,
            configs,
            new ImportCalls(state, project, file, imports, this, _unfollowed),
            new DirectiveEvaluator(state, _structs, imports, mix, _unfollowed),
            _modules,
            new ConditionEvaluator(state, this, _unfollowed),
            new WithEvaluator(this, clauses, _unfollowed),
            new ComprehensionEvaluator(state, this, clauses, _unfollowed),
            tries,
            new RaiseEvaluator(state, this, _structs),
            clauses,
            booleans,
            new PathMacros(state, this, this, _named),
            names);
        var scripts = new ScriptEvaluator(state, project, file, this, _unfollowed);
        _calls = new CallEvaluator(state, this, names, forms, scripts, _functions, _named, mix, _unfollowed);
        _literals = new LiteralEvaluator(state, file, _calls);
        _collections = new CollectionEvaluator(state, this, _texts, _structs, _named, _unfollowed);
        _operators = new OperatorEvaluator(
            state, this, this, _calls, _named, _functions, clauses, attributes, booleans, _unfollowed);
    }

    /// <inheritdoc/>
    public WorkBudget Budget => _state.Budget;

    /// <inheritdoc/>
    public IFileView Files => _state.Files;

    /// <inheritdoc/>
    IEnvironmentView ICaller.Environment => _state.Environment;

    /// <inheritdoc/>
    public bool IsAtom(string name) => _state.Evaluated.IsAtom(name);

    /// <inheritdoc/>
    public void AddDoubtfulRaise() => _state.Control.MayRaise = true;

    /// <inheritdoc/>
    public IUnorderedRun RunUnordered() => new UnorderedRun(_state);

    /// <inheritdoc/>
    public MapValue? CreateStruct(string module) => _structs.Find(module)?.Create(module, []);

    /// <inheritdoc/>
    public AbstractValue Invoke(AbstractValue function, ImmutableArray<AbstractValue> arguments, SyntaxNode site) =>
        _functions.Invoke(function, arguments, site);

    /// <inheritdoc/>
    public AbstractValue? Apply(string module, string name, ImmutableArray<AbstractValue> arguments, SyntaxNode site) =>
        _named.Apply(module, name, arguments, site);

    /// <summary>Defines a module of the project's <c>lib</c>.</summary>
    /// <param name="name">The atom.</param>
    /// <param name="body">Its body.</param>
    public void DefineLibrary(string name, BodySyntax body) => _modules.DefineLibrary(name, body);

    /// <summary>
    /// Evaluates the whole file; the value is that of its last expression. Where Elixir would stop for certain, the rest is
    /// judged as if that were mended in an unknown way, so that one slip does not hide what follows it.
    /// </summary>
    /// <param name="isScript">Whether <c>Code</c> runs the file: what it raises, the caller raises.</param>
    public AbstractValue Run(bool isScript)
    {
        AbstractValue value = AtomValue.Nil;
        var scope = new Scope { ExpandedAt = _state.Modules.Now };
        foreach (var expression in _file.Tree.Root.Body.Expressions)
        {
            value = Evaluate(expression, scope);
            if (value is NeverValue never)
            {
                if (isScript || _state.Control.IsInBranch || _state.Control.IsInTry)
                {
                    return value;
                }

                var (kind, argument) = never.Refusal ?? (ConfigErrorKind.AlwaysRaises, _file.Path);
                value = _unfollowed.Refuse(never.Node ?? expression, kind, argument);
            }
        }

        return value;
    }

    /// <inheritdoc/>
    public AbstractValue EvaluateBody(BodySyntax body, Scope scope)
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

    /// <inheritdoc/>
    public AbstractValue Evaluate(ExpressionSyntax node, Scope scope)
    {
        if (!_state.Limits.TryEnter())
        {
            return _unfollowed.Opaque(node, scope, WorkBudget.Reason);
        }

        var value = node is CollectionSyntax or KeywordListSyntax ? EvaluateCollection(node, scope) : EvaluateNode(node, scope);
        _state.Limits.Leave();
        if (_state.Control.IsInTry
            && value is not (NeverValue or FunctionValue or UnknownValue { Reason: ConfigCalls.Result or ImportCalls.Result })
            && !ValueComparer.IsKnown(value))
        {
            _state.Control.MayRaise = true;
        }

        if (value.Weight >= AbstractValue.MaximumWeight)
        {
            return new UnknownValue(WorkBudget.Reason) { Node = node };
        }

        return value.Node is null ? value with { Node = node } : value;
    }

    /// <summary>
    /// A collection of literals is evaluated once; each time after that it takes the same share of the work that may be done.
    /// </summary>
    private AbstractValue EvaluateCollection(ExpressionSyntax node, Scope scope)
    {
        if (_isWithinConstant)
        {
            return EvaluateNode(node, scope);
        }

        if (_constants.TryFind(node, out var kept, out var cost) && _state.Budget.TrySpend(cost))
        {
            return kept!;
        }

        if (!_constants.IsConstant(node))
        {
            return EvaluateNode(node, scope);
        }

        _isWithinConstant = true;
        var before = _state.Budget.Left;
        var value = EvaluateNode(node, scope);
        _constants.Keep(node, value, before - _state.Budget.Left);
        _isWithinConstant = false;
        return value;
    }

    private AbstractValue EvaluateNode(ExpressionSyntax node, Scope scope) => node switch
    {
        LiteralSyntax literal => _literals.EvaluateLiteral(literal),
        IdentifierSyntax identifier => _literals.EvaluateIdentifier(identifier, scope),
        AliasSyntax or QualifiedAliasSyntax => LiteralEvaluator.EvaluateAlias(node, scope),
        StringLiteralSyntax literal => _texts.EvaluateString(literal, scope),
        KeywordPairSyntax pair => _collections.EvaluatePair(pair, scope),
        KeywordListSyntax list => _collections.EvaluateKeywords(list, scope),
        ListSyntax list => _collections.EvaluateList(list, scope),
        TupleSyntax tuple => _collections.EvaluateTuple(tuple, scope),
        MapSyntax map => _collections.EvaluateMap(map, scope),
        ParenthesizedSyntax { Body.HasClauses: false } block => EvaluateBody(block.Body, scope),
        UnaryOperatorSyntax unary => _operators.EvaluateUnary(unary, scope),
        BinaryOperatorSyntax binary => _operators.EvaluateBinary(binary, scope),
        AccessSyntax access => _collections.EvaluateAccess(access, scope),
        CallSyntax call => _calls.Evaluate(call, scope),
        MemberAccessSyntax member => _calls.EvaluateBare(member, scope, piped: null),
        FnSyntax function => _functions.EvaluateFn(function, scope),
        CaptureArgumentSyntax argument => _functions.EvaluateCaptureArgument(argument, CaptureForm.ArgumentOf(argument), scope),
        BitstringSyntax bits => _texts.EvaluateBitstring(bits, scope),
        SkippedTokensSyntax => SkipBroken(node, scope),
        _ => _unfollowed.Opaque(node, scope, Describe(node)),
    };

    /// <summary>
    /// Where the text is broken, the lost expression may have been any config call, and may have bound any variable.
    /// </summary>
    private UnknownValue SkipBroken(SyntaxNode node, Scope scope)
    {
        const string Reason = "text that cannot be parsed";
        _state.AddLayer(new UnknownLayer(Reason, node.Location) { IsOfError = true });
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

using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>One run of a <c>for</c>.</summary>
internal sealed class Comprehension(
    EvaluationState state,
    IExpressionEvaluator expressions,
    ClauseRunner clauseRunner,
    ImmutableArray<ExpressionSyntax> steps,
    Dictionary<string, ExpressionOrBody> sections)
{
    /// <summary>Nested loops that give more are left unknown, before they take gigabytes.</summary>
    private const int MaximumResults = 10 * Enumerables.MaximumItems;

    private readonly ImmutableArray<AbstractValue>.Builder _results = ImmutableArray.CreateBuilder<AbstractValue>();
    private AbstractValue? _into;
    private AbstractValue? _accumulator;
    private List<FunctionClause>? _clauses;
    private bool _isUnique;
    private bool _isOrdered = true;
    private UnorderedRun? _unordered;
    private string? _filterReason;
    private NeverValue? _never;

    /// <summary>What was not known well enough.</summary>
    public AbstractValue? Undetermined { get; private set; }

    public bool TrySetOption(string name, AbstractValue value)
    {
        switch (name)
        {
            case "into":
                _into = value;
                return value is ListValue { Rest: null } or BinaryValue or MapSetValue
                    || (value is MapValue map && !map.IsStruct);
            case "uniq" when value is AtomValue { Name: "true" or "false" } flag:
                _isUnique = flag.Name == "true";
                return true;
            case "reduce":
                _accumulator = value;
                return true;
            default:
                return false;
        }
    }

    /// <summary>The value, or null where it was not determined.</summary>
    public AbstractValue? Run(Scope scope)
    {
        var body = sections["do"];
        if (_accumulator is not null)
        {
            _clauses = body.Body is { HasClauses: true } clauses ? clauseRunner.Read(clauses, scope) : null;
            if (_clauses is null || _into is not null || _isUnique)
            {
                return null;
            }
        }

        var isDone = Step(0, scope);
        return _unordered?.End() == false ? null
            : !isDone ? _never
            : _accumulator ?? Collect(_results.DrainToImmutable());
    }

    /// <summary>False where the loop has ended: something raised, or is not known.</summary>
    private bool Step(int index, Scope scope)
    {
        if (index == steps.Length)
        {
            return Yield(scope);
        }

        if (steps[index] is BitstringSyntax
            {
                Elements:
            [.., BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.InMatchOperator }]
            })
        {
            return false;
        }

        if (steps[index] is BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.InMatchOperator } generator)
        {
            return Generate(generator, index, scope);
        }

        var filter = expressions.Evaluate(steps[index], scope);
        return Raised(filter) ? false
            : filter.IsTruthy is { } passes ? !passes || Step(index + 1, scope)
            : _accumulator is null && _isOrdered && state.Control.MayBranch ? StepIf(filter, index, scope)
            : Stop(filter);
    }

    /// <summary>
    /// What follows a filter of which nobody knows whether it lets this through: done under that condition, the result is not
    /// known.
    /// </summary>
    private bool StepIf(AbstractValue filter, int index, Scope scope)
    {
        _filterReason ??= Reasons.Of(filter);
        var isFollowed = true;
        var set = new BranchSet(state);
        var test = TruthTest.Of(filter, steps[index], state.Control.Path);
        set.Run(test.WhenTruthy, () =>
        {
            if (Step(index + 1, scope))
            {
                return AtomValue.Nil;
            }

            isFollowed = _never is not null;
            var never = _never;
            _never = null;
            return never ?? (AbstractValue)AtomValue.Nil;
        });
        set.Run(test.WhenFalsy, () => AtomValue.Nil);
        set.Join(Reasons.Of(filter));
        return isFollowed || Stop(filter);
    }

    private bool Generate(BinaryOperatorSyntax generator, int index, Scope scope)
    {
        var collection = expressions.Evaluate(generator.Right, scope);
        if (Raised(collection))
        {
            return false;
        }

        if (state.Hidden.HasImplementations)
        {
            return false;
        }

        if (Enumerables.Items(collection, out var isOrdered) is not { } items)
        {
            _never = Enumerables.IsNone(collection) ? new NeverValue() : null;
            return Stop(collection);
        }

        _isOrdered &= isOrdered;
        var (pattern, guard) = ClauseRunner.SplitGuard(generator.Left);
        foreach (var item in items)
        {
            if (!state.Budget.TrySpend(WorkBudget.PerExpression))
            {
                return Stop(new UnknownValue(WorkBudget.Reason));
            }

            var inner = scope.Fork();
            var matches = clauseRunner.MatchAll(new FunctionClause([pattern], guard, _ => item, scope), [item], inner);
            if (matches is null)
            {
                return Stop(item);
            }

            if (matches == true && !Step(index + 1, inner))
            {
                return false;
            }
        }

        return true;
    }

    private bool Yield(Scope scope)
    {
        if (!_isOrdered && (_accumulator is not null || _filterReason is not null || (_unordered is null && _results.Count > 0)))
        {
            return false;
        }

        if (_clauses is not null)
        {
            var clauses = _clauses.ConvertAll(clause => clause with { Scope = scope });
            _accumulator = clauseRunner.Run(clauses, [_accumulator!], () => new NeverValue());
            return !Raised(_accumulator);
        }

        if (!_isOrdered)
        {
            _unordered ??= new UnorderedRun(state);
        }

        var value = _unordered is null
            ? expressions.EvaluateBranch(sections["do"], scope)
            : _unordered.Run(() => expressions.EvaluateBranch(sections["do"], scope));
        if (value is null)
        {
            return false;
        }

        _results.Add(value);
        return !Raised(value) && _results.Count <= MaximumResults && state.Budget.TrySpend(value.Weight);
    }

    private AbstractValue? Collect(ImmutableArray<AbstractValue> results)
    {
        if (_filterReason is not null)
        {
            return new UnknownValue(_filterReason, _into is null ? ValueShape.List : ValueShape.Any);
        }

        if (_isUnique)
        {
            if (Enumerables.Distinct(results) is not { } distinct)
            {
                return null;
            }

            results = distinct;
        }

        var whole = _into is not null
            ? Enumerables.Into(results, _into, _isOrdered)
            : Enumerables.ListOf(results, _isOrdered);
        return whole ?? (_isOrdered ? null : new UnknownValue(Enumerables.UnknownOrder));
    }

    private bool Raised(AbstractValue value)
    {
        _never = value as NeverValue ?? _never;
        return value is NeverValue;
    }

    private bool Stop(AbstractValue value)
    {
        Undetermined = ValueComparer.FirstUnknown([value]);
        return false;
    }
}

using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <content><c>for</c>: followed where the collections and filters are known, else not at all.</content>
internal sealed partial class FileEvaluator
{
    private AbstractValue EvaluateFor(CallSyntax call, Scope scope)
    {
        const string Reason = "a for block";
        if (SectionsOf(call, out var steps) is not { } sections || steps.IsEmpty || !session.TryCall())
        {
            return Opaque(call, scope, Reason);
        }

        var loop = new Comprehension(this, steps, sections);
        var outer = scope.Fork();
        foreach (var (name, option) in sections)
        {
            if (name is "do")
            {
                continue;
            }

            var value = option.Expression is null ? null : Evaluate(option.Expression, scope);
            if (value is NeverValue)
            {
                return value;
            }

            if (value is null || !loop.TrySetOption(name, value))
            {
                return Opaque(call, scope, Reason);
            }
        }

        return loop.Run(outer) ?? Opaque(call, scope, loop.Undetermined is null ? Reason : ReasonOf(loop.Undetermined));
    }

    /// <summary>One run of a <c>for</c>.</summary>
    private sealed class Comprehension(
        FileEvaluator evaluator, ImmutableArray<ExpressionSyntax> steps, Dictionary<string, ExpressionOrBody> sections)
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
                    return value is ListValue { Rest: null } or BinaryValue or MapSetValue || (value is MapValue map && !map.IsStruct);
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
                _clauses = body.Body is { HasClauses: true } clauses ? evaluator.ClausesOf(clauses, scope) : null;
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

            if (steps[index] is BitstringSyntax { Elements: [.., BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.InMatchOperator }] })
            {
                return false;
            }

            if (steps[index] is BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.InMatchOperator } generator)
            {
                return Generate(generator, index, scope);
            }

            var filter = evaluator.Evaluate(steps[index], scope);
            return Raised(filter) ? false
                : filter.IsTruthy is { } passes ? !passes || Step(index + 1, scope)
                : _accumulator is null && _isOrdered && evaluator.Session.MayBranch ? StepIf(filter, index, scope)
                : Stop(filter);
        }

        /// <summary>What follows a filter of which nobody knows whether it lets this through: done under that condition, the result is not known.</summary>
        private bool StepIf(AbstractValue filter, int index, Scope scope)
        {
            _filterReason ??= ReasonOf(filter);
            var isFollowed = true;
            var set = new BranchSet(evaluator.Session);
            set.Run(() =>
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
            set.Run(() => AtomValue.Nil);
            set.Join(ReasonOf(filter));
            return isFollowed || Stop(filter);
        }

        private bool Generate(BinaryOperatorSyntax generator, int index, Scope scope)
        {
            var collection = evaluator.Evaluate(generator.Right, scope);
            if (Raised(collection))
            {
                return false;
            }

            if (evaluator.Session.HasImplementations)
            {
                return false;
            }

            if (Enumerables.Items(collection, out var isOrdered) is not { } items)
            {
                _never = Enumerables.IsNone(collection) ? new NeverValue() : null;
                return Stop(collection);
            }

            _isOrdered &= isOrdered;
            var (pattern, guard) = SplitGuard(generator.Left);
            foreach (var item in items)
            {
                if (!evaluator.Session.Budget.TrySpend(WorkBudget.PerExpression))
                {
                    return Stop(new UnknownValue(WorkBudget.Reason));
                }

                var inner = scope.Fork();
                var matches = evaluator.MatchAll(new FunctionClause([pattern], guard, _ => item, scope), [item], inner);
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
                _accumulator = evaluator.RunClauses(clauses, [_accumulator!], () => new NeverValue());
                return !Raised(_accumulator);
            }

            if (!_isOrdered)
            {
                _unordered ??= new UnorderedRun(evaluator.Session);
            }

            var value = _unordered is null ? evaluator.EvaluateBranch(sections["do"], scope) : _unordered.Run(() => evaluator.EvaluateBranch(sections["do"], scope));
            if (value is null)
            {
                return false;
            }

            _results.Add(value);
            return !Raised(value) && _results.Count <= MaximumResults && evaluator.Session.Budget.TrySpend(value.Weight);
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

            var whole = _into is not null ? Enumerables.Into(results, _into, _isOrdered) : _isOrdered ? new ListValue(results) : null;
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
}

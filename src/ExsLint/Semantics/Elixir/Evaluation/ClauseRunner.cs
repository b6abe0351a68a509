using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>
/// Patterns, guards, and clauses: of <c>case</c>, functions, and whatever else takes the first clause whose patterns match.
/// </summary>
internal sealed class ClauseRunner(
    EvaluationState state,
    IExpressionEvaluator expressions,
    StructEvaluator structs,
    UnfollowedCode unfollowed)
{
    /// <summary>
    /// The first clause whose patterns and guard match; where that is not known, every clause that may, joined.
    /// </summary>
    /// <param name="clauses">The clauses.</param>
    /// <param name="arguments">What their patterns are matched against.</param>
    /// <param name="otherwise">What happens where none matches.</param>
    /// <param name="subject">The expression that is matched; null for what nobody wrote there.</param>
    public AbstractValue Run(
        IReadOnlyList<FunctionClause> clauses,
        ImmutableArray<AbstractValue> arguments,
        Func<AbstractValue> otherwise,
        ExpressionSyntax? subject = null)
    {
        var path = state.Control.Path;
        arguments = arguments.Any(argument => argument is ChoiceValue)
            ? [.. arguments.Select(argument => Restriction.Apply(argument, path))]
            : arguments;
        if (IndexOfChoice(clauses, arguments) is >= 0 and var index)
        {
            var choice = (ChoiceValue)arguments[index];
            var alternatives = new BranchSet(state);
            foreach (var alternative in choice.Guarded)
            {
                alternatives.Run(
                    alternative.Condition,
                    () => Run(clauses, arguments.SetItem(index, alternative.Value), otherwise, subject));
            }

            return alternatives.Join(choice.Reason);
        }

        BranchSet? set = null;
        Condition? others = null;
        foreach (var clause in clauses)
        {
            var inner = clause.Scope.Fork();
            var matches = MatchAll(clause, arguments, inner, out var guard);
            var test = matches is null ? TestOf(clause, arguments, guard, subject, path, others) : default;
            matches ??= test.Truth;
            if (matches == false)
            {
                continue;
            }

            if (matches == true && set is null)
            {
                return clause.Run(inner);
            }

            set ??= new BranchSet(state);
            _ = Condition.TryAnd(others, test.WhenTruthy, out var taken);
            set.Run(taken, () => clause.Run(inner));
            if (matches == true)
            {
                return set.Join(Reasons.OfAny(arguments));
            }

            _ = Condition.TryAnd(others, test.WhenFalsy, out others);
            arguments = Exclude(clause, arguments);
        }

        if (set is null)
        {
            return otherwise();
        }

        set.Run(others, otherwise);
        return set.Join(Reasons.OfAny(arguments));
    }

    /// <summary>What holds where a clause takes its arguments of which that is not known, and where it does not.</summary>
    private TruthTest TestOf(
        FunctionClause clause,
        ImmutableArray<AbstractValue> arguments,
        AbstractValue? guard,
        ExpressionSyntax? subject,
        Condition? path,
        Condition? others)
    {
        _ = Condition.TryAnd(path, others, out path);
        if (clause.Patterns is [IdentifierSyntax] && guard is UnknownValue { Shape: ValueShape.Boolean })
        {
            return TruthTest.Of(guard, clause.Guard, path);
        }

        var symbol = clause is { Guard: null, Patterns: [LiteralSyntax or StringLiteralSyntax] }
            ? Symbol.OfEquality(arguments[0], expressions.Evaluate(clause.Patterns[0], clause.Scope.Fork()))
            : null;
        return TruthTest.OfMatch(
            symbol, subject, clause.Patterns is [var pattern] ? pattern : null, Reasons.OfAny(arguments), path);
    }

    public bool? MatchAll(FunctionClause clause, ImmutableArray<AbstractValue> arguments, Scope inner) =>
        MatchAll(clause, arguments, inner, out _);

    /// <summary>Whether a clause takes arguments; null if that is not known.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="inner">Where its patterns bind.</param>
    /// <param name="guard">The value of its guard, where the patterns match.</param>
    private bool? MatchAll(
        FunctionClause clause, ImmutableArray<AbstractValue> arguments, Scope inner, out AbstractValue? guard)
    {
        guard = null;
        if (clause.Patterns.Length != arguments.Length)
        {
            return false;
        }

        // Where nothing is left, nothing is evaluated from here on.
        _ = state.Budget.TrySpend(WorkBudget.PerExpression * (1 + arguments.Length));
        var pattern = PatternIn(inner);
        bool? matches = true;
        for (var i = 0; i < arguments.Length && matches != false; i++)
        {
            matches = Both(matches, pattern.Match(clause.Patterns[i], arguments[i]));
        }

        return matches == false || clause.Guard is null ? matches : Both(matches, GuardTruth(clause.Guard, inner, out guard));
    }

    private PatternMatcher PatternIn(Scope scope) =>
        new(scope, node => expressions.Evaluate(node, scope), map => structs.IsStruct(map, scope, out var name) ? name : null);

    /// <summary>The argument whose alternatives are to be told apart, if there is more than one way to take it.</summary>
    private int IndexOfChoice(IReadOnlyList<FunctionClause> clauses, ImmutableArray<AbstractValue> arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is ChoiceValue && state.Control.MayBranch
                && (clauses.Count != 1
                    || clauses[0].Guard is not null
                    || i >= clauses[0].Patterns.Length
                    || clauses[0].Patterns[i] is not IdentifierSyntax))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>What the arguments may still be once a clause has not taken them.</summary>
    private static ImmutableArray<AbstractValue> Exclude(FunctionClause clause, ImmutableArray<AbstractValue> arguments) =>
        clause is { Guard: null, Patterns: [LiteralSyntax literal] } && arguments is [UnknownValue unknown]
            ? (unknown.Shape, literal.Kind) switch
            {
                (ValueShape.BinaryOrNil, SyntaxKind.Nil) => [unknown with { Shape = ValueShape.Binary }],
                (ValueShape.Boolean, SyntaxKind.True) => [AtomValue.False],
                (ValueShape.Boolean, SyntaxKind.False) => [AtomValue.True],
                _ => arguments,
            }
            : arguments;

    /// <summary>The clauses of a body; null if it holds anything else, or a clause of several patterns.</summary>
    /// <param name="body">The clauses.</param>
    /// <param name="scope">What they see.</param>
    /// <param name="patterns">How many patterns each has.</param>
    public List<FunctionClause>? Read(BodySyntax body, Scope scope, int patterns = 1)
    {
        var clauses = new List<FunctionClause>(body.Expressions.Length);
        foreach (var expression in body.Expressions)
        {
            if (expression is not StabClauseSyntax clause || clause.Patterns.Length != patterns)
            {
                return null;
            }

            clauses.Add(
                new FunctionClause(clause.Patterns, clause.Guard, inner => expressions.EvaluateBody(clause.Body, inner), scope));
        }

        return clauses;
    }

    /// <summary><c>case</c></summary>
    /// <param name="subject">The value of its subject.</param>
    /// <param name="written">The subject; null where it is not written there.</param>
    /// <param name="body">The clauses.</param>
    /// <param name="scope">What they see.</param>
    public AbstractValue EvaluateCase(AbstractValue subject, ExpressionSyntax? written, BodySyntax body, Scope scope)
    {
        if (subject is NeverValue)
        {
            return subject;
        }

        return Read(body, scope) is { } clauses
            ? Run(clauses, [subject], () => new NeverValue { ExceptionType = "Elixir.CaseClauseError" }, written)
            : unfollowed.Opaque(body, scope, "a clause that is not understood");
    }

    /// <summary>
    /// A guard lets only <c>true</c> pass; where it would raise it lets nothing pass. <c>a when b when c</c> takes either.
    /// </summary>
    private bool? GuardTruth(ExpressionSyntax guard, Scope scope, out AbstractValue? value)
    {
        value = null;
        if (guard is BinaryOperatorSyntax either && either.OperatorToken.TextSpanOf is "when")
        {
            var (first, second) = (GuardTruth(either.Left, scope, out _), GuardTruth(either.Right, scope, out _));
            return first == true || second == true ? true : first is null || second is null ? null : false;
        }

        // A guard that raises is no raise for whoever tries.
        var mayRaise = state.Control.MayRaise;
        value = expressions.Evaluate(guard, scope);
        state.Control.MayRaise = mayRaise;
        return GuardTruth(value);
    }

    private static bool? GuardTruth(AbstractValue guard) => guard switch
    {
        AtomValue atom => atom.Name == "true",
        UnknownValue { Shape: ValueShape.Any or ValueShape.Boolean or ValueShape.Atom } or ChoiceValue => null,
        _ => false,
    };

    private static bool? Both(bool? left, bool? right) =>
        left == false || right == false ? false : left is null || right is null ? null : true;

    public AbstractValue EvaluateMatch(BinaryOperatorSyntax match, Scope scope)
    {
        var value = expressions.Evaluate(match.Right, scope);
        return value is NeverValue ? value : Match(match.Left, value, scope);
    }

    /// <summary>Matches and binds in this scope; of several alternatives, those that match.</summary>
    private AbstractValue Match(ExpressionSyntax pattern, AbstractValue value, Scope scope)
    {
        if (value is not ChoiceValue choice || pattern is IdentifierSyntax)
        {
            var matches = PatternIn(scope).Match(pattern, value);
            state.Control.MayRaise |= matches != true;
            return matches == false ? new NeverValue { ExceptionType = "Elixir.MatchError" } : value;
        }

        var scopes = new List<(Scope Scope, Condition? Condition)>();
        var values = new List<Alternative>();
        foreach (var alternative in choice.Guarded)
        {
            var inner = scope.Fork();
            if (Match(pattern, alternative.Value, inner) is not NeverValue)
            {
                scopes.Add((inner, alternative.Condition));
                values.Add(alternative);
            }
        }

        if (scopes.Count == 0)
        {
            return new NeverValue();
        }

        foreach (var name in scopes[0].Scope.Variables.Keys.Where(
            name => !ReferenceEquals(scopes[0].Scope.Find(name), scope.Find(name))).ToList())
        {
            var found = scopes.Where(inner => inner.Scope.Find(name) is not null);
            scope.Bind(
                name,
                ChoiceValue.Of(found.Select(inner => new Alternative(inner.Scope.Find(name)!, inner.Condition)), choice.Reason));
        }

        return ChoiceValue.Of(values, choice.Reason);
    }

    /// <summary><c>match?(pattern, value)</c>; what the pattern binds is not seen outside.</summary>
    public AbstractValue EvaluateMatches(CallSyntax call, Scope scope)
    {
        var value = expressions.Evaluate(call.Arguments[1], scope);
        if (value is NeverValue)
        {
            return value;
        }

        var (pattern, guard) = SplitGuard(call.Arguments[0]);
        var matches = MatchAll(new FunctionClause([pattern], guard, _ => value, scope), [value], scope.Fork());
        return matches is { } known ? AtomValue.Of(known) : new UnknownValue(Reasons.OfAny([value]), ValueShape.Boolean);
    }

    public static (ExpressionSyntax Pattern, ExpressionSyntax? Guard) SplitGuard(ExpressionSyntax pattern) =>
        pattern is BinaryOperatorSyntax guarded && guarded.OperatorToken.TextSpanOf is "when"
            ? (guarded.Left, guarded.Right)
            : (pattern, null);
}

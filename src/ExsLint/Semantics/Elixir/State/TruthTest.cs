using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>A test of which nobody may know whether it is truthy, and what holds in either case.</summary>
/// <param name="Truth">Whether it is truthy; null if that is not known.</param>
/// <param name="WhenTruthy">What holds where it is.</param>
/// <param name="WhenFalsy">What holds where it is not.</param>
internal readonly record struct TruthTest(bool? Truth, Condition? WhenTruthy, Condition? WhenFalsy)
{
    /// <summary>What holds where the test is truthy, or where it is not.</summary>
    public Condition? When(bool truthy) => truthy ? WhenTruthy : WhenFalsy;

    /// <summary>Tests a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="test">The expression that is tested.</param>
    /// <param name="path">What holds where the test is made.</param>
    public static TruthTest Of(AbstractValue value, SyntaxNode? test, Condition? path)
    {
        value = Restriction.Apply(value, path);
        if (value.IsTruthy is { } truth)
        {
            return new TruthTest(truth, null, null);
        }

        if (value is ChoiceValue choice)
        {
            return OfChoice(choice, test, path);
        }

        var answer = Question(test, (value as UnknownValue)?.Symbol, Reasons.Of(value));
        return Condition.Decide(path, answer) is { } decided
            ? new TruthTest(decided, null, null)
            : new TruthTest(null, Condition.Of(answer), Condition.Of(answer with { Holds = !answer.Holds }));
    }

    /// <summary>Tests whether a pattern matches where that is not known by the value alone.</summary>
    /// <param name="symbol">The comparison that it comes to; null where it comes to more.</param>
    /// <param name="subject">What is matched, as it is written.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="reason">What the match depends on, for people.</param>
    /// <param name="path">What holds where the test is made.</param>
    public static TruthTest OfMatch(
        Symbol? symbol, SyntaxNode? subject, SyntaxNode? pattern, string reason, Condition? path)
    {
        var answer = Question(subject, symbol, reason, pattern);
        return Condition.Decide(path, answer) is { } decided
            ? new TruthTest(decided, null, null)
            : new TruthTest(null, Condition.Of(answer), Condition.Of(answer with { Holds = !answer.Holds }));
    }

    /// <summary>The answer to a test that is truthy, or a pattern that matches.</summary>
    private static Answer Question(SyntaxNode? test, Symbol? symbol, string reason, SyntaxNode? pattern = null)
    {
        var isInverted = false;
        for (; symbol?.Negated is { } negated; symbol = negated)
        {
            isInverted = !isInverted;
        }

        return new Answer(
            new Question(test, pattern) { Symbol = symbol, Reason = reason, IsInverted = isInverted }, !isInverted);
    }

    /// <summary>
    /// One of several values. Where only one of them can be truthy, or falsy, that it is the value and is so is what is asked:
    /// then <c>flag</c> and <c>!flag</c> ask the same.
    /// </summary>
    private static TruthTest OfChoice(ChoiceValue choice, SyntaxNode? test, Condition? path)
    {
        var truthy = choice.Guarded.Where(alternative => MayBe(alternative, isTruthy: true)).ToList();
        var falsy = choice.Guarded.Where(alternative => MayBe(alternative, isTruthy: false)).ToList();
        if (truthy.Count == 0 || falsy.Count == 0)
        {
            return new TruthTest(falsy.Count == 0, null, null);
        }

        var isTruthy = truthy.Count == 1 || falsy.Count != 1;
        var (asked, others) = isTruthy ? (truthy, falsy) : (falsy, truthy);
        if (asked is not [var only] || !TryGetCondition(only, isTruthy, out var condition) || condition is null)
        {
            return Of(Question(test, Symbol.OfChoice(choice), choice.Reason), Common(truthy), Common(falsy), true, path);
        }

        var first = condition.Answer;
        var isSimple = condition.Rest is null && first.Question.Symbol is not null;
        var question = new Question(test)
        {
            Symbol = isSimple ? first.Question.Symbol : Symbol.OfAll(condition),
            Reason = choice.Reason,
            IsInverted = (!isSimple || first.Holds) != isTruthy,
        };
        var hidden = test is null ? condition : condition.WithoutTests();
        return Of(new Answer(question, !isSimple || first.Holds), hidden, Common(others), isTruthy, path);
    }

    /// <summary>A test that has one truth where an answer is given, and the other one where it is not.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="given">What holds besides where it is given.</param>
    /// <param name="other">What holds besides where it is not.</param>
    /// <param name="isTruthy">Whether the test is truthy where it is given.</param>
    /// <param name="path">What holds where the test is made.</param>
    private static TruthTest Of(Answer answer, Condition? given, Condition? other, bool isTruthy, Condition? path)
    {
        if (Condition.Decide(path, answer) is { } decided)
        {
            return new TruthTest(decided == isTruthy, null, null);
        }

        // The question comes first: what it is made of follows from the answer, and is not to hide it.
        _ = Condition.TryAnd(Condition.Of(answer), given, out var yes);
        _ = Condition.TryAnd(Condition.Of(answer with { Holds = !answer.Holds }), other, out var no);
        return isTruthy ? new TruthTest(null, yes, no) : new TruthTest(null, no, yes);
    }

    private static Condition? Common(List<Alternative> alternatives) =>
        alternatives.Select(alternative => alternative.Condition).Aggregate(Condition.Common)?.WithoutTests();

    private static bool MayBe(Alternative alternative, bool isTruthy) => TryGetCondition(alternative, isTruthy, out _);

    /// <summary>That an alternative is the value, and truthy or falsy as asked; false where that cannot be.</summary>
    private static bool TryGetCondition(Alternative alternative, bool isTruthy, out Condition? condition)
    {
        condition = alternative.Condition;
        if (alternative.Value.IsTruthy is { } truth)
        {
            return truth == isTruthy;
        }

        var answer = Question(
            alternative.Value.Node, (alternative.Value as UnknownValue)?.Symbol, Reasons.Of(alternative.Value));
        return Condition.TryAnd(condition, isTruthy ? answer : answer with { Holds = !answer.Holds }, out condition);
    }
}

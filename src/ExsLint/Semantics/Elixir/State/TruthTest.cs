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
            var whole = Question(test, Symbol.OfChoice(choice), choice.Reason);
            return new TruthTest(
                Condition.Decide(path, whole), Either(choice, test, whole, truthy: true),
                Either(choice, test, whole, truthy: false));
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
    private static Answer Question(SyntaxNode? test, Symbol? symbol, string reason, SyntaxNode? pattern = null) =>
        symbol?.Negated is { } negated
            ? new Answer(new Question(test, pattern) { Symbol = negated, Reason = reason, IsInverted = true }, false)
            : new Answer(new Question(test, pattern) { Symbol = symbol, Reason = reason }, true);

    /// <summary>
    /// What holds where one of several values is truthy, or falsy: where only one can be, that it is the value, and that it is
    /// so.
    /// </summary>
    private static Condition? Either(ChoiceValue choice, SyntaxNode? test, Answer whole, bool truthy)
    {
        var possible = choice.Guarded.Where(alternative => alternative.Value.IsTruthy != !truthy).ToList();
        if (possible is [var only] && (only.Condition is not null || only.Value.IsTruthy is null))
        {
            if (only.Value.IsTruthy == truthy)
            {
                return only.Condition;
            }

            var answer = Question(only.Value.Node ?? test, (only.Value as UnknownValue)?.Symbol, Reasons.Of(only.Value));
            _ = Condition.TryAnd(only.Condition, truthy ? answer : answer with { Holds = !answer.Holds }, out var both);
            return both;
        }

        var common = possible.Select(alternative => alternative.Condition).Aggregate(Condition.Common);
        _ = Condition.TryAnd(common, truthy ? whole : whole with { Holds = !whole.Holds }, out var all);
        return all;
    }
}

using System.Runtime.CompilerServices;
using ExsLint.Syntax;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>
/// Something that is true in some runs and false in others: whether a test is truthy, or whether a pattern matches. Asked twice,
/// it is answered alike.
/// </summary>
/// <param name="Test">The test as somebody wrote it, or what is matched; null where nobody wrote it.</param>
/// <param name="Pattern">The pattern that is matched, if one is.</param>
public sealed record Question(SyntaxNode? Test, SyntaxNode? Pattern = null)
{
    // Kept by copies: what cannot be named is the same where it is shown in other words.
    private readonly object _identity = new();

    /// <summary>What is asked; null where it cannot be said, so that no other question is the same.</summary>
    internal Symbol? Symbol { get; init; }

    /// <summary>What the answer depends on, for people.</summary>
    internal string? Reason { get; init; }

    /// <summary>Whether the test is truthy where what is asked does not hold: <c>!x</c>, <c>x != 1</c>.</summary>
    internal bool IsInverted { get; init; }

    /// <summary>A number that is equal for questions of which one can answer the other.</summary>
    internal int SubjectHash => Symbol?.SubjectHash ?? RuntimeHelpers.GetHashCode(_identity);

    /// <summary>Two questions are one where they ask for the same.</summary>
    public bool Equals(Question? other) => ReferenceEquals(this, other)
        || (other is not null
            && (Symbol is null ? other.Symbol is null && _identity == other._identity : Symbol.Equals(other.Symbol)));

    /// <inheritdoc/>
    public override int GetHashCode() => Symbol?.GetHashCode() ?? 0;
}

/// <summary>A question and how it is answered.</summary>
/// <param name="Question">The question.</param>
/// <param name="Holds">Whether the test is truthy, or the pattern matches.</param>
public readonly record struct Answer(Question Question, bool Holds)
{
    /// <summary>Whether the test as it is written is truthy, or its pattern matches.</summary>
    public bool IsTestTruthy => Holds != Question.IsInverted;

    /// <summary>Whether this answer decides another one: true where it follows, false where it is excluded.</summary>
    internal bool? Decides(Answer other)
    {
        if (Question.SubjectHash != other.Question.SubjectHash)
        {
            return null;
        }

        var (mine, others) = (Question.Symbol, other.Question.Symbol);
        if (Question.Equals(other.Question))
        {
            return Holds == other.Holds;
        }

        if (mine is null || others is null)
        {
            return null;
        }

        // x == "a": x is truthy, and is no other term.
        if (Holds && mine.Equality is { } equality)
        {
            return others.Equality is { } another && another.Subject.Equals(equality.Subject) ? !other.Holds
                : others.Equals(equality.Subject) ? equality.IsTruthy == other.Holds
                : null;
        }

        // x is truthy: it is not false; x is not: it is not "a".
        return others.Equality is { } compared && compared.Subject.Equals(mine) && compared.IsTruthy != Holds
            ? !other.Holds
            : null;
    }
}

/// <summary>
/// Answers that all hold. Where a value has a condition, it is the value only in runs for which the condition holds; it need not
/// be in all of them. No condition, null, always holds.
/// </summary>
public sealed class Condition
{
    /// <summary>More answers are not kept: what holds without them holds more often, but is as true.</summary>
    private const int MostAnswers = 64;

    private readonly int _count;

    // What the last answer is about, and all answers: most conditions have nothing to say to most questions.
    private readonly int _subject;
    private readonly ulong _subjects;

    private Condition(Answer answer, Condition? rest)
    {
        (Answer, Rest, _count) = (answer, rest, 1 + (rest?._count ?? 0));
        _subject = answer.Question.SubjectHash;
        _subjects = BitOf(_subject) | (rest?._subjects ?? 0);
    }

    /// <summary>The last answer.</summary>
    public Answer Answer { get; }

    /// <summary>The answers before it.</summary>
    public Condition? Rest { get; }

    /// <summary>The answers, the first first.</summary>
    public IReadOnlyList<Answer> Answers
    {
        get
        {
            var answers = new Answer[_count];
            var index = _count;
            for (var condition = this; condition is not null; condition = condition.Rest)
            {
                answers[--index] = condition.Answer;
            }

            return answers;
        }
    }

    /// <summary>
    /// The same condition, to which nothing that is written belongs: what is shown is another test that comes to it.
    /// </summary>
    internal Condition WithoutTests() => new(
        Answer with { Question = Answer.Question with { Test = null, Pattern = null } }, Rest?.WithoutTests());

    /// <summary>A condition of one answer.</summary>
    internal static Condition Of(Answer answer) => new(answer, null);

    /// <summary>How a condition answers a question; null where it does not.</summary>
    internal static bool? Decide(Condition? condition, Answer answer)
    {
        var subject = answer.Question.SubjectHash;
        for (var bit = BitOf(subject); condition is not null && (condition._subjects & bit) != 0; condition = condition.Rest)
        {
            if (condition._subject == subject && condition.Answer.Decides(answer) is { } decided)
            {
                return decided;
            }
        }

        return null;
    }

    /// <summary>Whether, wherever a condition holds, another one does; false where that is not known.</summary>
    internal static bool Implies(Condition? condition, Condition? other)
    {
        for (; other is not null && !ReferenceEquals(condition, other); other = other.Rest)
        {
            if (Decide(condition, other.Answer) != true)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A condition and one more answer; false where they exclude each other.</summary>
    internal static bool TryAnd(Condition? condition, Answer answer, out Condition? both)
    {
        var decided = Decide(condition, answer);
        both = decided is not null || condition?._count >= MostAnswers ? condition : new Condition(answer, condition);
        return decided != false;
    }

    /// <summary>Two conditions; false where they exclude each other.</summary>
    internal static bool TryAnd(Condition? first, Condition? second, out Condition? both)
    {
        if (first is null || second is null || ReferenceEquals(first, second))
        {
            both = first ?? second;
            return true;
        }

        return TryAnd(first, second.Rest, out both) && TryAnd(both, second.Answer, out both);
    }

    /// <summary>What a condition says beyond one that it was made from.</summary>
    internal static Condition? Beyond(Condition? condition, Condition? older)
    {
        if (condition is null || ReferenceEquals(condition, older))
        {
            return null;
        }

        var rest = Beyond(condition.Rest, older);
        return ReferenceEquals(rest, condition.Rest) ? condition : new Condition(condition.Answer, rest);
    }

    private static ulong BitOf(int subject) => 1UL << (subject & 63);

    /// <summary>What two conditions both say.</summary>
    internal static Condition? Common(Condition? first, Condition? second)
    {
        if (ReferenceEquals(first, second) || first is null || second is null)
        {
            return ReferenceEquals(first, second) ? first : null;
        }

        Condition? common = null;
        foreach (var answer in first.Answers)
        {
            if (Decide(second, answer) == true)
            {
                _ = TryAnd(common, answer, out common);
            }
        }

        return common;
    }
}

using ExsLint.Semantics.Elixir.RegularExpressions;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Policy;

/// <summary>What a team requires of a value: <c>&lt;= 20</c>, <c>in [:info, :warning]</c>, <c>matches ^https:</c>.</summary>
/// <param name="Operator">How the value is looked at.</param>
/// <param name="Operand">What it is compared with; null for operators without such.</param>
/// <param name="Text">The requirement as it is written.</param>
public sealed record Requirement(RequirementOperator Operator, AbstractValue? Operand, string Text)
{
    /// <summary>The regular expression of <c>matches</c>.</summary>
    internal RegexPattern? Pattern { get; init; }

    /// <summary>Whether it asks if there is a value, not which.</summary>
    public bool AsksForPresence => Operator is RequirementOperator.Exists or RequirementOperator.Absent;

    /// <summary>Whether a value that is there is as required; null where that is not known.</summary>
    /// <param name="value">One value.</param>
    public bool? IsMetBy(AbstractValue value) => Operator switch
    {
        RequirementOperator.Exists => true,
        RequirementOperator.Absent => false,
        _ when value is UnknownValue or ChoiceValue => null,
        RequirementOperator.Equal => Equal(value, Operand!),
        RequirementOperator.NotEqual => !Equal(value, Operand!),
        RequirementOperator.In => IsIn(value),
        RequirementOperator.NotIn => !IsIn(value),
        RequirementOperator.Matches => Matches(value),
        RequirementOperator.IsAtom => value is AtomValue,
        RequirementOperator.IsString => value is BinaryValue,
        RequirementOperator.IsInteger => value is IntegerValue,
        RequirementOperator.IsList => value is ListValue or ConditionalListValue,
        RequirementOperator.Less => Compare(value) is { } order ? order < 0 : false,
        RequirementOperator.LessOrEqual => Compare(value) is { } order ? order <= 0 : false,
        RequirementOperator.Greater => Compare(value) is { } order ? order > 0 : false,
        _ => Compare(value) is { } order ? order >= 0 : false,
    };

    /// <summary>Whether two terms are equal as with <c>==</c>: 1 is 1.0. Null where not all of the value is known.</summary>
    private static bool? Equal(AbstractValue value, AbstractValue operand) =>
        IsNumber(value) && IsNumber(operand) ? Order(value, operand) == 0
        : ValueComparer.Same(value, operand) ? true
        : ValueComparer.IsKnown(value) || value.GetType() != operand.GetType() ? false
        : null;

    private bool? IsIn(AbstractValue value)
    {
        var answers = ((ListValue)Operand!).Items.Select(item => Equal(value, item)).ToList();
        return answers.Contains(true) ? true : answers.Contains(null) ? null : false;
    }

    /// <summary>Texts are matched, and the names of atoms; nothing else matches. Null where the search was given up.</summary>
    private bool? Matches(AbstractValue value)
    {
        var subject = value switch
        {
            BinaryValue { ValidText: { } text } => text,
            AtomValue atom => atom.Name,
            _ => null,
        };
        if (subject is null || RegexSearch.Of(Pattern!, subject) is not { } search)
        {
            return subject is null ? false : null;
        }

        var isMatch = search.First() is not null;
        return search.GaveUp ? null : isMatch;
    }

    private int? Compare(AbstractValue value) => IsNumber(value) ? Order(value, Operand!) : null;

    private static bool IsNumber(AbstractValue value) => value is IntegerValue or FloatValue;

    private static int Order(AbstractValue left, AbstractValue right) => (left, right) switch
    {
        (IntegerValue a, IntegerValue b) => a.Number.CompareTo(b.Number),
        _ => Double(left).CompareTo(Double(right)),
    };

    private static double Double(AbstractValue value) =>
        value is IntegerValue integer ? (double)integer.Number : ((FloatValue)value).Number;
}

using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>Operators on known values.</summary>
internal static class TermOperators
{
    /// <summary>Whether an operator is one of Kernel's that are followed.</summary>
    public static bool IsOperator(string text) =>
        text is "==" or "===" or "!=" or "!==" or "<" or ">" or "<=" or ">=" or "<>" or "++" or "--" or "+" or "-" or "*" or "/"
            or "**" or "..";

    /// <summary>Whether an operator gives the same for the same operands.</summary>
    public static bool IsPure(string text) => text is "in" or "not in" or "=~" || IsOperator(text);

    /// <summary>The value of a binary operator whose operands were evaluated.</summary>
    public static AbstractValue Operator(string text, AbstractValue left, AbstractValue right) => text switch
    {
        "==" or "===" => Truth(TermEquality.AreEqual(left, right, text.Length == 3), left, right),
        "!=" or "!==" => Truth(!TermEquality.AreEqual(left, right, text.Length == 3), left, right),
        "<" or ">" or "<=" or ">=" => Truth(Compare(text, left, right), left, right),
        "<>" => TextTerms.Concatenate([RequireText(left), RequireText(right)]),
        "++" => ListOperators.Append(left, right),
        "--" => ListOperators.Subtract(left, right),
        "+" or "-" or "*" or "/" => ArithmeticOperators.Calculate(text, left, right),
        "**" => ArithmeticOperators.Power(left, right),
        ".." => Enumerables.Range(left, right, step: null),
        _ => new UnknownValue($"result of operator {text}"),
    };

    /// <summary><c>a in b</c></summary>
    public static AbstractValue In(AbstractValue left, AbstractValue right, bool negated)
    {
        if (Enumerables.Bounds(right) is var (first, last, step) && left is not (UnknownValue or ChoiceValue))
        {
            return AtomValue.Of(negated != (left is IntegerValue { Number: var number } && (step.Sign > 0
                ? number >= first && number <= last
                : number <= first && number >= last)
                && ((number - first) % step).IsZero));
        }

        if (right is MapSetValue { Members: var members } && Enumerables.IsKey(left))
        {
            return AtomValue.Of(negated != members.Find(left) is not null);
        }

        if (right is not ListValue { Rest: null } list)
        {
            return new UnknownValue(TextTerms.FirstReason(left, right), ValueShape.Boolean);
        }

        bool? found = false;
        foreach (var item in list.Items)
        {
            var equal = TermEquality.AreEqual(left, item, strict: true);
            if (equal == true)
            {
                return AtomValue.Of(!negated);
            }

            found = equal is null ? null : found;
        }

        return found is null ? new UnknownValue(TextTerms.FirstReason(left, right), ValueShape.Boolean) : AtomValue.Of(negated);
    }

    private static AbstractValue Truth(bool? result, AbstractValue left, AbstractValue right) =>
        result is { } known ? AtomValue.Of(known) : new UnknownValue(TextTerms.FirstReason(left, right), ValueShape.Boolean);

    private static bool? Compare(string text, AbstractValue left, AbstractValue right)
    {
        var order = TermOrder.Compare(left, right);
        return order is null ? null : text switch
        {
            "<" => order < 0,
            ">" => order > 0,
            "<=" => order <= 0,
            _ => order >= 0,
        };
    }

    private static AbstractValue RequireText(AbstractValue value) => value switch
    {
        BinaryValue => value,
        ConditionalListValue => new NeverValue(),
        UnknownValue unknown => unknown with { Shape = ValueShape.Binary },
        ChoiceValue => value,
        _ => new NeverValue(),
    };
}

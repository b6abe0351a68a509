using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>Why values are not known, for people.</summary>
internal static class Reasons
{
    public static string Of(AbstractValue? value) => value switch
    {
        OpaqueValue opaque => opaque.Description,
        FunctionValue => "a function",
        UnknownValue unknown => unknown.Reason,
        ChoiceValue choice => choice.Reason,
        _ => "a condition that is not known",
    };

    public static string OfAny(ImmutableArray<AbstractValue> values) =>
        ValueComparer.FirstUnknown(values) is { } part ? Of(part) : "a condition that is not known";
}

using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Settings;

/// <summary>Values in messages. Text is never shown: nobody knows what stands in it.</summary>
internal static class ShownValue
{
    /// <summary>Atoms and numbers, and tuples of them, as written; of everything else only what it is.</summary>
    public static string Describe(AbstractValue value) => value switch
    {
        AtomValue or IntegerValue or FloatValue or UnknownValue or OpaqueValue or FunctionValue => value.ToString(),
        TupleValue tuple when tuple.Items.All(item => item is AtomValue or IntegerValue) => value.ToString(),
        BinaryValue => "a string",
        TupleValue => "a tuple",
        ListValue => "a list",
        MapValue => "a map",
        _ => "a value that is not known",
    };
}

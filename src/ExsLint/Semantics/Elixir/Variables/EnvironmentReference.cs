using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Variables;

/// <summary>
/// <c>{:system, "PORT"}</c> and <c>{:system, "PORT", default}</c>: a term by which many libraries mean an environment variable,
/// read when they start. To Config it is a tuple like any other; to who reads the setting it is not known.
/// </summary>
/// <param name="Variable">The variable's name.</param>
/// <param name="Default">What holds while it is not set; null if nothing is given.</param>
public sealed record EnvironmentReference(string Variable, AbstractValue? Default)
{
    /// <summary>The reference that a value is, or null.</summary>
    public static EnvironmentReference? Of(AbstractValue value) => value switch
    {
        TupleValue { Items: [AtomValue { Name: "system" }, BinaryValue { ValidText: { } name }] } => new(name, null),
        TupleValue { Items: [AtomValue { Name: "system" }, BinaryValue { ValidText: { } name }, var other] } => new(name, other),
        _ => null,
    };
}

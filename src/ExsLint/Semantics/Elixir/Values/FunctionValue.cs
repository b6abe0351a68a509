namespace ExsLint.Semantics.Elixir.Values;

/// <summary>
/// A function that is known well enough to be called: <c>fn x -> x end</c>, <c>&amp;(&amp;1 + 1)</c>, <c>&amp;String.trim/1</c>.
/// </summary>
public sealed record FunctionValue : AbstractValue
{
    internal FunctionValue(Callable target) => Target = target;

    /// <summary>What is called.</summary>
    internal Callable Target { get; }
}

namespace ExsLint.Semantics.Elixir;

/// <summary>What is known of an Elixir term without running anything: a term, something unknown, or one of several.</summary>
/// <remarks>Two values are compared by <see cref="ValueComparer"/>, which looks at terms only, not at where they come from.</remarks>
public abstract record AbstractValue
{
    /// <summary>The expression that produced the value; null for what the evaluator makes up itself.</summary>
    public Origin? Origin { get; init; }

    /// <summary>The value that this one replaced when the configuration was merged, if any.</summary>
    public AbstractValue? Overrode { get; init; }

    /// <summary>Whether the term counts as true; null if that is not known.</summary>
    public virtual bool? IsTruthy => true;

    /// <summary>The term as Elixir would print it, cut short; nested secrets are not hidden here.</summary>
    public sealed override string ToString() => ValuePrinter.Print(this);
}

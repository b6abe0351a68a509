using System.Collections.Immutable;
using ExsLint.Syntax;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>What a function value calls.</summary>
internal abstract class Callable
{
    /// <summary>How many arguments it takes.</summary>
    public abstract int Arity { get; }

    /// <summary>Whether a call may configure something.</summary>
    public bool MayConfigure { get; init; }

    /// <summary>The value of a call with as many arguments as it takes.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="site">The expression that calls.</param>
    public abstract AbstractValue Call(ImmutableArray<AbstractValue> arguments, SyntaxNode site);
}

using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>Computes a function's value; null where its arguments are not known well enough.</summary>
/// <param name="site">Who calls.</param>
/// <param name="arguments">The arguments, as many as the function takes.</param>
internal delegate AbstractValue? FunctionBody(CallSite site, ImmutableArray<AbstractValue> arguments);

/// <summary>A function of Elixir or Erlang that is folded.</summary>
/// <param name="Body">Computes its value.</param>
/// <param name="Shape">What its value is where it is not known.</param>
/// <param name="IsExact">Whether it is computed only where all parts of its arguments are known.</param>
/// <param name="TakesUnknown">Whether arguments that are not known, or one of several, are its own business.</param>
internal sealed record KnownFunction(FunctionBody Body, ValueShape Shape, bool IsExact, bool TakesUnknown)
{
    /// <summary>Which arguments are functions, and of how many arguments.</summary>
    public ImmutableArray<(int Index, int Arity)> FunctionParameters { get; init; } = [];

    /// <summary>Which argument it puts into its value, or returns, without looking at it; negative if there is none.</summary>
    public int KeptArgument { get; init; } = -1;

    /// <summary>Whether arguments that are one of several are tried one by one, though it takes unknown ones.</summary>
    public bool TriesAlternatives { get; init; }

    /// <summary>Whether it may be given the items of a list whose order is not known, as its first argument.</summary>
    public bool TakesUnordered { get; init; }

    /// <summary>Whether older versions of Elixir lack it, so that a call raises there.</summary>
    public bool IsNewer { get; init; }

    /// <summary>Which function it is.</summary>
    public FunctionReference Reference { get; init; }

    /// <summary>How many arguments it takes.</summary>
    public int Arity { get; init; }

    /// <summary>
    /// Whether the arguments that are to be functions are such. Whether others raise depends on whether they are called at all.
    /// </summary>
    public bool HasFittingFunctions(ImmutableArray<AbstractValue> arguments)
    {
        foreach (var (index, arity) in FunctionParameters)
        {
            if (arguments[index] is not FunctionValue function || function.Target.Arity != arity)
            {
                return false;
            }
        }

        return true;
    }
}

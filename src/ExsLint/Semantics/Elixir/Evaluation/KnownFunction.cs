using System.Collections.Immutable;
using ExsLint.Syntax;

namespace ExsLint.Semantics.Elixir;

/// <summary>Computes a function's value; null where its arguments are not known well enough.</summary>
/// <param name="site">Who calls.</param>
/// <param name="arguments">As many arguments as the function takes.</param>
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

    /// <summary>Whether it calls functions, maybe such as it was not given itself.</summary>
    public bool RunsFunctions { get; init; }

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

/// <summary>The call of a function that is folded.</summary>
/// <param name="Evaluator">Evaluates the file the call stands in.</param>
/// <param name="Node">The call.</param>
internal readonly record struct CallSite(FileEvaluator Evaluator, SyntaxNode Node)
{
    /// <summary>What the evaluation gathers.</summary>
    public EvaluationSession Session => Evaluator.Session;

    /// <summary>Calls a function that the function was given.</summary>
    public AbstractValue Invoke(AbstractValue function, params ImmutableArray<AbstractValue> arguments) =>
        Evaluator.Invoke(function, arguments, Node);
}

/// <summary>The functions that are folded, by module, name and arity.</summary>
internal sealed class FunctionTable
{
    private readonly Dictionary<(string Module, string Name, int Arity), KnownFunction> _functions = [];
    private string _module = "";

    /// <summary>All functions.</summary>
    public IEnumerable<(string Module, string Name, int Arity)> Names => _functions.Keys;

    /// <summary>The function, or null if it is not folded.</summary>
    public KnownFunction? Find(string module, string name, int arity) => _functions.GetValueOrDefault((module, name, arity));

    /// <summary>Names the module of the functions added next.</summary>
    public FunctionTable In(string module)
    {
        _module = module;
        return this;
    }

    /// <summary>A function that needs all parts of its arguments; null means that it is not known after all.</summary>
    public FunctionTable Exact(string name, int arity, ValueShape shape, Func<ImmutableArray<AbstractValue>, AbstractValue?> body) =>
        Add(name, arity, new KnownFunction((_, arguments) => body(arguments), shape, IsExact: true, TakesUnknown: false));

    /// <summary>A function that looks at some parts of its arguments only.</summary>
    public FunctionTable Partial(string name, int arity, ValueShape shape, Func<ImmutableArray<AbstractValue>, AbstractValue?> body) =>
        Add(name, arity, new KnownFunction((_, arguments) => body(arguments), shape, IsExact: false, TakesUnknown: false));

    /// <summary>A function that calls functions, or looks at more than its arguments.</summary>
    public FunctionTable Calling(string name, int arity, ValueShape shape, FunctionBody body) =>
        Add(name, arity, new KnownFunction(body, shape, IsExact: false, TakesUnknown: false) { RunsFunctions = true });

    /// <summary>A function that deals with arguments that are not known.</summary>
    public FunctionTable Any(string name, int arity, FunctionBody body) =>
        Add(name, arity, new KnownFunction(body, ValueShape.Any, IsExact: false, TakesUnknown: true));

    /// <summary>Says which argument of functions (<c>map/2</c>) is a function.</summary>
    /// <param name="index">The argument's number, from 0.</param>
    /// <param name="of">How many arguments it takes.</param>
    /// <param name="functions">Names and arities in the module.</param>
    public FunctionTable TakesFunction(int index, int of, params ReadOnlySpan<string> functions)
    {
        foreach (var function in functions)
        {
            var slash = function.LastIndexOf('/');
            var key = (_module, function[..slash], function[slash + 1] - '0');
            _functions[key] = _functions[key] with { FunctionParameters = _functions[key].FunctionParameters.Add((index, of)), RunsFunctions = true };
        }

        return this;
    }

    private FunctionTable Add(string name, int arity, KnownFunction function)
    {
        _functions.Add((_module, name, arity), function);
        return this;
    }
}

using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>The functions that are folded, by module, name and arity.</summary>
internal sealed class FunctionTable
{
    // Two steps of one string each: looking for three things at once takes several times as long, and every call does it.
    private readonly Dictionary<string, Dictionary<string, KnownFunction?[]>> _modules = [];
    private Dictionary<string, KnownFunction?[]> _module = [];
    private string _name = "";

    /// <summary>All functions.</summary>
    public IEnumerable<(string Module, string Name, int Arity)> Names =>
        from module in _modules
        from functions in module.Value
        from arity in Enumerable.Range(0, functions.Value.Length)
        where functions.Value[arity] is not null
        select (module.Key, functions.Key, arity);

    /// <summary>The function, or null if it is not folded.</summary>
    public KnownFunction? Find(string module, string name, int arity) =>
        _modules.TryGetValue(module, out var names) && names.TryGetValue(name, out var functions) && arity < functions.Length
            ? functions[arity]
            : null;

    /// <summary>Names the module of the functions added next.</summary>
    public FunctionTable In(string module)
    {
        if (!_modules.TryGetValue(module, out var functions))
        {
            _modules.Add(module, functions = []);
        }

        _module = functions;
        _name = module;
        return this;
    }

    /// <summary>A function that needs all parts of its arguments; null means that it is not known after all.</summary>
    public FunctionTable Exact(
        string name, int arity, ValueShape shape, Func<ImmutableArray<AbstractValue>, AbstractValue?> body) =>
        Add(name, arity, new KnownFunction((_, arguments) => body(arguments), shape, IsExact: true, TakesUnknown: false));

    /// <summary>A function that looks at some parts of its arguments only.</summary>
    public FunctionTable Partial(
        string name, int arity, ValueShape shape, Func<ImmutableArray<AbstractValue>, AbstractValue?> body) =>
        Add(name, arity, new KnownFunction((_, arguments) => body(arguments), shape, IsExact: false, TakesUnknown: false));

    /// <summary>A function that calls functions, or looks at more than its arguments.</summary>
    public FunctionTable Calling(string name, int arity, ValueShape shape, FunctionBody body) =>
        Add(name, arity, new KnownFunction(body, shape, IsExact: false, TakesUnknown: false));

    /// <summary>A function that deals with arguments that are not known.</summary>
    public FunctionTable Any(string name, int arity, FunctionBody body) =>
        Add(name, arity, new KnownFunction(body, ValueShape.Any, IsExact: false, TakesUnknown: true));

    /// <summary>
    /// A function that deals with arguments that are not known; those that are one of several are tried one by one.
    /// </summary>
    public FunctionTable AnyOf(
        string name, int arity, ValueShape shape, Func<ImmutableArray<AbstractValue>, AbstractValue?> body) =>
        Add(name, arity, new KnownFunction((_, arguments) => body(arguments), shape, IsExact: false, TakesUnknown: true)
        {
            TriesAlternatives = true,
        });

    /// <summary>Says which argument of functions (<c>map/2</c>) is a function.</summary>
    /// <param name="index">The argument's number, from 0.</param>
    /// <param name="of">How many arguments it takes.</param>
    /// <param name="functions">Names and arities in the module.</param>
    public FunctionTable TakesFunction(int index, int of, params ReadOnlySpan<string> functions)
    {
        foreach (var function in functions)
        {
            ref var known = ref Get(function);
            known = known! with { FunctionParameters = known.FunctionParameters.Add((index, of)) };
        }

        return this;
    }

    /// <summary>Says which argument of functions (<c>put/3</c>) they do not look at.</summary>
    /// <param name="index">The argument's number, from 0.</param>
    /// <param name="functions">Names and arities in the module.</param>
    public FunctionTable Keeps(int index, params ReadOnlySpan<string> functions)
    {
        foreach (var function in functions)
        {
            ref var known = ref Get(function);
            known = known! with { KeptArgument = index };
        }

        return this;
    }

    /// <summary>Says which functions (<c>sort/1</c>) do with the items of a list whose order is not known.</summary>
    /// <param name="functions">Names and arities in the module.</param>
    public FunctionTable TakesUnordered(params ReadOnlySpan<string> functions)
    {
        foreach (var function in functions)
        {
            ref var known = ref Get(function);
            known = known! with { TakesUnordered = true };
        }

        return this;
    }

    /// <summary>Says which functions (<c>split_with/2</c>) came after Elixir 1.14.</summary>
    /// <param name="functions">Names and arities in the module.</param>
    public FunctionTable Newer(params ReadOnlySpan<string> functions)
    {
        foreach (var function in functions)
        {
            ref var known = ref Get(function);
            known = known! with { IsNewer = true };
        }

        return this;
    }

    /// <summary>Where a function of the module is kept that is written as <c>put/3</c>.</summary>
    private ref KnownFunction? Get(string function)
    {
        var slash = function.LastIndexOf('/');
        return ref _module[function[..slash]][function[slash + 1] - '0'];
    }

    private FunctionTable Add(string name, int arity, KnownFunction function)
    {
        var functions = _module.GetValueOrDefault(name) ?? [];
        if (arity >= functions.Length)
        {
            Array.Resize(ref functions, arity + 1);
            _module[name] = functions;
        }

        function = function with { Reference = new FunctionReference(_name, name), Arity = arity };
        functions[arity] = functions[arity] is null
            ? function
            : throw new ArgumentException($"{name}/{arity} is there already", nameof(name));
        return this;
    }
}

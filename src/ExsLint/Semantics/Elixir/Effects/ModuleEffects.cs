using System.Globalization;

namespace ExsLint.Semantics.Elixir.Effects;

/// <summary>What calls of a module's functions may do.</summary>
/// <param name="Folded">The effects of its functions that are folded, unless they are listed.</param>
/// <param name="Others">The effects of its other functions, unless they are listed.</param>
internal sealed record ModuleEffects(CallEffects Folded, CallEffects Others)
{
    private const int AnyArity = -1;

    private readonly Dictionary<string, List<(int Arity, CallEffects Effects, bool Adds)>> _functions =
        new(StringComparer.Ordinal);

    /// <summary>Whether names that tell what a function does in any module tell nothing here.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The functions that are listed, as they are written in the table.</summary>
    public IEnumerable<string> Listed => from functions in _functions
                                         from function in functions.Value
                                         select function.Arity == AnyArity ? functions.Key : $"{functions.Key}/{function.Arity}";

    /// <summary>Lists functions that do other things than the rest of the module.</summary>
    /// <param name="effects">What they do.</param>
    /// <param name="functions">
    /// Their names, each with its arity (<c>put/3</c>) or for all arities (<c>put</c>), separated by blanks.
    /// </param>
    public ModuleEffects With(CallEffects effects, string functions) => List(effects, functions, adds: false);

    /// <summary>Lists functions that do more than the rest of the module.</summary>
    /// <param name="effects">What they do besides.</param>
    /// <param name="functions">Their names, written as in <see cref="With"/>.</param>
    public ModuleEffects Also(CallEffects effects, string functions) => List(effects, functions, adds: true);

    /// <summary>What a call may do.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="arity">How many arguments it is given.</param>
    /// <param name="isFolded">Whether it is folded.</param>
    public CallEffects Of(string name, int arity, bool isFolded)
    {
        var effects = isFolded ? Folded : Others;
        if (_functions.TryGetValue(name, out var entries))
        {
            foreach (var entry in entries)
            {
                if (entry.Arity == arity || entry.Arity == AnyArity)
                {
                    return entry.Adds ? effects | entry.Effects : entry.Effects;
                }
            }
        }

        return effects;
    }

    private ModuleEffects List(CallEffects effects, string functions, bool adds)
    {
        foreach (var function in functions.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var slash = function.LastIndexOf('/');
            var (name, arity) = slash <= 0
                ? (function, AnyArity)
                : (function[..slash], int.Parse(function.AsSpan(slash + 1), CultureInfo.InvariantCulture));
            if (!_functions.TryGetValue(name, out var entries))
            {
                _functions.Add(name, entries = []);
            }

            if (entries.Exists(entry => entry.Arity == arity || entry.Arity == AnyArity || arity == AnyArity))
            {
                throw new ArgumentException($"{function} is there already", nameof(functions));
            }

            entries.Add((arity, effects, adds));
        }

        return this;
    }
}

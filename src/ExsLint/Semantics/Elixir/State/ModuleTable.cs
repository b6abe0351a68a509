using System.Diagnostics.CodeAnalysis;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>The modules that the analysed files have defined so far.</summary>
internal sealed class ModuleTable
{
    private readonly Dictionary<string, ModuleDefinition> _modules = [];

    /// <summary>
    /// How many modules and structs were defined so far: a clock that tells what was there when code was expanded.
    /// </summary>
    public int Now { get; private set; }

    /// <summary>A module or struct is defined at this time.</summary>
    public int Tick() => ++Now;

    /// <summary>Whether a module is defined.</summary>
    /// <param name="name">The atom.</param>
    public bool Has(string name) => _modules.ContainsKey(name);

    /// <summary>The module of a name, if it is defined.</summary>
    /// <param name="name">The atom.</param>
    /// <param name="module">The module.</param>
    public bool TryGet(string name, [MaybeNullWhen(false)] out ModuleDefinition module) => _modules.TryGetValue(name, out module);

    /// <summary>Defines a module, in the place of another of its name.</summary>
    public void Put(ModuleDefinition module) => _modules[module.Name] = module;

    /// <summary>Whether code that is not seen may have defined modules anew.</summary>
    public bool IsForgotten { get; private set; }

    /// <summary>Code that is not seen may have defined any of the modules anew.</summary>
    public void Forget()
    {
        IsForgotten = true;
        foreach (var module in _modules.Values)
        {
            module.IsOpaque = true;
        }
    }
}

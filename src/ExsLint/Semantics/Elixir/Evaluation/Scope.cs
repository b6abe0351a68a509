using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir;

/// <summary>The variables and aliases in force at one point of a file.</summary>
internal sealed class Scope
{
    private ImmutableDictionary<string, AtomValue?> _aliases;

    public Scope()
        : this(ImmutableDictionary<string, AbstractValue>.Empty, ImmutableDictionary<string, AtomValue?>.Empty)
    {
    }

    private Scope(ImmutableDictionary<string, AbstractValue> variables, ImmutableDictionary<string, AtomValue?> aliases)
    {
        Variables = variables;
        _aliases = aliases;
    }

    /// <summary>The variables and their values.</summary>
    public ImmutableDictionary<string, AbstractValue> Variables { get; set; }

    /// <summary>Whether calls without a module may not be those of Kernel and Config: an import left some of them out.</summary>
    public bool HidesKernel { get; set; }

    /// <summary>An inner scope: what it binds is not seen outside.</summary>
    public Scope Fork() => new(Variables, _aliases) { HidesKernel = HidesKernel };

    public AbstractValue? Find(string variable) => Variables.GetValueOrDefault(variable);

    public void Bind(string variable, AbstractValue value) => Variables = Variables.SetItem(variable, value);

    /// <summary>Makes an alias stand for a module; null where nobody knows which.</summary>
    public void AddAlias(string segment, AtomValue? module) => _aliases = _aliases.SetItem(segment, module);

    /// <summary>The module that an alias stands for; null where that is not known.</summary>
    public AtomValue? ExpandAlias(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var first = dot < 0 ? name : name[..dot];

        // `Elixir.Foo` is Foo itself, whatever it is an alias of.
        if (first == "Elixir")
        {
            return new AtomValue(name);
        }

        if (!_aliases.TryGetValue(first, out var module))
        {
            return new AtomValue(AtomValue.AliasPrefix + name);
        }

        if (dot < 0 || module is null)
        {
            return module;
        }

        // `alias :foo, as: C` makes C.D the module Elixir.foo.D.
        var prefix = module.Name.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal) ? "" : AtomValue.AliasPrefix;
        return new AtomValue(prefix + module.Name + name[dot..]);
    }
}

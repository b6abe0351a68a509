using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>The variables, aliases and imports in force at one point of a file.</summary>
internal sealed class Scope
{
    private ImmutableDictionary<string, AtomValue?> _aliases = ImmutableDictionary<string, AtomValue?>.Empty;

    /// <summary>The variables and their values.</summary>
    public ImmutableDictionary<string, AbstractValue> Variables { get; set; } =
        ImmutableDictionary.Create<string, AbstractValue>(StringComparer.Ordinal, ReferenceEqualityComparer.Instance);

    /// <summary>Whether calls without a module may not be those of Kernel and Config: an import left some of them out.</summary>
    public bool HidesKernel { get; set; }

    /// <summary>The module whose body or function this is, or null.</summary>
    public ModuleDefinition? Module { get; private init; }

    /// <summary>In a function of a module: the attributes as they were where the function was defined. Null elsewhere.</summary>
    public ImmutableDictionary<string, AbstractValue>? Attributes { get; private init; }

    /// <summary>When Elixir expands the code that stands here: <see cref="ModuleTable.Now"/> of then.</summary>
    public int ExpandedAt { get; init; }

    /// <summary>What <c>&amp;1</c>, <c>&amp;2</c> and so on stand for.</summary>
    public ImmutableArray<AbstractValue> CaptureArguments { get; private init; } = [];

    /// <summary>The modules whose functions can be called without naming them.</summary>
    public ImmutableArray<ModuleImport> Imports { get; private set; } = [];

    /// <summary>An inner scope: what it binds is not seen outside.</summary>
    public Scope Fork() => ForCapture(CaptureArguments);

    /// <summary>The scope of a capture's expression.</summary>
    /// <param name="arguments">What <c>&amp;1</c>, <c>&amp;2</c> and so on stand for.</param>
    public Scope ForCapture(ImmutableArray<AbstractValue> arguments) => new()
    {
        CaptureArguments = arguments,
        Variables = Variables,
        _aliases = _aliases,
        HidesKernel = HidesKernel,
        Module = Module,
        Attributes = Attributes,
        ExpandedAt = ExpandedAt,
        Imports = Imports,
    };

    /// <summary>The scope of a module's body, which sees the variables around it.</summary>
    /// <param name="module">The module.</param>
    /// <param name="now">When it is expanded.</param>
    public Scope ForModule(ModuleDefinition module, int now) => new()
    {
        CaptureArguments = CaptureArguments,
        ExpandedAt = now,
        Variables = Variables,
        _aliases = _aliases,
        HidesKernel = HidesKernel,
        Module = module,
        Imports = Imports,
    };

    /// <summary>The scope of a function of the module: no variables, and the attributes as they are now.</summary>
    /// <param name="now">When it is expanded.</param>
    public Scope ForFunction(int now) => new()
    {
        ExpandedAt = now,
        _aliases = _aliases,
        HidesKernel = HidesKernel,
        Module = Module,
        Attributes = Module?.Attributes,
        Imports = Imports,
    };

    /// <summary>The function of the module whose function this is, or null.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="arity">How many arguments it is given.</param>
    public FunctionDefinition? FindFunction(string name, int arity) =>
        Attributes is not null && Module is { IsOpaque: false } module ? module.Find(name, arity) : null;

    /// <summary>The value of a variable, or null.</summary>
    public AbstractValue? Find(string variable) => Variables.GetValueOrDefault(variable);

    /// <summary>
    /// Binds a variable, to a copy where it is bound to that very value already: whoever compares scopes has to see that it was
    /// bound.
    /// </summary>
    public void Bind(string variable, AbstractValue value) =>
        Variables = Variables.SetItem(variable, ReferenceEquals(Find(variable), value) ? value with { } : value);

    /// <summary>Makes a module's functions callable without its name.</summary>
    public void AddImport(ModuleImport import) => Imports = Imports.Add(import);

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

/// <summary><c>import Foo, only: [bar: 1]</c></summary>
/// <param name="Module">The module as <see cref="FunctionReference"/> calls it.</param>
/// <param name="Only">The functions it is restricted to, or null.</param>
/// <param name="Except">The functions left out.</param>
internal sealed record ModuleImport(
    string Module, ImmutableHashSet<(string Name, int Arity)>? Only, ImmutableHashSet<(string Name, int Arity)> Except)
{
    /// <summary>Whether a function of the module can be called without its name.</summary>
    public bool Brings(string name, int arity) => Only?.Contains((name, arity)) ?? !Except.Contains((name, arity));
}

using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>A module that an analysed file defines.</summary>
internal sealed class ModuleDefinition(string name)
{
    private readonly Dictionary<string, List<FunctionDefinition>> _functions = [];

    /// <summary>The atom: <c>Elixir.Foo.Bar</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The file of the project's <c>lib</c> that defines it; null where a file of the configuration does.</summary>
    public SyntaxTree? Library { get; init; }

    /// <summary>Whether something in it is not understood that may define functions, or change those that are seen.</summary>
    public bool IsOpaque { get; set; }

    /// <summary>Whether its body is being evaluated.</summary>
    public bool IsDefining { get; set; } = true;

    /// <summary>When it was defined: <see cref="ModuleTable.Now"/>.</summary>
    public int DefinedAt { get; set; } = int.MaxValue;

    /// <summary>Whether the compiler calls functions for it: <c>@after_compile</c> and its kin.</summary>
    public bool HasCallbacks { get; set; }

    /// <summary>The names of its macros.</summary>
    public HashSet<string> Macros { get; } = new(StringComparer.Ordinal);

    /// <summary>Its struct, or null.</summary>
    public StructDefinition? Struct { get; set; }

    /// <summary>Whether its struct is defined more than once, or under a condition.</summary>
    public bool HasSeveralStructs { get; set; }

    /// <summary>Whether <c>@enforce_keys</c> may demand fields.</summary>
    public bool EnforcesKeys { get; set; }

    /// <summary>The module attributes at this point of its body.</summary>
    public ImmutableDictionary<string, AbstractValue> Attributes { get; set; } = ImmutableDictionary<string, AbstractValue>.Empty;

    /// <summary>The function that a call with so many arguments runs, or null.</summary>
    public FunctionDefinition? Find(string name, int arity) =>
        _functions.TryGetValue(name, out var overloads) ? overloads.Find(function => function.Takes(arity)) : null;

    /// <summary>
    /// Whether a call from outside may find something: a public function, a macro, or what the compiler makes itself.
    /// </summary>
    public bool MayHave(string name, int arity) => Find(name, arity) is { IsPublic: true } || Macros.Contains(name)
        || name.StartsWith("__", StringComparison.Ordinal)
        || name is "module_info" or "behaviour_info"
        || (Struct is not null && name is "exception" or "message");

    /// <summary>The function with exactly this many parameters, made if there is none.</summary>
    public FunctionDefinition GetOrAdd(string name, int arity, bool isPublic)
    {
        if (!_functions.TryGetValue(name, out var overloads))
        {
            _functions.Add(name, overloads = []);
        }

        var function = overloads.Find(candidate => candidate.Arity == arity);
        if (function is null)
        {
            overloads.Add(function = new FunctionDefinition(arity, isPublic));
        }

        return function;
    }
}

/// <summary>A function of a module: all clauses of one name and arity.</summary>
internal sealed class FunctionDefinition(int arity, bool isPublic)
{
    /// <summary>How many parameters it has, those with defaults counted in.</summary>
    public int Arity { get; } = arity;

    /// <summary>Whether other modules can call it.</summary>
    public bool IsPublic { get; } = isPublic;

    /// <summary>The default of each parameter, null where it has none.</summary>
    public ImmutableArray<ExpressionSyntax?> Defaults { get; set; } = [];

    /// <summary>Where the defaults are evaluated.</summary>
    public Scope? DefaultScope { get; set; }

    /// <summary>Whether nothing is known of it but what is known of functions that are not seen.</summary>
    public bool IsUnseen { get; set; }

    /// <summary>The clauses, in order.</summary>
    public List<FunctionClause> Clauses { get; } = [];

    /// <summary>Whether a call with so many arguments runs this function.</summary>
    public bool Takes(int count) => count <= Arity && count >= Arity - Defaults.Count(value => value is not null);
}

/// <summary>One clause: of a function, a <c>case</c>, an <c>else</c>.</summary>
/// <param name="Patterns">A pattern for each argument.</param>
/// <param name="Guard">The guard, or null.</param>
/// <param name="Run">Evaluates the body where the patterns' variables are bound.</param>
/// <param name="Scope">What is seen where the clause stands.</param>
internal sealed record FunctionClause(
    ImmutableArray<ExpressionSyntax> Patterns, ExpressionSyntax? Guard, Func<Scope, AbstractValue> Run, Scope Scope);

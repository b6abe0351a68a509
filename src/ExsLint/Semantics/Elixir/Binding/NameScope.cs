using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir;

/// <summary>The names that can be used at one point of a file: variables and what was imported. What an inner scope adds is not seen outside.</summary>
/// <param name="outer">The scope around it, or null.</param>
/// <param name="seesVariables">Whether the variables of the scope around it are seen: not in a function of a module.</param>
internal sealed class NameScope(NameScope? outer, bool seesVariables = true)
{
    private HashSet<string>? _variables;

    /// <summary>Whether names may come from where nobody looks: an import that is not followed, a <c>use</c>.</summary>
    public bool IsOpen { get; set; } = outer?.IsOpen ?? false;

    /// <summary>Whether the code is certainly run: a module that is not defined is not compiled.</summary>
    public bool IsRun { get; init; }

    /// <summary>What was imported.</summary>
    public ImmutableArray<ImportedNames> Imports { get; private set; } = outer?.Imports ?? [];

    /// <summary>The functions of the modules around this point, whatever their arities.</summary>
    public ImmutableHashSet<string> Functions { get; set; } = outer?.Functions ?? [];

    /// <summary>Adds an import; a second one of a module takes the first one's place.</summary>
    public void Import(ImportedNames import) => Imports = [.. Imports.Where(other => other.Module != import.Module), import];

    /// <summary>Binds a variable in this scope.</summary>
    public void Bind(string variable) => (_variables ??= new HashSet<string>(StringComparer.Ordinal)).Add(variable);

    /// <summary>Whether a variable is bound at this point.</summary>
    public bool Binds(string variable) => _variables?.Contains(variable) == true || (seesVariables && outer?.Binds(variable) == true);
}

/// <summary>What an import brings.</summary>
/// <param name="Module">The module.</param>
/// <param name="Names">Its functions, with their arities.</param>
internal readonly record struct ImportedNames(string Module, ImmutableHashSet<(string Name, int Arity)> Names);

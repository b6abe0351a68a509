using System.Collections.Immutable;

namespace ExsLint.Semantics.Elixir.Names;

/// <summary>
/// The names that can be used at one point of a file: variables and what was imported. What an inner scope adds is not seen
/// outside.
/// </summary>
/// <param name="outer">The scope around it, or null.</param>
/// <param name="seesVariables">Whether the variables of the scope around it are seen: not in a function of a module.</param>
internal sealed class NameScope(NameScope? outer, bool seesVariables = true)
{
    private HashSet<string>? _variables;

    /// <summary>Whether names may come from where nobody looks: an import that is not followed, a <c>use</c>.</summary>
    public bool IsOpen { get; set; } = outer?.IsOpen ?? false;

    /// <summary>Whether the code is certainly run: a module that is not defined is not compiled.</summary>
    public bool IsRun { get; init; }

    /// <summary>What imports have left of <c>Kernel</c>.</summary>
    public KernelNames Kernel { get; set; } = outer?.Kernel ?? KernelNames.All;

    /// <summary>Whether code that is not seen may have changed what is left of <c>Kernel</c>.</summary>
    public bool MayHideKernel { get; set; } = outer?.MayHideKernel ?? false;

    /// <summary>What the module around this point certainly defines.</summary>
    public ImmutableHashSet<(string Name, int Arity)> Definitions { get; set; } = outer?.Definitions ?? [];

    /// <summary>
    /// In a function of a module, what the module certainly defines: there, a name that an import brings too is ambiguous.
    /// </summary>
    public ImmutableHashSet<(string Name, int Arity)> Siblings { get; set; } = outer?.Siblings ?? [];

    /// <summary>What was imported.</summary>
    public ImmutableArray<ImportedNames> Imports { get; private set; } = outer?.Imports ?? [];

    /// <summary>The functions of the modules around this point, whatever their arities.</summary>
    public ImmutableHashSet<string> Functions { get; set; } = outer?.Functions ?? [];

    /// <summary>The names that an import of a module has brought; null where it is not imported.</summary>
    public ImmutableHashSet<(string Name, int Arity)>? NamesOf(string module) =>
        Imports.Where(import => import.Module == module).Select(import => import.Names).FirstOrDefault();

    /// <summary>Whether a name is one of Kernel's that an import of Kernel has left out.</summary>
    public bool Hides(string name, int arity) =>
        Kernel != KernelNames.All
            && LanguageNames.Has(name, arity)
            && !LanguageNames.IsSpecialForm(name)
            && !Kernel.Has(name, arity);

    /// <summary>Adds an import; a second one of a module takes the first one's place.</summary>
    public void Import(ImportedNames import) => Imports = [.. Imports.Where(other => other.Module != import.Module), import];

    /// <summary>Binds a variable in this scope.</summary>
    public void Bind(string variable) => (_variables ??= new HashSet<string>(StringComparer.Ordinal)).Add(variable);

    /// <summary>Whether a variable is bound at this point.</summary>
    public bool Binds(string variable) =>
        _variables?.Contains(variable) == true || (seesVariables && outer?.Binds(variable) == true);
}

/// <summary>What an import brings.</summary>
/// <param name="Module">The module.</param>
/// <param name="Names">Its functions, with their arities.</param>
internal readonly record struct ImportedNames(string Module, ImmutableHashSet<(string Name, int Arity)> Names);

/// <summary>
/// What imports of <c>Kernel</c> have left of it: <c>only:</c> sets anew what is there, <c>except:</c> takes from that.
/// </summary>
/// <param name="Only">The names that are left; null means all.</param>
/// <param name="Except">The names that were taken away.</param>
internal sealed record KernelNames(
    ImmutableHashSet<(string Name, int Arity)>? Only, ImmutableHashSet<(string Name, int Arity)> Except)
{
    /// <summary>All of it, as in every file that does not say otherwise.</summary>
    public static KernelNames All { get; } = new(null, []);

    /// <summary>Whether a function or macro of <c>Kernel</c> can be called by its name.</summary>
    public bool Has(string name, int arity) => Only?.Contains((name, arity)) != false && !Except.Contains((name, arity));
}

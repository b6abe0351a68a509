using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Names;

/// <summary>What is told of the names that are used: those that nothing defines, and those that two modules bring.</summary>
internal sealed class UsedNames(ImportConflicts conflicts)
{
    private readonly ImmutableArray<NameError>.Builder _errors = ImmutableArray.CreateBuilder<NameError>();
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    /// <summary>The errors so far, in order, each name once.</summary>
    public ImmutableArray<NameError> Errors => _errors.ToImmutable();

    /// <summary>A name is called, or read as a variable that is not bound; false where nothing defines it.</summary>
    public bool Use(SyntaxNode node, string name, int arity, NameScope scope)
    {
        if (conflicts.Has(name, arity, scope))
        {
            Report(ConfigErrorKind.ConflictingName, $"{name}/{arity}", node, $"conflict {name}/{arity}");
            return true;
        }

        if (scope.IsOpen)
        {
            return true;
        }

        var isOfKernel = LanguageNames.Has(name, arity) && !scope.Hides(name, arity);
        if (isOfKernel || scope.Functions.Contains(name))
        {
            return true;
        }

        var isConfig = ConfigImports.IsConfig(name, arity);
        var (isFound, modules) = (false, 0);
        foreach (var import in scope.Imports)
        {
            var brings = import.Names.Contains((name, arity));
            isFound |= brings;
            modules += brings && import.Module is ConfigImports.Config or ConfigImports.MixConfig ? 1 : 0;
        }

        if (isFound && !(isConfig && modules > 1))
        {
            return true;
        }

        var shown = node is IdentifierSyntax && arity == 0 && !isConfig ? name : $"{name}/{arity}";
        if (isFound)
        {
            Report(ConfigErrorKind.AmbiguousName, shown, node, "ambiguous");
            return true;
        }

        // Where the import is missing, it is missed by every one of its functions.
        var isImportMissing = isConfig && scope.Imports.IsEmpty;
        Report(
            isImportMissing ? ConfigErrorKind.MissingConfigImport : ConfigErrorKind.UndefinedName,
            shown,
            node,
            isImportMissing ? "import" : shown);
        return false;
    }

    /// <summary>
    /// Reports an expression that the compiler does not take, unless a macro that is not seen may make something else of it.
    /// </summary>
    public void Refuse(SyntaxNode node, string fault, NameScope scope)
    {
        if (!scope.IsOpen)
        {
            Report(ConfigErrorKind.InvalidExpression, fault, node, $"{fault} {node.Span.Start}");
        }
    }

    private void Report(ConfigErrorKind kind, string name, SyntaxNode node, string once)
    {
        if (_reported.Add(once))
        {
            _errors.Add(new NameError(kind, name, node));
        }
    }
}

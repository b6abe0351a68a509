using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Names;

/// <content>Names that are used, and what is told of those that nothing defines.</content>
internal sealed partial class NameChecker
{
    /// <summary>A name is called, or read as a variable that is not bound.</summary>
    private bool Use(SyntaxNode node, string name, int arity, NameScope scope)
    {
        if (IsConflict(name, arity, scope))
        {
            Report(ConfigErrorKind.ConflictingName, $"{name}/{arity}", node, $"conflict {name}/{arity}");
            return true;
        }

        if (scope.IsOpen)
        {
            return true;
        }

        var isOfKernel = LanguageNames.Has(name, arity) && !IsHidden(name, arity, scope);
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

    /// <summary>Whether a name is one of Kernel's that an import of Kernel has left out.</summary>
    private static bool IsHidden(string name, int arity, NameScope scope) =>
        scope.Kernel != KernelNames.All
            && LanguageNames.Has(name, arity)
            && !LanguageNames.IsSpecialForm(name)
            && !scope.Kernel.Has(name, arity);

    private void Report(ConfigErrorKind kind, string name, SyntaxNode node, string once)
    {
        if (_reported.Add(once))
        {
            _errors.Add(new NameError(kind, name, node));
        }
    }
}

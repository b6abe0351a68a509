using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Names;

/// <content>Functions that come from several places: Elixir takes none of them.</content>
internal sealed partial class NameChecker
{
    private bool _hasAliases;

    /// <summary>Whether an import or the module around it brings a function that is there already.</summary>
    private bool IsConflict(string name, int arity, NameScope scope)
    {
        if (_hasAliases || scope.MayHideKernel || (scope.Imports.IsEmpty && scope.Siblings.IsEmpty))
        {
            return false;
        }

        var sources = LanguageNames.Has(name, arity) && !LanguageNames.IsSpecialForm(name) && !IsHidden(name, arity, scope)
            && LanguageNames.IsOfAllVersions(name) ? 1 : 0;
        sources += scope.Siblings.Contains((name, arity)) ? 1 : 0;
        foreach (var import in scope.Imports)
        {
            // Config and Mix.Config are told apart by a message of their own.
            var isTold = ConfigImports.IsConfig(name, arity) && import.Module == ConfigImports.MixConfig;
            sources += import.Names.Contains((name, arity)) && !isTold ? 1 : 0;
        }

        return sources > 1;
    }

    /// <summary>Whether a module may go by several names in a file: then one import may look like two.</summary>
    private static bool HasAliases(ElixirSyntaxTree tree) => tree.Root.DescendantNodesAndSelf().Any(node => node is CallSyntax
    {
        LocalName: "alias",
    } or CallSyntax { LocalName: "require", Arguments.Length: > 1 });
}

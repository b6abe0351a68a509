using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Names;

/// <summary>Functions that come from several places: Elixir takes none of them.</summary>
/// <param name="hasAliases">Whether a module may go by several names in the file: then one import may look like two.</param>
internal sealed class ImportConflicts(bool hasAliases)
{
    /// <summary>The conflicts of a file.</summary>
    public static ImportConflicts Of(ElixirSyntaxTree tree) => new(HasAliases(tree));

    /// <summary>Whether an import or the module around it brings a function that is there already.</summary>
    public bool Has(string name, int arity, NameScope scope)
    {
        if (hasAliases || scope.MayHideKernel || (scope.Imports.IsEmpty && scope.Siblings.IsEmpty))
        {
            return false;
        }

        var sources = scope.Siblings.Contains((name, arity)) ? 1 : 0;
        foreach (var import in scope.Imports)
        {
            if (import.Names.Contains((name, arity)))
            {
                // Config and Mix.Config are told apart by a message of their own.
                var isTold = import.Module == ConfigImports.MixConfig && ConfigImports.IsConfig(name, arity);
                sources += isTold ? 0 : 1;
            }
        }

        return sources > 1 || (sources == 1 && IsOfLanguage(name, arity, scope));
    }

    private static bool IsOfLanguage(string name, int arity, NameScope scope) =>
        LanguageNames.Has(name, arity) && !LanguageNames.IsSpecialForm(name) && !scope.Hides(name, arity)
            && LanguageNames.IsOfAllVersions(name);

    // Most files have neither word.
    private static bool HasAliases(ElixirSyntaxTree tree) =>
        WrittenWords.HasAny(tree, "alias", "require")
        && tree.Root.DescendantNodesAndSelf().Any(node => node is CallSyntax { LocalName: "alias" }
            or CallSyntax { LocalName: "require", Arguments.Length: > 1 });
}

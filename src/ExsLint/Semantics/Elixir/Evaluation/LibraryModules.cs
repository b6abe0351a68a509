using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>
/// Modules of the project's own <c>lib</c> that a file calls which is read when they are there: <c>runtime.exs</c>, under Mix as
/// well as in a release. When Mix reads <c>config.exs</c>, it may not have compiled them.
/// </summary>
internal sealed class LibraryModules(EvaluationState state, ProjectEvaluator project)
{
    /// <summary>A configuration calls few modules, and those few others.</summary>
    private const int MostModules = 64;

    // A file is looked through once, however often it is evaluated.
    private static readonly ConditionalWeakTable<ElixirSyntaxTree, StrongBox<ImmutableArray<string>>> NamesOfTrees = [];

    private readonly ModuleFiles _files = ModuleFiles.Of(state.Trees.Files, state.Project.RootFolder);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>Reads the modules that a file names, and those that they name.</summary>
    /// <param name="tree">The file.</param>
    public void Load(ElixirSyntaxTree tree)
    {
        if (_files.IsEmpty)
        {
            return;
        }

        var names = new Queue<string>(NamesOfTrees.GetValue(tree, key => new([.. NamesIn(key.Root)])).Value);
        while (names.TryDequeue(out var name) && _asked.Count < MostModules)
        {
            if (_asked.Add(name) && !state.Modules.Has(AtomValue.AliasPrefix + name) && Define(name) is { } body)
            {
                foreach (var other in NamesIn(body))
                {
                    names.Enqueue(other);
                }
            }
        }
    }

    /// <summary>Defines a module by its file; gives its body, or null where it is not followed.</summary>
    private BodySyntax? Define(string name)
    {
        if (_files.Find(state.Trees.Files, name) is not { } path
            || state.Trees.Get(path) is not { } tree
            || tree.Diagnostics.Any(diagnostic => diagnostic.IsError))
        {
            return null;
        }

        foreach (var expression in tree.Root.Body.Expressions)
        {
            if (expression is CallSyntax
                {
                    LocalName: "defmodule", Arguments: [var alias], DoBlock.Sections: [{ Body: var body }]
                } && Aliases.NameOf(alias) == name)
            {
                if (!PlainModule.IsPlain(body))
                {
                    return null;
                }

                state.Evaluated.AddModule(tree);
                new FileEvaluator(state, project, new ConfigFile(tree, ConfigFileRole.Runtime))
                    .DefineLibrary(AtomValue.AliasPrefix + name, body);
                return body;
            }
        }

        return null;
    }

    /// <summary>The modules whose functions are called, captured or imported, and those that get other names.</summary>
    private static IEnumerable<string> NamesIn(SyntaxNode node)
    {
        foreach (var part in node.DescendantNodesAndSelf())
        {
            var isNamed = part is AliasSyntax or QualifiedAliasSyntax
                && part.Parent is MemberAccessSyntax or CallSyntax { LocalName: "alias" or "import" or "require" };
            if (isNamed && Aliases.NameOf((ExpressionSyntax)part) is { } name)
            {
                yield return name;
            }

            if (part is MultiAliasSyntax { Left: AliasSyntax or QualifiedAliasSyntax } multiple
                && Aliases.NameOf(multiple.Left) is { } prefix)
            {
                foreach (var member in multiple.Members.Elements.Select(Aliases.NameOf).OfType<string>())
                {
                    yield return $"{prefix}.{member}";
                }
            }
        }
    }
}

using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>
/// <c>Mix.env()</c>, <c>Mix.target()</c> and <c>use Mix.Config</c> in files that are read when a release starts, which has no
/// Mix: the boot fails. Under <c>mix</c> they work in <c>runtime.exs</c>; <c>releases.exs</c> is read by releases alone.
/// </summary>
internal sealed class MixInRelease(EvaluationState state, ConfigFile file)
{
    private bool? _asks;

    private bool IsLate => file.Role == ConfigFileRole.Runtime
        && state.Project.Kind == ConfigProjectKind.Source
        && ReleaseSigns.IsOf(state.Environment.Name);

    private bool IsOfReleaseAlone => TreePath.NameOf(file.Path) == "releases.exs";

    /// <summary>The value of a function of Mix; null for any other function, and where Mix is there.</summary>
    /// <param name="function">The function.</param>
    /// <param name="arity">How many arguments it is given.</param>
    /// <param name="site">The call.</param>
    public AbstractValue? Find(FunctionReference function, int arity, SyntaxNode site)
    {
        if (function is not { Module: "Mix", Name: "env" or "target" } || arity != 0 || !IsLate)
        {
            return null;
        }

        var name = $"Mix.{function.Name}/0";
        state.Control.MayRaise = true;
        if (IsOfReleaseAlone)
        {
            return new NeverValue
            {
                Node = site,
                ExceptionType = "Elixir.UndefinedFunctionError",
                Refusal = state.Control.IsInTry ? null : (ConfigErrorKind.MissingInRelease, name),
            };
        }

        Report(name, site);
        return new UnknownValue("Mix, which a release does not have", ValueShape.Atom);
    }

    /// <summary>A directive names a module.</summary>
    /// <param name="module">The module, an atom.</param>
    /// <param name="site">The directive.</param>
    public void CheckDirective(string? module, SyntaxNode site)
    {
        if (module == "Elixir.Mix.Config" && IsLate)
        {
            Report("Mix.Config", site);
        }
    }

    /// <summary>Reports a use of Mix, unless the file asks whether Mix, or a release, is there.</summary>
    private void Report(string name, SyntaxNode site)
    {
        if (!state.Control.IsInTry && !(_asks ??= AsksForMix()) && state.Evaluated.Files.Contains(file))
        {
            state.Errors.AddOfRelease(new ConfigError(ConfigErrorKind.MissingInRelease, name, site.Location)
            {
                Node = site,
                IsConditional = state.Journal.IsInBranch,
                IsReleased = IsOfReleaseAlone
                    || ReleaseSigns.IsReleased(state.Trees.Files, state.Project.RootFolder),
            });
        }
    }

    /// <summary>
    /// <c>Code.ensure_loaded?(Mix)</c>, <c>function_exported?(Mix, :env, 0)</c>, <c>System.get_env("RELEASE_NAME")</c>.
    /// </summary>
    private bool AsksForMix() => file.Tree.Root.DescendantNodesAndSelf().Any(node => node switch
    {
        AliasSyntax { Name: "Mix", Parent: not (MemberAccessSyntax or QualifiedAliasSyntax) } => true,
        StringTextSyntax text => text.ToString().StartsWith("RELEASE_", StringComparison.Ordinal),
        LiteralSyntax { Kind: SyntaxKind.Atom } atom => atom.ToString() is ":mix",
        _ => false,
    });
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Names;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Why Elixir does not compile a file, so that it runs nothing of it.</summary>
internal static class CompileErrors
{
    // A file is looked through once, however often it is evaluated.
    private static readonly ConditionalWeakTable<ElixirSyntaxTree, StrongBox<ImmutableArray<NameError>>> NameErrors = [];

    /// <summary>The reasons, in order; none where it compiles the file, or where nobody knows.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="role">How it takes part.</param>
    /// <param name="isRead">
    /// Whether a project or a release's provider reads the file; what else reads it may bind names (<c>Code.eval_file</c>,
    /// templates).
    /// </param>
    public static List<ConfigError> Find(ElixirSyntaxTree tree, ConfigFileRole role, bool isRead = true)
    {
        if (role == ConfigFileRole.Defaults)
        {
            return [];
        }

        if (tree.Diagnostics.FirstOrDefault(diagnostic => diagnostic.IsError) is { } broken)
        {
            return [SyntaxError(tree, broken.Message, broken.Span)];
        }

        if (tree.File.HasByteOrderMark)
        {
            return [SyntaxError(tree, "The file starts with a byte order mark, which Elixir refuses.", new TextSpan(0, 1))];
        }

        if (!tree.File.RoundTrips)
        {
            return [SyntaxError(
                tree, "The file is not UTF-8, which Elixir refuses.", new TextSpan(tree.File.InvalidOffsets[0], 1))];
        }

        if (role == ConfigFileRole.Release && !IsConfig(tree))
        {
            return [];
        }

        var names = NameErrors.GetValue(tree, _ => new([.. NameChecker.Check(tree)])).Value
            .Select(error => new ConfigError(error.Kind, error.Name, error.Node.Location) { Node = error.Node });
        return isRead ? [.. names] : [.. WithoutNames(names)];
    }

    /// <summary>
    /// What is wrong whoever reads the file; of its names, which a reader may bind, the first alone is told of.
    /// </summary>
    private static IEnumerable<ConfigError> WithoutNames(IEnumerable<ConfigError> errors)
    {
        var isToldOf = false;
        foreach (var error in errors)
        {
            if (error.Kind == ConfigErrorKind.InvalidExpression)
            {
                yield return error;
            }
            else if (!isToldOf)
            {
                isToldOf = true;
                yield return error with { Kind = ConfigErrorKind.NameFromElsewhere };
            }
        }
    }

    private static ConfigError SyntaxError(ElixirSyntaxTree tree, string message, TextSpan span) =>
        new(ConfigErrorKind.SyntaxError, message, new Location(tree.File, span));

    /// <summary>
    /// Whether a file that no project imports is a configuration: a script beside it, such as a release's definition, may be run
    /// with names of its own.
    /// </summary>
    private static bool IsConfig(ElixirSyntaxTree tree) =>
        tree.Root.Body.Expressions.Any(
            expression => expression is CallSyntax { LocalName: "import" or "use" or FunctionReference.Config });
}

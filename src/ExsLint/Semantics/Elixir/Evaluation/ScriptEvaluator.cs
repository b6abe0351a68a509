using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Other files that a file runs: <c>Code.require_file</c> and its kin.</summary>
internal sealed class ScriptEvaluator(
    EvaluationState state,
    ProjectEvaluator project,
    ConfigFile file,
    IExpressionEvaluator expressions,
    UnfollowedCode unfollowed)
{
    /// <summary><c>Code.require_file(path, folder)</c> and its kin, for files of the tree.</summary>
    public AbstractValue Evaluate(string name, CallSyntax call, Scope scope, AbstractValue? piped)
    {
        if (expressions.EvaluateSiblings(call.Arguments, scope, out var arguments, piped) is { } never)
        {
            return never;
        }

        var reason = $"result of Code.{name}";
        var root = state.Project.RootFolder;
        var path = arguments switch
        {
            [BinaryValue { ValidText: { } text }] => TreePath.Combine(root, text),
            [BinaryValue { ValidText: { } text }, UnknownValue { TreePath: { } folder }] => TreePath.Combine(folder, text),
            [BinaryValue { ValidText: { } text }, BinaryValue { ValidText: { } folder }] =>
                TreePath.Combine(root, folder) is { } below ? TreePath.Combine(below, text) : null,
            [BinaryValue { ValidText: { } text }, AtomValue { IsNil: true }] => TreePath.Combine(root, text),
            [UnknownValue { TreePath: { } known }, ..] => known,
            _ => null,
        };
        if (path is null
            || !state.Files.FileExists(path)
            || state.Files.Changes.MayReplace(path)
            || state.Control.IsInBranch
            || state.Control.IsInTry
            || state.Trees.Get(path) is not { } tree)
        {
            return path is not null && state.Files.Presence.OfFile(path) == Presence.Absent
                ? new NeverValue()
                : unfollowed.NotFollowed(call, reason);
        }

        if (name == "require_file" && !state.Evaluated.TryRequire(path))
        {
            return AtomValue.Nil;
        }

        var role = file.Role == ConfigFileRole.Runtime ? ConfigFileRole.Runtime : ConfigFileRole.Import;
        var value = project.Evaluate(tree, role, isScript: true);
        return value is NeverValue ? value
            : name == "eval_file" ? new TupleValue([value, new UnknownValue("the variables of a file", ValueShape.List)])
            : new UnknownValue(reason);
    }
}

using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary><c>import_config</c>.</summary>
internal sealed class ImportCalls(
    EvaluationState state,
    ProjectEvaluator project,
    ConfigFile file,
    FileImports imports,
    IExpressionEvaluator expressions,
    UnfollowedCode unfollowed)
{
    public const string Result = "the result of import_config";

    private static readonly string[] Environments = ["prod", "dev", "test"];

    public AbstractValue Evaluate(CallSyntax call, Scope scope, AbstractValue? piped)
    {
        var target = piped ?? expressions.Evaluate(call.Arguments[0], scope);
        if (target is NeverValue)
        {
            return target;
        }

        if (file.Role == ConfigFileRole.Runtime)
        {
            return unfollowed.Refuse(call, ConfigErrorKind.ForbiddenImport, file.Path);
        }

        if (target is ChoiceValue choice)
        {
            var set = new BranchSet(state);
            foreach (var alternative in choice.Guarded)
            {
                set.Run(alternative.Condition, () => Import(call, alternative.Value));
            }

            return set.Join(choice.Reason);
        }

        return Import(call, target);
    }

    private AbstractValue Import(CallSyntax call, AbstractValue target)
    {
        var path = target switch
        {
            BinaryValue { ValidText: { } text } => TreePath.Combine(TreePath.FolderOf(file.Path), text),
            UnknownValue unknown => unknown.TreePath,
            _ => null,
        };
        if (path is null)
        {
            var reason = target is BinaryValue named
                ? $"{named.Text}, which is outside the tree"
                : $"a file named by {Reasons.Of(target)}";
            state.AddLayer(new UnknownLayer(reason, call.Location, (target as BinaryValue)?.Text));
            return new UnknownValue(Result, ValueShape.Atom);
        }

        return imports.MixConfig && TreeGlob.IsPattern(path) ? ImportAll(call, path) : ImportFile(call, path);
    }

    /// <summary>What a pattern of Mix.Config matches, each file in its order.</summary>
    private AbstractValue ImportAll(CallSyntax call, string pattern)
    {
        var reason = $"the files that match {pattern}";
        if (state.Files.ExpandImport(pattern) is not { } paths)
        {
            state.AddLayer(new UnknownLayer(reason, call.Location));
            return new UnknownValue(Result, ValueShape.Atom);
        }

        foreach (var path in paths)
        {
            if (ImportFile(call, path) is NeverValue never)
            {
                return never;
            }
        }

        if (state.Files.MayMatchElsewhere("", pattern, isImported: true))
        {
            state.AddLayer(new UnknownLayer(reason, call.Location, pattern));
        }

        return new AtomValue("ok");
    }

    private AbstractValue ImportFile(CallSyntax call, string path)
    {
        if (state.Files.Changes.MayReplace(path))
        {
            state.Control.MayRaise = true;
            state.AddLayer(new UnknownLayer($"{path}, {FileFunctions.ChangedReason}", call.Location));
            return new UnknownValue(Result, ValueShape.Atom);
        }

        if (state.Journal.IsImported(path))
        {
            return unfollowed.Refuse(call, ConfigErrorKind.RepeatedImport, path);
        }

        if (state.Files.FileExists(path))
        {
            return ImportFound(call, path);
        }

        if (state.Files.Presence.OfFile(path) == Presence.Unknown)
        {
            state.Control.MayRaise = true;
            state.AddLayer(new UnknownLayer($"{path}, which is not in the tree", call.Location, path));
            return new UnknownValue(Result, ValueShape.Atom);
        }

        return unfollowed.Refuse(call, IsOfOtherEnvironments(call, path)
            ? ConfigErrorKind.MissingEnvironment
            : ConfigErrorKind.MissingImport, path);
    }

    /// <summary>
    /// Whether <c>import_config "#{config_env()}.exs"</c> finds no file for this environment, but would for another.
    /// </summary>
    private bool IsOfOtherEnvironments(CallSyntax call, string path) =>
        TreePath.NameOf(path) == $"{state.Environment.Name}.exs"
        && call.Arguments is not [StringLiteralSyntax { Parts: [StringTextSyntax] }]
        && Environments.Any(other => other != state.Environment.Name && state.Files.FileExists(
            TreePath.Combine(TreePath.FolderOf(path), $"{other}.exs") ?? ""));

    private AbstractValue ImportFound(CallSyntax call, string path)
    {
        if (state.Trees.Get(path) is not { } tree)
        {
            state.Control.MayRaise = true;
            state.AddLayer(UnknownLayer.OfUnreadable(path, call.Location));
            return new UnknownValue(Result, ValueShape.Atom);
        }

        var value = project.Evaluate(tree, ConfigFileRole.Import);
        return value is NeverValue ? value : new UnknownValue(Result, ValueShape.Atom);
    }
}

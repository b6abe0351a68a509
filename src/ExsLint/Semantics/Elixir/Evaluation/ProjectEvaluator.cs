using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir;
using ExsLint.Text;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Evaluates the files of a project, one in the place of another.</summary>
internal sealed class ProjectEvaluator(EvaluationState state)
{
    private LibraryModules? _library;

    /// <summary>Evaluates a file in place.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="role">How it takes part.</param>
    /// <param name="isScript">Whether it is run by <c>Code</c>, not imported.</param>
    public AbstractValue Evaluate(ElixirSyntaxTree tree, ConfigFileRole role, bool isScript = false)
    {
        if (!state.Limits.MayImport)
        {
            state.AddLayer(new UnknownLayer("imports that are nested too deeply", new Location(tree.File, default)));
            return AtomValue.Nil;
        }

        var refusals = CompileErrors.Find(
            tree, role, isRead: state.Project.Kind == ConfigProjectKind.Source || state.Project.IsReadByProvider);
        if (state.Control.IsInTry && refusals.Exists(error => error.IsRefusal))
        {
            // Nothing of the file is run; what the `try` makes of that decides.
            return new NeverValue { Refusal = (ConfigErrorKind.SyntaxError, refusals[0].Argument) };
        }

        foreach (var error in refusals)
        {
            state.Errors.AddRefusal(error with { IsConditional = state.Journal.IsInBranch });
        }

        var file = state.Evaluated.Add(tree, role);
        if (!isScript)
        {
            state.Journal.AddImported(file.Path);
        }

        if (state.Hidden.HasRunningMacros)
        {
            state.AddLayer(
                new UnknownLayer("macros that may configure, which the file may expand", new Location(tree.File, default)));
        }

        if (role == ConfigFileRole.Runtime
            && state.Project.Kind == ConfigProjectKind.Source
            && state.Control.IsCertain
            && !state.Modules.IsForgotten)
        {
            (_library ??= new LibraryModules(state, this)).Load(tree);
        }

        state.Limits.EnterFile();
        var value = new FileEvaluator(state, this, file).Run(isScript);
        state.Limits.LeaveFile();
        return value;
    }
}

using ExsLint.Semantics.Elixir.Evaluation;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Syntax.Elixir;
using ExsLint.Text;

namespace ExsLint.Semantics.Elixir.Model;

/// <summary>Works out the effective configuration of a project without running it.</summary>
public static class ConfigEvaluator
{
    /// <summary>Evaluates a project in one environment.</summary>
    /// <param name="project">The project.</param>
    /// <param name="trees">The analysed tree.</param>
    /// <param name="environment">The environment: prod, dev, test or another.</param>
    /// <param name="defaults">A framework's own defaults, on which the project's files are merged; null where they are in the
    /// tree.</param>
    /// <param name="variables">What is known of the environment variables; nothing, if it is not given.</param>
    /// <param name="cancellation">Ends the evaluation early, with an <see cref="OperationCanceledException"/>.</param>
    public static ConfigModel Evaluate(
        ConfigProject project,
        IElixirTrees trees,
        string environment,
        ElixirSyntaxTree? defaults = null,
        EnvironmentVariables? variables = null,
        CancellationToken cancellation = default) => Evaluate(
            project,
            trees,
            environment,
            defaults,
            variables ?? EnvironmentVariables.Unknown,
            new WorkBudget(WorkBudget.PerEvaluation, cancellation));

    /// <summary>Evaluates a project again, from other files.</summary>
    /// <param name="model">What the project came to before.</param>
    /// <param name="trees">The files with the other text among them.</param>
    /// <param name="budget">The work that may be done.</param>
    internal static ConfigModel Reevaluate(ConfigModel model, IElixirTrees trees, WorkBudget budget) =>
        Evaluate(model.Project, trees, model.Environment, model.Defaults, model.Variables, budget);

    private static ConfigModel Evaluate(
        ConfigProject project,
        IElixirTrees trees,
        string environment,
        ElixirSyntaxTree? defaults,
        EnvironmentVariables variables,
        WorkBudget budget)
    {
        var state = new EvaluationState(trees, project, environment, variables, budget);
        if (defaults is not null)
        {
            EvaluateTop(state, defaults, ConfigFileRole.Defaults);
        }

        EvaluateTop(state, project.EntryFile, RoleOfEntry(project));
        foreach (var later in project.LaterFiles.Where(later => IsRead(later, environment)))
        {
            // A release's provider reads all of its files alike; only Mix forbids imports in what is read late.
            var role = project.Kind == ConfigProjectKind.Release ? ConfigFileRole.Release : ConfigFileRole.Runtime;
            EvaluateTop(state, later, role);
        }

        AddRepeatedKeys(state);
        return new ConfigModel(
            project,
            environment,
            new ConfigState(state.Journal),
            state,
            variables,
            trees,
            defaults,
            (others, allowed) => Evaluate(project, trees, environment, defaults, others, allowed));
    }

    /// <summary>
    /// Only a release reads <c>releases.exs</c> (Mix.Release, Elixir 1.9), and none is made of the environments that people work
    /// in.
    /// </summary>
    private static bool IsRead(string later, string environment) =>
        TreePath.NameOf(later) != "releases.exs" || environment is not ("dev" or "test");

    private static ConfigFileRole RoleOfEntry(ConfigProject project) =>
        project.Kind == ConfigProjectKind.Release ? ConfigFileRole.Release
        : ConfigProject.IsRuntimeFile(project.EntryFile) ? ConfigFileRole.Runtime
        : ConfigFileRole.Base;

    /// <summary>
    /// A key that stands twice evaluates, but <c>Application.put_all_env/2</c> refuses it when the application starts.
    /// </summary>
    private static void AddRepeatedKeys(EvaluationState state)
    {
        foreach (var (app, key, value) in state.Journal.Repeated.Where(repeated => state.Journal.IsOrderKnown(repeated.App)))
        {
            if (value.Origin is { } origin)
            {
                state.AddError(ConfigErrorKind.RepeatedKey, $"{app}.{Setting.DisplayName(key)}", origin.Node);
            }
        }
    }

    /// <summary>A top file that is there and cannot be read may configure anything.</summary>
    private static void EvaluateTop(EvaluationState state, string path, ConfigFileRole role)
    {
        if (state.Trees.Get(path) is { } tree)
        {
            EvaluateTop(state, tree, role);
        }
        else if (state.Files.FileExists(path))
        {
            state.AddLayer(UnknownLayer.OfUnreadable(path, new Location(SourceFile.FromString(path, ""), default)));
        }
    }

    /// <summary>
    /// Each top file is evaluated on its own and then merged as a whole, as Mix and release providers do; that differs from going
    /// on in place where the file sets a key twice.
    /// </summary>
    private static void EvaluateTop(EvaluationState state, ElixirSyntaxTree tree, ConfigFileRole role)
    {
        var before = state.Journal;
        state.Journal = new ConfigJournal(state.Budget, state.Control);

        // What was true when the project was built need not be true when it starts.
        state.Control.Path = null;
        state.Environment.StartEpoch();
        var last = new ProjectEvaluator(state).Evaluate(tree, role);
        if (!state.Journal.IsConfigured)
        {
            ApplyLastValue(state, tree, last);
        }

        if (role == ConfigFileRole.Base)
        {
            ReleaseChecks.CheckBase(state);
        }
        else if (role == ConfigFileRole.Runtime)
        {
            ReleaseChecks.CheckLate(state, before, state.Journal);
        }

        if (!before.IsEmpty)
        {
            before.MergeLater(state.Journal);
            state.Journal = before;
        }
    }

    /// <summary>Where a file configured nothing and its last value is a list, that list is the configuration.</summary>
    private static void ApplyLastValue(EvaluationState state, ElixirSyntaxTree tree, AbstractValue last)
    {
        if (state.Journal.IsEmpty && last is ListValue { Rest: null, IsKeyword: true } list)
        {
            foreach (var app in list.Items.Cast<TupleValue>().Where(app => IsNoKeywordList(app.Items[1])).Take(1))
            {
                var node = app.Items[1].Node ?? app.Node ?? tree.Root.Body.Expressions[^1];
                state.AddError(ConfigErrorKind.BadSettings, ((AtomValue)app.Items[0]).Name, node);
            }

            foreach (var app in list.Items.Cast<TupleValue>().DistinctBy(app => ((AtomValue)app.Items[0]).Name))
            {
                if (app.Items[1] is not ListValue { Rest: null, IsKeyword: true } settings)
                {
                    AddUnknownLayer(state, tree, isOfError: IsNoKeywordList(app.Items[1]));
                    return;
                }

                state.Journal.Configure(((AtomValue)app.Items[0]).Name, new Keywords(settings.Items, null, IsOrdered: true));
            }
        }
        else if (ChoiceValue.Flatten(last).Any(MayBeConfiguration))
        {
            AddUnknownLayer(state, tree);
        }
    }

    /// <summary>
    /// Whether a value is certainly no keyword list, which <c>Config.Reader</c> refuses as the settings of an application (all
    /// versions since 1.9).
    /// </summary>
    private static bool IsNoKeywordList(AbstractValue value) => value switch
    {
        ListValue { IsKeyword: true } => false,
        ListValue list => list.Items.Any(IsNoSetting),
        AtomValue or IntegerValue or FloatValue or BinaryValue or TupleValue or MapValue or MapSetValue or RegexValue => true,
        ChoiceValue choice => choice.Alternatives.All(IsNoKeywordList),
        UnknownValue { Shape: not (ValueShape.Any or ValueShape.List) } => true,
        _ => false,
    };

    private static bool IsNoSetting(AbstractValue item) => item switch
    {
        TupleValue { Items: [var key, _] } => key is not (AtomValue or UnknownValue or ChoiceValue),
        TupleValue or AtomValue or IntegerValue or FloatValue or BinaryValue => true,
        ListValue or MapValue or MapSetValue or RegexValue => true,
        _ => false,
    };

    private static bool MayBeConfiguration(AbstractValue value) => value switch
    {
        // What `config` gives is had only where it configured something.
        UnknownValue unknown => unknown.Shape is ValueShape.Any or ValueShape.List && unknown.Reason != ConfigCalls.Result,
        ListValue list => list.Items.Length > 0 || list.Rest is not null,
        _ => false,
    };

    private static void AddUnknownLayer(EvaluationState state, ElixirSyntaxTree tree, bool isOfError = false) =>
        state.AddLayer(new UnknownLayer("the file's last value", tree.Root.Body.Expressions[^1].Location)
        {
            IsOfError = isOfError || tree.Diagnostics.Any(diagnostic => diagnostic.IsError),
        });
}

using ExsLint.Semantics.Elixir.Effects;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Syntax;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>All that one evaluation of a project gathers and changes, each part on its own.</summary>
internal sealed class EvaluationState
{
    private readonly HashSet<string> _missingPaths = [];
    private readonly List<UnknownLayer> _missingFiles = [];

    /// <summary>The state before the first file is read.</summary>
    /// <param name="trees">The analysed tree.</param>
    /// <param name="project">The project.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="variables">What is known of the environment variables.</param>
    /// <param name="budget">The work that may be done.</param>
    public EvaluationState(
        IElixirTrees trees, ConfigProject project, string environment, EnvironmentVariables variables, WorkBudget budget)
    {
        (Trees, Project, Budget) = (trees, project, budget);
        Limits = new EvaluationLimits(budget, Control);
        Environment = new EnvironmentState(environment, project.IsForDevices, variables, Control);
        Files = new FileView(trees.Files, project.RootFolder, environment);
        Journal = new ConfigJournal(budget, Control);
    }

    /// <summary>The trees of the files.</summary>
    public IElixirTrees Trees { get; }

    /// <summary>The project.</summary>
    public ConfigProject Project { get; }

    /// <summary>What may still be done.</summary>
    public WorkBudget Budget { get; }

    /// <summary>Where the evaluation is.</summary>
    public ControlState Control { get; } = new();

    /// <summary>How deep and how long it may go.</summary>
    public EvaluationLimits Limits { get; }

    /// <summary>The environment variables and what Mix tells.</summary>
    public EnvironmentState Environment { get; }

    /// <summary>The files of the tree, and what was changed of them.</summary>
    public FileView Files { get; }

    /// <summary>The files evaluated so far.</summary>
    public EvaluatedFiles Evaluated { get; } = new();

    /// <summary>The modules defined so far.</summary>
    public ModuleTable Modules { get; } = new();

    /// <summary>What functions that were defined may do.</summary>
    public HiddenEffects Hidden { get; } = new();

    /// <summary>What Elixir refuses.</summary>
    public ErrorLog Errors { get; } = new();

    /// <summary>The names met so far, each kept once.</summary>
    public NamePool Names { get; } = new();

    /// <summary>The configuration at this point.</summary>
    public ConfigJournal Journal { get; set; }

    /// <summary>Layers that are not in the tree, in order, each once.</summary>
    public IReadOnlyList<UnknownLayer> MissingFiles => _missingFiles;

    /// <summary>
    /// Something for which Elixir refuses the configuration, at least under the conditions that hold at this point.
    /// </summary>
    public void AddError(ConfigErrorKind kind, string argument, SyntaxNode node) =>
        Errors.Add(kind, argument, node, Journal.IsInBranch);

    /// <summary>Something unknown may have changed the configuration.</summary>
    public void AddLayer(UnknownLayer layer)
    {
        Journal.AddLayer(layer);
        if (layer.MissingFile is not null && _missingPaths.Add(layer.MissingFile))
        {
            _missingFiles.Add(layer);
        }
    }

    /// <summary>
    /// Something is called that is not followed, and that may run functions which change files, variables or Mix's environment.
    /// </summary>
    public void AddHiddenChanges()
    {
        if (Hidden.WritesFiles)
        {
            Files.Changes.AddAny();
        }

        if (Hidden.SetsVariables)
        {
            Environment.ForgetVariables();
        }

        if (Hidden.SetsMix)
        {
            Environment.ForgetMix();
        }
    }

    /// <summary>What a call that is not followed, or an expression that is not looked into, may change.</summary>
    public void AddChanges(CallEffects effects)
    {
        if (effects.May(CallEffects.WriteFiles))
        {
            Files.Changes.AddAny();
        }

        if (effects.May(CallEffects.RunPrograms))
        {
            Files.Changes.AddProgram();
        }

        if (effects.May(CallEffects.SetVariables))
        {
            Environment.ForgetVariables();
        }

        if (effects.May(CallEffects.SetMix))
        {
            Environment.ForgetMix();
        }
    }

    /// <summary>Code that is not seen is run: it may do anything but configure, which a layer tells of.</summary>
    public void ForgetAll()
    {
        Control.MayRaise = true;
        Hidden.Configures = true;
        Files.Changes.AddAny();
        Environment.ForgetVariables();
        Modules.Forget();
        Environment.ForgetMix();
    }
}

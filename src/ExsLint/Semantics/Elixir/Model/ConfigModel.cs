using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Syntax.Elixir;
using ExsLint.Text;

namespace ExsLint.Semantics.Elixir.Model;

/// <summary>
/// The semantic model of a project's configuration in one environment: what every setting is, and where it was written.
/// </summary>
public sealed class ConfigModel
{
    /// <summary>
    /// The most environment variables for which the configuration without them is worked out. Each takes an evaluation.
    /// </summary>
    public const int MaximumDefaults = 200;

    private readonly Dictionary<string, ConfigModel> _unset = [];
    private readonly HashSet<string> _withoutDefault = [];
    private readonly WorkBudget _budgetOfDefaults;
    private readonly Func<EnvironmentVariables, WorkBudget, ConfigModel> _reevaluate;
    private readonly UnsetVariable _conditions;
    private Dictionary<SourceFile, ConfigFile>? _filesBySource;
    private SettingIndex? _index;

    internal ConfigModel(
        ConfigProject project,
        string environment,
        ConfigState state,
        EvaluationState evaluated,
        EnvironmentVariables variables,
        IElixirTrees trees,
        ElixirSyntaxTree? defaults,
        Func<EnvironmentVariables, WorkBudget, ConfigModel> reevaluate)
    {
        Variables = variables;
        _reevaluate = reevaluate;
        Project = project;
        Environment = environment;
        State = state;
        Files = [.. evaluated.Evaluated.Files];
        Errors = [.. evaluated.Errors.Errors.Distinct()];
        MissingFiles = [.. evaluated.MissingFiles];
        Trees = trees;
        Defaults = defaults;
        IsTooLarge = evaluated.Budget.IsSpent;
        _budgetOfDefaults = BudgetOfMore();
        _conditions = new UnsetVariable([.. evaluated.Evaluated.Trees]);
    }

    /// <summary>What was taken for known of the environment variables.</summary>
    public EnvironmentVariables Variables { get; }

    /// <summary>The project.</summary>
    public ConfigProject Project { get; }

    /// <summary>The environment: prod, dev, test or another.</summary>
    public string Environment { get; }

    /// <summary>The configuration after all layers.</summary>
    public ConfigState State { get; }

    /// <summary>The files that took part, in the order in which they were read; a framework's defaults first.</summary>
    public ImmutableArray<ConfigFile> Files { get; }

    /// <summary>What Elixir would refuse.</summary>
    public ImmutableArray<ConfigError> Errors { get; }

    /// <summary>Imported files that are not in the tree but may be on the machine.</summary>
    public ImmutableArray<UnknownLayer> MissingFiles { get; }

    /// <summary>What it was evaluated from.</summary>
    internal IElixirTrees Trees { get; }

    /// <summary>The framework's own defaults below it, or null.</summary>
    internal ElixirSyntaxTree? Defaults { get; }

    /// <summary>Whether its evaluation was given up: it would be each time that something else is tried.</summary>
    internal bool IsTooLarge { get; }

    /// <summary>The work that may be done on further evaluations of the same files: none where the first was given up.</summary>
    internal WorkBudget BudgetOfMore() => new(IsTooLarge ? 0 : WorkBudget.PerEvaluation);

    /// <summary>The same setting of this configuration.</summary>
    public Setting Get(Setting setting) => Get(setting.App, setting.Keys[0], setting.Keys.AsSpan()[1..]);

    /// <summary>A setting by its path; names of modules are written in full: <c>Elixir.Pleroma.Web.Endpoint</c>.</summary>
    public Setting Get(string app, string key, params ReadOnlySpan<string> keys)
    {
        var setting = new Setting(app, [key], State.Get(app, key));
        foreach (var inner in keys)
        {
            setting = setting.Get(inner);
        }

        return setting;
    }

    /// <summary>
    /// The settings, of whatever application, that hold a key: all keyword lists and maps with <c>verify</c> in them. What stands
    /// in a list of lists has no path of its own; the setting around it is named in its place.
    /// </summary>
    public IEnumerable<Setting> HoldersOf(string key) => (_index ??= new SettingIndex(this)).HoldersOf(key);

    /// <summary>
    /// What a setting is while one environment variable is not set, whatever the others are: the default that someone wrote for
    /// it. Null if that is not known, or if Elixir would refuse the configuration then.
    /// </summary>
    /// <param name="setting">A setting of this model that depends on an environment variable.</param>
    public EnvironmentDefault? DefaultOf(Setting setting)
    {
        var written = setting with { Value = WithoutLayers(setting.Value) };
        if (EnvironmentVariables.NameIn(written.Doubt) is not { } variable || Variables.TryGet(variable, out _))
        {
            return null;
        }

        if (_conditions.ValueOf(written.Value, variable) is { } only)
        {
            return new EnvironmentDefault(variable, only);
        }

        if (!_unset.TryGetValue(variable, out var model))
        {
            if (_unset.Count == MaximumDefaults || _budgetOfDefaults.IsSpent)
            {
                _withoutDefault.Add(variable);
                return null;
            }

            model = _reevaluate(Variables.Pin(variable, null, "its default"), _budgetOfDefaults);
            _unset.Add(variable, model);
            if (_budgetOfDefaults.IsSpent)
            {
                _withoutDefault.Add(variable);
            }
        }

        var value = model.WithoutLayers(model.Get(setting.App, setting.Keys[0], setting.Keys.AsSpan()[1..]).Value);
        return model.Errors.Length > Errors.Length || value is UnknownValue or ChoiceValue or AbsentValue or NeverValue
            ? null
            : new EnvironmentDefault(variable, value);
    }

    /// <summary>
    /// How many of the environment variables that <see cref="DefaultOf"/> was asked about were too many: nothing is said about
    /// what settings are without them.
    /// </summary>
    public int VariablesLeftOut => _withoutDefault.Count;

    /// <summary>A value as it is unless an unknown layer changes it.</summary>
    public AbstractValue WithoutLayers(AbstractValue value) => value is ChoiceValue choice && LayerOver(value) is { } layer
        ? ChoiceValue.Of([.. choice.Alternatives.Where(alternative => !IsLayer(alternative, layer))])
        : value;

    /// <summary>The unknown layer that may have changed a value which is something else without it; null if none may.</summary>
    public UnknownLayer? LayerOver(AbstractValue value) => value is ChoiceValue choice
        ? State.Layers.FirstOrDefault(layer =>
            choice.Alternatives.Any(alternative => IsLayer(alternative, layer))
                && !choice.Alternatives.All(alternative => IsLayer(alternative, layer)))
        : null;

    private static bool IsLayer(AbstractValue value, UnknownLayer layer) =>
        value is UnknownValue { Origin: null } unknown ? unknown.Reason == layer.Reason
            : value is AbsentValue { Doubt: { } doubt } && doubt == layer.Reason;

    /// <summary>The role of the file a value was written in; null for a value of no file.</summary>
    public ConfigFile? FileOf(AbstractValue value)
    {
        if (_filesBySource is null)
        {
            // Kept once it is complete: several threads may ask.
            var files = new Dictionary<SourceFile, ConfigFile>();
            foreach (var file in Files)
            {
                files.TryAdd(file.Source, file);
            }

            _filesBySource = files;
        }

        return value.Origin?.File is { } source ? _filesBySource.GetValueOrDefault(source) : null;
    }
}

/// <summary>What a setting is while an environment variable is not set.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Value">The value.</param>
public sealed record EnvironmentDefault(string Variable, AbstractValue Value);

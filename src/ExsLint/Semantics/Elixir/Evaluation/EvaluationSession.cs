using System.Collections.Immutable;
using ExsLint.Syntax.Elixir;
using ExsLint.Text;

namespace ExsLint.Semantics.Elixir;

/// <summary>What one evaluation of a project gathers.</summary>
internal sealed class EvaluationSession(ElixirTreeCache trees, ConfigProject project, string environment)
{
    /// <summary>
    /// More steps than a config file a person wrote ever takes; past it everything is unknown, so that no input can hang the analysis.
    /// </summary>
    private const int MaximumSteps = 20_000_000;

    /// <summary>Imports nested deeper than this are a loop that was written on purpose.</summary>
    private const int MaximumImportDepth = 32;

    private int _steps;
    private int _importDepth;

    public ElixirTreeCache Trees { get; } = trees;

    public IProjectFiles Files => Trees.Files;

    public ConfigProject Project { get; } = project;

    public string Environment { get; } = environment;

    public ConfigState State { get; set; } = ConfigState.Empty;

    /// <summary>The paths of the files evaluated on the way to this point; Elixir refuses to import one again.</summary>
    public ImmutableHashSet<string> Imported { get; set; } = [];

    /// <summary>The files evaluated on any way, in order, each once.</summary>
    public List<ConfigFile> Evaluated { get; } = [];

    public List<ConfigError> Errors { get; } = [];

    /// <summary>Layers that are not in the tree, in order, each once.</summary>
    public List<UnknownLayer> MissingFiles { get; } = [];

    /// <summary>Counts a step; false once too many were taken.</summary>
    public bool TryStep() => ++_steps < MaximumSteps;

    /// <summary>Whether a file with an instance's secrets is in the tree, so that the tree is a running instance's, not a bare checkout.</summary>
    public bool HasSecretFile => Evaluated.Any(file => file.IsSecret && !file.IsExportedFromDatabase);

    /// <summary>Whether a file that is not there may still be on the machine: git ignores it, or its name says that it is secret.</summary>
    public bool MayExistElsewhere(string path)
    {
        if (path.EndsWith(".exported_from_db.secret.exs", StringComparison.Ordinal) && HasSecretFile)
        {
            return false;
        }

        return path.EndsWith(".secret.exs", StringComparison.Ordinal) || Files.IsIgnored(path);
    }

    /// <summary>Something unknown may have changed the configuration.</summary>
    public void AddLayer(UnknownLayer layer)
    {
        State = State.AddLayer(layer);
        if (layer.MissingFile is not null && MissingFiles.All(other => other.MissingFile != layer.MissingFile))
        {
            MissingFiles.Add(layer);
        }
    }

    /// <summary>Evaluates a file in place.</summary>
    public AbstractValue Evaluate(ElixirSyntaxTree tree, ConfigFileRole role)
    {
        if (_importDepth >= MaximumImportDepth)
        {
            AddLayer(new UnknownLayer("imports that are nested too deeply", new Location(tree.File, default)));
            return AtomValue.Nil;
        }

        var file = Evaluated.Find(other => other.Tree == tree);
        if (file is null)
        {
            file = new ConfigFile(tree, role);
            Evaluated.Add(file);
        }

        Imported = Imported.Add(file.Path);
        _importDepth++;
        var value = new FileEvaluator(this, file).Run();
        _importDepth--;
        return value;
    }
}

using System.Collections.Immutable;
using ExsLint.Rules;
using ExsLint.Rules.Akkoma;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir;
using ExsLint.Syntax.Elixir;

namespace ExsLint.Analysis;

/// <summary>Evaluates the projects that config files belong to, and runs the rules on them.</summary>
internal sealed class ConfigLinter(IProjectFiles files, LintOptions options, Action<Diagnostic> report)
{
    private readonly ElixirTreeCache _trees = new(files);
    private readonly HashSet<string> _judged = new(StringComparer.Ordinal);

    /// <summary>The trees that were read, sorted by path.</summary>
    public IEnumerable<ElixirSyntaxTree> Trees => _trees.Trees;

    /// <summary>
    /// The files of configurations that are in the tree as a whole: about others it is not known what there is to be found.
    /// </summary>
    public IReadOnlySet<string> JudgedPaths => _judged;

    /// <summary>The configurations that were evaluated.</summary>
    public ImmutableArray<ConfigModel> Models { get; private set; } = [];

    /// <summary>Analyses the projects around config files.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="named">Those of them that the user named; null if they were found while walking.</param>
    public void Lint(ImmutableArray<string> paths, ImmutableHashSet<string>? named)
    {
        var readable = paths.Where(path => _trees.Get(path) is not null).ToList();
        var models = ConfigProjectFinder.Find(readable, files)
            .Select(project => ConfigEvaluator.Evaluate(project, _trees, options.Environment))
            .ToList();
        var evaluated = PathsOf(models);
        var alone = readable
            .Where(path => !evaluated.Contains(path) && IsJudgedAlone(path, named))
            .Select(EvaluateAlone)
            .ToList();
        models.AddRange(alone.Where(model => !alone.Any(other => other != model && IsPartOf(model, other))));
        Models = [.. models];
        foreach (var model in models)
        {
            Run(model);
        }
    }

    private static HashSet<string> PathsOf(IEnumerable<ConfigModel> models) =>
        models.SelectMany(model => model.Files).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);

    private static bool IsPartOf(ConfigModel model, ConfigModel other) =>
        other.Files.Any(file => file.Role != ConfigFileRole.Release && file.Path == model.Project.EntryFile);

    /// <summary>
    /// A file that no project imports in this environment is another environment's, or nobody's, unless it stands alone or was named.
    /// </summary>
    private bool IsJudgedAlone(string path, ImmutableHashSet<string>? named)
    {
        var environment = TreePath.NameOf(path).Split('.')[0];
        if (environment is "dev" or "test" && environment != options.Environment)
        {
            return false;
        }

        return named?.Contains(path) == true || ConfigProjectFinder.Find([path], files).IsEmpty;
    }

    private ConfigModel EvaluateAlone(string path)
    {
        var tree = _trees.Get(path)!;
        var project = ConfigProjectFinder.Release(path, options.Environment, files);
        if (!AkkomaInstance.Configures(tree))
        {
            return ConfigEvaluator.Evaluate(project, _trees, options.Environment);
        }

        var file = new ConfigFile(tree, ConfigFileRole.Release);
        var framework = FrameworkRecognition.IsPleroma([file]) ? FrameworkDefaults.Pleroma : FrameworkDefaults.Akkoma;
        return ConfigEvaluator.Evaluate(project, _trees, options.Environment, FrameworkDefaults.Load(framework));
    }

    private void Run(ConfigModel model)
    {
        if (model.MissingFiles.IsEmpty)
        {
            _judged.UnionWith(PathsOf([model]));
        }

        var akkoma = AkkomaInstance.Recognise(model, files);
        foreach (var rule in RuleCatalog.All.OfType<ConfigRule>().Where(rule => options.Includes(rule.Descriptor)))
        {
            rule.Analyze(new ConfigRuleContext(rule.Descriptor, model, akkoma, report));
        }
    }
}

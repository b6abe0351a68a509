using System.Collections.Immutable;
using ExsLint.Frameworks.Catalog;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Analysis.Linting;

/// <summary>Evaluates the projects that config files belong to: each project once, each file read and parsed once.</summary>
/// <param name="snapshot">The tree.</param>
/// <param name="environment">The environment: prod, dev, test or another.</param>
/// <param name="variables">What is known of the environment variables.</param>
/// <param name="cancellation">Ends an evaluation early, with an <see cref="OperationCanceledException"/>.</param>
public sealed class ConfigModelLoader(
    Snapshot snapshot, string environment, EnvironmentVariables variables, CancellationToken cancellation = default)
{
    private readonly TreeLog _trees = new(snapshot);
    private readonly FaultBarrier _barrier = new();

    /// <summary>The trees that were read, sorted by path.</summary>
    public IEnumerable<ElixirSyntaxTree> Trees => _trees.Trees;

    /// <summary>
    /// Whether a framework's lone file is merged over the framework's own defaults. If not, the model has only what the file
    /// says.
    /// </summary>
    public bool UsesDefaults { get; init; } = true;

    /// <summary>The threads that share the projects.</summary>
    public Workers Workers { get; init; } = Workers.One;

    /// <summary>The config folders of the last load that no project reads.</summary>
    public ImmutableArray<UnreadConfig> Unread { get; private set; } = [];

    /// <summary>The named files of the last load that configure nothing in this environment.</summary>
    public ImmutableArray<NotJudged> PassedOver { get; private set; } = [];

    /// <summary>The defects met in projects, which are then left out.</summary>
    public ImmutableArray<Notification> Faults => _barrier.Faults;

    /// <summary>The projects around config files, sorted by their entry files; then the files that stand alone.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="named">Those of them that the user named; null if they were found while walking.</param>
    public ImmutableArray<ConfigModel> Load(IEnumerable<string> paths, ImmutableHashSet<string>? named)
    {
        var all = paths.Order(StringComparer.Ordinal).ToList();
        var discovery = ConfigProjectFinder.Discover(all, Files);
        var (models, lost) = EvaluateAll(discovery.Projects);
        var evaluated = PathsOf(models);
        var unread = new UnreadFolders(discovery.Unread);
        var read = evaluated.SelectMany(unread.Holding).ToHashSet();
        Unread = [.. discovery.Unread.Where(folder => !read.Contains(folder))];
        var readable = all.Where(path => !unread.Holding(path).Any() && IsReadOrLost(path)).ToList();
        var outside = WithoutAliases(readable, evaluated).Where(path => !lost.Any(project => IsIn(project, path))).ToList();
        PassedOver =
        [
            .. outside.Where(path => named?.Contains(path) == true).Select(PassOver).OfType<NotJudged>(),
            .. named is null ? OfNobody(outside, discovery, models) : OfUnread(named, unread),
        ];
        var lone = outside.Where(path => IsJudgedAlone(path, discovery, named));
        var alone = _barrier.TryAll(
            [.. named is null ? FrameworkCatalog.ChooseRead(lone, variables, Files) : lone], Workers, path => path,
            EvaluateAlone);
        return [.. models, .. WithoutParts([.. alone.OfType<ConfigModel>()])];
    }

    /// <summary>
    /// The configurations of projects, and the projects that ExsLint itself failed on: of their files nothing else is said.
    /// </summary>
    private (List<ConfigModel> Models, List<ConfigProject> Lost) EvaluateAll(ImmutableArray<ConfigProject> projects)
    {
        var models = _barrier.TryAll(
            projects, Workers, project => project.EntryFile, project => Evaluate(project, defaults: null));
        return (WithoutParts([.. models.OfType<ConfigModel>()]), [.. projects.Where((_, index) => models[index] is null)]);
    }

    private bool IsIn(ConfigProject project, string path) =>
        ConfigProjectFinder.Find([path], Files).Any(found => found.EntryFile == project.EntryFile);

    /// <summary>The files that no configuration holds by any of their names; each by one name.</summary>
    private List<string> WithoutAliases(List<string> paths, HashSet<string> evaluated)
    {
        var held = evaluated.Select(Files.CanonicalPath).ToHashSet(StringComparer.Ordinal);
        var read = paths.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. paths.Where(path => Files.CanonicalPath(path) is var name
                && !held.Contains(name)
                && (name == path || !read.Contains(name))),
        ];
    }

    /// <summary>Files that the user named in folders that Mix does not read.</summary>
    private static IEnumerable<NotJudged> OfUnread(ImmutableHashSet<string> named, UnreadFolders unread) =>
        from path in named.Order(StringComparer.Ordinal)
        let folder = unread.Holding(path).LastOrDefault()
        where folder is not null
        select new NotJudged(path, NotJudgedReason.ReadInstead(folder.ReadInstead.Written), path);

    /// <summary>
    /// Configuration in a project's folder that the project does not import, and that is not one of its environments'. It may be
    /// for another way to run the application, or forgotten.
    /// </summary>
    private IEnumerable<NotJudged> OfNobody(List<string> outside, ConfigDiscovery discovery, List<ConfigModel> models)
    {
        var lost = outside
            .Where(path => !discovery.Lone.Contains(path) && PassOver(path) is null && _trees.Get(path) is not null)
            .Where(path => !ConfigFile.HoldsSecrets(path))
            .ToList();
        var environments = lost.Count == 0 ? [] : KnownEnvironments.Of(models);
        return lost.Where(path => !environments.Contains(TreePath.NameOf(path).Split('.')[0]))
            .Select(path => new NotJudged(path, NotJudgedReason.NotImported, path));
    }

    /// <summary>Whether a file is parsed, or is there and cannot be read.</summary>
    private bool IsReadOrLost(string path) => _trees.Get(path) is not null || Files.FileExists(path);

    private IProjectFiles Files => snapshot.Files;

    private ConfigModel Evaluate(ConfigProject project, ElixirSyntaxTree? defaults) =>
        ConfigEvaluator.Evaluate(project, _trees, environment, defaults, variables, cancellation);

    /// <summary>The paths of all files of some configurations.</summary>
    public static HashSet<string> PathsOf(IEnumerable<ConfigModel> models) =>
        models.SelectMany(model => model.Files).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// What another configuration takes in is judged there: an application of an umbrella whose root imports it, or a file of a
    /// release that the release's own file imports. Of two that import each other the first stays.
    /// </summary>
    private static List<ConfigModel> WithoutParts(ImmutableArray<ConfigModel> models)
    {
        // How many of the configurations that are left take a file in.
        var takers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var path in models.SelectMany(TakenInBy))
        {
            takers[path] = takers.GetValueOrDefault(path) + 1;
        }

        var kept = new List<ConfigModel>();
        foreach (var model in models)
        {
            if (takers.GetValueOrDefault(model.Project.EntryFile) == 0)
            {
                kept.Add(model);
                continue;
            }

            foreach (var path in TakenInBy(model))
            {
                takers[path]--;
            }
        }

        return kept;
    }

    private static IEnumerable<string> TakenInBy(ConfigModel model) =>
        model.Files.Select(file => file.Path).Where(path => path != model.Project.EntryFile).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// A file that no project imports in this environment is another environment's, or nobody's, unless it stands alone or was
    /// named.
    /// </summary>
    private bool IsJudgedAlone(string path, ConfigDiscovery discovery, ImmutableHashSet<string>? named)
    {
        // A named file that cannot be read is an error of its own.
        var isWanted = named?.Contains(path) == true ? _trees.Get(path) is not null : discovery.Lone.Contains(path);
        return isWanted && PassOver(path) is null;
    }

    /// <summary>Why a file that no project imports is not judged by itself; null if it is.</summary>
    private NotJudged? PassOver(string path)
    {
        var owner = TreePath.NameOf(path).Split('.')[0];
        if (owner is "dev" or "test" && owner != environment)
        {
            return new NotJudged(path, NotJudgedReason.OfEnvironment(owner), path);
        }

        var isScript = _trees.Get(path) is { } tree && (TreePath.NameOf(path) == MixFile.Name || !IsConfiguration(tree));
        return isScript ? new NotJudged(path, NotJudgedReason.ConfiguresNothing, path) : null;
    }

    /// <summary>
    /// Whether a file configures or imports anything, or gives a list of settings; else it is a script of another purpose: a
    /// release's definition, a helper.
    /// </summary>
    private static bool IsConfiguration(ElixirSyntaxTree tree) =>
        tree.Root.Body.Expressions is [.., ListSyntax]
        || tree.Root.DescendantNodesAndSelf().Any(node => node is CallSyntax
        {
            LocalName: "config" or "import_config",
        } or CallSyntax
        {
            LocalName: "import" or "use",
            Arguments: [AliasSyntax { Name: "Config" }
                or QualifiedAliasSyntax { Left: AliasSyntax { Name: "Mix" }, Name.Text: "Config" }, ..],
        });

    private ConfigModel EvaluateAlone(string path)
    {
        var project = ConfigProjectFinder.Release(path, environment, Files);
        return _trees.Get(path) is { } tree && FrameworkCatalog.ReadAlone(tree) is { } read
            ? Evaluate(project with { IsReadByProvider = read.IsReadByProvider }, UsesDefaults ? read.Defaults : null)
            : Evaluate(project, defaults: null);
    }
}

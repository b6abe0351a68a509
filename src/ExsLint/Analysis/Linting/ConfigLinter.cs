using System.Collections.Immutable;
using ExsLint.Frameworks;
using ExsLint.Frameworks.Catalog;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Rules.Config;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Secrets;
using ExsLint.Syntax.Elixir;
using ExsLint.Workspace;

namespace ExsLint.Analysis.Linting;

/// <summary>Evaluates the projects that config files belong to, and runs the rules on them.</summary>
internal sealed class ConfigLinter(
    Snapshot snapshot, LintOptions options, Action<Diagnostic> report, CancellationToken cancellation)
{
    private readonly ConfigModelLoader _loader =
        new(snapshot, options.Environment, options.Variables, cancellation) { Workers = options.Workers };

    private readonly HashSet<string> _judged = new(StringComparer.Ordinal);
    private readonly List<NotJudged> _notJudged = [];
    private readonly List<Notification> _faults = [];

    /// <summary>The trees that were read, sorted by path.</summary>
    public IEnumerable<ElixirSyntaxTree> Trees => _loader.Trees;

    /// <summary>
    /// The files of configurations that are completely in the tree. The other files belong to configurations that are only
    /// partly in it.
    /// </summary>
    public IReadOnlySet<string> JudgedPaths => _judged;

    /// <summary>The applications that there are no rules for.</summary>
    public IEnumerable<NotJudged> NotJudged => _notJudged;

    /// <summary>The defects of ExsLint itself that were met.</summary>
    public IEnumerable<Notification> Faults => _loader.Faults.Concat(_faults);

    /// <summary>The configurations that were evaluated.</summary>
    public ImmutableArray<ConfigModel> Models { get; private set; } = [];

    /// <summary>What is secret in the files that were read.</summary>
    public SecretMap Secrets { get; private set; } = new();

    /// <summary>Analyses the projects around config files.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="named">Those of them that the user named; null if they were found while walking.</param>
    public void Lint(ImmutableArray<string> paths, ImmutableHashSet<string>? named)
    {
        Models = [.. _loader.Load(paths, named)];
        Secrets = new SecretMap(Trees, Models, new FileAliases(snapshot.Files, Trees.Select(tree => tree.File)).Of);
        foreach (var judged in options.Workers.Map(Models, model => Judge(model, named)))
        {
            judged.Found.ForEach(report);
            _notJudged.AddRange(judged.NotJudged);
            _judged.UnionWith(judged.Paths);
            _faults.AddRange(judged.Barrier.Faults);
        }

        _notJudged.AddRange(_loader.PassedOver);
        var rule = RuleCatalog.Get<ConfigUnreadRule>();
        foreach (var unread in _loader.Unread)
        {
            if (snapshot.Files.Read(unread.File) is { } file)
            {
                report(rule.Create(unread, file));
            }
        }
    }

    /// <summary>Whether there are rules for an application.</summary>
    private static bool IsJudged(ConfiguredApplication application) =>
        RuleCatalog.OfConfigs.Any(rule => rule.Judges(application));

    private JudgedModel Judge(ConfigModel model, ImmutableHashSet<string>? named)
    {
        var judged = new JudgedModel();
        judged.Barrier.Try(model.Project.EntryFile, "", () => Judge(model, named, judged));
        return judged;
    }

    private void Judge(ConfigModel model, ImmutableHashSet<string>? named, JudgedModel judged)
    {
        var applications = FrameworkCatalog.Recognise(model, snapshot);
        judged.NotJudged.AddRange(NotJudgedFinder.In(model, applications.Own, [.. applications.Known.Where(IsJudged)]));
        var isJudged = model.MissingFiles.IsEmpty;
        var facts = new SharedFacts();
        foreach (var rule in options.ConfigRules)
        {
            isJudged &= judged.Barrier.Try(
                model.Project.EntryFile,
                $" in rule {rule.Descriptor.Id}",
                () => rule.Analyze(new ConfigRuleContext(rule.Descriptor, model, applications.Known, Secrets, judged.Found.Add)
                {
                    Project = applications.Project,
                    Named = named,
                    Profile = options.FindingProfile,
                    Facts = facts,
                }));
        }

        if (isJudged)
        {
            judged.Paths.UnionWith(ConfigModelLoader.PathsOf([model]));
        }
    }

    /// <summary>What comes of one configuration.</summary>
    private sealed class JudgedModel
    {
        public List<Diagnostic> Found { get; } = [];

        public List<NotJudged> NotJudged { get; } = [];

        public HashSet<string> Paths { get; } = new(StringComparer.Ordinal);

        public FaultBarrier Barrier { get; } = new();
    }
}

using System.Collections.Immutable;
using ExsLint.Analysis.Suppressions;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Rules.Syntax;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Text;
using ExsLint.Workspace;

namespace ExsLint.Analysis.Linting;

/// <summary>Analyses files of a tree with all rules.</summary>
public static class Linter
{
    /// <summary>Analyses config files, with the projects around them, and units, with their drop-ins.</summary>
    /// <param name="snapshot">The tree.</param>
    /// <param name="targets">What to look at.</param>
    /// <param name="options">What to look for.</param>
    /// <param name="cancellation">Ends the analysis early, with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// The findings that no comment suppresses, and those that one does, in an order that depends on nothing but the text.
    /// </returns>
    public static LintResult Lint(
        Snapshot snapshot, LintTargets targets, LintOptions options, CancellationToken cancellation = default) =>
        Analyze(snapshot, targets, options, cancellation).Result;

    /// <summary>Analyses files as <see cref="Lint"/> does, and gives what the findings were found in as well.</summary>
    internal static LintAnalysis Analyze(
        Snapshot snapshot, LintTargets targets, LintOptions options, CancellationToken cancellation = default)
    {
        var diagnostics = new List<Diagnostic>();
        var config = new ConfigLinter(snapshot, options, diagnostics.Add, cancellation);
        config.Lint(targets.ConfigFiles, targets.ReportOnly);
        ReportSyntax(config.Trees, diagnostics.Add);
        var barrier = new FaultBarrier();
        var analyses = AnalyzeUnits(snapshot, targets, options, barrier, cancellation);
        diagnostics.AddRange(analyses.SelectMany(analysis => analysis.Diagnostics));
        List<SyntaxTree> trees = [.. config.Trees, .. analyses.SelectMany(analysis => analysis.Trees)];
        List<EffectiveUnit> units = [.. analyses.Select(analysis => analysis.Unit)];

        var aliases = new FileAliases(snapshot.Files, trees.Select(tree => tree.File));
        var redaction = new Redaction(config.Secrets, units);
        diagnostics = aliases.Apply(diagnostics, redaction.Apply);
        var judged = PathsOfJudged(config, analyses, trees, aliases);
        trees.RemoveAll(tree => aliases.IsAlias(tree.File.Path));
        var suppressions = new SuppressionFilter(trees, judged.Contains, options);
        var kept = suppressions.Apply(diagnostics.Where(IsWanted)).ToList();
        var reviewed = suppressions.Review(options).Where(IsWanted).ToList();
        kept.AddRange(reviewed);
        var sources = trees
            .Select(tree => tree.File)
            .DistinctBy(source => source.Path)
            .OrderBy(source => source.Path, StringComparer.Ordinal);
        var reported = Arrange(kept, diagnostic => diagnostic, targets).ToList();
        var suppressed = Arrange(suppressions.Suppressed, suppressed => suppressed.Diagnostic, targets).ToList();
        options.Workers.Map(RedactedFiles(reported.Concat(suppressed.Select(finding => finding.Diagnostic))), config.Secrets.Of);
        var result = new LintResult(
            [.. reported.Select(Show)],
            [.. sources],
            [.. config.Faults, .. barrier.Faults])
        {
            Suppressed = [.. suppressed.Select(finding => finding with { Diagnostic = Show(finding.Diagnostic) })],
            Secrets = config.Secrets,
            NotJudged = [.. config.NotJudged.Concat(UnitsNotJudged(analyses, aliases)).Distinct()],
        };
        return new LintAnalysis(
            result,
            [.. diagnostics, .. reviewed],
            config.Models,
            [.. units.DistinctBy(unit => (unit.Files.Main.File.Path, unit.Name.Text))],
            aliases);

        bool IsWanted(Diagnostic diagnostic) => options.Includes(diagnostic.Rule, diagnostic.Location.File.Path);

        Diagnostic Show(Diagnostic diagnostic) =>
            redaction.Apply(options.Levels.IsEmpty ? diagnostic : diagnostic with { Level = options.LevelOf(diagnostic) });
    }

    /// <summary>The files whose secrets are taken out of findings.</summary>
    private static List<SourceFile> RedactedFiles(IEnumerable<Diagnostic> found) =>
        [.. found.Where(finding => !finding.Arguments.IsEmpty).Select(finding => finding.Location.File).Distinct()];

    /// <summary>The files, as they are reported, in which a comment that suppresses nothing is known to do so.</summary>
    private static HashSet<string> PathsOfJudged(
        ConfigLinter config, List<UnitAnalysis> units, IEnumerable<SyntaxTree> trees, FileAliases aliases) =>
        trees.Where(tree => config.JudgedPaths.Contains(tree.File.Path))
            .Concat(units.Where(unit => unit.IsJudged).SelectMany(unit => unit.Trees))
            .Select(tree => aliases.Of(tree.File).Path)
            .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<NotJudged> UnitsNotJudged(List<UnitAnalysis> units, FileAliases aliases) => units
        .Where(unit => !aliases.IsAlias(unit.Unit.Files.Main.File.Path))
        .SelectMany(unit => NotJudgedFinder.In(unit.Unit, unit.IsJudged));

    /// <summary>The units, each by its own name; a link that is another name of it is no unit of its own.</summary>
    private static List<UnitAnalysis> AnalyzeUnits(
        Snapshot snapshot, LintTargets targets, LintOptions options, FaultBarrier barrier, CancellationToken cancellation)
    {
        var units = targets.UnitFiles
            .Order(StringComparer.Ordinal)
            .Where(unit => !UnitAliases.IsOtherName(unit, snapshot.Files.CanonicalPath(unit)));
        return [.. barrier.TryAll([.. units], options.Workers, unit => unit, Analyze).SelectMany(analyses => analyses ?? [])];

        List<UnitAnalysis> Analyze(string unit)
        {
            cancellation.ThrowIfCancellationRequested();
            return [.. UnitLinter.Analyze(snapshot, unit, targets.ReportOnly?.Contains(unit) == true, options)];
        }
    }

    /// <summary>The findings that were asked for, each one once, in their order.</summary>
    private static IEnumerable<T> Arrange<T>(IEnumerable<T> findings, Func<T, Diagnostic> of, LintTargets targets) => findings
        .Where(finding => targets.ReportOnly?.Contains(of(finding).Location.File.Path) != false
            || UnitHost.Owns(of(finding).Location.File.Path))
        .DistinctBy(finding => (of(finding).Rule.Id, of(finding).Location, of(finding).Message))
        .OrderBy(of, DiagnosticOrder.Instance);

    private static void ReportSyntax(IEnumerable<ElixirSyntaxTree> trees, Action<Diagnostic> report)
    {
        var error = RuleCatalog.Get<SyntaxErrorRule>();
        var mark = RuleCatalog.Get<SyntaxByteOrderMarkRule>();
        foreach (var tree in trees)
        {
            if (tree.File.HasByteOrderMark)
            {
                report(mark.Create(tree.File));
            }

            foreach (var diagnostic in tree.Diagnostics.Where(diagnostic => diagnostic.IsError))
            {
                report(error.Create(tree.File, diagnostic, new FileId(tree.File.Path)));
            }
        }
    }
}

/// <summary>An analysis with what its findings were found in.</summary>
/// <param name="Result">What is reported.</param>
/// <param name="All">Every finding of the rules that ran: in whatever file, suppressed or not, some of them twice.</param>
/// <param name="Models">The configurations.</param>
/// <param name="Units">The units, each once.</param>
/// <param name="Aliases">The files that were read by several names.</param>
internal sealed record LintAnalysis(
    LintResult Result,
    ImmutableArray<Diagnostic> All,
    ImmutableArray<ConfigModel> Models,
    ImmutableArray<EffectiveUnit> Units,
    FileAliases Aliases)
{
    private Dictionary<(string Name, SourceFile File), EffectiveUnit>? _unitsByFile;

    /// <summary>The unit that a finding is about, or null if it is about none.</summary>
    public EffectiveUnit? UnitOf(Diagnostic diagnostic)
    {
        if (_unitsByFile is null)
        {
            _unitsByFile = [];
            foreach (var unit in Units)
            {
                foreach (var file in unit.Files.Sources)
                {
                    _unitsByFile.TryAdd((unit.Name.Text, Aliases.Of(file)), unit);
                }
            }
        }

        var name = diagnostic.Setting switch
        {
            DirectiveId directive => directive.Unit,
            FileId file => file.Unit,
            _ => null,
        };
        return name is not null ? _unitsByFile.GetValueOrDefault((name, diagnostic.Location.File)) : null;
    }
}

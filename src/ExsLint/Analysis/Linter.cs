using ExsLint.Analysis.Suppressions;
using ExsLint.Rules;
using ExsLint.Rules.Syntax;
using ExsLint.Semantics;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;

namespace ExsLint.Analysis;

/// <summary>Analyses files of a tree with all rules.</summary>
public static class Linter
{
    /// <summary>Analyses config files, with the projects around them, and units, with their drop-ins.</summary>
    /// <param name="files">The tree.</param>
    /// <param name="targets">What to look at.</param>
    /// <param name="options">What to look for.</param>
    /// <returns>The findings that no comment suppresses, and those that one does, in an order that depends on nothing but the text.</returns>
    public static LintResult Lint(IProjectFiles files, LintTargets targets, LintOptions options)
    {
        var diagnostics = new List<Diagnostic>();
        var config = new ConfigLinter(files, options, diagnostics.Add);
        config.Lint(targets.ConfigFiles, targets.ReportOnly);
        ReportSyntax(config.Trees, diagnostics.Add);
        var trees = new List<SyntaxTree>(config.Trees);
        var judged = config.JudgedPaths.ToHashSet(StringComparer.Ordinal);
        foreach (var unit in targets.UnitFiles)
        {
            if (UnitLinter.Analyze(files, unit, targets.ReportOnly?.Contains(unit) == true, options) is { } analysis)
            {
                diagnostics.AddRange(analysis.Diagnostics);
                trees.AddRange(analysis.Trees);
                judged.UnionWith(analysis.IsJudged ? analysis.Trees.Select(tree => tree.File.Path) : []);
            }
        }

        var suppressions = new SuppressionFilter(trees, judged.Contains);
        var kept = suppressions.Apply(diagnostics.Where(diagnostic => options.Includes(diagnostic.Rule))).ToList();
        kept.AddRange(suppressions.Review(options).Where(diagnostic => options.Includes(diagnostic.Rule)));
        var sources = trees.Select(tree => tree.File).DistinctBy(source => source.Path).OrderBy(source => source.Path, StringComparer.Ordinal);
        return new LintResult([.. Arrange(kept, diagnostic => diagnostic, targets)], [.. sources], [])
        {
            Suppressed = [.. Arrange(suppressions.Suppressed, suppressed => suppressed.Diagnostic, targets)],
        };
    }

    /// <summary>The findings that were asked for, each one once, in their order.</summary>
    private static IEnumerable<T> Arrange<T>(IEnumerable<T> findings, Func<T, Diagnostic> of, LintTargets targets) => findings
        .Where(finding => targets.ReportOnly?.Contains(of(finding).Location.File.Path) != false)
        .DistinctBy(finding => (of(finding).Rule.Id, of(finding).Location, of(finding).Message))
        .OrderBy(of, DiagnosticOrder.Instance);

    private static void ReportSyntax(IEnumerable<ElixirSyntaxTree> trees, Action<Diagnostic> report)
    {
        var error = RuleCatalog.All.OfType<SyntaxErrorRule>().Single();
        var mark = RuleCatalog.All.OfType<SyntaxByteOrderMarkRule>().Single();
        foreach (var tree in trees)
        {
            if (tree.File.HasByteOrderMark)
            {
                report(mark.Create(tree.File));
            }

            foreach (var diagnostic in tree.Diagnostics.Where(diagnostic => diagnostic.IsError))
            {
                report(error.Create(tree.File, diagnostic, tree.File.Path));
            }
        }
    }
}

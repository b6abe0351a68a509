using System.Collections.Immutable;
using ExsLint.Rules;
using ExsLint.Rules.Syntax;
using ExsLint.Semantics;
using ExsLint.Syntax.Elixir;

namespace ExsLint.Analysis;

/// <summary>Analyses files of a tree with all rules.</summary>
public static class Linter
{
    /// <summary>Analyses config files, with the projects around them, and units, with their drop-ins.</summary>
    /// <param name="files">The tree.</param>
    /// <param name="targets">What to look at.</param>
    /// <param name="options">What to look for.</param>
    /// <returns>The findings, in an order that depends on nothing but the text.</returns>
    public static LintResult Lint(IProjectFiles files, LintTargets targets, LintOptions options)
    {
        var diagnostics = new List<Diagnostic>();
        var config = new ConfigLinter(files, options, diagnostics.Add);
        config.Lint(targets.ConfigFiles, targets.ReportOnly);
        ReportSyntax(config.Trees, diagnostics.Add);
        var sources = config.Trees.Select(tree => tree.File).ToList();
        foreach (var unit in targets.UnitFiles)
        {
            var result = UnitLinter.Lint(files, unit, targets.ReportOnly?.Contains(unit) == true, options);
            diagnostics.AddRange(result.Diagnostics);
            sources.AddRange(result.Files);
        }

        var reported = diagnostics
            .Where(diagnostic => targets.ReportOnly?.Contains(diagnostic.Location.File.Path) != false)
            .DistinctBy(diagnostic => (diagnostic.Rule.Id, diagnostic.Location, diagnostic.Message))
            .OrderBy(diagnostic => diagnostic.Location.File.Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.Span.Start)
            .ThenBy(diagnostic => diagnostic.Location.Span.Length)
            .ThenBy(diagnostic => diagnostic.Rule.Id, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.SettingPath, StringComparer.Ordinal);
        return new LintResult(
            [.. reported], [.. sources.DistinctBy(source => source.Path).OrderBy(source => source.Path, StringComparer.Ordinal)], []);
    }

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

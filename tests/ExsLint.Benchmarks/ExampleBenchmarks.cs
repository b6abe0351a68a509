using BenchmarkDotNet.Attributes;
using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Oracles.Systemd;
using ExsLint.Reporting;
using ExsLint.Reporting.Sarif;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Benchmarks;

/// <summary>The example instance: evaluated, checked, and checked and reported.</summary>
public class ExampleBenchmarks
{
    private static readonly LintTargets Targets = new(["config/config.exs"], ["installation/akkoma.service"]);
    private static readonly ReportOptions Report = new() { Rules = [.. RuleCatalog.All.Select(rule => rule.Descriptor)] };

    private readonly FolderProjectFiles _files = new(Corpus.Example);
    private Snapshot _trees = null!;
    private ConfigProject _project = null!;

    [GlobalSetup]
    public void ParseOnce()
    {
        _trees = new Snapshot(_files);
        _project = ConfigProjectFinder.Find(["config/config.exs"], _files).Single();
    }

    /// <summary>The effective configuration; its files are parsed only once.</summary>
    [Benchmark]
    public object Evaluate() => ConfigEvaluator.Evaluate(_project, _trees, "prod");

    /// <summary>Reading, parsing, evaluating and all rules.</summary>
    [Benchmark]
    public object Check() => Linter.Lint(new Snapshot(_files), Targets, new LintOptions());

    /// <summary>The same, and the report.</summary>
    [Benchmark]
    public void CheckToSarif() =>
        SarifReport.Write(Linter.Lint(new Snapshot(_files), Targets, new LintOptions()), Report, TextWriter.Null);
}

using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using ExsLint.Analysis;
using ExsLint.Analysis.Fixing;
using ExsLint.Analysis.Linting;
using ExsLint.Reporting;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Benchmarks;

/// <summary>
/// The example instance with a <c>config.exs</c> as long as upstream's: evaluated, checked with a line for each finding, and
/// fixed. Its files are parsed only once.
/// </summary>
public class UpstreamSizedBenchmarks
{
    private const int Sections = 110;
    private const string Entry = "config/config.exs";

    private static readonly LintTargets Targets = new([Entry], []);

    private Snapshot _snapshot = null!;
    private ConfigProject _project = null!;

    [GlobalSetup]
    public void ParseOnce()
    {
        var files = new InMemoryProjectFiles(
            (Entry, Lengthen(Read(Entry))),
            ("config/prod.exs", Read("config/prod.exs")),
            ("config/prod.secret.exs", Read("config/prod.secret.exs")));
        _snapshot = new Snapshot(files);
        _project = ConfigProjectFinder.Find([Entry], files).Single();
        Check();
    }

    /// <summary>The effective configuration alone.</summary>
    [Benchmark(Baseline = true)]
    public object Evaluate() => ConfigEvaluator.Evaluate(_project, _snapshot, "prod");

    /// <summary>The same, all rules, and a line for each finding.</summary>
    [Benchmark]
    public void Check() => ConciseReport.Write(Linter.Lint(_snapshot, Targets, new LintOptions()), TextWriter.Null);

    /// <summary>The same, and how many fixes there are: each of them is looked for and proved.</summary>
    [Benchmark]
    public object CheckAndCountFixes() => ReportSummary.Of(Linter.Lint(_snapshot, Targets, new LintOptions()));

    /// <summary>All fixes, each of them proved by itself and all of them together.</summary>
    [Benchmark]
    public object Fix() => FixEngine.Apply(_snapshot, Targets, new LintOptions(), new FixOptions { Unsafe = true });

    private static string Read(string path) => File.ReadAllText(Path.Combine(Corpus.Example, path));

    /// <summary>The text with as many settings as upstream's file has behind its first line.</summary>
    private static string Lengthen(string config)
    {
        var text = new StringBuilder("import Config\n\n");
        for (var i = 0; i < Sections; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                config :pleroma, :section_{{i}},
                  enabled: {{(i % 3 == 0 ? "true" : "false")}},
                  limit: {{i * 100}},
                  timeout: :timer.seconds({{i}}),
                  names: ~w(first second third)a,
                  hosts: ["a{{i}}.example", "b{{i}}.example"],
                  nested: [pool: [size: {{i}}, overflow: 2], mime: %{"application/json" => ["json"]}]

                config :pleroma, Pleroma.Section{{i}}, adapter: Pleroma.Adapter{{i}}, args: [Pleroma.Filter, {Pleroma.Cache, {{i}}}]

                """);
        }

        return text.Append(config.AsSpan(config.IndexOf('\n', StringComparison.Ordinal) + 1)).ToString();
    }
}

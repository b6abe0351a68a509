using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using ExsLint.Benchmarks;

// dotnet run --project tests/ExsLint.Benchmarks -c Release -- --filter '*' [--job short]
var config = ManualConfig.CreateEmpty()
    .AddColumnProvider(
        DefaultColumnProviders.Descriptor, DefaultColumnProviders.Params, DefaultColumnProviders.Statistics,
        DefaultColumnProviders.Metrics)
    .AddColumn(new ThroughputColumn())
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddExporter(MarkdownExporter.GitHub)
    .AddLogger(ConsoleLogger.Default)
    .WithArtifactsPath(Path.Combine(Corpus.Repository, "artifacts", "benchmarks"));

var summaries = BenchmarkSwitcher.FromAssembly(typeof(Corpus).Assembly).Run(args, config);
return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;

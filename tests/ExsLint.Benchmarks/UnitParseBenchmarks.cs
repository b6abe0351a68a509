using BenchmarkDotNet.Attributes;
using ExsLint.Syntax.Systemd;

namespace ExsLint.Benchmarks;

/// <summary>Scanning and parsing systemd units.</summary>
public class UnitParseBenchmarks
{
    [ParamsSource(nameof(Texts))]
    public Sample Text { get; set; } = null!;

    public static IEnumerable<Sample> Texts => Corpus.UnitFiles();

    [Benchmark]
    public object Parse() => UnitParser.Parse(Text.File);
}

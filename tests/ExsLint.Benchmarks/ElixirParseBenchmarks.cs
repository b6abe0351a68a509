using BenchmarkDotNet.Attributes;
using ExsLint.Syntax.Elixir;

namespace ExsLint.Benchmarks;

/// <summary>Scanning and parsing Elixir.</summary>
public class ElixirParseBenchmarks
{
    [ParamsSource(nameof(Texts))]
    public Sample Text { get; set; } = null!;

    public static IEnumerable<Sample> Texts => Corpus.ConfigFiles();

    [Benchmark]
    public object Parse() => ElixirParser.Parse(Text.File);
}

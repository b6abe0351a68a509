using System.Text;
using BenchmarkDotNet.Attributes;
using ExsLint.Syntax.Elixir;
using ExsLint.Text;

namespace ExsLint.Benchmarks;

/// <summary>Texts that no person writes, in doubling sizes: time is to double with them.</summary>
public class ElixirShapeBenchmarks
{
    private static readonly Dictionary<string, (string Open, string Close)> Pieces = new()
    {
        ["list"] = ("a, ", ""),
        ["string"] = ("a", ""),
        ["nesting"] = ("[", "]"),
        ["unclosed brackets"] = ("config :a, b: [1,\n", ""),
        ["unclosed blocks"] = ("if a do\n  if b do\n    c\nend\n", ""),
        ["operators"] = ("a + ", ""),
        ["calls"] = ("f ", ""),
        ["interpolations"] = ("\"#{", "}\""),
        ["unclosed quotes"] = ("\n\"", ""),
    };

    private SourceFile _file = null!;

    [ParamsSource(nameof(Shapes))]
    public string Shape { get; set; } = "";

    [Params(25_000, 50_000, 100_000)]
    public int Count { get; set; }

    public static IEnumerable<string> Shapes => Pieces.Keys;

    [GlobalSetup]
    public void MakeText()
    {
        var (open, close) = Pieces[Shape];
        var (before, after) = Shape switch { "list" => ("[", "a]"), "string" => ("\"", "\""), _ => ("", "a") };
        var text = new StringBuilder(before).Insert(before.Length, open, Count).Append(after);
        for (var i = 0; i < Count; i++)
        {
            text.Append(close);
        }

        _file = SourceFile.FromString("shape.exs", text.ToString());
    }

    [Benchmark]
    public object Parse() => ElixirParser.Parse(_file);
}

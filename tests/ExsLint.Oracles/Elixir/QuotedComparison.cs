using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Quoted;
using ExsLint.Text;

namespace ExsLint.Oracles.Elixir;

/// <summary>Holds ExsLint's reading of sources against that of Elixir, in its dialect.</summary>
internal static class QuotedComparison
{
    /// <summary>A line for every source that the two do not both refuse, or read as the same quoted form.</summary>
    public static List<string> FindDifferences(ElixirOracle oracle, IReadOnlyList<(string Name, byte[] Source)> sources)
    {
        var answers = oracle.QuoteAll([.. sources.Select(source => source.Source)]);
        var differences = new List<string>();
        for (var i = 0; i < sources.Count; i++)
        {
            var (actual, message) = Read(sources[i].Source);
            var expected = answers[i].Quoted;
            if (actual != expected)
            {
                differences.Add(
                    $"{sources[i].Name}\n  Elixir:  {Excerpt(expected, actual) ?? answers[i].Message}\n  ExsLint: "
                        + $"{Excerpt(actual, expected) ?? message}");
            }
        }

        return differences;
    }

    /// <summary>The quoted form of a source in the dialect of the oracle, or null and the first error.</summary>
    public static (string? Quoted, string? Message) Read(byte[] source)
    {
        var tree = ElixirParser.Parse(SourceFile.FromBytes("a.exs", source), ElixirProgram.Dialect);
        var error = tree.Diagnostics.FirstOrDefault(diagnostic => diagnostic.IsError);
        return error is null ? (QuotedForm.Write(tree, ElixirProgram.Dialect), null) : (null, error.Message);
    }

    /// <summary>A long text from shortly before the place where it differs from another.</summary>
    private static string? Excerpt(string? text, string? other)
    {
        var start = text is null ? 0 : Math.Max(0, text.AsSpan().CommonPrefixLength(other) - 40);
        return text is null ? null : text[start..Math.Min(text.Length, start + 200)];
    }
}

using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Text;

namespace ExsLint.Oracles.Elixir;

/// <summary>
/// Makes a source on which ExsLint and Elixir differ as small as it gets: takes away runs of tokens, then characters, as long as
/// they differ in the same way.
/// </summary>
internal sealed class DifferenceReducer(ParseComparison comparison)
{
    // A source that is reduced this often without an end is small enough to read.
    private const int MaxRounds = 200;

    /// <summary>The same difference on the smallest source found.</summary>
    public ParseDifference Reduce(ParseDifference difference)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var candidates = Candidates(Tokens(difference.Source))
                .Concat(difference.Source.Length <= 80 ? Candidates(Characters(difference.Source)) : [])
                .Distinct()
                .Where(candidate => candidate.Length < difference.Source.Length)
                .ToList();
            var smaller = comparison.Compare(candidates).Differences
                .Where(found => found.Kind == difference.Kind)
                .MinBy(found => found.Source.Length);
            if (smaller is null)
            {
                return difference;
            }

            difference = smaller;
        }

        return difference;
    }

    /// <summary>The pieces without each run of them whose length is a power of two.</summary>
    private static IEnumerable<string> Candidates(IReadOnlyList<string> pieces)
    {
        for (var length = 1; length <= pieces.Count; length *= 2)
        {
            for (var start = 0; start + length <= pieces.Count; start += Math.Max(1, length / 2))
            {
                yield return string.Concat(pieces.Take(start).Concat(pieces.Skip(start + length)));
            }
        }
    }

    /// <summary>Trivia and tokens, one by one.</summary>
    private static List<string> Tokens(string source)
    {
        var tree = ElixirParser.Parse(SourceFile.FromString("source.exs", source), ElixirProgram.Dialect);
        var pieces = new List<string>();
        var end = 0;
        for (var i = 0; i < tree.TokenCount; i++)
        {
            var span = tree.GetToken(i).Span;
            pieces.Add(source[end..span.Start]);
            pieces.Add(source[span.Start..span.End]);
            end = span.End;
        }

        return [.. pieces.Where(piece => piece.Length > 0)];
    }

    private static List<string> Characters(string source) => [.. source.EnumerateRunes().Select(rune => rune.ToString())];
}

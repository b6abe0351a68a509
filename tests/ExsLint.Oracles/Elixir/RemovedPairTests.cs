using ExsLint.Edits;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Text;

namespace ExsLint.Oracles.Elixir;

/// <summary>
/// A pair that is taken out is gone, and nothing else: Config.Reader computes what it does once Elixir's own tree is without the pair, and what
/// <c>mix format</c> accepted it still accepts.
/// </summary>
public sealed class RemovedPairTests : IDisposable
{
    private const int Seed = 41;
    private const int Files = 500;

    private readonly EditsOracle _elixir = new();

    public void Dispose() => _elixir.Dispose();

    [OracleFact("elixir")]
    public void What_was_formatted_stays_formatted() => AssertRemovals(
        text => _elixir.Format(text),
        after => Assert.Equal(_elixir.Format(after), after));

    [OracleFact("elixir")]
    public void What_was_not_formatted_keeps_its_line_ends() => AssertRemovals(
        text => _elixir.Format(text) is null ? null : text.Replace("\n", "\r\n", StringComparison.Ordinal).TrimEnd(),
        after =>
        {
            Assert.DoesNotContain('\n', after.Replace("\r\n", "", StringComparison.Ordinal));
            Assert.False(after.EndsWith('\n'), "There is a line end at the end.");
        });

    private void AssertRemovals(Func<string, string?> prepare, Action<string> check)
    {
        var (count, random, generator) = (0, new Random(Seed), new ConfigFileGenerator(Seed));
        var failures = new List<string>();
        for (var i = 0; i < Files; i++)
        {
            if (prepare(generator.NextFile()) is not { } before || FindPairs(before) is not { Count: > 0 } pairs)
            {
                continue;
            }

            var pair = pairs[random.Next(pairs.Count)];
            if (ElixirEdits.RemovePair(pair) is not { IsDefault: false } changes)
            {
                continue;
            }

            count++;
            var after = pair.Tree.File.Text.WithChanges(changes).ToString();
            var place = pair.Tree.File.Lines.GetPosition(pair.Span.Start);
            try
            {
                Assert.Equal("ok", _elixir.CompareWithout(before, after, place.Line + 1, place.Character + 1));
                check(after);
            }
            catch (Xunit.Sdk.XunitException failure)
            {
                failures.Add($"File {i}, {pair} in line {place.Line + 1}:\n{before}\n--- after\n{after}\n{failure.Message}");
            }
        }

        // Some stay on purpose: with comments that may be about others, or in calls that are no statements.
        Assert.True(failures.Count == 0, $"{failures.Count} of {count}:\n{string.Join("\n=====\n", failures.Take(4))}");
        Assert.InRange(count, Files / 2, Files);
    }

    /// <summary>The pairs that are arguments of a <c>config</c>, or entries of lists in one.</summary>
    private static List<ExpressionSyntax> FindPairs(string text) =>
    [
        .. ElixirParser.Parse(SourceFile.FromString("config.exs", text)).Root.DescendantNodesAndSelf()
            .OfType<ExpressionSyntax>()
            .Where(node => node is KeywordPairSyntax { KeyName: not "do" and not "else" } or TupleSyntax { Elements.Length: 2 })
            .Where(node => node.Parent is ListSyntax or KeywordListSyntax { Parent: CallSyntax { LocalName: "config" } }),
    ];
}

using System.Text;
using ExsLint.Tests.Syntax.Elixir;

namespace ExsLint.Oracles.Elixir;

/// <summary>
/// Elixir refuses every snippet of <c>broken.txt</c> on the line noted there, and is never nearer to the mistake.
/// </summary>
public sealed class BrokenTextTests(ElixirOracle oracle) : IClassFixture<ElixirOracle>
{
    [OracleFact("elixir")]
    public void Elixir_reports_the_lines_that_are_noted()
    {
        var cases = BrokenText.Read();
        var answers = oracle.QuoteAll([.. cases.Select(item => Encoding.UTF8.GetBytes(item.Source))]);
        Assert.Empty(cases
            .Zip(answers)
            .Where(pair => pair.Second.Quoted is not null || pair.Second.Line != pair.First.ElixirLine)
            .Select(pair => $"{pair.First.Header}  but Elixir says {pair.Second.Line} {pair.Second.Message}"));
    }

    [OracleFact("elixir")]
    public void No_report_is_farther_from_the_mistake_than_Elixir_s() =>
        Assert.Empty(BrokenText.Read()
            .Where(item => Math.Abs(item.ReportedLine - item.CauseLine) > Math.Abs(item.ElixirLine - item.CauseLine))
            .Select(item => item.Expected));
}

using System.Text;
using ExsLint.Tests.Syntax.Elixir;

namespace ExsLint.Oracles.Elixir;

/// <summary>Elixir refuses every snippet of <c>broken.txt</c> on the line noted there, and is never nearer to the mistake.</summary>
public sealed class BrokenTextTests(ElixirOracle oracle) : IClassFixture<ElixirOracle>
{
    [OracleFact("elixir")]
    public void Elixir_reports_the_lines_that_are_noted() =>
        Assert.Empty(BrokenText.Read()
            .Select(item => (item, line: oracle.ErrorLine(Encoding.UTF8.GetBytes(item.Source))))
            .Where(it => it.line != it.item.ElixirLine)
            .Select(it => $"{it.item.Header}  but Elixir says {it.line}"));

    [OracleFact("elixir")]
    public void No_report_is_farther_from_the_mistake_than_Elixir_s() =>
        Assert.Empty(BrokenText.Read()
            .Where(item => Math.Abs(item.ReportedLine - item.CauseLine) > Math.Abs(item.ElixirLine - item.CauseLine))
            .Select(item => item.Expected));
}

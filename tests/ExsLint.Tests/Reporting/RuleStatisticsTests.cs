using ExsLint.Analysis;
using ExsLint.Reporting;
using ExsLint.Reporting.Layout;
using ExsLint.Rules;

namespace ExsLint.Tests.Reporting;

/// <summary>How often each rule reports.</summary>
public sealed class RuleStatisticsTests
{
    [Fact]
    public void The_most_frequent_rule_comes_first_and_has_its_worst_level()
    {
        var error = Findings.At("a.exs", "[|x|]");
        var warning = error with { Level = DiagnosticLevel.Warning };
        var other = warning with { Rule = Findings.Rule with { Id = "a-rule", Title = "Other is bad" } };
        Assert.Equal(
            """
            10  warning  a-rule     Other is bad
             2  error    test-rule  Setting is bad

            """,
            Write([warning, error, .. Enumerable.Repeat(other, 10)]));
    }

    [Fact]
    public void Rules_that_report_as_often_are_sorted_by_id()
    {
        var finding = Findings.At("a.exs", "[|x|]");
        var ids = new[] { "c-rule", "a-rule", "b-rule" };
        var lines = Write([.. ids.Select(id => finding with { Rule = Findings.Rule with { Id = id } })]).Split('\n');
        Assert.Equal(
            ["a-rule", "b-rule", "c-rule"],
            lines.SkipLast(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2]));
    }

    [Fact]
    public void Without_findings_there_is_no_table() => Assert.Equal("", Write([]));

    private static string Write(Diagnostic[] diagnostics)
    {
        var output = new StringWriter();
        RuleStatistics.Write(new LintResult([.. diagnostics], [], []), new PlainOutput(output));
        return output.ToString();
    }
}

using ExsLint.Analysis;
using ExsLint.Reporting;
using ExsLint.Rules;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Tests.Reporting;

/// <summary>What a job's log shows, and what GitHub makes annotations of.</summary>
public sealed class GitHubReportTests
{
    [Fact]
    public void The_example_instance_reads_like_this()
    {
        var output = new StringWriter();
        GitHubReport.Write(Examples.Instance(), output);
        Verifier.Match(output.ToString());
    }

    [Fact]
    public void A_place_on_one_line_has_columns() => Assert.Equal(
        "::error file=a.exs,line=2,endLine=2,col=2,endColumn=4,title=Setting is bad [test-rule]::The value 'bc' is bad.",
        GitHubReport.Format(Findings.At("a.exs", "x\na[|bc|]d")));

    [Fact]
    public void A_place_on_several_lines_has_none() => Assert.StartsWith(
        "::notice file=a.exs,line=1,endLine=2,title=",
        GitHubReport.Format(Findings.At("a.exs", "a[|b\nc|]d") with { Level = DiagnosticLevel.Note }),
        StringComparison.Ordinal);

    [Fact]
    public void What_would_end_a_property_or_the_line_is_escaped()
    {
        var finding = Findings.At("a:b,c%.exs", "[|x|]") with
        {
            Rule = Findings.Rule with { Title = "A: b, c" },
            Arguments = ["100%, a::b\r\n::error::c\u001b[31m"],
        };
        Assert.Equal(
            "::error file=a%3Ab%2Cc%25.exs,line=1,endLine=1,col=1,endColumn=2,title=A%3A b%2C c [test-rule]"
                + @"::The value '100%25, a::b\r\n::error::c\u001b[31m' is bad.",
            GitHubReport.Format(finding));
    }

    [Theory]
    [InlineData("::error::x/a.exs")]
    [InlineData(" ::stop-commands::x/a.exs")]
    [InlineData("##[add-path]x.exs")]
    [InlineData("##vso[task.complete]x.exs")]
    public void A_path_cannot_smuggle_a_command_into_the_log(string path)
    {
        var finding = Findings.At(path, "[|x|]");
        var output = new StringWriter();
        GitHubReport.Write(new LintResult([finding], [], []), output);
        var line = output.ToString().Split('\n')[0];
        Assert.False(line.TrimStart().StartsWith("::", StringComparison.Ordinal), line);
        Assert.DoesNotContain("##", line, StringComparison.Ordinal);
    }
}

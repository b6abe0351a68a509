using System.Text;
using ExsLint.Analysis;
using ExsLint.Edits;
using ExsLint.Reporting.Sarif;
using ExsLint.Rules;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Sarif;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Tests.Reporting.Sarif;

/// <summary>What a SARIF file says of findings.</summary>
public sealed class SarifReportTests
{
    [Fact]
    public void A_full_report_reads_like_this() => Verifier.Match(Write(SarifSamples.Full()), "sarif");

    [Fact]
    public void A_report_without_findings_reads_like_this() =>
        Verifier.Match(Write(SarifSamples.Empty()), "sarif");

    [Fact]
    public void All_results_have_suppressions_and_a_baseline_state_or_none_has()
    {
        var plain = SarifReport.Build(SarifSamples.Full(), SarifSamples.Options).Runs[0].Results;
        Assert.All(plain, result => Assert.Equal((null, BaselineState.None), (result.Suppressions, result.BaselineState)));

        var results = SarifReport.Build(SarifSamples.WithSuppressedAndBaselined(), SarifSamples.Options).Runs[0].Results;
        Assert.Equal(
            [BaselineState.New, BaselineState.Unchanged, BaselineState.New], results.Select(result => result.BaselineState));
        Assert.Equal([1, 0, 0], results.Select(result => result.Suppressions.Count));
        Assert.Equal(
            (SuppressionKind.InSource, "import Config"),
            (results[0].Suppressions[0].Kind, results[0].Suppressions[0].Justification));
    }

    [Fact]
    public void The_same_findings_give_the_same_bytes() =>
        Assert.Equal(Write(SarifSamples.Full()), Write(SarifSamples.Full()));

    [Fact]
    public void Secrets_do_not_appear() =>
        Assert.DoesNotContain("hunter", Write(SarifSamples.Full()), StringComparison.Ordinal);

    [Theory]
    [InlineData("[click](https://evil.example/x)", "\\[click\\](https://evil.example/x)")]
    [InlineData("![a](https://evil.example/x.png)", "!\\[a\\](https://evil.example/x.png)")]
    [InlineData("a \\[b](1)", "a \\\\\\[b\\](1)")]
    [InlineData("callbacks[0](1)", "callbacks\\[0\\](1)")]
    [InlineData("open [", "open \\[")]
    [InlineData("[ip: {0, 0, 0, 0}] (a list)", "[ip: {0, 0, 0, 0}] (a list)")]
    [InlineData("C:\\a", "C:\\a")]
    [InlineData("a\n## b", "a\\n## b")]
    [InlineData("a\u202Eb", "a\\u202eb")]
    public void Text_out_of_a_file_is_never_a_link(string written, string expected)
    {
        var finding = Findings.At("a.exs", "[|x|]") with { Arguments = [written] };
        finding = finding with { RelatedLocations = [new RelatedLocation(finding.Location, $"It is {written}.")] };
        var result = Single(finding);
        Assert.Contains(expected, result.Message.Text, StringComparison.Ordinal);
        Assert.Equal([expected], result.Message.Arguments);
        Assert.Equal(SarifText.Plain($"It is {written}."), result.RelatedLocations[0].Message.Text);
        Assert.Contains(expected, result.RelatedLocations[0].Message.Text, StringComparison.Ordinal);
        Assert.EndsWith($" [It is {SarifText.Label(written)}](1).", result.Message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("config/prod.exs", "config/prod.exs")]
    [InlineData("a b/ö#?%.exs", "a%20b/%C3%B6%23%3F%25.exs")]
    [InlineData("c:d/x.exs", "c%3Ad/x.exs")]
    public void Paths_are_percent_encoded_and_relative(string path, string expected)
    {
        var uri = Single(Findings.At(path, "[|x|]")).Locations[0].PhysicalLocation.ArtifactLocation.Uri;
        Assert.False(uri.IsAbsoluteUri);
        Assert.Equal(expected, uri.OriginalString);
    }

    [Theory]
    [InlineData("[|a|]", 1, 1, 1, 2)]
    [InlineData("\uFEFF[|a|]", 1, 1, 1, 2)]
    [InlineData("😀[|a|]\n", 1, 3, 1, 4)]
    [InlineData("x\r\n[|a\rb|]", 2, 1, 3, 2)]
    [InlineData("x\u2028y\n[||]", 2, 1, 2, 1)]
    public void Regions_count_from_one_in_UTF_16_and_end_behind_the_last_character(
        string marked,
        int startLine,
        int startColumn,
        int endLine,
        int endColumn)
    {
        var region = Single(Findings.At("a.exs", marked)).Locations[0].PhysicalLocation.Region;
        Assert.Equal((startLine, startColumn), (region.StartLine, region.StartColumn));
        Assert.Equal((endLine, endColumn), (region.EndLine, region.EndColumn));
    }

    [Fact]
    public void A_finding_in_a_line_without_end_is_reported_without_the_line()
    {
        var text = new string('x', 100_000);
        var result =
            Single(Findings.At(SourceFile.FromString("a.exs", text), new TextSpan(0, text.Length)) with { Arguments = ["it"] });
        Assert.Null(result.Locations[0].PhysicalLocation.Region.Snippet);
        Assert.Null(result.Locations[0].PhysicalLocation.ContextRegion);
    }

    [Fact]
    public void A_fix_of_a_file_that_is_not_UTF_8_is_left_out()
    {
        var file = SourceFile.FromBytes("a.exs", [.. "ab"u8, 0xFF]);
        var fix =
            new CodeFix("Change it", FixApplicability.Safe, [new FileEdit(file, [new TextChange(new TextSpan(0, 1), "c")])]);
        Assert.Null(Single(Findings.At(file, new TextSpan(0, 1)) with { Fix = fix }).Fixes);
    }

    [Fact]
    public void The_stable_key_does_not_change_when_lines_move()
    {
        var first = Single(Findings.At("a.exs", "[|x|]")).PartialFingerprints["exslintSettingPath/v1"];
        var moved = Single(Findings.At("a.exs", "# new\n\n[|x|]")).PartialFingerprints["exslintSettingPath/v1"];
        Assert.Equal("test-rule:app.key", first);
        Assert.Equal(first, moved);
    }

    [Fact]
    public void Of_too_many_findings_the_most_severe_are_kept_in_order_and_it_is_said()
    {
        var warning = Findings.At("a.exs", "[|w|]") with { Level = DiagnosticLevel.Warning };
        var error = Findings.At("b.exs", "[|e|]");
        var found = Enumerable.Repeat(warning, SarifReport.MaximumResults).Append(error).ToArray();
        var run = SarifReport.Build(new LintResult([.. found], [], []), SarifSamples.Options).Runs[0];
        Assert.Equal(SarifReport.MaximumResults, run.Results.Count);
        Assert.Equal(FailureLevel.Error, run.Results[^1].Level);
        Assert.Contains(
            "25001 findings", run.Invocations[0].ToolExecutionNotifications[0].Message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_names_the_place_of_its_rule()
    {
        var run = SarifReport.Build(SarifSamples.Full(), SarifSamples.Options).Runs[0];
        Assert.All(run.Results, result => Assert.Equal(result.RuleId, run.Tool.Driver.Rules[result.RuleIndex].Id));
    }

    private static Result Single(Diagnostic diagnostic) =>
        SarifReport.Build(new LintResult([diagnostic], [], []), SarifSamples.Options).Runs[0].Results[0];

    private static string Write(LintResult result)
    {
        var output = new StringBuilder();
        SarifReport.Write(result, SarifSamples.Options, new StringWriter(output));
        return output.ToString();
    }
}

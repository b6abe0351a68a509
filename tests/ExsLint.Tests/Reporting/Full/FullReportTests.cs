using System.Text.RegularExpressions;
using CsCheck;
using ExsLint.Analysis;
using ExsLint.Edits;
using ExsLint.Reporting.Full;
using ExsLint.Reporting.Layout;
using ExsLint.Rules;
using ExsLint.Tests.Reporting.Sarif;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Tests.Reporting.Full;

/// <summary>What a person reads of findings.</summary>
public sealed partial class FullReportTests
{
    [Fact]
    public void The_example_instance_reads_like_this() => Verifier.Match(Write(Examples.Instance()));

    [Fact]
    public void On_a_narrow_terminal_it_reads_like_this() => Verifier.Match(Write(Examples.Instance(), width: 60));

    [Fact]
    public void A_syntax_error_reads_like_this() => Verifier.Match(Write(Examples.FirstOf("syntax-error")));

    [Fact]
    public void A_layer_that_is_not_there_reads_like_this() => Verifier.Match(Write(Examples.FirstOf("layer-unknown")));

    [Fact]
    public void A_section_in_the_wrong_case_reads_like_this() =>
        Verifier.Match(Write(Examples.FirstOf("syntax-unknown-section")));

    [Fact]
    public void A_byte_order_mark_reads_like_this() => Verifier.Match(Write(Examples.Lint(
        new Dictionary<string, string> { ["config/config.exs"] = "\uFEFFimport Config\n\nconfig :app, key: 1\n" })));

    [Fact]
    public void Findings_of_every_shape_read_like_this() => Verifier.Match(Write(SarifSamples.Full()));

    [Fact]
    public void Tabs_and_wide_characters_keep_the_carets_in_place() => AssertExcerpt(
        """
             1 | # 世界
             2 | a:  "日本語", e: "é", key: false
               |                            ^^^^^
        """.Replace("é", "e\u0301", StringComparison.Ordinal),
        Findings.At("a.exs", "# 世界\na:\t\"日本語\", e: \"e\u0301\", key: [|false|]\n"));

    [Fact]
    public void A_place_of_many_lines_is_marked_below_each_and_shortened() => AssertExcerpt(
        """
             1 | x
             2 | a: [
               |    ^
             3 |   1,
               |   ^^
             4 |   2,
               |   ^^
             5 |   3,
               |   ^^
               ...
             8 | ],
               | ^
        """,
        Findings.At("a.exs", "x\na: [|[\n  1,\n  2,\n  3,\n  4,\n  5,\n]|],\ny\n") with { Arguments = ["it"] });

    [Fact]
    public void A_place_that_ends_with_its_line_does_not_reach_into_the_next_one() => AssertExcerpt(
        """
             1 | a
               | ^
        """,
        Findings.At("a.exs", "[|a\n|]b"));

    [Fact]
    public void An_empty_place_has_one_caret_even_behind_the_end() => AssertExcerpt(
        """
             1 | abc
               |    ^
        """,
        Findings.At("a.exs", "abc[||]"));

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(5_000)]
    [InlineData(99_990)]
    public void A_line_without_end_is_cut_around_the_finding(int offset)
    {
        var file = SourceFile.FromString("a.exs", new string('x', offset) + "FOUND" + new string('y', 99_990 - offset));
        var lines = Excerpt(Write(Of(Findings.At(file, new TextSpan(offset, "FOUND".Length))), width: 80));
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 80));
        var column = lines[0].IndexOf("FOUND", StringComparison.Ordinal);
        Assert.Equal(new string(' ', column - "       |".Length) + "^^^^^", lines[1]["       |".Length..]);
    }

    [Fact]
    public void A_fix_that_would_write_a_secret_is_named_but_not_shown()
    {
        var fix = Fix("a", "secret_key_base: \"hunter two\"");
        var text = Write(Of(Findings.At("a.exs", "[|a|]") with { Fix = fix }));
        Assert.Contains("Fix (safe): Do it.\n\nMore about a rule: exslint rule ID\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lines_of_a_fix_have_their_secrets_masked()
    {
        var file = SourceFile.FromString("a.exs", "config :a, password: \"hunter two\", b: false\n");
        var span = new TextSpan(file.Content.IndexOf("false", StringComparison.Ordinal), 5);
        var fix = new CodeFix("Do it", FixApplicability.Safe, [new FileEdit(file, [new TextChange(span, "true")])]);
        var text = Write(Of(Findings.At(file, span) with { Fix = fix }));
        Assert.Contains("     1 | config :a, password: \"***\", b: false\n", text, StringComparison.Ordinal);
        Assert.Contains("  Fix (safe), line 1: config :a, password: \"***\", b: true\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fix_of_a_file_that_is_not_UTF_8_is_left_to_the_reader_and_counted_so()
    {
        var file = SourceFile.FromBytes("a.exs", [.. "ab"u8, 0xFF]);
        var fix = new CodeFix("Do it", FixApplicability.Safe, [new FileEdit(file, [new TextChange(new TextSpan(0, 1), "c")])]);
        var text = Write(Of(Findings.At(file, new TextSpan(0, 1)) with { Fix = fix }));
        Assert.Contains("Fix (by hand, the file is not UTF-8): Do it.\n", text, StringComparison.Ordinal);
        Assert.EndsWith("1 finding: 1 error. Fixes: 0 safe, 0 unsafe, 1 by hand.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_fix_shows_its_first_lines_and_counts_the_others()
    {
        var fix = Fix("a", string.Concat(Enumerable.Range(0, 20).Select(i => $"line {i}\n")));
        var text = Write(Of(Findings.At("a.exs", "[|a|]") with { Fix = fix }));
        Assert.Contains("     8 + line 7\n       + 13 more\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("line 8", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_in_another_file_name_it_and_later_lines_have_their_new_numbers()
    {
        var file = SourceFile.FromString("b.service", "one\ntwo\nthree\n");
        var edit = new FileEdit(file, [new TextChange(new TextSpan(0, 0), "zero\n"), new TextChange(new TextSpan(8, 5), "3")]);
        var text = Write(Of(Findings.At("a.exs", "[|a|]") with { Fix = new CodeFix("Do it", FixApplicability.Unsafe, [edit]) }));
        Assert.Contains("  In b.service\n     1 + zero\n     3 - three\n     4 + 3\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_related_places_the_first_are_shown()
    {
        var finding = Findings.At("a.exs", "[|a|]");
        var related = Enumerable.Range(1, 7).Select(i => new RelatedLocation(finding.Location, $"Place {i}."));
        var text = Write(Of(finding with { RelatedLocations = [.. related] }));
        Assert.Contains("  a.exs:1:1: Place 5.\n  2 more places.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_finding_the_last_line_says_so() =>
        Assert.Equal("No findings in 1 file.\n", Write(new LintResult([], [SourceFile.FromString("a.exs", "")], [])));

    [Fact]
    public void The_last_line_can_be_left_out()
    {
        var output = new StringWriter();
        FullReport.Write(Of(), new PlainOutput(output), closes: false);
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public void Whatever_stands_in_a_file_no_line_of_an_excerpt_is_too_wide_or_holds_a_control_character() =>
        Gen.Select(Gen.String[0, 300], Gen.Int[0, 300], Gen.Int[0, 300], Gen.Int[40, 90]).SamplePinned(sample =>
        {
            var (content, first, second, width) = sample;
            first = Math.Min(first, content.Length);
            second = Math.Min(second, content.Length);
            var file = SourceFile.FromString("a.txt", content);
            var finding = Findings.At(
                file, TextSpan.FromBounds(Math.Min(first, second), Math.Max(first, second))) with
            { Arguments = ["it"] };
            var text = Write(Of(finding), width);
            Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n');
            Assert.All(Excerpt(text), line => Assert.True(CharacterWidth.Of(line) <= width, line));
        });

    private static CodeFix Fix(string content, string text) => new(
        "Do it",
        FixApplicability.Safe,
        [new FileEdit(SourceFile.FromString("a.exs", content), [new TextChange(new TextSpan(0, content.Length), text)])]);

    private static LintResult Of(params Diagnostic[] diagnostics) => new([.. diagnostics], [], []);

    private static string Write(LintResult result, int width = StyledOutput.DefaultWidth)
    {
        var output = new StringWriter();
        FullReport.Write(result, new PlainOutput(output, width));
        return output.ToString();
    }

    private static string[] Excerpt(string report) =>
        [.. report.Split('\n').Where(line => Gutter().IsMatch(line))];

    [GeneratedRegex(@"^ {2}[ \d]{4,} (\||\.\.\.)")]
    private static partial Regex Gutter();

    private static void AssertExcerpt(string expected, Diagnostic finding) =>
        Assert.Equal(expected, string.Join('\n', Excerpt(Write(Of(finding)))));
}

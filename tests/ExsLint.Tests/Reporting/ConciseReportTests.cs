using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using ExsLint.Analysis;
using ExsLint.Cli.Tests.TestSupport;
using ExsLint.Rules;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;
using ConciseReport = ExsLint.Reporting.ConciseReport;

namespace ExsLint.Tests.Reporting;

/// <summary>The line that problem matchers read.</summary>
public sealed class ConciseReportTests
{
    private static readonly Regex Matcher = ReadMatcher();

    [Fact]
    public void A_finding_is_one_line_with_a_place_counted_from_one()
    {
        var diagnostic = Findings.At("config/prod.exs", "import Config\n\nconfig :a, b: [|false|]\n");
        Assert.Equal(
            "config/prod.exs:3:15: error: The value 'false' is bad. [test-rule]",
            ConciseReport.Format(diagnostic));
    }

    [Theory]
    [InlineData(DiagnosticLevel.Note, "notice")]
    [InlineData(DiagnosticLevel.Warning, "warning")]
    [InlineData(DiagnosticLevel.Error, "error")]
    public void Levels_are_a_problem_matchers_words(DiagnosticLevel level, string word) =>
        Assert.Contains(
            $": {word}: ", ConciseReport.Format(Findings.At("a.exs", "[|x|]") with { Level = level }), StringComparison.Ordinal);

    [Fact]
    public void Every_finding_ends_with_one_line_feed()
    {
        var output = new StringWriter();
        var diagnostic = Findings.At("a.exs", "[|x|]");
        ConciseReport.Write(new LintResult([diagnostic, diagnostic], [], []), output);
        Assert.Equal($"{ConciseReport.Format(diagnostic)}\n{ConciseReport.Format(diagnostic)}\n", output.ToString());
    }

    [Fact]
    public void Suppressed_and_known_findings_stand_in_their_places_and_no_matcher_takes_them_for_findings()
    {
        var file = SourceFile.FromString("a.exs", "# why [x] \u001b, password: hunter2\nfalse\ntrue\nnil\n");
        var (known, suppressed, found) = (At("true"), At("false"), At("nil"));
        var output = new StringWriter();
        ConciseReport.Write(
            new LintResult([found], [], [])
            {
                Suppressed = [new SuppressedDiagnostic(suppressed, new Location(file, TextSpan.FromBounds(2, 30)))],
                Baselined = [known],
            },
            output);

        var lines = output.ToString().Split('\n');
        Assert.Equal(
            [
                "a.exs:2:1: suppressed: The value 'false' is bad. [test-rule] (why [x] \\u001b, password: ***)",
                "a.exs:3:1: baselined: The value 'true' is bad. [test-rule] (in the baseline)",
                "a.exs:4:1: error: The value 'nil' is bad. [test-rule]",
                "",
            ],
            lines);
        Assert.Equal([false, false, true, false], lines.Select(line => Matcher.IsMatch(line)));

        Diagnostic At(string text) =>
            Findings.At(file, new TextSpan(file.Content.IndexOf(text, StringComparison.Ordinal), text.Length));
    }

    [Theory]
    [InlineData("a\nb.exs", "a\\nb.exs")]
    [InlineData("a\u001b[31m.exs", "a\\u001b[31m.exs")]
    [InlineData("a\u202Eb.exs", "a\\u202eb.exs")]
    [InlineData("a:1:2: error: b.exs", "a:1:2\\u003a error\\u003a b.exs")]
    [InlineData("dir with space/é😀.exs", "dir with space/é😀.exs")]
    public void A_matcher_finds_the_path_whatever_stands_in_it(string path, string expected)
    {
        var match = Matcher.Match(ConciseReport.Format(Findings.At(path, "[|x|]")));
        Assert.True(match.Success);
        Assert.Equal(expected, match.Groups[1].Value);
    }

    [Fact]
    public void Any_path_and_message_match_the_problem_matcher() =>
        Gen.Select(Gen.String[1, 30], Gen.String[0, 30]).SamplePinned(
            sample =>
            {
                var (path, argument) = sample;
                var line = ConciseReport.Format(Findings.At(path, "[|x|]") with { Arguments = [argument] });
                var match = Matcher.Match(line);
                Assert.True(match.Success, line);
                Assert.Equal("test-rule", match.Groups[6].Value);
                Assert.DoesNotContain(line, char.IsControl);
            });

    /// <summary>The pattern of the problem matcher for editors.</summary>
    private static Regex ReadMatcher()
    {
        using var matcher = JsonDocument.Parse(Repository.Read("grammars/problem-matcher.vscode.json"));
        return new Regex(matcher.RootElement.GetProperty("pattern").GetProperty("regexp").GetString()!, RegexOptions.ECMAScript);
    }
}

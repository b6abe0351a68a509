using System.Text;
using CsCheck;
using ExsLint.Analysis.Baselines;
using ExsLint.Rules;
using ExsLint.Semantics;
using ExsLint.Tests.Reporting;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Tests.Analysis.Baselines;

/// <summary>What a baseline knows, and how it is written.</summary>
public sealed class BaselineTests
{
    [Fact]
    public void A_baseline_is_sorted_JSON_with_one_line_an_entry()
    {
        var baseline = Baseline.Of(
            [Finding("b.exs", "app.key"), Finding("a \"q\" é.exs", "app.z"), Finding("b.exs", "app.key"),
                Finding("b.exs", "app.a")]);

        Assert.Equal(
            """
            {
              "version": 1,
              "findings": [
                { "path": "a \"q\" é.exs", "rule": "test-rule", "setting": "app.z", "count": 1 },
                { "path": "b.exs", "rule": "test-rule", "setting": "app.a", "count": 1 },
                { "path": "b.exs", "rule": "test-rule", "setting": "app.key", "count": 2 }
              ]
            }

            """,
            Write(baseline));
    }

    [Fact]
    public void A_baseline_of_nothing_is_one_as_well() =>
        Assert.Empty(Read(Write(Baseline.Of(Array.Empty<Diagnostic>()))).Entries);

    [Fact]
    public void Moved_lines_make_no_finding_new()
    {
        var comparison = Baseline.Of([Findings.At("a.exs", "[|x|]")]).Compare([Findings.At("a.exs", "# new\n\n[|x|]")]);

        Assert.Equal((0, 1, 0), (comparison.Found.Length, comparison.Known.Length, comparison.Gone.Length));
    }

    [Fact]
    public void More_findings_than_are_known_are_new_and_fewer_are_told()
    {
        var baseline = Baseline.Of([Finding("a.exs", "app.a"), Finding("a.exs", "app.b"), Finding("a.exs", "app.b")]);
        var comparison = baseline.Compare(
            [Finding("a.exs", "app.a"), Finding("a.exs", "app.a"), Finding("a.exs", "app.b"), Finding("b.exs", "app.a")]);

        Assert.Equal(["a.exs app.a", "b.exs app.a"], comparison.Found.Select(Describe));
        Assert.Equal(["a.exs app.a", "a.exs app.b"], comparison.Known.Select(Describe));
        Assert.Equal(["app.b"], comparison.Gone.Select(entry => entry.Setting));
    }

    [Theory]
    [InlineData("", 1, 1, "this is not JSON")]
    [InlineData("[]", 1, 1, "a baseline must be an object")]
    [InlineData("{}", 1, 2, "'version' is missing")]
    [InlineData("{\"version\": 1}", 1, 14, "'findings' is missing")]
    [InlineData("{\"version\": 2}", 1, 13, "this ExsLint reads version 1 only")]
    [InlineData("{\n  \"version\": 1.5}", 2, 14, "this must be a whole number above zero")]
    [InlineData("{\"version\": 1, \"findings\": {}}", 1, 28, "'findings' must be a list")]
    [InlineData("{\"version\": 1, \"findings\": [\n1]}", 2, 1, "an entry must be an object")]
    [InlineData("{\"version\": 1, \"findings\": [\r\n{\"path\": \"é\", \"rule\": 3}]}", 2, 23, "'rule' must be a text")]
    [InlineData("{\"version\": 1, \"findings\": [{\"path\": \"é😀\", \"lines\": 3}]}", 1, 45, "an entry has no 'lines'")]
    [InlineData("{\"version\": 1, \"findings\": [{\"path\": \"a\"}]}", 1, 41, "'rule' is missing in this entry")]
    [InlineData("{\"version\": 1, \"findings\": [{\"path\": \"\\ud800\"}]}", 1, 38, "this text is not valid Unicode")]
    [InlineData("{\"version\": 1, \"findings\": [{\"count\": 0}]}", 1, 39, "this must be a whole number above zero")]
    [InlineData("{\"version\": 1,\n \"findings\": [],}", 2, 17, "this is not JSON")]
    [InlineData("{\"version\": 1, \"findings\": []} x", 1, 32, "this is not JSON")]
    [InlineData("{\"version\": 1, \"rules\": []}", 1, 16, "a baseline has no 'rules'")]
    public void What_is_no_baseline_is_told_with_its_place(string text, int line, int column, string message)
    {
        Assert.Null(BaselineReader.Read(Encoding.UTF8.GetBytes(text), out var problem));
        Assert.Equal(new BaselineProblem(line, column, message), problem);
    }

    [Fact]
    public void No_bytes_are_more_than_a_problem()
    {
        var valid = Encoding.UTF8.GetBytes(Write(Baseline.Of([Finding("a.exs", "app.é")])));
        Gen.Select(Gen.Int[0, valid.Length - 1], Gen.Byte).SamplePinned(sample =>
        {
            var bytes = valid.ToArray();
            bytes[sample.Item1] = sample.Item2;
            Assert.True(BaselineReader.Read(bytes, out var problem) is null == problem is not null);
            Assert.True(
                BaselineReader.Read(valid.AsSpan(0, Math.Min(sample.Item1, valid.Length - 2)), out problem) is null
                    && problem is { Line: > 0, Column: > 0 });
        });
    }

    [Fact]
    public void Whatever_is_written_is_read_again_and_knows_its_findings() =>
        Gen.Select(Gen.String[1, 20], Gen.String[0, 20]).Array[0, 10].SamplePinned(sample =>
        {
            var findings = sample.Select(name => Finding(name.Item1, name.Item2)).ToArray();
            var baseline = Read(Write(Baseline.Of(findings)));
            Assert.Equal(Baseline.Of(findings).Entries.ToArray(), baseline.Entries.ToArray());
            var comparison = baseline.Compare(findings);
            Assert.Equal((0, findings.Length, 0), (comparison.Found.Length, comparison.Known.Length, comparison.Gone.Length));
        });

    private static string Describe(Diagnostic diagnostic) => $"{diagnostic.Location.File.Path} {diagnostic.Setting.Text}";

    private static Diagnostic Finding(string path, string setting) =>
        Findings.At(path, "[|x|]") with { Setting = new ConfigSettingId(setting) };

    private static string Write(Baseline baseline)
    {
        var output = new StringWriter();
        BaselineWriter.Write(baseline, output);
        return output.ToString();
    }

    private static Baseline Read(string text)
    {
        var baseline = BaselineReader.Read(Encoding.UTF8.GetBytes(text), out var problem);
        Assert.Null(problem);
        return baseline!;
    }
}

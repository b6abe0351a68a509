using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using ExsLint.Analysis;
using ExsLint.Reporting;
using ExsLint.Reporting.Json;
using ExsLint.Rules;
using ExsLint.Tests.Reporting.Sarif;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Tests.Reporting.Json;

/// <summary>What programs read of findings; <c>docs/json.md</c> promises it.</summary>
public sealed class JsonReportTests
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void The_example_instance_reads_like_this() => Verifier.Match(Write(Examples.Instance()), "json");

    [Fact]
    public void Findings_of_every_shape_read_like_this() => Verifier.Match(Write(SarifSamples.Full()), "json");

    [Fact]
    public void A_report_without_findings_reads_like_this() => Verifier.Match(Write(SarifSamples.Empty()), "json");

    [Fact]
    public void The_documented_example_is_what_is_printed()
    {
        const string Rule = "akkoma-secure-cookie-flag";
        const string Content = """
            import Config

            config :pleroma, Pleroma.Web.Endpoint,
              url: [host: "social.example", scheme: "https", port: 443],
              secure_cookie_flag: false

            """;
        var result = Examples.Lint(new Dictionary<string, string> { ["config/prod.secret.exs"] = Content });
        var output = new StringWriter();
        JsonReport.Write(
            result with { Diagnostics = [.. result.Diagnostics.Where(diagnostic => diagnostic.Rule.Id == Rule)] },
            new ReportOptions { Rules = [] },
            output);
        var page = File.ReadAllText(Path.Combine(Examples.Docs, "json.md"));
        var documented = page[(page.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length)..];
        documented = documented[..documented.IndexOf("```", StringComparison.Ordinal)];
        Assert.Equal(output.ToString(), JsonSerializer.Serialize(JsonDocument.Parse(documented).RootElement, Indented) + "\n");
    }

    [Fact]
    public void Secrets_do_not_appear() => Assert.DoesNotContain("hunter", Write(SarifSamples.Full()), StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_has_an_offset_but_no_column()
    {
        using var report = JsonDocument.Parse(Write(new LintResult([Findings.At("a.exs", "\uFEFF[|x|]")], [], [])));
        var start = report.RootElement.GetProperty("findings")[0].GetProperty("location").GetProperty("start");
        Assert.Equal((1, 1), (start.GetProperty("column").GetInt32(), start.GetProperty("offset").GetInt32()));
    }

    [Fact]
    public void A_long_report_is_one_document()
    {
        var findings = Enumerable.Repeat(Findings.At("a.exs", "[|x|]"), 5_000);
        using var report = JsonDocument.Parse(Write(new LintResult([.. findings], [], [])));
        Assert.Equal(5_000, report.RootElement.GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public void Any_text_gives_JSON_that_holds_it() =>
        Gen.Select(Gen.String[0, 30], Gen.String[0, 30]).SamplePinned(sample =>
        {
            var (path, argument) = sample;
            var finding = Findings.At(path, "[|x|]") with { Arguments = [argument] };
            using var report = JsonDocument.Parse(Write(new LintResult([finding], [], [])));
            var read = report.RootElement.GetProperty("findings")[0];
            Assert.Equal(WellFormed(path), read.GetProperty("location").GetProperty("path").GetString());
            Assert.Equal(WellFormed(finding.Message), read.GetProperty("message").GetString());
        });

    /// <summary>JSON has no lone surrogates.</summary>
    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes());

    private static string Write(LintResult result)
    {
        var output = new StringWriter();
        JsonReport.Write(result, SarifSamples.Options, output);
        return output.ToString();
    }
}

using System.Globalization;
using System.Text;
using ExsLint.Analysis;
using ExsLint.Reporting;
using ExsLint.Reporting.Full;
using ExsLint.Reporting.Json;
using ExsLint.Reporting.Layout;
using ExsLint.Reporting.Sarif;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Tests.TestSupport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using RulePages = ExsLint.Tests.Rules.RulePage;

namespace ExsLint.Tests.Reporting;

/// <summary>Every example of every rule's page, in every format; the concise lines stand on the pages themselves.</summary>
public sealed class RuleFixtureReportTests
{
    private static readonly ReportOptions Options = new() { Rules = [.. RuleCatalog.All.Select(rule => rule.Descriptor)] };

    [Fact]
    public void In_full() => Verifier.Match(WriteEach((result, output) =>
        FullReport.Write(result, new PlainOutput(output), closes: false)));

    [Fact]
    public void For_GitHub() => Verifier.Match(WriteEach((result, output) => GitHubReport.Write(result, output, closes: false)));

    [Fact]
    public void As_JSON() => Verifier.Match(
        WriteEach(
            (result, output) =>
                output.Write(Part(Written(writer => JsonReport.Write(result, Options, writer)), "findings"))), "json.txt");

    [Fact]
    public void As_SARIF() => Verifier.Match(
        WriteEach(
            (result, output) =>
                output.Write(Part(Written(writer => SarifReport.Write(result, Options, writer)), "runs[0].results"))),
        "sarif.txt");

    private static string WriteEach(Action<LintResult, TextWriter> write)
    {
        var text = new StringBuilder();
        // Rules of one class are alike: the first and the last stand for all.
        foreach (var rule in RuleCatalog.All.GroupBy(rule => rule.GetType()).SelectMany(Representatives)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal))
        {
            var number = 0;
            foreach (var example in RulePages.ReadExamples(RulePage.Read(rule.Id)!))
            {
                var result = Examples.Of(example, rule.Id);
                var own =
                    result with { Diagnostics = [.. result.Diagnostics.Where(diagnostic => diagnostic.Rule.Id == rule.Id)] };
                text.Append(CultureInfo.InvariantCulture, $"=== {rule.Id}, example {++number}\n");
                text.Append(own.Diagnostics.IsEmpty ? "" : Written(writer => write(own, writer)));
            }
        }

        return text.ToString();
    }

    private static IEnumerable<RuleDescriptor> Representatives(IEnumerable<Rule> rules)
    {
        var alike = rules.Select(rule => rule.Descriptor).ToList();
        return alike.Count == 1 ? alike : [alike[0], alike[^1]];
    }

    private static string Written(Action<TextWriter> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(output);
        return output.ToString();
    }

    private static string Part(string json, string path) =>
        JObject.Parse(json).SelectToken(path)!.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
}

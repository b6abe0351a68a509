using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Oracles.Systemd;
using ExsLint.Reporting.Sarif;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Tests.Reporting;
using ExsLint.Tests.Reporting.Sarif;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;
using Newtonsoft.Json.Linq;

namespace ExsLint.Oracles.Sarif;

/// <summary>Our SARIF files, held against the validator of Microsoft's SARIF Multitool with GitHub's rules.</summary>
public sealed class SarifOracle
{
    /// <summary>
    /// The executable itself: npm's wrapper hands its arguments to a shell, which takes their semicolons for its own.
    /// </summary>
    private const string Program = "Sarif.Multitool";

    [OracleFact(Program)]
    public void A_full_report_is_valid() => Assert.Empty(Validate(Write(SarifSamples.Full())));

    [OracleFact(Program)]
    public void A_report_without_findings_is_valid() => Assert.Empty(Validate(Write(SarifSamples.Empty())));

    [OracleFact(Program)]
    public void A_report_with_all_real_rules_is_valid()
    {
        var output = new StringWriter();
        var options = SarifSamples.Options with { Rules = [.. RuleCatalog.All.Select(rule => rule.Descriptor)] };
        SarifReport.Write(SarifSamples.Empty(), options, output);
        Assert.Empty(Validate(output.ToString()));
    }

    [OracleFact(Program)]
    public void The_report_of_the_example_is_valid()
    {
        var files = new FolderProjectFiles(Path.GetFullPath(Path.Combine(SourceFolder(), "../../../docs/examples/akkoma")));
        var targets = new LintTargets(["config/config.exs"], ["installation/akkoma.service"]);
        var output = new StringWriter();
        var options = SarifSamples.Options with { Rules = [.. RuleCatalog.All.Select(rule => rule.Descriptor)] };
        var result = Linter.Lint(new Snapshot(files), targets, new LintOptions());
        SarifReport.Write(result, options, output);

        Assert.InRange(result.Diagnostics.Length, 12, 100);
        Assert.Empty(Validate(output.ToString()));
    }

    [OracleFact(Program)]
    public void Findings_at_the_edges_of_a_file_are_valid() => Assert.Empty(Validate(Write(new LintResult(
        [Findings.At("a b/ö.exs", "[|x|]\n"), Findings.At("a.exs", "\n[||]"), Findings.At("b.exs", "[|a\nb|]\n"),
            Findings.At("c.exs", "\uFEFF\n[|x|]")],
        [],
        []))));

    /// <summary>There is nothing around a whole file to show; the validator's note about that is all it has to say.</summary>
    [OracleFact(Program)]
    public void A_finding_that_is_a_whole_file_only_lacks_surroundings() => Assert.All(
        Validate(Write(new LintResult([Findings.At("a.exs", "[|x|]"), Findings.At("b.exs", "[||]")], [], []))),
        finding => Assert.StartsWith("SARIF2011:", finding, StringComparison.Ordinal));

    /// <summary>The validator does look: a report without what it asks for is refused.</summary>
    [OracleFact(Program)]
    public void A_report_that_lacks_something_is_not_valid()
    {
        var report = JObject.Parse(Write(SarifSamples.Full()));
        report["runs"]![0]!["tool"]!["driver"]!["rules"]![0]!["help"]!.Parent!.Remove();
        Assert.Contains(Validate(report.ToString()), finding => finding.StartsWith("GH2012", StringComparison.Ordinal));
    }

    private static string SourceFolder([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;

    private static string Write(LintResult result)
    {
        var output = new StringWriter();
        SarifReport.Write(result, SarifSamples.Options, output);
        return output.ToString();
    }

    /// <summary>What the validator finds. Its exit code is 0 whatever it finds: only its own log tells.</summary>
    private static string[] Validate(string report, [CallerFilePath] string source = "")
    {
        using var folder = new TemporaryFolder();
        folder.Write("report.sarif", report);
        var start = new ProcessStartInfo(Program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "validate",
                folder.PathOf("report.sarif"),
                "--config",
                Path.Combine(Path.GetDirectoryName(source)!, "multitool-policy.xml"),
                "--rule-kind",
                "Sarif;Ghas",
                "--level",
                "Error;Warning;Note",
                "--output",
                folder.PathOf("log.sarif"),
            },
        };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(File.Exists(folder.PathOf("log.sarif")), text);
        var run = JObject.Parse(File.ReadAllText(folder.PathOf("log.sarif"), Encoding.UTF8))["runs"]![0]!;
        return [.. run["results"]!.Select(
            result => $"{result["ruleId"]}: {result["message"]!["id"]} {result["message"]!["arguments"]}")];
    }
}

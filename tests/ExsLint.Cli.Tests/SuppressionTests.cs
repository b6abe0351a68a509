using System.Text.Json;

namespace ExsLint.Cli.Tests;

/// <summary>Suppressed findings, as the formats show them.</summary>
public sealed class SuppressionTests
{
    private const string Suppressed = """
        import Config

        # exslint:ignore syntax-error -- a template fills it in; password: hunter2
        config :app, key: }

        """;

    [Theory]
    [InlineData("concise")]
    [InlineData("sarif")]
    public void A_suppressed_finding_is_nowhere_and_fails_no_run(string format)
    {
        using var folder = Project(Suppressed);
        var outcome = Exslint.Run(folder, "check", "--format", format, "--fail-on", "notice");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(format == "concise" ? "" : "0 results", format == "concise" ? outcome.Output : CountResults(outcome.Output));
    }

    [Fact]
    public void The_concise_format_shows_it_with_its_reason_when_asked_to()
    {
        using var folder = Project(Suppressed);
        var outcome = Exslint.Run(folder, "check", "--include-suppressed", "--fail-on", "notice");
        Assert.StartsWith("config/prod.exs:4:19: suppressed: Syntax error: ", outcome.Output, StringComparison.Ordinal);
        Assert.EndsWith(" [syntax-error] (a template fills it in; password: ***)\n", outcome.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public void SARIF_shows_it_with_its_justification_when_asked_to()
    {
        using var folder = Project(Suppressed + Samples.Faulty);
        var outcome = Exslint.Run(folder, "check", "--include-suppressed", "--format", "sarif");
        using var report = JsonDocument.Parse(outcome.Output);
        var results = report.RootElement.GetProperty("runs")[0].GetProperty("results");
        var suppression = Assert.Single(results[0].GetProperty("suppressions").EnumerateArray());
        Assert.Equal("inSource", suppression.GetProperty("kind").GetString());
        Assert.Equal("a template fills it in; password: ***", suppression.GetProperty("justification").GetString());
        Assert.Equal(0, results[1].GetProperty("suppressions").GetArrayLength());
        Assert.DoesNotContain("hunter2", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suppression_without_a_reason_suppresses_nothing()
    {
        using var folder = Project("import Config\n\nconfig :app, key: } # exslint:ignore syntax-error\n");
        var outcome = Exslint.Run(folder, "check");
        Assert.True(outcome.Reports("config/prod.exs"), outcome.Output);
        Assert.Contains("[suppression-without-reason]", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(1, outcome.ExitCode);
    }

    private static string CountResults(string sarif)
    {
        using var report = JsonDocument.Parse(sarif);
        return $"{report.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength()} results";
    }

    private static TemporaryFolder Project(string content)
    {
        var folder = new TemporaryFolder();
        folder.Write("config/prod.exs", content);
        return folder;
    }
}

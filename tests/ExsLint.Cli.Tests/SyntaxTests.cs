using System.Text.Json;

namespace ExsLint.Cli.Tests;

/// <summary><c>exslint syntax</c>: one line of JSON a file, whatever the file is.</summary>
public sealed class SyntaxTests
{
    [Fact]
    public void A_config_file_and_a_unit_have_trees()
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/prod.exs", Samples.Faulty);
        folder.Write("akkoma.service", "[Service]\nUser=akkoma\n");
        var outcome = Exslint.Run(folder, "syntax", "--tree", "config/prod.exs", "akkoma.service");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        var lines = outcome.Output.Split('\n');
        Assert.StartsWith("""{"path":"config/prod.exs","language":"elixir","ok":false,"errors":[{"level":"error",""", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("""{"path":"akkoma.service","language":"systemd","ok":true,"errors":[],"root":{"kind":"UnitFile",""", lines[1], StringComparison.Ordinal);
        Assert.Equal(
            ["", "SkippedTokens"],
            lines[..2].Select(line => line.Contains("\"SkippedTokens\"", StringComparison.Ordinal) ? "SkippedTokens" : "")
                .Order(StringComparer.Ordinal));
        Assert.Equal(3, lines.Length);
    }

    [Theory]
    [InlineData(
        "exslint: error: syntax prints one of two things: choose --quoted or --tree; see 'exslint syntax --help'", "syntax",
        "a.exs")]
    [InlineData(
        "exslint: error: syntax prints one of two things: choose --quoted or --tree; see 'exslint syntax --help'", "syntax",
        "--tree", "--quoted", "a.exs")]
    public void Either_tree_or_quoted_form_is_asked_for(string expected, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.exs", Samples.Clean);
        Assert.Equal(new Outcome(2, "", expected + "\n"), Exslint.Run(folder, arguments));
    }

    [Fact]
    public void A_unit_has_no_quoted_form()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.service", "[Service]\n");
        Assert.Equal(
            new Outcome(
                2,
                """{"path":"a.service","ok":false,"error":{"line":1,"column":1,"message":"a systemd unit has no quoted form; --tree prints its syntax tree"}}""" + "\n",
                "exslint: error: a.service: a systemd unit has no quoted form; --tree prints its syntax tree\n"),
            Exslint.Run(folder, "syntax", "--quoted", "a.service"));
    }

    [Theory]
    [InlineData("--tree")]
    [InlineData("--quoted")]
    public void Thousands_of_files_are_read_in_one_call(string form)
    {
        const int Count = 10_000;
        using var folder = new TemporaryFolder();
        folder.Write("a.exs", Samples.Clean);
        folder.Write("b.exs", "x = [1, \"\"\"\n  é\n  \"\"\"]\n");
        var paths = string.Concat(Enumerable.Range(0, Count).Select(i => i % 2 == 0 ? "a.exs\n" : "b.exs\n"));
        var outcome = Exslint.RunWithInput(folder, paths, "syntax", form, "--files-from", "-");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        var lines = outcome.Output.Split('\n');
        Assert.Equal(Count + 1, lines.Length);
        Assert.Equal(2, lines[..Count].Distinct().Count());
        Assert.Equal("b.exs", JsonDocument.Parse(lines[1]).RootElement.GetProperty("path").GetString());
    }
}

using System.Text;

namespace ExsLint.Cli.Tests;

/// <summary>
/// Inputs that nobody writes: each takes about a second, and minutes with an algorithm that looks at every pair.
/// </summary>
public sealed class LargeInputTests
{
    private const string Service = "[Service]\nExecStart=/bin/true\n";

    [LongFact]
    public void Thousands_of_files_below_config_are_each_judged_alone()
    {
        using var folder = new TemporaryFolder();
        Write(folder, 4_000, i => ($"config/f{i}.exs", "import Config\n"));
        var outcome = Exslint.Run(folder, "check", "--format", "json", ".");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
    }

    [LongFact]
    public void Thousands_of_units_of_one_folder_are_judged()
    {
        using var folder = new TemporaryFolder();
        Write(folder, 4_000, i => ($"u{i}.service", Service));
        var outcome = Exslint.Run(folder, "unit", "--format", "json", ".");
        Assert.Equal((0, 4_000, ""), (outcome.ExitCode, outcome.Output.Split("\"unit\":").Length - 1, outcome.Error));
    }

    [LongTheory]
    [InlineData(1, 60_000)]
    [InlineData(20_000, 1)]
    public void Comments_that_suppress_nothing_are_taken_out_at_once(int comments, int names)
    {
        using var folder = new TemporaryFolder();
        var comment = $"# exslint:ignore {string.Join(", ", Enumerable.Repeat("akkoma-sts", names))} -- why\n";
        var text = new StringBuilder("import Config\n");
        for (var i = 0; i < comments; i++)
        {
            text.Append(comment).Append("config :a, b: 1\n");
        }

        folder.Write("config/config.exs", text.ToString());
        Assert.Equal(0, Exslint.Run(folder, "fix", "--quiet", ".").ExitCode);
        Assert.Equal(
            "import Config\n" + string.Concat(Enumerable.Repeat("config :a, b: 1\n", comments)),
            File.ReadAllText(folder.PathOf("config/config.exs")));
    }

    [LongFact]
    public void A_list_that_many_lines_merge_into_is_judged()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "a.service", Service + Lines(12_000, _ => "CapabilityBoundingSet=~CAP_CHOWN\nCapabilityBoundingSet=CAP_CHOWN\n"));
        Assert.Equal(0, Exslint.Run(folder, "unit", "a.service").ExitCode);
    }

    [LongFact]
    public void Many_applications_with_a_repeated_key_are_printed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/config.exs", "import Config\n" + Lines(20_000, i => $"config :a{i}, b: 1, b: 2\n"));
        var outcome = Exslint.Run(folder, "config", "--format", "json", ".");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("\"a19999\"", outcome.Output, StringComparison.Ordinal);
    }

    [LongFact]
    public void A_map_that_grows_line_by_line_is_followed_until_it_is_too_much_work()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "config/config.exs",
            "import Config\nm = %{}\n" + Lines(20_000, i => $"m = Map.put(m, :k{i}, {i})\n") + "config :a, m: m\n");
        var outcome = Exslint.Run(folder, "fix", "--quiet", ".");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(" warning: ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("[layer-unknown]", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(
            "a configuration too large to follow", Exslint.Run(folder, "config", ".").Output, StringComparison.Ordinal);
    }

    [LongFact]
    public void More_environment_variables_than_are_told_of_are_counted()
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/config.exs", "import Config\n" + Lines(3_000, i => $"config :a, k{i}: System.get_env(\"V{i}\")\n"));
        var outcome = Exslint.Run(folder, "config", ".");
        Assert.Equal(0, outcome.ExitCode);
        Assert.EndsWith(
            "\n# not saying what settings are while an environment variable is not set, for 2800 variables: there are too many\n",
            outcome.Output,
            StringComparison.Ordinal);
    }

    [LongFact]
    public void A_decimal_integer_of_any_length_is_printed_and_another_one_is_an_error()
    {
        using var folder = new TemporaryFolder();
        var digits = new string('7', 800_000);
        folder.Write("a.exs", digits);
        folder.Write("b.exs", "0x" + new string('f', 100_000));
        Assert.Contains(digits, Exslint.Run(folder, "syntax", "--quoted", "a.exs").Output, StringComparison.Ordinal);
        Assert.Contains(
            "ExsLint reads integers of at most 100,000 digits where they are not decimal",
            Exslint.Run(folder, "check", "b.exs").Output,
            StringComparison.Ordinal);
    }

    [LongFact]
    public void Folders_too_deep_for_the_system_are_told_of_and_the_others_are_looked_at()
    {
        using var folder = new TemporaryFolder();
        folder.Write("t/a.service", Service);
        var name = new string('d', 250);
        var top = folder.PathOf("t");

        // Deeper than any path reaches: each half is made by itself, and then moved.
        var half = string.Join('/', Enumerable.Repeat(name, 10));
        Directory.CreateDirectory(Path.Combine(top, half));
        Directory.CreateDirectory(folder.PathOf("u/" + half));
        Directory.Move(folder.PathOf("u"), Path.Combine(top, half, "u"));
        var outcome = Exslint.Run(folder, "unit", "t");
        Directory.Move(Path.Combine(top, half, "u"), folder.PathOf("u"));
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("a.service", outcome.Output, StringComparison.Ordinal);
        Assert.EndsWith(": the path is too long\n", outcome.Error, StringComparison.Ordinal);
        Assert.StartsWith("exslint: warning: t/ddd", outcome.Error, StringComparison.Ordinal);
    }

    private static void Write(TemporaryFolder folder, int count, Func<int, (string Path, string Text)> file)
    {
        for (var i = 0; i < count; i++)
        {
            folder.Write(file(i).Path, file(i).Text);
        }
    }

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(line));
}

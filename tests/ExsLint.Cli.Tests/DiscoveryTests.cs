namespace ExsLint.Cli.Tests;

/// <summary>What is analysed, and how its paths are reported.</summary>
public sealed class DiscoveryTests
{
    [Theory]
    [InlineData("config/prod.exs", true)]
    [InlineData("config/sub/more.exs", true)]
    [InlineData("rel/config.exs", true)]
    [InlineData("apps/web/config/prod.exs", true)]
    [InlineData("etc/akkoma.exs", true)]
    [InlineData(".hidden/config/prod.exs", true)]
    [InlineData("mix.exs", false)]
    [InlineData("config/.credo.exs", false)]
    [InlineData("test/config/prod.exs", false)]
    [InlineData("lib/a_test.exs", false)]
    [InlineData("priv/repo/seeds.exs", false)]
    [InlineData("deps/x/config/config.exs", false)]
    [InlineData("_build/prod/config/config.exs", false)]
    [InlineData("assets/node_modules/x/config/config.exs", false)]
    [InlineData(".git/config/config.exs", false)]
    public void Walking_finds_config_files_and_leaves_out_everything_else(string path, bool isFound)
    {
        using var folder = new TemporaryFolder();
        folder.Write(path, Samples.Faulty);
        Assert.Equal(isFound, Exslint.Run(folder, "check").Reports(path));
    }

    [Theory]
    [InlineData("# A comment\n\n# and another\nimport Config\n", true)]
    [InlineData("\uFEFFuse Mix.Config\n", true)]
    [InlineData("import(Config)\n", true)]
    [InlineData("import Config.Other\n", false)]
    [InlineData("import Configurator\n", false)]
    [InlineData("IO.puts(1)\nimport Config\n", false)]
    public void Elsewhere_the_first_expression_makes_a_config_file(string start, bool isFound)
    {
        using var folder = new TemporaryFolder();
        folder.Write("x.exs", start + "config :app, key: }\n");
        var outcome = Exslint.Run(folder, "check");
        Assert.Equal(isFound, outcome.Output.Contains($"[{Samples.Rule}]", StringComparison.Ordinal));
    }

    [Fact]
    public void Ignored_files_are_left_out_of_the_walk_but_not_what_Mix_reads_by_name_or_the_user_names()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".gitignore", "/config/\n*.secret.exs\n");
        folder.Write("sub/.gitignore", "x.exs\n");
        folder.Write("config/runtime.exs", Samples.Faulty);
        folder.Write("config/other.exs", Samples.Faulty);
        folder.Write("etc/prod.secret.exs", Samples.Faulty);
        folder.Write("sub/x.exs", Samples.Faulty);
        folder.Write("sub/y.exs", Samples.Faulty);
        var walked = Exslint.Run(folder, "check");
        Assert.True(walked.Reports("config/runtime.exs"));
        Assert.True(walked.Reports("sub/y.exs"));
        Assert.False(walked.Reports("config/other.exs"));
        Assert.False(walked.Reports("etc/prod.secret.exs"));
        Assert.False(walked.Reports("sub/x.exs"));
        Assert.True(Exslint.Run(folder, "check", "etc/prod.secret.exs").Reports("etc/prod.secret.exs"));
    }

    [Fact]
    public void Links_are_followed_within_the_tree_only_and_loops_end()
    {
        using var outside = new TemporaryFolder();
        outside.Write("prod.exs", Samples.Faulty);
        using var folder = new TemporaryFolder();
        folder.Write("real/file.txt", Samples.Faulty);
        Directory.CreateDirectory(folder.PathOf("config"));
        File.CreateSymbolicLink(folder.PathOf("config/inside.exs"), "../real/file.txt");
        File.CreateSymbolicLink(folder.PathOf("config/outside.exs"), outside.PathOf("prod.exs"));
        Directory.CreateSymbolicLink(folder.PathOf("config/again"), "..");
        var outcome = Exslint.Run(folder, "check");
        Assert.True(outcome.Reports("config/inside.exs"));
        Assert.Single(outcome.Output.TrimEnd('\n').Split('\n'));
        Assert.True(Exslint.Run(folder, "check", "config/outside.exs").Reports("config/outside.exs"));
    }

    [Fact]
    public void Units_are_found_by_name_and_section()
    {
        using var folder = new TemporaryFolder();
        folder.Write("akkoma.service", "[Service]\nExecStart=/bin/x\n");
        folder.Write("dbus.service", "[D-BUS Service]\nName=x\n");
        Assert.DoesNotContain("nothing to analyse", Exslint.Run(folder, "check").Error, StringComparison.Ordinal);
        File.Delete(folder.PathOf("akkoma.service"));
        Assert.Contains("nothing to analyse", Exslint.Run(folder, "check").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_for_programs_are_relative_to_the_repository_from_wherever_it_is_checked()
    {
        using var folder = new TemporaryFolder();
        folder.Write("repo/.git/HEAD", "ref: refs/heads/main\n");
        folder.Write("repo/app/config/prod.exs", Samples.Faulty);
        Assert.True(Exslint.Run(folder, "check", "--format", "github", "repo/app/config").Reports("app/config/prod.exs"));
        Assert.True(
            Exslint.RunShell(folder, "cd repo/app/config && \"$EXSLINT\" check --format github prod.exs")
                .Reports("app/config/prod.exs"));
        Assert.True(Exslint.Run(folder, "check", "--format", "github", folder.PathOf("repo/app")).Reports("app/config/prod.exs"));
    }

    [Fact]
    public void Paths_for_people_are_relative_to_the_working_directory_if_that_holds_the_file_else_to_the_repository()
    {
        using var folder = new TemporaryFolder();
        folder.Write("repo/.git/HEAD", "ref: refs/heads/main\n");
        folder.Write("repo/app/config/prod.exs", Samples.Faulty);
        folder.Write("repo/lib/.keep", "");
        Assert.True(Exslint.Run(folder, "check", "repo/app/config").Reports("repo/app/config/prod.exs"));
        Assert.True(Exslint.RunShell(folder, "cd repo/app/config && \"$EXSLINT\" check prod.exs").Reports("prod.exs"));
        Assert.True(
            Exslint.RunShell(folder, "cd repo/app && \"$EXSLINT\" check \"$PWD/config/prod.exs\"").Reports("config/prod.exs"));
        Assert.True(Exslint.RunShell(folder, "cd repo/lib && \"$EXSLINT\" check ..").Reports("app/config/prod.exs"));
        Assert.StartsWith(
            "prod.exs:3:19: ", Exslint.RunShell(folder, "cd repo/app/config && \"$EXSLINT\" check --format full").Output,
            StringComparison.Ordinal);
        foreach (var format in new[] { "json", "sarif" })
        {
            var report = Exslint.RunShell(folder, $"cd repo/app/config && \"$EXSLINT\" check --format {format}").Output;
            Assert.Contains("\"app/config/prod.exs\"", report, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_a_repository_paths_are_relative_to_the_root_or_the_working_directory_or_the_path()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a/config/prod.exs", Samples.Faulty);
        Assert.True(Exslint.Run(folder, "check", "a", "--root", "a").Reports("a/config/prod.exs"));
        Assert.True(Exslint.Run(folder, "check", "--format", "github", "a", "--root", "a").Reports("config/prod.exs"));
        Assert.True(Exslint.Run(folder, "check", "a").Reports("a/config/prod.exs"));
        using var elsewhere = new TemporaryFolder();
        Assert.True(Exslint.Run(elsewhere, "check", folder.PathOf("a")).Reports("config/prod.exs"));
        Assert.True(Exslint.Run(elsewhere, "check", folder.PathOf("a/config/prod.exs")).Reports("prod.exs"));
    }

    [Fact]
    public void Only_what_is_named_is_reported()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a/config/prod.exs", Samples.Faulty);
        folder.Write("b/config/prod.exs", Samples.Faulty);
        var outcome = Exslint.Run(folder, "check", "a", "a/config/prod.exs");
        Assert.True(outcome.Reports("a/config/prod.exs"));
        Assert.Single(outcome.Output.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Several_repositories_are_analysed_one_by_one()
    {
        using var folder = new TemporaryFolder();
        folder.Write("one/.git/HEAD", "");
        folder.Write("one/config/one.exs", Samples.Faulty);
        folder.Write("two/.git/HEAD", "");
        folder.Write("two/config/two.exs", Samples.Faulty);
        var outcome = Exslint.Run(folder, "check", "two", "one");
        Assert.Equal(
            ["one/config/one.exs", "two/config/two.exs"],
            outcome.Output.TrimEnd('\n').Split('\n').Select(line => line.Split(':')[0]));
    }
}

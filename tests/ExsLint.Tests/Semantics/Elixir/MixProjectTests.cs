using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>What a project's <c>mix.exs</c> says of where its configuration is.</summary>
public sealed class MixProjectTests
{
    private const string Config = "import Config\nconfig :a, k: 1";

    [Theory]
    [InlineData("config_path: \"conf/base.exs\"")]
    [InlineData("config_path: Path.join(__DIR__, \"conf/base.exs\")")]
    [InlineData("config_path: Path.expand(\"./conf/base.exs\", __DIR__)")]
    [InlineData("config_path: \"#{__DIR__}/conf/base.exs\"")]
    public void One_project_is_where_config_path_says(string setting)
    {
        var (projects, unread) = Discover(
            ("mix.exs", Mix(setting)), ("conf/base.exs", Config), ("conf/prod.exs", Config), ("conf/runtime.exs", Config),
            ("config/config.exs", Config), ("config/prod.exs", Config), ("config/runtime.exs", Config));
        Assert.Equal(["conf/base.exs then conf/runtime.exs in ''"], projects);
        Assert.Equal(["config: config/config.exs"], unread);
    }

    [Theory]
    [InlineData("config_path: \"config/config.exs\"")]
    [InlineData("config_path: Path.join(@root, \"conf/base.exs\")")]
    [InlineData("deps: []")]
    public void What_is_the_default_or_computed_changes_nothing(string setting)
    {
        var (projects, unread) =
            Discover(("mix.exs", Mix(setting)), ("config/config.exs", Config), ("config/runtime.exs", Config));
        Assert.Equal(["config/config.exs then config/runtime.exs in ''"], projects);
        Assert.Empty(unread);
    }

    [Fact]
    public void An_application_of_an_umbrella_has_the_umbrella_s_configuration()
    {
        var (projects, unread) = Discover(
            ("mix.exs", "apps_path"), ("config/config.exs", Config),
            ("apps/a/mix.exs", Mix("config_path: \"../../config/config.exs\"")),
            ("apps/a/config/config.exs", Config), ("apps/a/config/prod.exs", Config), ("apps/b/mix.exs", Mix("app: :b")),
            ("apps/b/config/config.exs", Config));
        Assert.Equal(["apps/b/config/config.exs in 'apps/b'", "config/config.exs in ''"], projects);
        Assert.Equal(["apps/a/config: apps/a/config/config.exs"], unread);
    }

    [Fact]
    public void What_leads_out_of_the_tree_leaves_nothing_to_read()
    {
        var (projects, unread) =
            Discover(("mix.exs", Mix("config_path: \"../../config/config.exs\"")), ("config/prod.exs", Config));
        Assert.Empty(projects);
        Assert.Equal(["config: config/prod.exs"], unread);
    }

    [Fact]
    public void Releases_may_read_other_files_when_they_start()
    {
        var (projects, unread) = Discover(
            ("mix.exs",
                Mix("releases: [a: [runtime_config_path: \"rel/start.exs\"], b: [runtime_config_path: \"rel/none.exs\"]]")),
            ("config/config.exs", Config), ("config/runtime.exs", Config), ("rel/start.exs", Config), ("rel/other.exs", Config));
        Assert.Equal(["config/config.exs then config/runtime.exs in ''", "config/config.exs then rel/start.exs in ''"], projects);
        Assert.Empty(unread);
    }

    [Fact]
    public void A_folder_that_the_configuration_imports_is_read()
    {
        var tree = new InMemoryProjectFiles(
            ("config/config.exs", "import Config\nimport_config \"../apps/a/config/config.exs\""),
            ("apps/a/mix.exs", Mix("config_path: \"../../config/config.exs\"")), ("apps/a/config/config.exs", Config));
        var loader = new ConfigModelLoader(new Snapshot(tree), "prod", EnvironmentVariables.Unknown);
        Assert.Equal(
            "config/config.exs",
            Assert.Single(loader.Load(["apps/a/config/config.exs", "config/config.exs"], named: null)).Project.EntryFile);
        Assert.Empty(loader.Unread);
    }

    private static string Mix(string setting) =>
        $"defmodule A.MixProject do\n  use Mix.Project\n  def project, do: [version: \"1\", {setting}]\nend\n";

    private static (IEnumerable<string> Projects, IEnumerable<string> Unread) Discover(params (string Path, string Text)[] files)
    {
        var found = ConfigProjectFinder.Discover(
            files.Select(file => file.Path).Where(path => !path.EndsWith("mix.exs", StringComparison.Ordinal)),
            new InMemoryProjectFiles(files));
        return (
            found.Projects.Select(
                project => $"{string.Join(" then ", [project.EntryFile, .. project.LaterFiles])} in '{project.RootFolder}'"),
            found.Unread.Select(unread => $"{unread.Folder}: {unread.File}"));
    }
}

using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;
using ExsLint.Workspace;

namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>Which files make a project, and what Elixir refuses about it.</summary>
public sealed class ProjectTests
{
    [Fact]
    public void Each_file_is_read_once_however_many_projects_share_it()
    {
        var shared = Enumerable.Range(0, 100).Select(i => ($"shared/{i}.exs", $"import Config\nconfig :shared, k{i}: {i}\n"))
            .ToList();
        var imports = string.Concat(shared.Select(file => $"import_config \"../../{file.Item1}\"\n"));
        var files = new CountingFiles(new InMemoryProjectFiles(
            [("a/config/config.exs", "import Config\n" + imports), ("b/config/config.exs", "import Config\n" + imports),
                .. shared]));
        var models = new ConfigModelLoader(new Snapshot(files), "prod", EnvironmentVariables.Unknown)
            .Load(["a/config/config.exs", "b/config/config.exs", .. shared.Select(file => file.Item1)], named: null);
        Assert.Equal(["a/config/config.exs", "b/config/config.exs"], models.Select(model => model.Project.EntryFile));
        Assert.All(models, model => Assert.Equal(101, model.Files.Length));
        Assert.Equal(102, files.Reads.Count);
        Assert.All(files.Reads.Values, count => Assert.Equal(1, count));
    }

    [Fact]
    public void An_application_of_an_umbrella_is_judged_with_it_alone()
    {
        var models = Load(
            ("config/config.exs", "use Mix.Config\nimport_config \"../apps/*/config/config.exs\""),
            ("apps/b/config/config.exs", "use Mix.Config\nconfig :s, k: 2"),
            ("apps/a/config/config.exs", "use Mix.Config\nconfig :s, k: 1"),
            ("apps/a/config/runtime.exs", "import Config\nconfig :s, k: 3"));
        Assert.Equal("config/config.exs", Assert.Single(models).Project.EntryFile);
        Assert.Equal("2", models[0].Get("s", "k").Value.ToString());
    }

    [Fact]
    public void A_runtime_file_needs_no_base()
    {
        var model =
            Assert.Single(Load(("config/runtime.exs", "import Config\nconfig :a, k: config_env()\nimport_config \"x.exs\"")));
        Assert.Equal(ConfigErrorKind.ForbiddenImport, Assert.Single(model.Errors).Kind);
    }

    [Theory]
    [InlineData("etc/akkoma/config.exs", "import Config\nconfig :pleroma, env: config_env()", ConfigErrorKind.AlwaysRaises)]
    [InlineData("config/config.exs", "use Mix.Config\nconfig :a, env: config_env()", ConfigErrorKind.UndefinedName)]
    [InlineData("config/config.exs", "import Config\nimport_config \"apps/*.exs\"", ConfigErrorKind.MissingImport)]
    [InlineData("config/config.exs", "import Config\nconfig :a, k: 1, k: 2", ConfigErrorKind.RepeatedKey)]
    [InlineData("config/config.exs", "config :a, k: 1", ConfigErrorKind.MissingConfigImport)]
    [InlineData("rel/config.exs", "config :a, k: 1", ConfigErrorKind.NameFromElsewhere)]
    [InlineData("etc/app.exs", "import Config\nconfig :a, k: one, l: two", ConfigErrorKind.NameFromElsewhere)]
    [InlineData("etc/akkoma/config.exs", "import Config\nconfig :pleroma, k: one", ConfigErrorKind.UndefinedName)]
    [InlineData("config/config.exs", "[a: [k: b]]", ConfigErrorKind.UndefinedName)]
    public void What_Elixir_refuses_is_an_error(string path, string text, ConfigErrorKind kind) =>
        Assert.Equal(kind, Assert.Single(Assert.Single(Load((path, text))).Errors).Kind);

    [Theory]
    [InlineData("etc/akkoma/config.exs", "import Config\nconfig :pleroma, env: Mix.env()")]
    [InlineData("config/config.exs", "import Config\nconfig :a, k: 1, k: 2\nconfig :a, k: 3")]
    [InlineData("config/config.exs", "use Mix.Config\nimport_config \"none/*.exs\"")]
    public void What_Elixir_accepts_is_none(string path, string text) => Assert.Empty(Assert.Single(Load((path, text))).Errors);

    [Theory]
    [InlineData("prod", "2")]
    [InlineData("dev", "1")]
    public void A_release_s_own_file_is_read_where_releases_are_made(string environment, string expected)
    {
        var files = new InMemoryProjectFiles(
            [("config/config.exs", "import Config\nconfig :a, k: 1"), ("config/releases.exs", "import Config\nconfig :a, k: 2")]);
        var model = Assert.Single(
            new ConfigModelLoader(new Snapshot(files), environment, EnvironmentVariables.Unknown)
                .Load(["config/config.exs"], null));
        Assert.Equal(expected, model.Get("a", "k").Value.ToString());
    }

    [Fact]
    public void Pins_decide_what_variables_give()
    {
        var variables = EnvironmentVariables.Unknown.Pin("A", "1", "--set").Pin("B", null, "--unset");
        var tree = new InMemoryProjectFiles([("config/config.exs", """
            import Config
            config :a, k: [System.get_env("A"), System.get_env("B"), System.get_env("B", "x"), System.fetch_env("A"), System.fetch_env("B"), System.get_env("C")]
            if System.get_env("A") == "1", do: config(:a, l: 1)
            System.put_env("A", "2")
            config :a, m: System.get_env("A")
            """)]);
        var model = Assert.Single(new ConfigModelLoader(new Snapshot(tree), "prod", variables).Load(["config/config.exs"], null));
        Assert.Equal(
            ["\"1\"", "nil", "\"x\"", "{:ok, \"1\"}", ":error", "environment variable C"],
            Assert.IsType<ListValue>(model.Get("a", "k").Value).Items.Select(item => item.ToString()));
        Assert.Equal("1", model.Get("a", "l").Value.ToString());
        Assert.Equal("\"2\"", model.Get("a", "m").Value.ToString());
    }

    [Theory]
    [InlineData("rel/config.exs", "environment :prod do\n  set(cookie: :a)\nend")]
    [InlineData("rel/hooks.exs", "IO.puts(x)")]
    [InlineData("config/helper.exs", "defmodule Helper do\n  def get, do: 1\nend")]
    public void A_script_that_configures_and_imports_nothing_is_no_project(string path, string text) =>
        Assert.Empty(Load((path, text)));

    [Theory]
    [InlineData("rel/a.exs", "config :a, k: 1")]
    [InlineData("rel/a.exs", "import_config \"b.exs\"")]
    [InlineData("config/a.exs", "use Mix.Config")]
    [InlineData("config/a.exs", "[a: [k: 1]]")]
    public void A_file_that_configures_or_imports_or_gives_settings_is_one(string path, string text) =>
        Assert.Single(Load((path, text)));

    private static System.Collections.Immutable.ImmutableArray<ConfigModel> Load(params (string Path, string Text)[] files) =>
        new ConfigModelLoader(new Snapshot(new InMemoryProjectFiles(files)), "prod", EnvironmentVariables.Unknown)
            .Load(files.Select(file => file.Path), named: null);

    private sealed class CountingFiles(IProjectFiles files) : IProjectFiles
    {
        public Dictionary<string, int> Reads { get; } = [];

        public bool FileExists(string path) => files.FileExists(path);

        public SourceFile? Read(string path)
        {
            Reads[path] = Reads.GetValueOrDefault(path) + 1;
            return files.Read(path);
        }

        public IReadOnlyList<string> ListFiles(string folder) => files.ListFiles(folder);

        public IReadOnlyList<string> ListFolders(string folder) => files.ListFolders(folder);

        public bool IsIgnored(string path) => files.IsIgnored(path);
    }
}

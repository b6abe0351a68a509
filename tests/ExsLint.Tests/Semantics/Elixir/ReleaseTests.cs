using ExsLint.Semantics.Elixir.Model;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>What a release makes of a configuration, which <c>mix</c> does not.</summary>
public sealed class ReleaseTests
{
    [Theory]
    [InlineData("Mix.env()", "Mix, which a release does not have")]
    [InlineData("Mix.target", "Mix, which a release does not have")]
    [InlineData("(if Mix.env() == :prod, do: 1, else: 2)", "1 or 2")]
    [InlineData("(try do Mix.env() rescue _ -> :none end)", "Mix, which a release does not have or :none")]
    [InlineData("config_env()", ":prod")]
    [InlineData("Path.basename(__DIR__)", "the project's folder")]
    [InlineData("Path.basename(Path.expand(\"x\", __DIR__))", "a path")]
    [InlineData("Path.relative_to(Path.join(__DIR__, \"x\"), __DIR__)", "\"x\"")]
    [InlineData("File.exists?(Path.join(__DIR__, \"config.exs\"))", "whether a file outside the tree exists")]
    [InlineData("File.exists?(\"#{__DIR__}/config.exs\")", "whether a file outside the tree exists")]
    [InlineData("File.exists?(\"config/config.exs\")", "true")]
    [InlineData("Path.wildcard(\"#{__DIR__}/*.exs\")", "the project's folder")]
    public void Runtime_is_read_without_Mix_and_elsewhere(string expression, string value) => Assert.Equal(
        $"k: {value}", ConfigText.Settings("", ("config/runtime.exs", $"import Config\nconfig :a, k: {expression}\n")));

    [Theory]
    [InlineData("Mix.env()", ":prod")]
    [InlineData("Path.basename(__DIR__)", "\"config\"")]
    [InlineData("File.exists?(\"#{__DIR__}/config.exs\")", "true")]
    [InlineData("File.exists?(\"#{__DIR__}/none.exs\")", "false")]
    public void Config_is_read_by_Mix(string expression, string value) =>
        Assert.Equal($"k: {value}", ConfigText.Settings($"config :a, k: {expression}"));

    /// <summary>No release is made of the environments that people work in.</summary>
    [Fact]
    public void In_dev_Mix_is_there()
    {
        var tree = new InMemoryProjectFiles(
            ("config/config.exs", ""),
            ("config/runtime.exs", "import Config\nconfig :a, k: Mix.env(), l: Path.basename(__DIR__)\n"));
        var project = Assert.Single(ConfigProjectFinder.Find(["config/config.exs"], tree));
        var model = ConfigEvaluator.Evaluate(project, new Snapshot(tree), "dev");
        Assert.Empty(model.Errors);
        Assert.Equal(":dev, \"config\"", $"{model.State.Get("a", "k")}, {model.State.Get("a", "l")}");
    }

    [Theory]
    [InlineData("config :a, k: Mix.env()", "MissingInRelease Mix.env/0")]
    [InlineData("config :a, k: Mix.target()", "MissingInRelease Mix.target/0")]
    [InlineData("if System.get_env(\"X\"), do: config(:a, k: Mix.env())", "MissingInRelease Mix.env/0 if")]
    [InlineData("use Mix.Config", "MissingInRelease Mix.Config")]
    [InlineData("if Code.ensure_loaded?(Mix), do: config(:a, k: Mix.env())", "")]
    [InlineData("if function_exported?(Mix, :env, 0), do: config(:a, k: Mix.env())", "")]
    [InlineData("unless System.get_env(\"RELEASE_NAME\"), do: config(:a, k: Mix.env())", "")]
    [InlineData("try do Mix.env() rescue _ -> :none end", "")]
    [InlineData("if config_env() != :prod, do: Mix.env()", "")]
    [InlineData("config :kernel, net: 1", "RunningApplication kernel.net")]
    [InlineData("config :stdlib, :shell, 1", "RunningApplication stdlib.shell")]
    [InlineData("if System.get_env(\"X\"), do: config(:kernel, net: 1)", "RunningApplication kernel.net if")]
    [InlineData("config :kernel, same: 2", "")]
    [InlineData("config :logger, level: :info", "")]
    [InlineData("config :a, k: fn -> 1 end, l: self()", "")]
    public void What_a_release_refuses_of_runtime(string text, string error) => Assert.Equal(error, ErrorsOf(
        "import Config\nconfig :kernel, same: 2\n",
        ("config/runtime.exs", text.StartsWith("use", StringComparison.Ordinal) ? text : $"import Config\n{text}\n")));

    [Theory]
    [InlineData("config :a, k: Mix.env()", "MissingInRelease Mix.env/0")]
    [InlineData("config :a, k: (if Code.ensure_loaded?(Mix), do: Mix.env(), else: :prod)", "")]
    public void What_a_release_refuses_of_releases(string text, string error) =>
        Assert.Equal(error, ErrorsOf("", ("config/releases.exs", $"import Config\n{text}\n")));

    [Theory]
    [InlineData("fn x -> x end", "UnwritableTerm a.k")]
    [InlineData("[l: {1, %{m: &(&1 + 1)}}]", "UnwritableTerm a.k")]
    [InlineData("&{&1, 1}", "UnwritableTerm a.k")]
    [InlineData("self()", "UnwritableTerm a.k")]
    [InlineData("make_ref()", "UnwritableTerm a.k")]
    [InlineData("(if System.get_env(\"X\"), do: fn -> 1 end)", "UnwritableTerm a.k if")]
    [InlineData("[x: 1] ++ if(System.get_env(\"X\"), do: [f: fn -> 1 end], else: [])", "UnwritableTerm a.k if")]
    [InlineData("&String.trim/1", "")]
    [InlineData("&String.trim(&1)", "")]
    [InlineData("&inspect/1", "")]
    [InlineData("~r/a/", "")]
    [InlineData("Enum.map([1], fn x -> x end)", "")]
    public void What_mix_release_refuses_of_config(string value, string error) =>
        Assert.Equal(error, ErrorsOf($"import Config\nconfig :a, k: {value}\n"));

    [Theory]
    [InlineData("import config")]
    [InlineData("use Config")]
    [InlineData("use config")]
    [InlineData("import \"Config\"")]
    [InlineData("import {Config}")]
    [InlineData("import [Config]")]
    [InlineData("require config")]
    [InlineData("alias \"Foo\"")]
    public void A_directive_takes_the_name_of_a_module(string directive) =>
        Assert.StartsWith(
            "InvalidExpression", ErrorsOf($"{directive}\nimport Config\nconfig :a, k: 1\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("import Config")]
    [InlineData("import :lists, only: [max: 1]")]
    [InlineData("alias Foo.{A, B}")]
    [InlineData("alias __MODULE__, as: M")]
    [InlineData("alias Foo.Config\nuse Config")]
    [InlineData("_ = quote do import config end")]
    public void Other_directives_are_none_of_these_errors(string directive) =>
        Assert.DoesNotContain("InvalidExpression", ErrorsOf($"import Config\n{directive}\n"), StringComparison.Ordinal);

    private static string ErrorsOf(string config, params (string Path, string Text)[] more) => string.Join(
        ", ", ConfigText.Evaluate(config, more).Errors.Select(
            error => $"{error.Kind} {error.Argument}{(error.IsConditional ? " if" : "")}"));
}

using ExsLint.Semantics.Elixir.Model;

namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>The environments that a configuration is made for.</summary>
public sealed class KnownEnvironmentTests
{
    [Theory]
    [InlineData("if config_env() == :staging, do: config(:a, k: 1)", "dev prod staging test")]
    [InlineData("if :staging != Mix.env(), do: config(:a, k: 1)", "dev prod staging test")]
    [InlineData("if config_env() in [:ci, :e2e], do: config(:a, k: 1)", "ci dev e2e prod test")]
    [InlineData("if Mix.env() not in ~w(ci e2e)a, do: config(:a, k: 1)", "ci dev e2e prod test")]
    [InlineData("case config_env() do\n  :staging -> config :a, k: :other\n  _ -> nil\nend", "dev prod staging test")]
    [InlineData("env = config_env()\nif env == :staging, do: config(:a, k: 1)", "dev prod staging test")]
    [InlineData("if \"#{config_env()}\" == \"staging\", do: config(:a, k: 1)", "dev prod staging test")]
    [InlineData("config :a, k: %{staging: 1, prod: 2}[config_env()]", "dev prod staging test")]
    [InlineData("config :a, k: Keyword.get([staging: 1], Mix.env())", "dev prod staging test")]
    [InlineData("config_env() |> case do\n  :staging -> 1\n  _ -> 2\nend", "dev prod staging test")]
    [InlineData("if Enum.member?([:staging, :ci], config_env()), do: config(:a, k: 1)", "ci dev prod staging test")]
    [InlineData("if match?(:staging, Mix.env()), do: config(:a, k: 1)", "dev prod staging test")]
    [InlineData("with :staging <- config_env(), do: config(:a, k: 1)", "dev prod staging test")]
    [InlineData("config :a, k: :debug, env: config_env()", "dev prod test")]
    [InlineData("if config_target() == :staging, do: config(:a, k: 1)", "dev prod test")]
    [InlineData("import_config \"#{config_env()}.exs\"", "bench dev prod test")]
    [InlineData("import_config \"env/x_#{Mix.env()}.exs\"", "deep dev prod test")]
    [InlineData("import_config \"bench.exs\"", "dev prod test")]
    public void Are_compared_or_imported(string statement, string names)
    {
        var model = ConfigText.Evaluate(
            "import Config\n" + statement, ("config/bench.exs", "import Config"), ("config/runtime.exs", "import Config"),
            ("config/env/x_deep.exs", "import Config"));
        Assert.Equal(names, string.Join(' ', KnownEnvironments.Of([model])));
    }
}

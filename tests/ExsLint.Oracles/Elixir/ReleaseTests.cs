using ExsLint.Semantics.Elixir.Model;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;
using ExsLint.Workspace.Discovery;

namespace ExsLint.Oracles.Elixir;

/// <summary>A release is refused, by <c>mix release</c> or when it boots, where we say so.</summary>
public sealed class ReleaseTests
{
    private const string Mix = """
        defmodule Shop.MixProject do
          use Mix.Project
          def project, do: [app: :shop, version: "0.1.0"]
          def application, do: []
        end
        """;

    [OracleTheory("mix", IsLong = true)]
    [InlineData("runtime", "config :shop, k: Mix.env()", true)]
    [InlineData("runtime", "config :shop, k: Mix.target()", true)]
    [InlineData("runtime", "use Mix.Config", true)]
    [InlineData("runtime", "config :shop, k: (if Code.ensure_loaded?(Mix), do: Mix.env(), else: config_env())", false)]
    [InlineData("runtime", "config :kernel, shop: 1", true)]
    [InlineData("runtime", "config :stdlib, shop: 1", true)]
    [InlineData("runtime", "config :kernel, same: 1", false)]
    [InlineData("runtime", "config :elixir, :shop, 1", false)]
    [InlineData("runtime", "config :shop, k: fn -> 1 end, l: self(), m: make_ref()", false)]
    [InlineData("releases", "config :shop, k: Mix.env()", true)]
    [InlineData("releases", "config :shop, k: config_env()", false)]
    [InlineData("config", "config :shop, k: fn x -> x end", true)]
    [InlineData("config", "config :shop, k: [a: {1, %{b: &(&1 + 1)}}]", true)]
    [InlineData("config", "config :shop, k: self()", true)]
    [InlineData("config", "config :shop, k: make_ref()", true)]
    [InlineData("config", "config :shop, k: Access.key(:a)", true)]
    [InlineData("config", "config :shop, k: &String.trim/1, l: &String.trim(&1), m: &inspect/1, n: &(&1 + &2)", false)]
    public void What_is_refused_is_refused(string name, string text, bool isRefused)
    {
        var config = name == "config" ? $"import Config\n{text}\n" : "import Config\nconfig :kernel, same: 1\n";
        var late = text.StartsWith("use", StringComparison.Ordinal)
            ? $"{text}\nconfig :shop, k: 1\n"
            : $"import Config\n{text}\n";
        (string Path, string Text)[] files = name == "config"
            ? [("mix.exs", Mix), ("config/config.exs", config)]
            : [("mix.exs", Mix), ("config/config.exs", config), ($"config/{name}.exs", late)];
        var tree = new InMemoryProjectFiles(files);
        var project = Assert.Single(ConfigProjectFinder.Find(["config/config.exs"], tree));
        var model = ConfigEvaluator.Evaluate(project, new Snapshot(tree), "prod");
        Assert.Equal(isRefused, model.Errors.Any(error => error.IsOfRelease));

        using var folder = new TemporaryFolder();
        foreach (var (path, content) in files)
        {
            folder.Write(path, content);
        }

        Assert.Equal(isRefused, !Boots(folder));
    }

    /// <summary>Whether a release can be made of a project, and reads its configuration.</summary>
    private static bool Boots(TemporaryFolder folder)
    {
        var (exit, _) = Oracle.Run("mix", ["release"], start =>
        {
            start.WorkingDirectory = folder.Root;
            start.Environment["MIX_ENV"] = "prod";
        });
        return exit == 0 && Oracle.Run(
            folder.PathOf("_build/prod/rel/shop/bin/shop"), ["eval", "IO.puts(\"booted\")"], start =>
            {
                start.WorkingDirectory = folder.Root;
                start.Environment["ERL_CRASH_DUMP_SECONDS"] = "0";
            }).Output.Contains("booted", StringComparison.Ordinal);
    }
}

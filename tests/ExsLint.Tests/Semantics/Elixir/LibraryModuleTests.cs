namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>Functions of the project's own <c>lib</c> that its configuration calls.</summary>
public sealed class LibraryModuleTests
{
    private const string Mix = "defmodule Shop.MixProject do\n  use Mix.Project\n  def project, do: [app: :shop]\nend\n";

    private const string Library = """
        defmodule Shop.Config do
          @moduledoc "Reads variables."
          @default 4000
          @computed System.get_env("X")
          @spec port(term) :: integer
          def port(nil), do: @default
          def port(text), do: String.to_integer(text)
          def env!(name), do: System.get_env(name) || raise("#{name} is missing")
          def computed, do: @computed
          def set(value), do: System.put_env("X", value)
          def file, do: File.write!("x", "y")
          def here, do: __DIR__
          def boom, do: raise("no")
          def setup, do: Shop.Other.setup()
          defp hidden, do: 1
        end
        """;

    [Theory]
    [InlineData("Shop.Config.port(nil)", "4000")]
    [InlineData("Shop.Config.port(\"5\") + 1", "6")]
    [InlineData("Shop.Config.env!(\"HOST\")", "environment variable HOST")]
    [InlineData("Shop.Config.env!(\"HOST\") |> is_binary()", "true")]
    [InlineData("Shop.Config.computed()", "a module attribute")]
    [InlineData("Shop.Config.set(\"x\")", "result of Shop.Config.set/1")]
    [InlineData("Shop.Config.file()", "result of Shop.Config.file/0")]
    [InlineData("Shop.Config.here()", "result of Shop.Config.here/0")]
    [InlineData("try do Shop.Config.hidden() rescue UndefinedFunctionError -> :none end", ":none")]
    [InlineData("(if System.get_env(\"X\"), do: Shop.Config.port(nil), else: 4000)", "4000")]
    [InlineData("Enum.map([nil, \"1\"], &Shop.Config.port/1)", "[4000, 1]")]
    public void Runtime_calls_what_lib_defines(string call, string value) =>
        Assert.Equal(
            $"before: 1, k: {value}",
            Late($"config :a, before: 1\nconfig :a, k: ({call})", ("lib/shop/config.ex", Library)));

    [Theory]
    [InlineData("lib/anything.ex", true)]
    [InlineData("lib/shop/deeper/x.ex", true)]
    [InlineData("apps/web/lib/shop/config.ex", true)]
    [InlineData("test/support/shop/config.ex", false)]
    [InlineData("vendor/shop/lib/shop/config.ex", false)]
    public void A_module_is_looked_for_where_Mix_compiles_it(string path, bool isFound) => Assert.Equal(
        isFound ? "k: 4000" : "k: result of Shop.Config.port/1",
        Late("config :a, k: Shop.Config.port(nil)", (path, Library), ("lib/shop.ex", ""), ("apps/web/mix.exs", Mix)));

    [Theory]
    [InlineData("use Agent")]
    [InlineData("if Mix.env() == :prod, do: def(late, do: 1)")]
    [InlineData("import Shop.Macros")]
    [InlineData("@before_compile Shop.Other")]
    public void A_module_that_the_compiler_changes_is_not_followed(string line) => Assert.Equal(
        "k: result of Shop.Config.port/1",
        Late(
            "config :a, k: Shop.Config.port(nil)",
            ("lib/shop/config.ex", Library.Replace("@default 4", $"{line}\n@default 4", StringComparison.Ordinal))));

    /// <summary>Whether Mix has compiled <c>lib</c> when it reads <c>config.exs</c> depends on what was built before.</summary>
    [Fact]
    public void Config_does_not_call_what_lib_defines() => Assert.Equal(
        "k: result of Shop.Config.port/1",
        ConfigText.Settings("config :a, k: Shop.Config.port(nil)", ("mix.exs", Mix), ("lib/shop/config.ex", Library)));

    [Fact]
    public void As_a_statement_it_may_do_what_an_unseen_call_does() => Assert.Single(
        ConfigText.Evaluate("import Config", ("mix.exs", Mix), ("lib/shop/config.ex", Library),
            ("config/runtime.exs", "import Config\nShop.Config.setup()\n")).State.Layers);

    [Fact]
    public void A_project_whose_mix_compiles_other_folders_has_no_lib() => Assert.Equal(
        "k: result of Shop.Config.port/1",
        ConfigText.Settings(
            "",
            ("mix.exs", Mix.Replace("app: :shop", "app: :shop, elixirc_paths: [\"src\"]", StringComparison.Ordinal)),
            ("lib/shop/config.ex", Library), ("config/runtime.exs", "import Config\nconfig :a, k: Shop.Config.port(nil)\n")));

    /// <summary>What an administrator sees is the call, not what stands in the module.</summary>
    [Fact]
    public void A_value_is_that_of_the_call()
    {
        var state = ConfigText.Evaluate("import Config", ("mix.exs", Mix), ("lib/shop/config.ex", Library),
            ("config/runtime.exs", "import Config\nconfig :a, k: Shop.Config.port(nil)\n")).State;
        Assert.Equal("config/runtime.exs:2:15", state.Get("a", "k").Origin?.ToString());
    }

    private static string Late(string text, params (string Path, string Text)[] more) =>
        ConfigText.Settings("", [("mix.exs", Mix), ("config/runtime.exs", $"import Config\n{text}\n"), .. more]);
}

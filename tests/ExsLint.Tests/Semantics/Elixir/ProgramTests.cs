namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>
/// Functions, modules, comprehensions and the library, in the ways config files use them; each case was run with Elixir.
/// </summary>
public sealed class ProgramTests
{
    [Theory]
    [InlineData("for {k, v} <- [a: 1, b: nil], v, into: [], do: {k, v + 1}", "[a: 2]")]
    [InlineData("for x <- 1..3, y <- [x, 10], x != y, do: x * y", "[10, 20, 30]")]
    [InlineData("for x <- [1, 2], reduce: 0 do acc -> acc + x end", "3")]
    [InlineData("with {:ok, x} <- Keyword.fetch([a: 1], :b) do x else :error -> 5 end", "5")]
    [InlineData("(fn [h | t] -> {h, t}; _ -> nil end).([1, 2])", "{1, [2]}")]
    [InlineData("Enum.map([1, 2], &(&1 * 2))", "[2, 4]")]
    [InlineData(
        "\"a:1,b:2\" |> String.split(\",\") |> Enum.map(&String.split(&1, \":\")) |> Map.new(fn [k, v] -> {k, "
            + "String.to_integer(v)} end) |> Map.get(\"b\")", "2")]
    [InlineData("%{%{a: 1, b: 2} | a: 3}.a", "3")]
    [InlineData("case \"postgres://h\" do \"postgres://\" <> host -> host end", "\"h\"")]
    [InlineData("URI.parse(\"https://example.com/x\").port", "443")]
    [InlineData("Keyword.merge([a: 1, b: 2], a: 3)", "[b: 2, a: 3]")]
    [InlineData("case System.get_env(\"X\") do nil -> \"d\"; v when is_binary(v) -> 1; _ -> 2 end", "\"d\" or 1")]
    [InlineData("[a: 1] ++ if(System.get_env(\"X\"), do: [b: 2], else: [])", "[a: 1, b: 2 or nothing]")]
    [InlineData("try do String.to_integer(\"x\") rescue _ -> 7 end", "7")]
    [InlineData("try do String.to_integer(System.get_env(\"X\")) rescue _ -> 7 end", "environment variable X or 7")]
    [InlineData("Map.keys(%{b: 1, a: 2})", "the order of a map")]
    [InlineData("+(-0.0)", "the sign of zero")]
    [InlineData("put_in([a: 1, b: 1], [:b], 2)", "[a: 1, b: 2]")]
    [InlineData("put_in([a: 1, a: 1], [:a], 2)", "result of put_in/3")]
    [InlineData("String.split(\"ü,ö\", ~r/,/)", "[\"ü\", \"ö\"]")]
    [InlineData("Regex.replace(~r/[^,]+/, \"ü,ö\", \"x\")", "\"x,x\"")]
    [InlineData("Regex.replace(~r/[^,]+/u, \"ü,ö\", \"x\")", "result of Regex.replace/3")]
    [InlineData("\"ü\" =~ ~r/^\\w$/", "a match of a regex")]
    [InlineData("\"ü\" =~ ~r/K/iu", "a match of a regex")]
    [InlineData("Regex.scan(~r/,?/, \"ü\")", "result of Regex.scan/2")]
    [InlineData("Regex.source(~r/\\t/)", "result of Regex.source/1")]
    [InlineData("Regex.match?(~r/a\\tb/x, \"ab\")", "result of Regex.match?/2")]
    [InlineData("System.os_time()", "the time")]
    [InlineData("Enum.sum(1..1_000_000)", "result of Enum.sum/1")]
    public void A_value_is_what_Elixir_gives(string expression, string expected) =>
        Assert.Equal(
            expected,
            ConfigText.Evaluate($"import Config\nvalue = {expression}\nconfig :a, :k, value").State.Get("a", "k").ToString());

    [Theory]
    [InlineData("def f(x, y \\\\ 2), do: {x, y}", "M.f(1)", "{1, 2}")]
    [InlineData("def f([]), do: 0\ndef f([_ | t]), do: 1 + f(t)", "M.f([1, 2, 3])", "3")]
    [InlineData("@a 1\ndef f, do: @a\n@a 2", "M.f()", "1")]
    [InlineData("def f(x) when is_atom(x), do: g(x)\ndefp g(x), do: Atom.to_string(x)", "M.f(:x)", "\"x\"")]
    [InlineData("use Foo\ndef f, do: 1", "M.f()", "result of M.f/0")]
    [InlineData("def f(n), do: f(n + 1)", "M.f(1)", "a configuration too large to follow")]
    [InlineData("def f(n), do: f(n - 1) + f(n - 2)", "M.f(50)", "a configuration too large to follow")]
    public void A_module_of_the_file_is_followed(string body, string call, string expected) =>
        Assert.Equal(
            expected,
            ConfigText.Evaluate(
                $"import Config\ndefmodule M do\n{body}\nend\nvalue = {call}\nconfig :a, :k, value").State.Get("a",
                "k").ToString());

    [Fact]
    public void A_file_that_is_required_is_evaluated()
    {
        var model = ConfigText.Evaluate(
            "import Config\nCode.require_file(\"helpers.exs\", __DIR__)\nconfig :a, k: Helpers.port(\"4000\")",
            ("config/helpers.exs", "defmodule Helpers do\n  def port(text), do: String.to_integer(text)\nend"));
        Assert.Equal("4000", model.Get("a", "k").Value.ToString());
    }

    [Fact]
    public void What_raises_is_an_error_at_its_own_place()
    {
        var error = Assert.Single(ConfigText.Evaluate("import Config\nconfig :a,\n  k: String.to_integer(\"x\")").Errors);
        Assert.Equal(2, error.Location.Start.Line);
    }

    [Fact]
    public void A_file_imported_on_a_condition_that_raises_means_that_the_condition_is_false()
    {
        var model = ConfigText.Evaluate(
            "import Config\nconfig :a, k: 1\nif System.get_env(\"X\") do\n  import_config \"one.exs\"\n  config :a, k: 2\nend",
            ("config/one.exs", "raise \"no\""));
        Assert.Equal("1", model.Get("a", "k").Value.ToString());
        Assert.Empty(model.Errors);
    }
}

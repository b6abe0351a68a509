using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>Where bindings are seen, and what a call that is not followed may have done; each case was run with Elixir.</summary>
public sealed class ScopeTests
{
    [Theory]
    [InlineData("x = 1\ntrue && (x = 2)", "1")]
    [InlineData("x = 1\nnil || (x = 2)", "1")]
    [InlineData("x = 1\nif (x = 2), do: (x = 3)", "2")]
    [InlineData("x = 1\n!(x = nil)", "nil")]
    [InlineData("x = 1\ncond do\n  x = nil -> x\n  true -> 5\nend", "1")]
    [InlineData("x = 1\n{x = 2, x = 3}", "3")]
    [InlineData("y = 1\n{y, x} = {3, y}", "1")]
    [InlineData("y = 1\n[_, x] = [y = 2, y]", "1")]
    [InlineData("y = 1\nx = \"#{y = 2}#{y}\"", "\"21\"")]
    [InlineData("x = 1\nmatch?(x = 2, 2)", "1")]
    [InlineData("x = 1\n[1 | [x = 2]]", "2")]
    [InlineData("x = 1\nfor y <- [1], into: (x = []), do: y", "1")]
    [InlineData("x = 1\nfor y <- [1], reduce: (x = 0) do\n  z -> y + z\nend", "1")]
    [InlineData("x = 1\n{2, ^x} = {2, 1}", "1")]
    public void A_binding_is_seen_where_Elixir_shows_it(string statements, string expected) =>
        Assert.Equal(
            expected, ConfigText.Evaluate($"import Config\n{statements}\nconfig :a, :k, x").State.Get("a", "k").ToString());

    [Theory]
    [InlineData("case {1, 2} do {y, y} -> 1; _ -> 2 end", "2")]
    [InlineData("case 1 do y when not nil -> y; _ -> 2 end", "2")]
    [InlineData("case 1 do y when y -> 1; _ -> 2 end", "2")]
    [InlineData("case 1 do y when y / 0 == 1 -> 1; _ -> 2 end", "2")]
    [InlineData("if(true, [do: 1, else: 2])", "1")]
    [InlineData("1 |> if(do: 2)", "2")]
    [InlineData("System.get_env(\"X\") |> case do nil -> 1; _ -> 1 end", "1")]
    [InlineData("1 == 1.0", "true")]
    [InlineData("{1} == {1.0}", "true")]
    [InlineData("9007199254740993 == 9007199254740992.0", "false")]
    [InlineData("9007199254740993 > 9007199254740992.0", "true")]
    [InlineData("1 in [1.0]", "false")]
    [InlineData("!false in [true]", "true")]
    [InlineData("!(1 in [1])", "false")]
    [InlineData("nil[:x]", "nil")]
    [InlineData("[1, {:x, 2}][:x]", "2")]
    [InlineData("[System.get_env(), {:x, 2}][:x]", "entries that are not all known")]
    [InlineData("Atom.to_string(nil)", "\"nil\"")]
    [InlineData("String.trim(\" \u00A0x\u2003\")", "\"x\"")]
    [InlineData("~w(a\u00A0b c)", "[\"a\u00A0b\", \"c\"]")]
    [InlineData("String.to_integer(\"+5\")", "5")]
    [InlineData("Elixir", "Elixir")]
    [InlineData("File.exists?(\"config\")", "true")]
    [InlineData("File.exists?(\"config/nowhere/../config.exs\")", "whether a file outside the tree exists")]
    public void A_value_is_what_Elixir_gives(string expression, string expected) =>
        Assert.Equal(
            expected,
            ConfigText.Evaluate($"import Config\nvalue = {expression}\nconfig :a, :k, value").State.Get("a", "k").ToString()
                .TrimStart(':'));

    [Theory]
    [InlineData("alias :foo, as: C", "C", ":foo")]
    [InlineData("alias Foo.Bar, as: C, warn: false", "C", "Foo.Bar")]
    [InlineData("require Foo.Bar, as: C", "C.D", "Foo.Bar.D")]
    public void An_alias_stands_for_its_module(string directive, string alias, string expected) =>
        Assert.Equal(
            expected, ConfigText.Evaluate($"import Config\n{directive}\nconfig :a, :k, {alias}").State.Get("a", "k").ToString());

    [Theory]
    [InlineData(":a |> config(k: 2)")]
    [InlineData(":a |> Config.config(:k, 2)")]
    [InlineData("config = 5\nconfig :a, k: 2")]
    [InlineData("alias Config, as: C\nC.config(:a, k: 2)")]
    public void Config_is_called_in_any_way_of_writing_it(string statement) =>
        Assert.Equal("k: 2", ConfigText.Settings("config :a, k: 1\n" + statement));

    [Theory]
    [InlineData("false |> if(do: config(:a, k: 2))", "1")]
    [InlineData("Kernel.&&(false, config(:a, k: 2))", "1")]
    [InlineData("apply(Config, :config, [:a, [k: 2]])", "2")]
    [InlineData("apply(Config, foo(), [:a, [k: 2]])", null)]
    [InlineData("m = if foo(), do: Config, else: Foo\nm.config(:a, k: 2)", null)]
    [InlineData("m = foo()\nm.config(:a, k: 2)", null)]
    [InlineData("apply(foo(), :config, [:a, [k: 2]])", null)]
    [InlineData("Enum.each(foo(), &config(:a, k: &1))", null)]
    [InlineData("try do\n  foo()\n  config :a, k: 2\nrescue\n  _ -> 1\nend", null)]
    [InlineData("Enum.each([2], fn x -> config :a, k: x end)", "2")]
    [InlineData("defmodule M do\n  import Config\n  def f(x), do: config(:a, k: x)\nend\nM.f(2)", "2")]
    [InlineData("Code.require_file(\"other.exs\", __DIR__)", null)]
    [InlineData("Code.eval_string(System.get_env(\"X\"))", null)]
    [InlineData("f = &config/2\nf.(:a, k: 2)", "2")]
    [InlineData("f = &config/2\nfoo()", null)]
    [InlineData("use Foo", null)]
    public void What_may_configure_puts_a_setting_in_doubt_and_nothing_else_does(string statement, string? known)
    {
        var value = ConfigText.Evaluate("import Config\nconfig :a, k: 1\n" + statement).State.Get("a", "k");
        Assert.True(known is null ? value is ChoiceValue : value.ToString() == known, value.ToString());
    }

    [Fact]
    public void A_function_that_configures_may_be_called_by_any_call_that_is_not_followed()
    {
        var state = ConfigText.Evaluate("import Config\nf = fn -> config :a, k: 2 end\nconfig :a, k: 1\nfoo()").State;
        Assert.IsType<ChoiceValue>(state.Get("a", "k"));
    }

    [Fact]
    public void An_import_that_leaves_functions_of_Kernel_out_makes_their_names_unknown()
    {
        var value =
            ConfigText.Evaluate("import Config\nimport Kernel, except: [div: 2]\nconfig :a, k: div(4, 2)").State.Get("a", "k");
        Assert.False(ValueComparer.IsKnown(value));
    }

    [Fact]
    public void A_look_up_that_may_find_nothing_may_be_nil() => Assert.Equal(
        "1 or nil",
        ConfigText.Evaluate(
            "import Config\nx = (if System.get_env(\"X\"), do: [a: 1], else: [b: 1])[:a]\nconfig :a, k: 1\nconfig :a, k: x")
            .State.Get("a", "k").ToString());

    [Fact]
    public void The_last_value_of_a_file_that_configures_nothing_is_the_configuration()
    {
        var state = ConfigText.Evaluate("[a: [k: 1]]").State;
        Assert.Equal("1", state.Get("a", "k").ToString());
    }

    [Fact]
    public void What_a_condition_of_cond_configures_stands_only_if_it_is_reached()
    {
        var state = ConfigText.Evaluate(
            "import Config\nconfig :a, k: 1\ncond do\n  System.get_env(\"X\") -> 1\n  config(:a, k: 2) -> 2\nend").State;
        Assert.Equal("1 or 2", state.Get("a", "k").ToString());
    }
}

using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>Code that is run through a value, or by the compiler, and what the configuration tells Mix.</summary>
public sealed class IndirectTests
{
    private const string Text = "\"import Config\\nconfig :a, k: 2\"";

    [Theory]
    [InlineData("m = Code\nm.eval_string(" + Text + ")")]
    [InlineData("[m | _] = [Code]\n_ = m.eval_string(" + Text + ")")]
    [InlineData("Enum.each([" + Text + "], &Code.eval_string/1)")]
    [InlineData(Text + " |> then(&Code.eval_string/1)")]
    [InlineData("_ = apply(Code, :eval_string, [" + Text + "])")]
    [InlineData("_ = :erlang.apply(Code, :eval_string, [" + Text + "])")]
    [InlineData("Module.concat([\"Code\"]).eval_string(" + Text + ")")]
    [InlineData(":\"Elixir.Code\".eval_string(" + Text + ")")]
    [InlineData("import Code, only: [eval_string: 1]\n_ = eval_string(" + Text + ")")]
    [InlineData("o = [m: Code]\n_ = o[:m].compile_string(" + Text + ")")]
    [InlineData("x = EEx.eval_string(\"<% Config.config(:a, k: 2) %>\")")]
    [InlineData("e = EEx\nx = e.eval_file(\"t.eex\")")]
    [InlineData(":ok = :file.script(\"s.erl\")")]
    [InlineData("c = Code\nc.require_file(\"x.ex\")")]
    [InlineData("Module.create(M, quote(do: Config.config(:a, k: 2)), __ENV__)")]
    [InlineData(
        "defmodule H do\n  def __after_compile__(_, _), do: Config.config(:a, k: 2)\nend\ndefmodule M do\n  @after_compile "
            + "H\nend")]
    [InlineData("defmodule M do\n  @before_compile Unseen\nend")]
    [InlineData(
        "defmodule H do\n  defmacro m, do: Config.config(:a, k: 2)\nend\ndefmodule M do\n  import H\n  def f, do: m()\nend")]
    [InlineData("defmodule Config do\n  def config(_, _), do: :ok\nend\nconfig :a, l: 1")]
    public void Code_that_is_run_out_of_sight_puts_what_is_before_it_in_doubt(string statements) =>
        Assert.IsNotType<IntegerValue>(ConfigText.Evaluate("import Config\nconfig :a, k: 1\n" + statements).State.Get("a", "k"));

    [Theory]
    [InlineData("m = String\nm.upcase(\"x\")")]
    [InlineData("Enum.each([1], &Integer.to_string/1)")]
    [InlineData("_ = apply(String, :upcase, [\"x\"])")]
    [InlineData("_ = Code.ensure_loaded?(EEx)\n_ = Code.ensure_loaded?(Mix)")]
    [InlineData("defmodule M do\n  defmacro m(x), do: x\n  def f(x), do: x\nend\ndefmodule N do\n  def f, do: M.f(1)\nend")]
    [InlineData("defmodule M do\n  defp load_file(x), do: x\n  def f(x), do: load_file(x)\nend\nM.f(1)")]
    [InlineData("defmodule MyApp.Config do\n  def config(_, _), do: :ok\nend\nMyApp.Config.config(1, 2)")]
    [InlineData("m = Module.concat([\"String\"])\n_ = m.upcase(\"x\")")]
    public void What_runs_nothing_leaves_what_is_before_it(string statements) =>
        Assert.Equal(
            "1",
            ConfigText.Evaluate("import Config\nconfig :a, k: 1\n" + statements + "\nconfig :b, e: Mix.env()").State.Get("a", "k")
                .ToString());

    [Theory]
    [InlineData("Mix.env(:dev)", "k: :dev, l: :prod, m: :host")]
    [InlineData(":dev |> Mix.env()", "k: :dev, l: :prod, m: :host")]
    [InlineData("m = Mix\nm.env(:dev)", "k: :dev, l: :prod, m: :host")]
    [InlineData("apply(Mix, :env, [:dev])", "k: :dev, l: :prod, m: :host")]
    [InlineData("Enum.each([:dev], &Mix.env/1)", "k: :dev, l: :prod, m: :host")]
    [InlineData("Mix.target(:rpi)", "k: :prod, l: :prod, m: :rpi")]
    [InlineData("_ = Mix.env()\n_ = Mix.env\n_ = Mix.env() |> to_string()", "k: :prod, l: :prod, m: :host")]
    [InlineData("_ = Code.ensure_loaded?(Mix) and function_exported?(Mix, :env, 0)", "k: :prod, l: :prod, m: :host")]
    public void Mix_tells_what_it_was_told(string statements, string expected) =>
        Assert.Equal(expected, ConfigText.Settings(statements + "\nconfig :a, k: Mix.env(), l: config_env(), m: Mix.target()"));

    [Theory]
    [InlineData("if System.get_env(\"X\"), do: Mix.env(:dev)")]
    [InlineData("Task.await(Task.async(fn -> Mix.env(:dev) end))")]
    [InlineData("Task.await(Task.async(Mix, :env, [:dev]))")]
    [InlineData("Mix.State.put(:env, :dev)")]
    public void What_Mix_may_have_been_told_is_not_known(string statements) =>
        Assert.IsType<UnknownValue>(
            ConfigText.Evaluate($"import Config\n{statements}\nconfig :a, k: Mix.env()").State.Get("a", "k"));

    [Fact]
    public void The_file_that_is_read_later_has_an_environment_of_which_Mix_was_told()
    {
        var state = ConfigText.Evaluate(
            "import Config\nMix.env(:dev)\n", ("config/runtime.exs", "import Config\nconfig :a, k: config_env()")).State;
        Assert.IsType<UnknownValue>(state.Get("a", "k"));
    }

    [Theory]
    [InlineData("config :a, ['f g': 2]", "f g: 2")]
    [InlineData("config :a, k: %{'x': 1}[:x]", "k: 1")]
    [InlineData("config :a, µ: 1", "\u03bc: 1")]
    [InlineData("config :a, 'µ': 1, \"e\u0301\": 2", "µ: 1, e\u0301: 2")]
    [InlineData("config :a, k: [e\u0301: 1][:\u00e9], l: %{µ: 1}[:\"\u03bc\"]", "k: 1, l: 1")]
    [InlineData("defmodule M do\n  def µ, do: 1\nend\nconfig :a, k: M.µ(), l: M.\u03bc()", "k: 1, l: 1")]
    public void Keys_are_atoms_as_Elixir_makes_them(string config, string expected) =>
        Assert.Equal(expected, ConfigText.Settings(config));

    [Theory]
    [InlineData("config :a do\n  [k: 1]\nelse\n  2\nend", "do: [k: 1], else: 2")]
    [InlineData("config :a, :k do\n  x = 1\n  [l: x]\nend", "k: [do: [l: 1]]")]
    [InlineData("config(:a) do\nend", "do: nil")]
    [InlineData("config :a, k: Enum.reduce([1, 2], &+/2), l: (&//2).(1, 2), m: Enum.map([1], &-/1)", "k: 3, l: 0.5, m: [-1]")]
    [InlineData(
        "defmodule M do\n  def a <~> b, do: {a, b}\n  def ~~~a, do: [a]\n  def f, do: [1 <~> 2, ~~~3]\nend\nconfig :a, k: "
            + "M.f(), l: M.<~>(3, 4)", "k: [{1, 2}, [3]], l: {3, 4}")]
    [InlineData("config :a, k: (&(&2 + &(1))).(1, 2)", "k: 3")]
    public void What_was_refused_is_followed(string config, string expected) =>
        Assert.Equal(expected, ConfigText.Settings(config));

    [Theory]
    [InlineData("defmodule M do\n  defp f, do: 1\nend\nconfig :a, k: M.f()")]
    [InlineData("defmodule M do\n  def f(x), do: x\nend\nconfig :a, k: apply(M, :f, [])")]
    [InlineData("defmodule M do\n  def f, do: 1\nend\nm = M\nconfig :a, k: m.g()")]
    public void A_function_that_a_module_does_not_have_raises(string config) =>
        Assert.Equal(ConfigErrorKind.AlwaysRaises, Assert.Single(ConfigText.Evaluate("import Config\n" + config).Errors).Kind);

    [Theory]
    [InlineData(
        "defmodule M do\n  defstruct a: 1\nend\nconfig :a, k: M.__struct__(), l: M.__info__(:functions), m: M.module_info()")]
    [InlineData("defmodule M do\n  defexception message: \"a\"\nend\nconfig :a, k: M.exception([])")]
    [InlineData(
        "defmodule M do\n  defmacro m, do: 1\nend\ndefmodule N do\n  require M\n  def f, do: M.m()\nend\nconfig :a, k: N.f()")]
    [InlineData("defmodule M do\n  use Unseen\nend\nconfig :a, k: M.f()")]
    [InlineData("if System.get_env(\"X\") do\n  defmodule M do\n  end\nend\nconfig :a, k: M.f()")]
    public void A_function_that_a_module_may_have_does_not(string config) =>
        Assert.Empty(ConfigText.Evaluate("import Config\n" + config).Errors);
}

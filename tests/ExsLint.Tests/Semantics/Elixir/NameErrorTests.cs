using ExsLint.Tests.TestSupport;

namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>Names for which Elixir does not compile a file.</summary>
public sealed class NameErrorTests
{
    [Theory]
    [InlineData("config :a, k: host", "UndefinedName host")]
    [InlineData("config :a, k: \"http://#{host}\"", "UndefinedName host")]
    [InlineData("if config_env() == :prod do\n  host = 1\nend\nconfig :a, k: host", "UndefinedName host")]
    [InlineData("case 1 do\n  x -> x\nend\nconfig :a, k: x", "UndefinedName x")]
    [InlineData("for x <- [1], do: x\nconfig :a, k: x", "UndefinedName x")]
    [InlineData("with {:ok, x} <- {:ok, 1} do\n  x\nelse\n  _ -> x\nend", "UndefinedName x")]
    [InlineData("f = fn x -> x end\nconfig :a, k: f.(x)", "UndefinedName x")]
    [InlineData("try do\n  x = 1\n  x\nrescue\n  e -> {e, x}\nend", "UndefinedName x")]
    [InlineData("config :a, k: get_env(\"PORT\")", "UndefinedName get_env/1")]
    [InlineData("config :a, k: \"1\" |> to_integer()", "UndefinedName to_integer/1")]
    [InlineData("config :a, k: Enum.map([1], &double/1)", "UndefinedName double/1")]
    [InlineData("config :a, k: length([1], 2)", "UndefinedName length/2")]
    [InlineData("^x = 1", "UndefinedName x")]
    [InlineData("x = 1\ndefmodule M do\n  def f, do: x\nend", "UndefinedName x")]
    [InlineData("defmodule M do\n  def f(x), do: g(x)\n  defp h(x), do: x\nend", "UndefinedName g/1")]
    [InlineData("config :a, k: x, l: x, m: y", "UndefinedName x", "UndefinedName y")]
    [InlineData("defmodule M do\n  def f, do: 1\nend\nimport M\nconfig :a, k: 1", "UndefinedModule M")]
    [InlineData("defmodule M do\n  def f, do: 1\nend\nrequire M\nconfig :a, k: 1", "UndefinedModule M")]
    public void What_Elixir_does_not_compile_is_an_error(string statements, params string[] expected) =>
        Assert.Equal(expected, Errors("import Config\n" + statements));

    [Theory]
    [InlineData("config :a, k: 1\nconfig :b, :c, k: 1\nconfig :c, k: config_env()", "MissingConfigImport config/2")]
    [InlineData("config :a, k: 1\nimport Config", "MissingConfigImport config/2")]
    [InlineData("if true do\n  import Config\nend\nconfig :a, k: 1", "MissingConfigImport config/2")]
    [InlineData(
        "import Config, only: [config: 2]\nconfig :a, :b, k: config_env()", "UndefinedName config/3",
        "UndefinedName config_env/0")]
    [InlineData("import Config, only: [config: 2]\nimport Config, only: [config: 3]\nconfig :a, k: 1", "UndefinedName config/2")]
    [InlineData("import Config, except: [config: 2]\nconfig :a, k: 1", "UndefinedName config/2")]
    [InlineData("use Mix.Config\nconfig :a, k: config_env()", "UndefinedName config_env/0")]
    [InlineData("use Mix.Config\nimport Config\nconfig :a, k: 1", "AmbiguousName config/2")]
    [InlineData(
        "\uFEFFimport Config\nconfig :a, k: 1", "SyntaxError The file starts with a byte order mark, which Elixir refuses.")]
    public void What_is_not_imported_is_an_error(string text, params string[] expected) => Assert.Equal(expected, Errors(text));

    [Theory]
    [InlineData("if host = System.get_env(\"HOST\") do\n  config :a, k: host\nend\nconfig :a, l: host")]
    [InlineData("import Unknown\nconfig :a, k: anything(at, all)")]
    [InlineData("import Unknown, only: [f: 1]\nconfig :a, k: f(1)")]
    [InlineData("use Unknown\nanything do\n  at all\nend")]
    [InlineData("import Bitwise\nconfig :a, k: band(1, 2)")]
    [InlineData(
        "x = 1\ndefmodule M do\n  @y x\n  def f(a, b \\\\ g(), [c | d], %{k: e}, <<h::binary-size(2), i::bits>>) when a > b, "
            + "do: {a, b, c, d, e, h, i, @y}\n  def g, do: __MODULE__\nend")]
    [InlineData("defmodule M do\n  use Unknown\n  def f, do: g()\nend")]
    [InlineData("defmodule M do\n  @spec f(name :: atom) :: term\n  def f(x), do: x\nend\nconfig :a, k: M.f(1)")]
    [InlineData("defmodule M do\n  def f, do: 1\nend\ndefmodule N do\n  import M\n  def g, do: f()\nend")]
    [InlineData("if System.get_env(\"X\") do\n  defmodule M do\n    def f, do: nothing\n  end\nend")]
    [InlineData("for <<r::8, g::8 <- \"abcd\">>, s = r + g, s > 1, into: [], do: {r, g, s}")]
    [InlineData("config :a, k: Enum.reduce([1], 0, &(&1 + &2)), l: Enum.map([1], &to_string/1), m: &Foo.bar/1")]
    [InlineData("with x <- 1, y when y > x <- 2, do: {x, y}, else: (_ -> 3)")]
    [InlineData("cond do\n  x = nil -> x\n  true -> 1\nend")]
    [InlineData("config :a, k: match?({x, y} when x > y, {1, 2})")]
    [InlineData("(x) = 1\n{(y), z} = {2, 3}\nconfig :a, k: [x, y, z]")]
    [InlineData("destructure([a, b], [1, 2])\nconfig :a, k: a + b")]
    [InlineData("{{a, b}, c} = {{1, 2}, 3}\nconfig :a, k: [a, b | [c]]")]
    [InlineData("ast = quote do\n  undefined(thing)\nend\nconfig :a, k: is_tuple(ast)")]
    [InlineData("config :a, k: __DIR__, l: __MODULE__, m: config_env(), n: config_target(), o: self()")]
    [InlineData("x = 1\ny = x |> then(fn y -> y end) |> case do\n  z -> z\nend\nconfig :a, k: y")]
    [InlineData(
        "try do\n  raise \"x\"\nrescue\n  e in [RuntimeError, ArgumentError] -> e\n  KeyError -> __STACKTRACE__\ncatch\n  kind, "
            + "value -> {kind, value}\nafter\n  :ok\nend")]
    [InlineData("receive do\n  x -> x\nafter\n  0 -> 1\nend")]
    [InlineData("config :a, k: [b: (")]
    public void What_Elixir_compiles_is_none(string statements) =>
        Assert.DoesNotContain(Errors("import Config\n" + statements), error => error.Contains("Name", StringComparison.Ordinal));

    [Fact]
    public void A_file_that_does_not_compile_within_a_try_is_what_the_try_makes_of_it()
    {
        var model = ConfigText.Evaluate(
            "import Config\nx = try do\n  import_config \"other.exs\"\nrescue\n  _ -> 1\nend\nconfig :a, k: x",
            ("config/other.exs", "import Config\nconfig :a, l: nothing"));
        Assert.Empty(model.Errors);
        Assert.Equal("1", model.State.Get("a", "k").ToString());
    }

    [Theory]
    [InlineData("config :a, k: 1 <<< 2", "UndefinedName <<</2")]
    [InlineData("config :a, k: ~~~2, l: &+++/2", "UndefinedName ~~~/1", "UndefinedName +++/2")]
    [InlineData("import Bitwise, only: [<<<: 2]\nconfig :a, k: 1 <<< 2, l: 1 >>> 2", "UndefinedName >>>/2")]
    [InlineData(
        "import Kernel, only: []\nconfig :a, k: 1 + 1, l: -1, m: 1..2, n: ~s(a)", "UndefinedName +/2", "UndefinedName -/1",
        "UndefinedName ../2", "UndefinedName sigil_s/2")]
    [InlineData("import Kernel, only: []\nif true, do: 1", "UndefinedName if/2")]
    [InlineData("import Kernel, only: [+: 2]\nconfig :a, k: 1 + 1 - 1", "UndefinedName -/2")]
    [InlineData(
        "import Kernel, except: [+: 2]\nimport Kernel, except: [-: 2]\nconfig :a, k: 1 + 1 - 1", "UndefinedName -/2",
        "UndefinedName +/2")]
    [InlineData("import Kernel, except: [in: 2]\nconfig :a, k: 1 not in [2]", "UndefinedName in/2")]
    [InlineData("import Kernel, except: [|>: 2]\nconfig :a, k: 1 |> inspect()", "UndefinedName |>/2")]
    [InlineData("import Kernel, except: [defmodule: 2]\ndefmodule M do\nend", "UndefinedName defmodule/2")]
    [InlineData("config :a, k: ~x(a), l: ~HEEX(a)", "UndefinedName sigil_x/2", "UndefinedName sigil_HEEX/2")]
    [InlineData("config :a, k: if(true)", "UndefinedName if/1")]
    [InlineData("config :a, k: _", "UndefinedName _")]
    [InlineData("{_, x} = {1, 2}\nconfig :a, k: [x, _]", "UndefinedName _")]
    public void Operators_are_names_too(string statements, params string[] expected) =>
        Assert.Equal(expected, Errors("import Config\n" + statements));

    [Theory]
    [InlineData("import String\nconfig :a, k: length(\"a\")", "ConflictingName length/1")]
    [InlineData("import Enum, only: [max: 2]\nconfig :a, k: max(1, 2)", "ConflictingName max/2")]
    [InlineData("import List, only: [zip: 1]\nimport Enum, only: [zip: 1]\nconfig :a, k: zip([])", "ConflictingName zip/1")]
    [InlineData("import Enum, except: [max: 2]\nconfig :a, k: min(1, 2)", "ConflictingName min/2")]
    [InlineData("import Enum, only: [max: 2]\nimport Enum, except: [map: 2]\nconfig :a, k: max(1, 2)", "ConflictingName max/2")]
    [InlineData("import Integer, only: :functions\nconfig :a, k: to_string(1)", "ConflictingName to_string/1")]
    [InlineData("import Integer, warn: false\nconfig :a, k: to_string(1)", "ConflictingName to_string/1")]
    [InlineData("defmodule M do\n  def length(x), do: x\n  def f, do: length([])\nend", "ConflictingName length/1")]
    [InlineData("defmodule M do\n  def a + b, do: [a, b]\n  def f, do: 1 + 1\nend", "ConflictingName +/2")]
    [InlineData("defmodule M do\n  def length(x, y \\\\ 1), do: [x, y]\n  def f, do: &length/1\nend", "ConflictingName length/1")]
    public void What_comes_from_several_places_is_an_error(string statements, params string[] expected) =>
        Assert.Equal(expected, Errors("import Config\n" + statements));

    [Theory]
    [InlineData("import Kernel, except: [max: 2]\nimport Enum, only: [max: 2]\nconfig :a, k: max([1], fn -> 2 end)")]
    [InlineData("import Enum, only: [max: 2]\nimport Kernel, except: [max: 2]\nconfig :a, k: max([1], fn -> 2 end)")]
    [InlineData("import Enum, only: [max: 2]\nconfig :a, k: Enum.max([1])")]
    [InlineData("import Kernel, only: []\nimport Kernel\nconfig :a, k: 1 + 1")]
    [InlineData("import Kernel, only: []\nconfig :a, k: case(1, do: (x -> [x, \"#{x}\", [b: 1][:b]])), l: 1.5")]
    [InlineData("if true do\n  import Kernel, only: []\nend\nconfig :a, k: 1 + 1")]
    [InlineData("defmodule M do\n  def length(x), do: x\n  @x length([])\n  def length(x, y, z), do: [x, y, z]\nend")]
    [InlineData("defmodule M do\n  def f, do: length([])\n  def length(x, y), do: [x, y]\nend")]
    [InlineData(
        "defmodule M do\n  import Kernel, except: [length: 1, and: 2, !: 1, -: 1, ..: 2]\n  def length(x), do: x\n  def x and "
            + "y, do: [x, y]\n  def !x, do: x\n  def -x, do: x\n  def a .. b, do: [a, b]\n  def f(a), do: [length(a), a and a, "
            + "!a, -a, a..a]\nend")]
    [InlineData(
        "defmodule M do\n  def a <~> b when is_list(a), do: [a, b]\n  defp (a ~>> b), do: [a, b]\n  defmacro a <|> b, do: [a, "
            + "b]\n  def ~~~a, do: a\n  def f(x), do: [x <~> x, x ~>> x, ~~~x, &<~>/2, &~~~/1]\nend")]
    [InlineData(
        "config :a, k: [&+/2, &-/1, &>=/2, &<>/2, &and/2, &in/2, &not/1, &!/1, &../2, &..///3, &//2, &||/2, &=/2, &Kernel.{}/1, "
            + "&Enum.\"map\"/2]")]
    [InlineData(
        "config :a, k: [&(&1), & &1.x, &{&1, &2}, &[&1], &\"#{&1}\", &(&2 + &(1)), &(fn x -> x + &1 end), &%{a: &1}, "
            + "&match?({_, _}, &1), &(&1 / &2)]")]
    [InlineData(
        "config :a, k: [&(Enum.map/2), &(inspect/1), &(inspect)/1, &Enum.map()/2, &inspect/(1), &(+/2), &(Enum).map/2, & "
            + "&1.x/1]")]
    [InlineData("config :a, k: Kernel.match?({:ok, x, _}, 1)\nKernel.destructure([y], [1])\nconfig :a, k: y")]
    [InlineData("require Query\nconfig :a, k: Query.from(u in \"users\", select: u.id)")]
    [InlineData("config :a do\n  [b: 1]\nend\nconfig(:a) do\n  x = [b: 1]\n  x\nend\nconfig :a, k: x")]
    [InlineData("for <<_::8, x::8 <- \"ab\">>, do: x\ndestructure([_, b], [1, b = 2])\nwith _ <- 1, do: b")]
    [InlineData("import Bitwise\nconfig :a, k: 1 <<< 2")]
    [InlineData("import Bitwise, except: [bor: 2]\nconfig :a, k: 1 <<< 2")]
    [InlineData("import Bitwise, except: [bor: 2]\nimport Config\nconfig :a, k: 1 <<< 2")]
    [InlineData("import Config, except: [config: 3]\nimport Enum, except: [map: 2]\nconfig :a, k: 1")]
    [InlineData("import Map, except: []\nimport Shop.Helpers, except: [a: 1]\nconfig :a, k: 1")]
    [InlineData("import Config, except: []\nimport Config, only: [config: 2]\nimport Config, only: [config: 2]\nconfig :a, k: 1")]
    [InlineData("import Enum, except: [max: 2]\nconfig :a, k: max(1, 2)")]
    [InlineData("import Enum, only: [max: 2]\nimport Enum, except: [map: 2]\nconfig :a, k: min(1, 2)")]
    [InlineData("import Integer, only: :macros\nconfig :a, k: to_string(1)")]
    [InlineData("import Integer, only: :sigils\nconfig :a, k: to_string(1)")]
    [InlineData("import Integer, only: :functions, except: [to_string: 1]\nconfig :a, k: to_string(1)")]
    [InlineData(
        "config :a, k: [~s(a), ~S(a), ~w(a), ~W(a), ~c(a), ~C(a), ~r(a), ~D[2020-01-01], ~T[10:00:00], ~N[2020-01-01 10:00:00], "
            + "~U[2020-01-01 10:00:00Z]]")]
    [InlineData("alias Enum, as: E\nimport E, only: [zip: 1]\nimport Enum, only: [zip: 1]\nconfig :a, k: zip([])")]
    public void What_Elixir_compiles_has_no_error(string statements) => Assert.Empty(Errors("import Config\n" + statements));

    [Theory]
    [InlineData("&(&2)", "capture with &2 that lacks an argument before it")]
    [InlineData("&(&1 + (&1 + &3))", "capture with &3 that lacks an argument before it")]
    [InlineData("&1", "argument of a capture outside of one")]
    [InlineData("&(1)", "argument of a capture outside of one")]
    [InlineData("&(&1; &1)", "capture of a block")]
    [InlineData("&()", "capture of a block")]
    [InlineData("&inspect", "capture without an argument")]
    [InlineData("&inspect(1)", "capture without an argument")]
    [InlineData("&Enum.map", "capture without an argument")]
    [InlineData("&{1, 2}", "capture without an argument")]
    [InlineData("&(:a)", "capture without an argument")]
    [InlineData("&Enum.map(&1, &inspect/1)", "capture within a capture")]
    [InlineData("&(& &1)", "capture within a capture")]
    [InlineData("&(&0)", "argument of a capture that is not one of &1 to &255")]
    [InlineData("&inspect/256", "capture of more than 255 arguments")]
    [InlineData("if(true, else: 1, do: 2)", "if with other sections than do and else, in this order")]
    [InlineData("if(true, do: 1, do: 2)", "if with other sections than do and else, in this order")]
    [InlineData("(try do 1 end)", "try without rescue, catch, else or after")]
    [InlineData("(try do 1 rescue _ -> 1 rescue _ -> 2 end)", "try with a section twice")]
    [InlineData("(case 1 do end)", "case without clauses")]
    [InlineData("(cond do true -> 1 else 2 end)", "cond with other sections than do")]
    [InlineData("(for x <- [1])", "for without do")]
    public void What_the_compiler_does_not_take_is_an_error(string value, string expected) =>
        Assert.Equal(["InvalidExpression " + expected], Errors("import Config\nconfig :a, k: " + value));

    private static IEnumerable<string> Errors(string text) =>
        ConfigText.Evaluate(text).Errors.Where(error => !error.IsOfRelease).Select(error => $"{error.Kind} {error.Argument}");
}

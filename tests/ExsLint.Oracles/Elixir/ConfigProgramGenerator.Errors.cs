namespace ExsLint.Oracles.Elixir;

/// <content>Errors and who rescues them, structs, regular expressions.</content>
internal sealed partial class ConfigProgramGenerator
{
    private string Rescue(int depth)
    {
        var clauses = string.Concat(Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => $"  {RescueClause(depth)}\n"));
        var text = $"try do\n  {Pick(["", "x_ = 1\n  ", $"config :a, k1: {Leaf(depth)}\n  ", $"if {Condition(depth)}, do: config(:a, k2: {Leaf(depth)})\n  ", $"config :b, {Pick([":k1", "\"x\"", "System.get_env(\"X\")"])}, {Leaf(depth)}\n  "])}{Raising(depth)}\nrescue\n{clauses}{Pick(["", "", "", "catch\n  v_ -> {:caught, v_}\n", "after\n  :done\n", "else\n  v_ -> {:else, v_}\n"])}end";
        return Pick([$"config :a, k1: ({text})", $"r_ = {text}\nconfig :a, k2: r_, k3: {Leaf(depth)}"]);
    }

    private string Raising(int depth) => _random.Next(22) switch
    {
        0 => Leaf(depth),
        1 => "raise \"no\"",
        2 => $"raise \"no #{{{Expression(Kind.Number, depth + 1)}}}\"",
        3 => "raise ArgumentError",
        4 => "raise ArgumentError, \"bad\"",
        5 => "raise RuntimeError, message: \"worse\"",
        6 => "raise Foo.Error",
        7 => "Keyword.fetch!([a: 1], :b)",
        8 => "%{x: 1}.y",
        9 => "{:ok, _} = :error",
        10 => "case 1 do 2 -> 3 end",
        11 => "(fn 1 -> 2 end).(3)",
        12 => "String.to_integer(\"x\")",
        13 => $"String.to_integer({Environment()})",
        14 => "System.fetch_env!(\"X\")",
        15 => "%{%{x: 1} | y: 2}",
        16 => "throw(:t)",
        17 => $"if {Condition(depth)}, do: raise(\"a\"), else: {Leaf(depth)}",
        20 => "import_config \"gone.exs\"",
        21 => $"config({Pick([":a", "\"a\"", "nil"])}, {Pick(["k3: 1", ":k3", "[1]", "%{k3: 1}"])})",
        18 => Pick(["1 / 0", "\"a\" + 1", "1.0e308 * 100"]),
        _ => "hd([])",
    };

    private string RescueClause(int depth) => _random.Next(10) switch
    {
        8 => $"ArithmeticError -> {Leaf(depth)}",
        0 => $"_ -> {Leaf(depth)}",
        1 => "e_ -> {:e, e_.__struct__}",
        2 => "e_ in RuntimeError -> e_.message",
        3 => $"e_ in [KeyError, ArgumentError] -> {{:k, e_.__struct__, {Leaf(depth)}}}",
        4 => $"ArgumentError -> {Leaf(depth)}",
        5 => $"[MatchError, CaseClauseError] -> {Leaf(depth)}",
        9 => $"_ -> config(:a, k2: {Leaf(depth)})",
        6 => "e_ in [RuntimeError] -> Exception.message(e_)",
        7 => $"_ in [KeyError, FunctionClauseError] -> {Leaf(depth)}",
        _ => $"_ in _ -> {Leaf(depth)}",
    };

    private string Struct(int depth)
    {
        var name = $"S{_number}x{++_names}";
        var fields = Pick(["[:a, b: 1]", "a: nil, b: 1", $"[a: {Leaf(depth)}, b: {Leaf(depth)}]", "[:a, :b, :c]"]);
        var kind = Pick(["defstruct", "defstruct", "defstruct", "defexception"]);
        var enforces = Chance(8) ? "  @enforce_keys [:a]\n" : "";
        var own = Pick(
            ["", $"  def make(x), do: %__MODULE__{{a: x}}\n",
                "  def get(%__MODULE__{a: x}), do: {:got, x}\n  def get(x), do: x\n"]);
        var user =
            $"defmodule {name}.User do\n  alias {name}, as: S\n  def new(x), do: %S{{b: x}}\n  def is(%S{{a: a}} = s), do: {{a, "
                + $"s.b}}\n  def is(x), do: {{:no, x}}\n  def change(s, x), do: {Pick(["%S{s | a: x}", "%{s | a: x}"])}\nend\n";
        var use = _random.Next(8) switch
        {
            0 => $"config :a, k1: {name}.User.new({Leaf(depth)})",
            1 => $"config :a, k1: {name}.User.is({Pick([$"{name}.User.new({Leaf(depth)})", "%{a: 1}", "nil", $"struct({name}, a: 2)", "URI.parse(\"http://h\")"])})",
            2 => $"config :a, k2: {name}.User.change({name}.User.new(1), {Leaf(depth)})",
            3 => $"s_ = struct({name}, a: {Leaf(depth)}, zz: 1)\nconfig :a, k1: s_, k2: s_.a, k3: Map.from_struct(s_)",
            4 => $"config :a, k1: struct!({name}, {Pick(["a: 1", "zz: 1", "[]", "%{b: 2}"])})",
            5 => $"config :a, k1: %{name}{{a: 1}}",
            6 =>
                $"config :a, k1: (try do raise {name}{Pick(["", ", a: 1", ", \"m\"", ", message: \"m\""])} rescue e_ in {name} "
                    + $"-> e_.a; e_ in [UndefinedFunctionError] -> e_.function end)",
            _ =>
                $"%URI{{host: h_, port: p_}} = URI.parse(\"https://h.example:{Pick(["", "1", "8443"])}/x\")\nconfig :a, k1: h_, "
                    + $"k2: p_",
        };
        return $"defmodule {name} do\n{enforces}  {kind} {fields}\n{own}end\n{user}{use}";
    }

    private string Regex() =>
        Pick(
            ["~r/^\\d+$/", "~r/t(e)?x/i", "~r/^(true|1)$/", "~r/./", "~r/[a-c#{1}]+/", "~R/\\w/", "~r/é/u", "~r/^$/m",
                "~r/(?<x>\\d)(\\d)?/"]);
}

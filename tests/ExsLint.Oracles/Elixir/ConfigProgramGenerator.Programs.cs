namespace ExsLint.Oracles.Elixir;

/// <content>Functions, modules, comprehensions, and calls of the library.</content>
internal sealed partial class ConfigProgramGenerator
{
    /// <summary>A statement that computes, and may configure on its way.</summary>
    private string Program(int depth) => _random.Next(29) switch
    {
        26 or 27 => Indirect(depth),
        0 => $"for x_ <- {Collection(depth)}, do: config({App()}, [{{{Pick(["x_", ":k1", ":k2"])}, {Leaf(depth)}}}])",
        1 => $"Enum.each({Collection(depth)}, fn x_ -> config :a, k1: {Leaf(depth)}, k2: x_ end)",
        2 =>
            $"f_ = fn {Pick(["x_", "[x_ | _]", "{x_, _}", "%{x: x_}", "nil = x_", "x_ when is_atom(x_)"])} -> {Leaf(depth)}; x_ "
                + $"-> {{:other, x_}} end\nconfig :a, k1: f_.({Leaf(depth)}), k2: f_.({Argument()})",
        3 => $"f_ = &{{&1, {Leaf(depth)}, &{Pick(["1", "2"])}}}\nconfig :a, k1: is_function(f_, 1) && f_.({Leaf(depth)})",
        4 => Module(depth),
        5 => $"with {Step()}, {Step()} do\n  config :a, k3: {Leaf(depth)}\nelse\n  {Pick(["_ -> config(:a, k3: :failed)", ":error -> config(:a, k3: :error)\n  e_ -> config(:a, k3: e_)", "nil -> config(:b, k3: nil)\n  _ -> :x"])}\nend",
        6 => $"config :a, k1: (try do {Pick([$"{Leaf(depth)}", "raise \"no\"", "throw(:t)", "String.to_integer(\"x\")", $"String.to_integer({Environment()})"])} rescue _ -> {Leaf(depth)} catch v_ -> {{:caught, v_}} end)",
        7 =>
            $"r_ = Enum.reduce({Collection(depth)}, {Pick(["0", "[]", "%{}"])}, fn x_, a_ -> "
                + $"{Pick(["{x_, a_}", "[x_ | List.wrap(a_)]", "a_"])} end)\nconfig :a, k2: r_",
        8 =>
            $"r_ = for x_ <- {Collection(depth)}, y_ <- {Collection(depth)}, "
                + $"{Pick(["x_ != y_", "true", Condition(depth)])}{Pick(["", ", uniq: true"])}, do: {{x_, y_}}\nconfig :a, k1: "
                + $"r_, k2: length(r_)",
        9 =>
            $"r_ = for {{k_, v_}} <- "
                + $"{Pick(["[a: 1, b: 2]", "%{\"x\" => 1, \"y\" => 2}", "[{:a, 1}, :no, {:b, nil}]", "%{b: 1, a: 2}"])}, into: "
                + $"{Pick(["%{}", "[]", "%{z: 1}"])}, do: {{k_, {{v_, {Leaf(depth)}}}}}\nconfig :a, k2: r_",
        10 =>
            $"m_ = %{{x: {Leaf(depth)}, y: 2}}\nconfig :a, k1: %{{m_ | {Pick(["x", "y"])}: {Leaf(depth)}}}, k2: m_.x, k3: "
                + $"Map.get(m_, {Pick([":x", ":z", "\"x\""])}, {Leaf(depth)})",
        11 => $"[h_ | t_] = [{Leaf(depth)} | {Pick(["[1, 2]", "'ab'", "[]"])}]\nconfig :a, k1: h_, k2: t_",
        12 => $"\"pre\" <> rest_ = \"pre\" <> {Expression(Kind.Text, depth + 1)}\nconfig :a, k1: rest_",
        13 => $"%{{x: x_, y: [y_ | _]}} = %{{x: {Leaf(depth)}, y: [{Leaf(depth)}], z: 1}}\nconfig :a, k1: x_, k2: y_",
        14 =>
            $"c_ = if {Condition(depth)}, do: [{Leaf(depth)}], else: [{Leaf(depth)}, {Leaf(depth)}]\nconfig :a, k1: c_ ++ "
                + $"[:end], k2: length(c_), k3: hd(c_)\n[x_ | _] = c_\nconfig :b, x: x_",
        15 =>
            $"k_ = Keyword.merge({Keywords(depth, bracketless: false)}, [x: {Leaf(depth)}])\nconfig :a, :k1, k_\nconfig :a, k2: "
                + $"Keyword.get(k_, {Pick([":x", ":k1", ":y"])})",
        16 or 17 => Rescue(depth),
        18 => Struct(depth),
        19 =>
            $"config :a, k1: if({Pick([Environment(), Expression(Kind.Text, depth + 1)])} =~ {Regex()}, do: {Leaf(depth)}, "
                + $"else: 2), k2: Regex.run({Regex()}, {Expression(Kind.Text, depth + 1)})",
        20 =>
            $"s_ = Enum.into({Collection(depth)}, MapSet.new([1, {Leaf(depth)}]))\nconfig :a, k1: MapSet.size(s_), k2: :x in "
                + $"s_, k3: Enum.sort(MapSet.delete(s_, {Leaf(depth)}))",
        21 =>
            $"Enum.each(%{{k1: {Leaf(depth)}, k2: {Leaf(depth)}, k3: 3}}, fn {{k_, v_}} -> config {App()}, "
                + $"[{{{Pick(["k_", "k_", ":k1"])}, v_}}] end)",
        22 =>
            $"for {{k_, v_}} <- %{{k1: {Leaf(depth)}, k2: 2}}{Pick(["", $", {Condition(depth)}", ", v_ != 2"])}, do: "
                + $"config({Pick([":a", ":b"])}, [{{k_, {Pick(["v_", "k_", Leaf(depth)])}}}])",
        23 =>
            $"for n_ <- [\"X\", \"Y\", \"Z\"], v_ = System.get_env(n_){Pick(["", ", v_ != \"1\"", $", {Condition(depth)}"])} "
                + $"do\n  config {Pick([":a", "String.to_atom(n_)"])}, [{{{Pick(["String.to_atom(n_)", ":k1"])}, "
                + $"{Pick(["v_", "n_", Leaf(depth)])}}}]\nend",
        24 => $"o_ = {Keywords(depth, bracketless: false)}\n{Step(1)}{Step(2)}{Step(3)}{Step(4)}{Step(5)}config :a, :k1, o_\nconfig :a, k2: {Pick(["Keyword.get(o_, :k1)", "o_[:k2]", "o_ ++ [k1: 1]", "Keyword.merge(o_, k3: 1)", "Keyword.put(o_, :k1, 0)", "length(o_)"])}",
        25 =>
            $"System.put_env({Pick(["\"X\"", "\"NEW\""])}, {Expression(Kind.Text, depth + 1)})\nconfig :a, k1: "
                + $"System.get_env(\"X\"), k2: System.get_env(\"NEW\", \"none\"), k3: Map.get(System.get_env(), \"Y\")",
        _ =>
            $"r_ = for x_ <- {Collection(depth)}, reduce: {Leaf(depth)} do\n  "
                + $"{Pick(["a_ -> {x_, a_}", "nil -> x_\n  a_ -> a_", "a_ when is_integer(a_) -> x_\n  _ -> 0"])}\nend\nconfig "
                + $":a, k1: r_",
    };

    /// <summary>One more step in which options are put together.</summary>
    private string Step(int number) => $"o_ = if {Pick([$"System.get_env(\"{Pick(["X", "Y", "Z"])}\")", $"System.get_env(\"{Pick(["X", "Y", "Z"])}\") == \"{Pick(["1", "", "b"])}\""])}, do: "
        + $"{Pick([$"Keyword.put(o_, :s{number}, {number})", $"Keyword.put(o_, :k1, {number})", $"o_ ++ [s{number}: {number}]", $"[{{:k2, {number}}} | o_]", $"Keyword.merge(o_, k3: {number})", "Keyword.delete(o_, :k1)"])}, else: o_\n";

    private string Module(int depth)
    {
        var name = $"M{_number}x{++_names}";
        var body = _random.Next(6) switch
        {
            0 =>
                $"  def f(x, y \\\\ {Leaf(depth)}), do: {{x, y}}\n  def g([]), do: []\n  def g([h | t]), do: [{{:i, h}} | "
                    + $"g(t)]\n",
            1 =>
                $"  @a {Leaf(depth)}\n  def f(x), do: [@a, x, p(x)]\n  @a 2\n  defp p(nil), do: @a\n  defp p(x) when "
                    + $"is_binary(x) or is_atom(x), do: :t\n  defp p(_), do: __MODULE__\n  def g(x), do: @a\n",
            2 =>
                $"  def f(0), do: 1\n  def f(n) when is_integer(n) and n > 0 and n < 9, do: n * f(n - 1)\n  def f(x), do: x\n  "
                    + $"def g(x) do\n    y = f(x)\n    if y == x, do: y, else: {{x, y}}\n  end\n",
            3 =>
                $"  alias Foo.Bar\n  import Config\n  def f(x) do\n    config :a, k3: x\n    Bar\n  end\n  def g(x), do: "
                    + $"Enum.map(List.wrap(x), &f/1)\n",
            4 =>
                $"  def f(x) do\n    String.to_integer(x)\n  rescue\n    _ -> {Leaf(depth)}\n  end\n  def g(x, o \\\\ [a: 1]), "
                    + $"do: Keyword.put(o, :b, x)\n",
            _ =>
                $"  defmodule In do\n    def f(x), do: {{:in, x}}\n  end\n  def f(x), do: In.f(x)\n  def g(x), do: f(x) |> "
                    + $"elem(1)\n",
        };
        var use = _random.Next(4) switch
        {
            0 => $"import {name}\nconfig :a, k1: f({Argument()})",
            1 => $"config :a, k1: {name}.f({Leaf(depth)}), k2: {name}.g({Argument()})",
            2 => $"alias {name}, as: Short\nconfig :a, k2: Enum.map({Collection(depth)}, &Short.f/1)",
            _ => $"m_ = {name}\nconfig :a, k1: m_.g({Argument()}), k2: apply({name}, :f, [{Leaf(depth)}])",
        };
        return $"defmodule {name} do\n{body}end\n{use}";
    }

    private string Step() => _random.Next(6) switch
    {
        0 => "{:ok, x_} <- System.fetch_env(\"X\")",
        1 => "x_ when not is_nil(x_) <- System.get_env(\"Y\")",
        2 => "x_ = :plain",
        3 => $"{{:ok, x_}} <- {Pick(["{:ok, 1}", ":error", "Map.fetch(%{a: 1}, :a)", "Keyword.fetch([a: 1], :b)"])}",
        4 => "{_, \"\"} <- Integer.parse(\"12\")",
        _ => "[_ | x_] <- [1, 2]",
    };

    private string Argument() =>
        Pick(["0", "3", "5", "nil", ":x", "\"12\"", "[1, 2]", "[]", "{1, 2}", "%{x: 1}", "\"text\"", "1.5"]);

    private string Leaf(int depth) =>
        Expression(Pick([Kind.Any, Kind.Number, Kind.Text, Kind.Boolean]), Math.Max(depth + 2, MaximumNesting));

    private string Collection(int depth) => _random.Next(9) switch
    {
        0 => "[:k1, :k2]",
        1 => "1..3",
        2 => "[]",
        3 => $"[{Leaf(depth)}, {Leaf(depth)}]",
        4 => "String.split(\"a,b,a\", \",\")",
        5 => "~w(x y)a",
        6 => $"[1] ++ if({Condition(depth)}, do: [2], else: [])",
        7 => "%{\"b\" => 1, \"a\" => 2}",
        _ => "[nil, 1, :x]",
    };

    /// <summary>An expression of the library and the language around it.</summary>
    private string Computed(int depth) => _random.Next(26) switch
    {
        0 => $"Enum.map({Collection(depth)}, {Pick(["& &1", "fn x_ -> {x_, 1} end", "&to_string/1", "&is_nil/1", "&{&1, &1}"])})",
        1 => $"Enum.filter({Collection(depth)}, {Pick(["& &1", "&is_atom/1", "fn x_ -> x_ != 1 end"])})",
        2 => $"({Collection(depth)} |> Enum.join(\"-\"))",
        3 => $"Keyword.get({Keywords(depth, bracketless: false)}, {Pick([":x", ":k1", ":z"])}, {Leaf(depth)})",
        4 => $"Map.put(%{{x: {Leaf(depth)}}}, {Pick([":x", ":y"])}, {Leaf(depth)})",
        5 => $"String.split({Expression(Kind.Text, depth + 1)}, \",\")",
        6 => $"String.{Pick(["upcase", "downcase", "trim", "length", "capitalize"])}({Expression(Kind.Text, depth + 1)})",
        7 => $"({Environment()} |> case do\n  nil -> {Leaf(depth)}\n  v_ -> {Pick(["v_", "is_binary(v_)", ":set"])}\nend)",
        8 => $"(for x_ <- {Collection(depth)}, do: {Pick(["x_", "{x_, x_}"])})",
        9 => $"(fn x_ -> {{x_, {Leaf(depth)}}} end).({Leaf(depth)})",
        10 => $"Enum.reduce({Collection(depth)}, 0, fn _, n_ -> n_ + 1 end)",
        11 =>
            $"({Pick([":a", "1", "\"x\"", "nil", "[1]", "{1}", "1.0", "[]", "%{}"])} {Pick(["<", ">", "<=", ">="])} "
                + $"{Pick([":b", "1", "\"y\"", "nil", "[2]", "{2}", "1", "[]", "%{a: 1}"])})",
        12 => $"Enum.sort({Collection(depth)})",
        13 => $"Integer.parse({Expression(Kind.Text, depth + 1)})",
        14 => $"({Keywords(depth, bracketless: false)} |> Keyword.put(:x, {Leaf(depth)}) |> Keyword.delete(:y))",
        15 => $"get_in({Keywords(depth, bracketless: false)}, [:x, :y])",
        16 => $"put_in([x: [y: 1]], [:x, {Pick([":y", ":z"])}], {Leaf(depth)})",
        17 => $"[{Leaf(depth)} | {Pick(["[]", "[1]"])}]",
        18 => $"(with {Step()}, do: {Leaf(depth)})",
        19 => $"then({Leaf(depth)}, {Pick(["&{&1, 1}", "fn nil -> 0; x_ -> x_ end"])})",
        20 => $"match?({Pick(["[_ | _]", "{:ok, _}", "nil", "%{x: _}", "x_ when is_atom(x_)"])}, {Leaf(depth)})",
        21 =>
            $"Enum.{Pick(["find", "any?", "all?", "count", "find_index"])}({Collection(depth)}, "
                + $"{Pick(["&is_atom/1", "&(&1 == 1)", "& &1"])})",
        22 => $"Enum.zip({Collection(depth)}, {Collection(depth)})",
        23 =>
            $"Enum.into({Pick(["[a: 1]", "%{a: 1, b: 2}", "[{1, 2}, {1, 3}]", "%{\"x\" => 1}"])}, %{{}}, fn {{k_, v_}} -> {{k_, "
                + $"{{v_, {Leaf(depth)}}}}} end)",
        24 => $"Enum.at({Collection(depth)}, {Pick(["0", "1", "-1", "9"])})",
        _ =>
            $"(case {Leaf(depth)} do\n  [x_ | _] -> x_\n  %{{x: x_}} -> x_\n  {{x_, y_}} when x_ == y_ -> x_\n  \"a\" <> x_ -> "
                + $"x_\n  x_ when is_number(x_) and x_ > 1 -> x_\n  x_ -> {{:else, x_}}\nend)",
    };
}

using System.Globalization;
using ExsLint.Semantics.Elixir.Evaluation;

namespace ExsLint.Oracles.Elixir;

/// <summary>
/// Random files that bind and use names in every construct that has a scope. They run without an error if they compile.
/// </summary>
internal sealed partial class NameProgramGenerator(Random random)
{
    private static readonly string[] Headers =
    [
        "import Config", "import Config", "import Config", "import Config", "import Config", "import Config", "use Mix.Config",
        "import Mix.Config", "",
        "use Mix.Config\nimport Config", "import Config, only: [config: 2]", "import Config, except: [config: 3]",
        "if true do\n  import Config\nend",
        "import Config, only: [config: 2]\nimport Config, only: [config: 3, config_env: 0]",
    ];

    private int _modules;
    private bool _isInModule;

    /// <summary>One file.</summary>
    public string Next()
    {
        _modules = 0;
        var statements = Enumerable.Range(0, 1 + random.Next(5)).Select(_ => Statement(3, isTop: true));
        return $"{Pick(Headers)}\na = 0\nb = 1\n{string.Join('\n', statements)}\n:done\n";
    }

    private string Pick(params string[] texts) => texts[random.Next(texts.Length)];

    /// <summary>A name to bind.</summary>
    private string Variable() => Pick("a", "b", "a", "b", "c", "d", "e");

    /// <summary>Mostly a name that is bound at the top; now and then one that may not be.</summary>
    private string Used() => random.Next(25) == 0 ? Pick("c", "d", "e") : Pick("a", "b");

    private string Block(int depth) =>
        string.Join(
            '\n', Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Statement(depth - 1, isTop: false)).Append(Value(0)));

    private string Statement(int depth, bool isTop)
    {
        var choice = random.Next(depth > 0 ? 18 : 5);
        return choice switch
        {
            0 => $"config :a, k: {Value(depth)}",
            1 => $"config :a, :k, {Value(depth)}",
            2 or 3 => $"{Variable()} = {Value(depth)}",
            4 => random.Next(8) == 0 ? Import() : $"config :a do\n[k: {Value(depth)}]\nend",
            15 when random.Next(3) == 0 => Sections(),
            16 => $"config :a, :k do\n{Value(depth)}\nend",
            17 => $"{{{Pick("a", "c")}, [{Pick("b", "d")} | _]}} = {{{Value(1)}, [{Value(1)}]}}",
            5 => $"if {Pick("", Variable() + " = ")}{Value(1)} do\n{Block(depth)}\nelse\n{Block(depth)}\nend",
            6 =>
                $"case {Value(1)} do\n^{Used()} -> 1\n{{{Variable()}, _}} ->\n{Block(depth)}\n{Variable()} "
                    + $"->\n{Block(depth)}\nend",
            7 => $"cond do\n{Variable()} = {Value(1)} ->\n{Block(depth)}\ntrue ->\n{Block(depth)}\nend",
            8 => $"for {Variable()} <- [{Value(1)}], {Variable()} = {Value(1)} do\n{Block(depth)}\nend",
            9 => $"with {Variable()} <- {Value(1)}, {Variable()} = {Value(1)} do\n{Block(depth)}\nelse\n_ -> {Value(1)}\nend",
            10 => $"try do\n{Block(depth)}\nrescue\n{Variable()} in [ArgumentError] -> {Value(0)}\nafter\n{Value(0)}\nend",
            11 when isTop => Module(depth),
            12 => $"destructure([{Pick("a", "c")}, {Pick("b", "d")}], [{Value(1)}])",
            13 => $"for <<{Variable()}::8, {Variable()}::8 <- \"ab\">>, do: {Value(0)}",
            14 => $"_ = fn\n{Variable()} when is_list({Used()}) ->\n{Block(depth)}\n_ ->\n{Block(depth)}\nend",
            _ => $"_ = {Value(depth)}",
        };
    }

    private string Module(int depth)
    {
        // What a module quotes may become its functions.
        _isInModule = true;
        var name = "Names" + (++_modules).ToString(CultureInfo.InvariantCulture);
        var text = $"""
            defmodule {name} do
            {(random.Next(8) == 0 ? Import() : "")}
            @x {Value(1)}
            {(random.Next(3) == 0 ? Operator() : "")}
            def f({Pick("a", "c")}, {Pick("b", "d")} \\ {Value(0)}), do: {Value(1)}
            def g({Variable()}) when is_list({Used()}) do
            {Block(depth)}
            @x
            end
            defp h, do: {Pick("f", "g", "f", "g", "i")}({Value(1)})
            end
            """;
        _isInModule = false;
        return text;
    }

    private string Value(int depth) => random.Next(depth > 0 ? 22 : 4) switch
    {
        18 or 19 => $"is_function({Capture()})",
        20 => $"is_list([{Operation(depth)}])",
        21 =>
            random.Next(20) == 0 ? "[_]"
                : $"[{Pick("~s(a)", "~w(a b)", "~c(a)", "~D[2020-01-01]", random.Next(8) == 0 ? "~q(a)" : "~S(a)")}]",
        0 or 1 => random.Next(9).ToString(CultureInfo.InvariantCulture),
        2 or 3 => Used(),
        4 => $"[{Value(depth - 1)}, {Value(depth - 1)}]",
        5 => $"{{{Value(depth - 1)}, {Value(depth - 1)}}}",
        6 => $"%{{k: {Value(depth - 1)}}}",
        7 => $"\"#{{inspect({Value(depth - 1)})}}\"",
        8 => $"inspect({Value(depth - 1)})",
        9 => $"({Value(depth - 1)} |> then(fn {Variable()} -> {Value(depth - 1)} end))",
        10 => $"if({Value(depth - 1)}, do: {Value(depth - 1)}, else: {Value(depth - 1)})",
        11 => $"Enum.map([{Value(depth - 1)}], &{{&1, {Used()}}})",
        12 => $"match?({{{Variable()}, _}}, {Value(depth - 1)})",
        13 => Pick("config_env()", "is_atom(config_env())", "__MODULE__", "self()", "node()"),
        14 when !_isInModule => $"is_tuple(quote do\n{Variable()}\nend)",
        15 =>
            random.Next(8) == 0
                ? Pick(
                    "unknown(1)", "length([], 1)", "Enum.map([], &unknown/1)", "1 |> unknown()", "&unknown/2", "config_target(1)",
                    "length([])", "first([1])") : "Enum.map([], &inspect/1)",
        16 => $"(with {Variable()} <- {Value(depth - 1)}, do: {Value(depth - 1)})",
        _ => $"(for {Variable()} <- [{Value(depth - 1)}], into: [], do: {Value(depth - 1)})",
    };
}

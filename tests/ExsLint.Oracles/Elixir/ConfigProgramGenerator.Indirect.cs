namespace ExsLint.Oracles.Elixir;

/// <content>
/// Code that is run through a value or by the compiler, operators that are captured or defined, keys and blocks written in other
/// ways.
/// </content>
internal sealed partial class ConfigProgramGenerator
{
    private string Indirect(int depth) => _random.Next(6) switch
    {
        0 or 1 => Run(depth),
        2 => CompilerRun(depth),
        3 => Operators(depth),
        _ => Written(depth),
    };

    /// <summary>A function that runs code, in one of the ways in which a function can be called.</summary>
    private string Run(int depth)
    {
        var (module, name, text) = Pick<(string, string, string)>(
        [
            ("Code", "eval_string", "\"import Config\\nconfig :a, k1: 2, k4: 5\""),
            ("Code", "compile_string", "\"Config.config(:a, k2: 3)\""),
            ("EEx", "eval_string", "\"<% Config.config(:b, k1: 2) %>\""),
            ("Code", "eval_quoted", "quote(do: Config.config(:a, k3: 7))"),
            ("String", "upcase", "\"harmless\""), ("Integer", "to_string", "12"),
        ]);
        var call = $"{name}({text})";
        return $"config {App()}, k1: 1, k2: {Leaf(depth)}\n" + _random.Next(16) switch
        {
            0 => $"m_ = {module}\nm_.{call}",
            1 => $"[m_ | _] = [{module}, 1]\n_ = m_.{call}",
            2 => $"f_ = &{module}.{name}/1\nf_.({text})",
            3 => $"Enum.each([{text}], &{module}.{name}/1)",
            4 => $"{text} |> then(&{module}.{name}/1)",
            5 => $"apply({module}, :{name}, [{text}])",
            6 => $"_ = :erlang.apply({module}, :{name}, [{text}])",
            7 => $"Module.concat([\"{module}\"]).{call}",
            8 => $":\"Elixir.{module}\".{call}",
            9 => $"Function.capture({module}, :{name}, 1).({text})",
            10 => $"m_ = if {Condition(depth)}, do: {module}, else: {module}\nm_.{call}",
            11 => $"o_ = [m: {module}]\n_ = o_[:m].{call}",
            12 => $"alias {module}, as: Renamed\nRenamed.{call}",
            13 => $"m_ = String.to_atom(\"Elixir.{module}\")\nif {Condition(depth)}, do: m_.{call}",
            14 => $"{module}.\"{name}\"({text})",
            _ => $"(fn m_ -> m_.{name}({text}) end).({module})",
        };
    }

    private string CompilerRun(int depth)
    {
        var (one, two) = ($"RunA{_number}x{_random.Next(1000)}", $"RunB{_number}x{_random.Next(1000)}");
        var effect = Pick(["Config.config(:a, k1: 2)", "Config.config(:b, k2: 3)", ":harmless", ":harmless"]);
        var (definition, use) = Pick<(string, string)>(
        [
            ($"def __after_compile__(_, _), do: {effect}", $"@after_compile {one}"),
            ($"def __on_definition__(_, _, _, _, _, _), do: {effect}", $"@on_definition {one}\n  def g, do: 1"),
            ($"defmacro __before_compile__(_) do\n    {effect}\n    nil\n  end", $"@before_compile {one}"),
            ($"defmacro m(x) do\n    {effect}\n    x\n  end", $"require {one}\n  def g, do: {one}.m(1)"),
            ($"defmacro a <~> _b do\n    {effect}\n    a\n  end", $"import {one}\n  def g, do: 1 <~> 2"),
            ($"defmacro __using__(_) do\n    {effect}\n    nil\n  end", $"use {one}"),
        ]);
        return $"config :a, k1: {Leaf(depth)}, k2: 1\ndefmodule {one} do\n  {definition}\nend\ndefmodule {two} do\n  {use}\n  "
            + $"def f, do: {Leaf(depth)}\nend\nconfig :b, k1: {two}.f()";
    }

    private string Operators(int depth)
    {
        var name = $"Ops{_number}x{_random.Next(1000)}";
        var text = Pick(["<~>", "~>>", "<<<", "|||", "+++", "^^^", "<|>", "&&&"]);
        return _random.Next(3) switch
        {
            0 =>
                $"defmodule {name} do\n  {Pick(["def", "defp"])} a {text} "
                    + $"b{Pick(["", " when is_list(b) or is_atom(a)", " when not is_nil(a)"])}, do: {{a, b}}\n"
                + $"  def ~~~a, do: [a]\n  def f(x), do: [~~~x, (x {text} {Leaf(depth)})]\nend\nconfig :a, k1: "
                + $"{name}.f({Argument()}), k2: {name}.{text}(1, 2)",
            1 =>
                $"defmodule {name} do\n  import Kernel, except: [+: 2, !: 1]\n  def a + b, do: {{a, b}}\n  def !a, do: [a]\n  "
                    + $"def f(x), do: [x + 1, !x]\nend\nconfig :a, k1: {name}.f({Argument()})",
            _ =>
                $"config :a, k1: Enum.reduce([1, 2, 3], &{Pick(["+", "-", "*", "/", ">=", "==", "<", "!=", "..", "**"])}/2), "
                    + $"k2: Enum.map({Collection(depth)}, &{Pick(["!", "is_nil"])}/1), "
                + $"k3: (&{Pick(["||", "&&", "==", "=", "in"])}/2).({Leaf(depth)}, [1])",
        };
    }

    private string Written(int depth) => _random.Next(6) switch
    {
        0 => $"config :a do\n  [k1: {Leaf(depth)}]\nend",
        1 => $"config :a, :k1 do\n  {Leaf(depth)}\nend",
        2 => $"config :a, 'k1': {Leaf(depth)}, \"k2\": 1",
        3 =>
            $"config :a, k1: %{{'x': {Leaf(depth)}, \"y\": 1}}, k2: ['f g': 1, \"µ\": 2, µ: 3], k3: [e\u0301: 1][:\"\u00e9\"], "
                + $"k4: %{{µ: 1}}[:\"\u03bc\"]",
        4 => $"config :a, k1: Enum.map([{Leaf(depth)}], &{{&1, &(1)}}), k2: (&[&2, &1]).(1, {Leaf(depth)})",
        _ =>
            $"config :a, k1: (try do {{:ok, "
                + $"String.to_existing_atom({Pick(["\"k1\"", "\"true\"", "\"zqxnobody\" <> \"atom\"", Environment()])})}} "
                + $"rescue _ -> :no end)",
    };
}

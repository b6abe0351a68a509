using ExsLint.Semantics.Elixir.Evaluation;

namespace ExsLint.Oracles.Elixir;

/// <content>Operators and captures, imports that hide or bring names, and forms with any sections.</content>
internal sealed partial class NameProgramGenerator
{
    private static readonly string[] Binary =
    [
        "+", "-", "*", "/", "++", "--", "+++", "---", "<>", "**", "==", "!=", "=~", "===", "!==", "<", ">", "<=", ">=", "&&",
        "||", "and", "or", "in", "not in", "|>",
        "<<<", ">>>", "<<~", "~>>", "<~", "~>", "<~>", "|||", "&&&", "^^^", "..", "=",
    ];

    private static readonly string[] Unary = ["+", "-", "!", "not ", "~~~", "^", "@"];

    /// <summary>An operation that need not be run: what it is made of may not fit.</summary>
    private string Operation(int depth)
    {
        var (left, right) = (Value(depth - 1), Value(depth - 1));
        return $"fn -> {random.Next(9) switch
        {
            0 => $"({Pick("-", "+", "!", "not ", random.Next(6) == 0 ? "~~~" : "-")}({left}))",
            1 => $"a..b//{Used()}",
            2 => Pick("a", "\"x\"") + $" <> {Used()}",
            3 => random.Next(8) == 0 ? $"a {Binary[random.Next(Binary.Length - 1)]} b" : $"({left}) |> inspect()",
            _ => $"({left}) {Pick("+", "-", "==", "++", "and", "or", "&&", "||", "in", "not in", "<", "*", "=~")} ({right})",
        }} end";
    }

    private string Capture() => random.Next(13) switch
    {
        12 =>
            Pick(
                "&(Enum.map/2)", "&(inspect/1)", "&(inspect)/1", "&Enum.map()/2", "&(+/2)", "&inspect/(1)", "&(is_atom(&1))",
                "&__MODULE__.f/1"),
        0 => $"&{(random.Next(12) == 0 ? Binary[random.Next(Binary.Length)] : Pick("+", "<>", ">=", "and", "in", "..", "/", "++", "=")).Replace("not in", "in", StringComparison.Ordinal).Replace("|>", "+", StringComparison.Ordinal)}/{Pick("2", "2", "2", "2", "2", "2", random.Next(5) == 0 ? "1" : "2")}",
        1 => $"&{Pick("+", "-", "!", "not")}/1",
        2 => "&..//" + Pick("/3", "/3", "/3", "/3", random.Next(4) == 0 ? "/2" : "/3"),
        3 => $"&{Pick("inspect", "length", "is_atom", "to_string", "Enum.map", "Kernel.+", "Kernel.length", ":lists.max", "Enum.\"map\"")}/{Pick("1", "1", "1", "1", random.Next(6) == 0 ? "2" : "1")}",
        4 => random.Next(12) == 0 ? Pick("&1", "&(1)", "&2") : "&(&1)",
        _ => $"&{Captured(2)}",
    };

    private string Captured(int depth) => random.Next(depth > 0 ? 12 : 3) switch
    {
        0 or 1 => random.Next(30) == 0 ? Pick("&2", "&3", "&0", "&256", "&(1)", "&inspect/1", "&(&1)") : "&1",
        2 => random.Next(30) == 0 ? Pick("1", ":a", "a", "Foo", "\"x\"") : "&1",
        3 => $"({Captured(depth - 1)} + {Captured(depth - 1)})",
        4 => $"{{{Captured(depth - 1)}, {Captured(depth - 1)}}}",
        5 => $"[{Captured(depth - 1)}]",
        6 => $"%{{k: {Captured(depth - 1)}}}",
        7 => $"inspect({Captured(depth - 1)})",
        8 => $"\"#{{{Captured(depth - 1)}}}\"",
        9 => $"({Captured(depth - 1)})",
        10 => random.Next(30) == 0 ? $"({Captured(depth - 1)}; &1)" : $"Enum.map([], fn x -> [x, {Captured(depth - 1)}] end)",
        _ => $"if({Captured(depth - 1)}, do: {Captured(depth - 1)})",
    };

    /// <summary>An import that hides names of Kernel, or brings names that it has too.</summary>
    private string Import()
    {
        var name = Pick(
            "+", "-", "<>", "and", "in", "not", "if", "|>", "inspect", "length", "is_atom", "then", "to_string", "sigil_s",
            "max");
        var arity = name is "not" or "inspect" or "length" or "is_atom" or "to_string" ? 1 : 2;
        return random.Next(10) switch
        {
            0 or 1 or 2 => $"import Kernel, except: [{name}: {arity}]",
            3 => "import Kernel",
            4 => "import String, only: [length: 1]",
            5 => "import List, only: [first: 1, zip: 1]",
            6 => "import Enum, only: [max: 2, zip: 1]",
            7 => "import Bitwise, only: [band: 2]",
            8 => "import Kernel, only: [inspect: 1, is_atom: 1, is_tuple: 1, is_list: 1, is_function: 1, if: 2, |>: 2, then: 2, "
                + "match?: 2, self: 0, node: 0, destructure: 2, +: 2, defmodule: 2, def: 2, defp: 2, @: 1]",
            _ => "import Bitwise, only: [<<<: 2, ~~~: 1]",
        };
    }

    private string Operator()
    {
        var text = Binary[random.Next(Binary.Length - 1)];
        return random.Next(4) switch
        {
            0 => $"def {Unary[random.Next(5)]}a, do: [a]",
            1 =>
                $"{Pick("def", "defp", "defmacro")} a {text} b when is_list(a), do: [a, b]\ndef using, do: fn -> [1] {text} [2] "
                    + $"end",
            2 => $"def {Pick("inspect", "length", "to_string")}(a), do: [a]",
            _ => $"def a {text} b do\n[a, b]\nend\ndef using, do: [1, fn -> 1 {Pick(text, "<", "+")} 2 end]",
        };
    }

    private string Sections() => random.Next(10) switch
    {
        0 => $"{Pick("if", "unless")} true do\n1\n{Pick("else", "else", "else", "after", "rescue")}\n2\nend",
        1 =>
            $"{Pick("if", "unless")}(true, "
                + $"{Pick("do: 1", "do: 1, else: 2", "else: 1", "else: 1, do: 2", "do: 1, do: 2", "do: 1, foo: 2")})",
        2 => $"try do\n1\n{Pick("after\n2", "rescue\n_ -> 2", "catch\n_ -> 2", "else\n_ -> 2", "", "after\n1\nafter\n2", "rescue\n_ -> 1\nrescue\n_ -> 1")}\nend",
        3 => $"case 1 do\n{Pick("_ -> 1", "", "_ -> 1\nelse\n2")}\nend",
        4 => $"cond do\n{Pick("true -> 1", "", "true -> 1\nelse\n2")}\nend",
        5 => $"for x <- [1]{Pick(", do: x", ", do: x", ", into: []")}",
        6 => $"with x <- 1{Pick(", do: x", ", do: x", ", else: (_ -> 2)")}",
        7 => "for <<_::8, x::8 <- \"ab\">>, do: x",
        8 =>
            Pick(
                "{_, c} = {1, 2}", "_ = 1", "c = [1 | [_]]", "for _ <- [1], do: 1",
                "case 1 do\n_ when is_list(_) -> 1\n_ -> 2\nend"),
        _ => $"if(true)",
    };
}

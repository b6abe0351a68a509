namespace ExsLint.Oracles.Elixir;

/// <summary>Makes calls of functions with arguments of fitting types and of others, edge values among them.</summary>
internal sealed class FunctionCallGenerator(int seed)
{
    private static readonly string[] Integers =
        ["0", "1", "-1", "2", "3", "7", "-7", "10", "16", "36", "100", "255", "256", "65", "1_000_000", "12345678901234567890",
            "-9007199254740993"];

    private static readonly string[] Floats =
        ["0.0", "-0.0", "1.0", "2.5", "-2.5", "0.1", "123.456", "1.0e22", "1.0e-7", "9007199254740992.0", "0.5", "1.5", "-0.4"];

    private static readonly string[] Texts =
    [
        "\"\"", "\"a\"", "\"abc\"", "\"ABC def\"", "\"1\"", "\"-42\"", "\"+7\"", "\"4000x\"", "\"1.5\"", "\"1.5e3z\"",
        "\"a,b,,c\"", "\",\"", "\" x \\t\"", "\"é\"", "\"ñandú ß\"",
        "\"a\\r\\nb\"", "\"a\\nb\"", "\"foo/bar.ex\"", "\"/a/b/../c\"", "\"/\"", "\"a/b/\"", "\"x.tar.gz\"", "\".hidden\"",
        "\"https://user:pw@Example.com:8443/p/q?x=1#f\"", "\"http://h\"",
        "\"YWJj\"", "\"YQ==\"", "\"616263\"", "\"a b&c=d\"", "\"%20x\"", "\"%zz\"", "\"aaa\"", "\"aa\"", "\"abcabc\"", "<<255>>",
        "\"ff\"", "\"FF\"", "\"true\"", "\"a-b_c\"", "\"\\u00a0x\"",
        "\"#{1}x\"", "\"\\\"q\\\"\"", "\"..\"", "\"//\"", "\"a//b\"", "\"1e5\"", "\"00\"", "\"1_000\"",
    ];

    private static readonly string[] Atoms =
        [":a", ":b", ":c", "nil", "true", "false", "Foo", "Foo.Bar", ":\"a b\"", ":ok", ":desc", ":asc", ":é"];

    private static readonly string[] Keywords =
        ["[]", "[a: 1]", "[a: 1, b: 2]", "[b: 1, a: 2, b: 3]", "[c: nil, a: false]", "[{:a, [b: 1]}]", "[a: 1, a: 1]",
            "[trim: true]", "[parts: 2]", "[global: false]"];

    private static readonly string[] Lists =
    [
        "[1, 2, 3]", "[3, 1, 2]", "[1, 1.0, 2]", "[\"b\", \"a\"]", "[:b, :a, nil]", "[[1], [2, [3]]]", "[{:x, 1}, {:y, 2, 3}]",
        "'abc'", "[?a, \"b\", [?c]]", "[nil, false, 1]",
        "[{1, :a}, {2, :b}]", "[[a: 1], [b: 2]]", "[1, 2, 2, 1]", "[\"a\", :b, 3]", "[0.0, 1]", "[%{a: 1}, %{a: 2}]", "[:a, :b]",
        "[\"x\"]", "[\"a\", \"ab\"]", "[1]",
    ];

    private static readonly string[] Maps =
        ["%{}", "%{a: 1}", "%{a: 1, b: 2}", "%{\"k\" => 1, \"j\" => 2}", "%{1 => :x, 2 => :y}", "%{a: %{b: 1}}", "%{1.5 => 1}",
            "%{nil => 1}"];

    private static readonly string[] Ranges =
        ["1..3", "3..1", "1..0//1", "0..10//5", "-2..-1", "1..1", "0..-1//1", "1..-2//1", "0..100_000", "1..-1", "0..-2",
            "-1..1"];

    private static readonly string[] Tuples = ["{}", "{1}", "{:a, 1}", "{1, 2, 3}", "{:ok, \"x\"}", "{\"a\", 1}"];

    private static readonly string[] Functions =
    [
        "fn x -> x end", "fn x -> {x, x} end", "fn _ -> nil end", "fn x -> x == 1 end", "&is_nil/1", "&to_string/1", "& &1",
        "fn x, y -> {x, y} end", "fn x, _ -> x end", "fn _, y -> y end",
        "fn {k, v} -> {k, [v]} end", "fn {_, v} -> v end", "fn x -> [x, x] end", "fn _, _, v -> v end",
        "fn k, a, b -> {k, a, b} end", "fn -> :lazy end", "fn x -> is_atom(x) end", "fn x, y -> x + y end",
        "&Kernel.+/2", "&(&1 > 1)", "&{&2, &1}", "fn x -> rem(x, 2) end", "fn x, acc -> {:cont, [x | acc]} end",
        "fn x, acc -> if x == 2, do: {:halt, acc}, else: {:cont, x} end", "fn nil -> 0; x -> x end",
        "fn x -> raise \"no\" <> x end", "fn {k, _} -> k != :a end",
    ];

    private static readonly string[] Regexes =
        ["~r/a/", "~r/(?<x>[a-c]+)(,)?/", "~r/\\d+/", "~R/[^a-z]/i", "~r/^\\s*$/m", "~r/\\W/u"];

    private static readonly string[] Sets =
        ["MapSet.new()", "MapSet.new([1, 2, 3])", "MapSet.new([\"a\", \"b\"])", "MapSet.new([2, 3, 4])", "MapSet.new([:a])",
            "MapSet.new([1, 1.0, {1}])", "MapSet.new(1..40)"];

    private static readonly string[] Addresses =
    [
        "'127.0.0.1'", "'0.0.0.0'", "'255.255.255.255'", "'256.0.0.1'", "'1.2.3'", "'1.2.3.4.5'", "'01.2.3.4'", "'0x7f.1'", "'5'",
        "'::'", "'::1'", "'1::'", "'fe80::1%eth0'", "'fe80::AbC:1'",
        "'::ffff:1.2.3.4'", "'1:2:3:4:5:6:7:8'", "'1:2:3:4:5:6:7::'", "'::2:3:4:5:6:7:8'", "'1:2:3:4:5:6:7:8::'", "'1::2::3'",
        "'12345::'", "':::'", "':1'", "'1:'", "'localhost'", "''", "'1.2.3.4 '", "'1.2.3.'",
        "\"127.0.0.1\"", "nil", "{127, 0, 0, 1}", "{1, 2, 3, 400}", "'é'", "[1.5]", "['1.2.3.4']", "'abcd'", "'1:2:3:4::5:6:7:8'",
        "'1:2:3::4:5:6:7:8'", "'::1:2:3:4:5:6:7:8'",
    ];

    private static readonly string[] Moments =
    [
        "~D[2020-02-29]", "~D[2019-12-31]", "~D[0001-01-01]", "~T[00:00:00]", "~T[23:59:59.125]", "~N[2020-01-02 03:04:05]",
        "~N[1999-12-31 23:59:59.90]", "~U[2020-01-02 03:04:05Z]", "~U[1969-12-31 23:59:59.999999Z]",
    ];

    private static readonly string[] MomentTexts =
    [
        "\"2020-02-29\"", "\"2021-02-29\"", "\"2021-13-01\"", "\"2021-1-01\"", "\"01:02:03\"", "\"01:02:03.50\"", "\"24:00:00\"",
        "\"2020-01-02T03:04:05\"", "\"2020-01-02 03:04:05.1\"", "\"2020-01-02T03:04:05Z\"", "\"2020-01-02 03:04:05.25+02:30\"",
        "\"2020-01-02T03:04:05-01:00\"", "\"x\"", "\"\"", "\"2020-01-02T25:04:05Z\"", "\"-0001-01-01\"", "\"2020-01-02T\"",
    ];

    private static readonly string[][] All =
        [Integers, Floats, Texts, Atoms, Keywords, Lists, Maps, Ranges, Tuples, Functions, Regexes, Sets];

    private readonly Random _random = new(seed);

    /// <summary>A call of the function.</summary>
    public string Next(string module, string name, int arity)
    {
        if (!char.IsAsciiLetter(name[0]))
        {
            var operands = name switch { "=~" => Pick([Texts, Texts, Regexes]), ".." => Integers, _ => Pick(All) };
            return arity == 1 ? $"{name}({Pick(operands)})"
                : $"({Pick(_random.Next(3) == 0 ? Pick(All) : operands)} {name} {Pick(operands)})";
        }

        var arguments = (name, arity) switch
        {
            ("into", 2) when module == "Enum" =>
                [Pick(Pick([Lists, Keywords, Maps, Ranges, Sets])), Pick(Pick([Sets, Maps, ["[]", "\"\""]]))],
            ("member?", 2) =>
                [Pick(module == "MapSet" ? Sets : Pick([Sets, Lists, Ranges])), Pick(Pick([Integers, Texts, Atoms]))],
            ("apply", 3) =>
                [Pick(["String", "Kernel", "Integer"]), Pick([":trim", ":abs", ":to_string"]), Pick(["[\" a \"]", "[1]", "[]"])],
            ("encode_query", 1) => [Pick(Pick([Keywords, Maps, Texts]))],
            ("sort", 2) => [Pick(Pick([Lists, Maps, Keywords])), Pick([":asc", ":desc", "Date", "fn a, b -> a > b end"])],
            ("to_integer", 1) when module == "List" => [Pick(["'12'", "'-7'", "'x'", "[]", "[?1, \"2\"]", "'+3'"])],
            ("get_in", 2) => [Pick(Pick([Maps, Keywords, Lists])), Path()],
            ("put_in", 3) => [Pick(Pick([Maps, Keywords, Lists])), Path(), Pick(Integers)],
            ("pop_in", 2) => [Pick(Pick([Maps, Keywords, Lists])), Path()],
            ("validate" or "validate!", 2) =>
                [Pick(Keywords), Pick(["[:a, b: 2]", "[:a, :b, :c]", "[:trim, :parts, a: 1, b: 2, c: 3]", "[:global, 1]"])],
            ("from_keys", 2) => [Pick(Lists), Pick(Integers)],
            ("new" or "new!", > 2) when module is "Date" or "Time" or "NaiveDateTime" =>
                [.. Enumerable.Range(0, arity).Select(place => Pick(place == 0
                    ? (string[])["2020", "12", "1", "0", "24"]
                    : ["1", "2", "3", "12", "29", "31", "59", "60", "0"]))],
            ("from_iso8601" or "from_iso8601!", 1) => [Pick(MomentTexts)],
            ("from_unix" or "from_unix!", _) =>
                [Pick(["0", "1577934245", "-1", "1577934245123", "99999999999999"]),
                    .. arity == 2 ? (string[])[Pick([":second", ":millisecond", ":microsecond"])] : []],
            ("update_in", 3) => [Pick(Pick([Maps, Keywords, Lists])), Path(), Pick(Functions)],
            ("struct" or "struct!", 1) => [Pick(["URI.parse(\"http://h\")", "%{}", "nil"])],
            ("struct" or "struct!", 2) =>
                [Pick(["URI.parse(\"http://h\")", "1..2"]),
                    Pick(["[host: \"x\"]", "[zz: 1]", "%{port: 5}", "[first: 0]", "[1]"])],
            ("from_struct", 1) => [Pick(["URI.parse(\"http://h\")", "1..2", "%{}", "~D[2020-01-01]"])],
            ("to_string", 1) when module == "URI" =>
                [Pick(
                    ["URI.parse(\"https://u:p@h.example:8443/a?b=1#c\")", "%{URI.parse(\"http://h\") | port: 81}",
                        "%{URI.parse(\"http://h/x\") | path: \"y\"}", "%{URI.parse(\"wss://h\") | port: nil, query: \"q\"}",
                        "nil"])],
            ("decode16" or "decode16!", 2) =>
                [Pick(["\"6a6A\"", "\"6a\"", "\"6A\"", "\"6g\"", "\"6\"", "\"\"", "1"]),
                    Pick(["[]", "[case: :lower]", "[case: :upper]", "[case: :mixed]"])],
            ("encode16" or "encode64" or "url_encode64", 2) =>
                [Pick(Texts), Pick(["[]", "[case: :lower]", "[case: :upper]", "[padding: false]", "[padding: true]"])],
            ("zip", 1) when module == "List" =>
                [Pick(["[[1, 2], [:a, :b]]", "[[1], [2, 3]]", "[]", "[[1, 2]]", "[1]", "[[1], %{}]"])],
            ("relative_to", 2) =>
                [Pick(["\"/a/b/c\"", "\"/a\"", "\"a/b\"", "\"/x/y\"", "\"/a/./b\""]),
                    Pick(["\"/a\"", "\"/a/b\"", "\"/\"", "\"a\""])],
            ("elem", 2) when _random.Next(2) == 0 => [Pick(Tuples), Pick(["0", "1", "3"])],
            ("put_elem", 3) when _random.Next(2) == 0 => [Pick(Tuples), Pick(["0", "1", "3"]), Pick(Integers)],
            ("binary_part", 3) => [Pick(Texts), Pick(["0", "1", "2"]), Pick(["0", "1", "2", "-1"])],
            ("sort_by", 3) => [Pick(Pick([Lists, Maps, Ranges])), Pick(Functions), Pick([":asc", ":desc"])],
            ("update!" or "update" or "get_lazy", _) when module == "Map" && _random.Next(2) == 0 =>
                ["%{a: 1}", ":a", .. arity == 4 ? (string[])["0"] : [], name == "get_lazy" ? "fn -> 2 end" : "fn x -> {x} end"],
            ("slice", 2) when module == "Enum" => [Pick(Pick([Lists, Keywords, Ranges])), Pick(Ranges)],
            ("decode_query", 1) =>
                [Pick(["\"a=1&b=2\"", "\"a=1&a=2\"", "\"a&b=\"", "\"&&a=b=c\"", "\"x%20y=%3D&q+r=s+t\"", "\"a=%zz\"", "\"=v\""])],
            ("split", 3) when module == "String" => [Pick(Texts), Pick(Texts), Pick(Keywords)],
            ("replace", 4) when module == "String" => [Pick(Texts), Pick(Texts), Pick(Texts), Pick(Keywords)],
            ("wildcard", 2) =>
                [Pick(["\"nowhere/x*.txt\"", "\"*.none\"", "\"config/a*\""]),
                    Pick(["[]", "[match_dot: true]", "[match_dot: false]"])],
            ("compile" or "compile!", 2) => [Pick(Texts), Pick(["\"i\"", "\"\"", "[]", "[:caseless]", "\"q\""])],
            _ => (string[])[.. Enumerable.Range(0, arity).Select(place => Argument(module, name, place, arity))],
        };
        var call = $"{module}.{name}({string.Join(", ", arguments)})";

        // A set is no term that is looked into, but its members are.
        return module == "MapSet" && !name.EndsWith('?') && name is not ("size" or "to_list") ? $"Enum.sort({call})" : call;
    }

    private string Path() => Pick(["[:a]", "[:b]", "[:a, :b]", "[:c, :d]", "[\"k\"]", "[1]", "[]", "[:a, 1]",
        "[Access.key(:a)]", "[:a, Access.key(:b, 3)]", "[Access.key!(:a)]", "[Access.all()]", "[Access.at(1)]", "[Access.at!(0)]",
        "[Access.all(), Access.elem(1)]", "[Access.filter(&is_tuple/1)]", "[Access.all(), :a]"]);

    private string Argument(string module, string name, int place, int arity)
    {
        if (_random.Next(7) == 0)
        {
            return Pick(Pick(All));
        }

        var last = place == arity - 1;
        return module switch
        {
            "Enum" when place == 0 => Pick(Pick([Lists, Keywords, Maps, Ranges, Lists, Sets])),
            "Enum" =>
                last && _random.Next(3) > 0 ? Pick(Functions) : Pick(Pick([Integers, Lists, Texts, Maps, Functions, Atoms])),
            "Keyword" when place == 0 => Pick(Keywords),
            "Keyword" =>
                place == 1 ? Pick(Pick([Atoms, Atoms, Keywords, Lists, Functions])) : Pick(Pick([Integers, Functions, Texts])),
            "Map" when place == 0 => Pick(Pick([Maps, Maps, Maps, Keywords])),
            "Map" =>
                place == 1 ? Pick(Pick([Atoms, Atoms, Maps, Lists, Texts, Functions, Integers]))
                    : Pick(Pick([Integers, Functions, Texts])),
            "List" => place == 0 ? Pick(Pick([Lists, Lists, Keywords])) : Pick(Pick([Integers, Atoms, Functions, Tuples, Lists])),
            "MapSet" when name == "new" && place == 0 => Pick(Pick([Lists, Keywords, Maps, Ranges, Sets])),
            "MapSet" => place == 0 ? Pick(Sets) : Pick(Pick([Sets, Sets, Integers, Texts, Functions, Atoms])),
            "Regex" =>
                Pick(
                    place switch
                    {
                        0 => Pick([Regexes, Regexes, Texts]),
                        3 => Keywords,
                        _ => Pick([Texts, Texts, Keywords, Functions])
                    }),
            "String" =>
                Pick(
                    Pick(
                        [place == 1 ? Regexes : Texts, Texts, Texts, Texts, place == 0 ? Texts : Integers,
                            place == 2 ? Keywords : Texts, place == 1 ? Ranges : Texts, place == 1 ? Lists : Texts])),
            "Path" or "URI" or "Base" => Pick(Pick([Texts, Texts, Texts, Lists])),
            "Date" or "Time" or "NaiveDateTime" or "DateTime" =>
                Pick(place == 1 && name == "add" ? Integers : Moments),
            ":inet" => Pick(Addresses),
            "Integer" or "Bitwise" or ":timer" => Pick(Pick([Integers, Integers, Integers, Texts, Floats])),
            "Float" => Pick(Pick([Floats, Floats, Texts])),
            "Atom" or "Module" or "Function" => Pick(Pick([Atoms, Atoms, Lists])),
            "Tuple" => Pick(Pick([Tuples, Tuples, Integers])),
            "Access" => Pick(Pick([Maps, Keywords, Atoms])),
            _ => Pick(Pick(All)),
        };
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}

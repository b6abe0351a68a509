namespace ExsLint.Oracles.Elixir;

/// <content>Config calls and the expressions in them.</content>
internal sealed partial class ConfigProgramGenerator
{
    /// <summary>The environment variables that programs ask for.</summary>
    public static readonly string[] Names = ["PORT", "HOST", "SECRET", "X", "Y"];

    /// <summary>The applications that programs configure.</summary>
    public static readonly string[] Apps = ["a", "b"];

    /// <summary>The keys that programs set, at any depth.</summary>
    public static readonly string[] Keys = ["k1", "k2", "k3", "x", "y", "z", "Elixir.Foo", "Elixir.Foo.Bar"];

    private string Config(int depth) => _random.Next(5) switch
    {
        0 => $"config {App()}, {Pick([":k1", ":k2", ":x", "Foo", "Foo.Bar"])}, {Keywords(depth, bracketless: true)}",
        1 => $"config {App()}, {Pick([":k1", ":k2", ":x", "Foo"])}, {Value(depth)}",
        2 => $"config {App()}, {Keywords(depth, Chance(2))}",
        _ => Call(depth),
    };

    private string Call(int depth) => _random.Next(4) switch
    {
        0 => $"config({App()}, {Pick([":k1", ":k2", ":x", "Foo"])}, {Value(depth)})",
        1 => $"config({App()}, {Keywords(depth, bracketless: false)})",
        _ => $"config({App()}, {Key()}: {Value(depth)})",
    };

    private string App() => Chance(5) ? ":b" : ":a";

    private string Key() => Pick(["k1", "k2", "k3", "x", "y", "z", "\"x\"", "\"k#{1}\""]);

    private string Value(int depth) => Chance(3) ? Keywords(depth, bracketless: false) : Expression(Kind.Any, depth);

    private string Keywords(int depth, bool bracketless)
    {
        var pairs = new List<string>();
        for (var i = _random.Next(4); i >= 0; i--)
        {
            pairs.Add(!bracketless && Chance(4)
                ? $"{{{Pick([":x", "Foo", "Foo.Bar", ":\"y\""])}, {NestedValue(depth)}}}"
                : $"{Key()}: {NestedValue(depth)}");
        }

        // Keywords come last.
        var text = string.Join(", ", pairs.OrderBy(pair => pair.StartsWith('{') ? 0 : 1));
        return bracketless ? text : Chance(12) ? "[]" : $"[{text}]";
    }

    private string NestedValue(int depth) =>
        depth < MaximumNesting && Chance(3) ? Keywords(depth + 1, bracketless: false) : Expression(Kind.Any, depth + 1);

    private string Condition(int depth) => _random.Next(4) switch
    {
        0 => Pick(["config_env() == :prod", "Mix.env() in [:dev, :test]", "config_env() != :dev", "config_target() == :host"]),
        1 => Variable(Kind.Boolean) ?? Environment(),
        2 when Variable(Kind.Any) is { } variable => $"{variable} = {Environment()}",
        _ => Expression(Kind.Boolean, depth + 1),
    };

    private string Environment() => _random.Next(7) switch
    {
        0 => $"System.get_env(\"{Pick(Names)}\", \"d\")",
        1 => $"System.get_env(\"{Pick(Names)}\") == \"{Pick(["1", "true", "text"])}\"",
        2 => $"(System.get_env(\"{Pick(Names)}\") || \"d\")",
        _ => $"System.get_env(\"{Pick(Names)}\")",
    };

    private string Assignment(int depth)
    {
        switch (_random.Next(6))
        {
            case 0:
                var (first, second) = (Expression(Kind.Any, depth + 1), Expression(Kind.Number, depth + 1));
                return $"{{{Bind(Kind.Any)}, [{Bind(Kind.Number)}]}} = {{{first}, [{second}]}}";
            case 1:
                var keywords = Keywords(depth, bracketless: false);
                return $"{Bind(Kind.Keywords)} = {keywords}";
            case 2:
                var inner = Expression(Kind.Text, depth + 1);
                return $"{Bind(Kind.Text)} = {Bind(Kind.Text)} = {inner}";
            default:
                var kind = Pick([Kind.Any, Kind.Boolean, Kind.Number, Kind.Text]);
                var value = Expression(kind, depth);
                return $"{Bind(kind)} = {value}";
        }
    }

    /// <summary>A variable that certainly holds this kind of value. Those of any kind may be bound again anywhere.</summary>
    private string? Variable(Kind kind)
    {
        var usable = _variables.Where(variable => variable.Kind == kind).ToList();
        return usable.Count == 0 ? null : Pick(usable).Name;
    }

    private string Expression(Kind kind, int depth, bool inGuard = false)
    {
        if (Chance(4) && Variable(kind) is { } variable)
        {
            return variable;
        }

        if (!inGuard && depth <= MaximumNesting && Chance(6))
        {
            return Branching(kind, depth + 1);
        }

        return kind switch
        {
            Kind.Boolean => Boolean(depth, inGuard),
            Kind.Number => Number(depth, inGuard),
            Kind.Text => inGuard ? Pick(["\"1\"", "\"prod\""]) : Text(depth),
            Kind.Keywords => Keywords(depth, bracketless: false),
            _ when inGuard => Number(depth, inGuard),
            _ => Any(depth),
        };
    }

    private string Branching(Kind kind, int depth) => _random.Next(kind == Kind.Any ? 6 : 4) switch
    {
        0 => $"if({Condition(depth)}, do: {Expression(kind, depth)}, else: {Expression(kind, depth)})",
        1 => $"(if {Condition(depth)} do {Expression(kind, depth)} else {Expression(kind, depth)} end)",
        2 =>
            $"(case {Expression(Kind.Any, depth)} do\n  {Clause(depth, () => Expression(kind, depth))}\n  _ -> "
                + $"{Expression(kind, depth)}\nend)",
        3 => $"(cond do {Condition(depth)} -> {Expression(kind, depth)}; true -> {Expression(kind, depth)} end)",
        4 => $"({Expression(Kind.Any, depth)} {Pick(["||", "&&"])} {Expression(kind, depth)})",
        _ => $"(if {Condition(depth)}, [do: {Expression(kind, depth)}])",
    };

    private string Any(int depth) =>
        depth <= MaximumNesting && Chance(3) ? Computed(depth + 1) : _random.Next(depth > MaximumNesting ? 8 : 22) switch
        {
            0 => Pick([":x", "nil", "true", "Foo", "Foo.Bar", "Bar", ":\"a b\"", "Elixir.Foo", ":\"a#{1}b\""]),
            1 =>
                Pick(
                    ["'ab'", "'a#{1 + 1}'", "~w(a b)", "~w(a b)a", "~c(x)", "~s(a\"b)", "~S(a#{b}\\n)", "~w(a#{1} b)", "~r/a/",
                    "?a"]),
            < 4 => Number(depth, inGuard: false),
            < 6 => Text(depth),
            6 => Boolean(depth, inGuard: false),
            7 => Environment(),
            8 =>
                $"%{{:x => {Expression(Kind.Any, depth + 1)}, \"s\" => {Expression(Kind.Any, depth + 1)}, 1 => 2, 1.0 => 3, x: "
                    + $"{Expression(Kind.Any, depth + 1)}}}",
            9 => $"{{{Expression(Kind.Any, depth + 1)}, {Expression(Kind.Any, depth + 1)}, :t}}",
            10 => $"[{Expression(Kind.Any, depth + 1)}, {Expression(Kind.Any, depth + 1)}]",
            11 => $"{Keywords(depth + 1, bracketless: false)}[{Pick([":x", ":k1", ":y", "Foo"])}]",
            12 when Variable(Kind.Keywords) is { } keywords => $"{keywords}[{Pick([":x", ":k1"])}]",
            13 => $"[{Expression(Kind.Any, depth + 1)}] ++ {Keywords(depth + 1, bracketless: false)}",
            14 => $"\"\"\"\n  one\n    #{{{Expression(Kind.Number, depth + 1)}}} \\\n  two\n  \"\"\"",
            15 => $"[:inet6, x: {Expression(Kind.Any, depth + 1)}]",
            16 =>
                Pick(
                    ["fn -> 1 end", "&div/2", "String.split(\"a,b\", \",\")", "[1 | [2]]", "Enum.map([1], & &1)",
                    "System.get_env(\"X\") |> is_nil()"]),
            17 => $"[{Expression(Kind.Any, depth + 1)}, {{:x, 1}}, {{:y, 2, 3}}][:x]",
            18 when Variable(Kind.Any) is { } variable => $"({variable} = {Pick(["1", ":x", "nil"])})",
            19 => $"%{{x: 1}}[{Pick([":x", ":y"])}]",
            20 =>
                Pick(
                    ["nil[:x]", "Atom.to_string(nil)", "to_string(nil)", "Path.join(\"/a\", \"b\")", "File.exists?(\"config\")",
                    "System.get_env(\"X\", nil)"]),
            _ => Keywords(depth + 1, bracketless: false),
        };

    private string Number(int depth, bool inGuard) => _random.Next(depth > MaximumNesting || inGuard ? 4 : 9) switch
    {
        0 => Pick(["0", "1", "-1", "2", "8080", "1_000", "0x1F", "12345678901234567890", "9007199254740993"]),
        1 => Pick(["1.0", "0.0", "-0.0", "2.5e-3", "9007199254740992.0", "1.0e22"]),
        2 or 3 => Pick(["1", "2", "3"]),
        4 => $"({Expression(Kind.Number, depth + 1)} {Pick(["+", "-", "*"])} {Expression(Kind.Number, depth + 1)})",
        5 => $"({Expression(Kind.Number, depth + 1)} / {Pick(["2", "4", "-8", "0.5"])})",
        6 => $"{Pick(["div", "rem"])}({Pick(["-7", "7", "12345678901234567890"])}, {Pick(["2", "-2"])})",
        7 => $"-({Expression(Kind.Number, depth + 1)})",
        _ =>
            Pick(
                [":timer.seconds(5)", "String.to_integer(\"-042\")", "(\"17\" |> String.to_integer())",
                    "String.to_integer(\"4_000\" && \"+4000\")"]),
    };

    private string Text(int depth) => _random.Next(depth > MaximumNesting ? 3 : 7) switch
    {
        0 or 1 => Pick(["\"\"", "\"1\"", "\"text\"", "\"é\\n\\x41\\u00e9\"", "\"a\\\\b\"", "\"true\"", "~s(x)"]),
        2 =>
            Pick(
                ["String.trim(\" x\\t\\u00a0\\u2003\")", "to_string(:y)", "Integer.to_string(5)",
                    "System.get_env(\"HOST\", \"h\")"]),
        3 => $"\"a#{{{Expression(Kind.Number, depth + 1)}}}b#{{{Expression(Kind.Text, depth + 1)}}}\"",
        4 => $"\"#{{{Pick(["nil", ":x", "true", "Foo", "'ab'", "1.0"])}}}\"",
        _ => $"({Expression(Kind.Text, depth + 1)} <> {Expression(Kind.Text, depth + 1)})",
    };

    private string Boolean(int depth, bool inGuard) => _random.Next(depth > MaximumNesting ? 3 : inGuard ? 9 : 12) switch
    {
        0 =>
            Pick(
                ["true", "false", "1 == 1.0", "1 === 1.0", "0.0 == -0.0", "nil == false", "{1} == {1.0}", "\"a\" < \"b\"",
                    "1 < 1.5"]),
        1 => $"({Operand(depth, inGuard)} {Pick(["==", "!=", "===", "!=="])} {Operand(depth, inGuard)})",
        2 =>
            $"({Expression(Kind.Number, depth + 1, inGuard)} {Pick(["<", ">", "<=", ">="])} "
                + $"{Expression(Kind.Number, depth + 1, inGuard)})",
        3 => $"({Operand(depth, inGuard)} {Pick(["in", "not in"])} [{Operand(depth, inGuard)}, 1, \"1\", :x, nil])",
        4 => $"not {Expression(Kind.Boolean, depth + 1, inGuard)}",
        5 or 6 =>
            $"({Expression(Kind.Boolean, depth + 1, inGuard)} {Pick(["and", "or"])} "
                + $"{Expression(Kind.Boolean, depth + 1, inGuard)})",
        7 => $"is_nil({Operand(depth, inGuard)})",
        8 => Pick(["true", "false"]),
        9 => $"!{Expression(Kind.Any, depth + 1)}",
        _ => $"({Environment()} {Pick(["==", "!="])} {Pick(["nil", "\"1\"", "true", "1"])})",
    };

    private string Operand(int depth, bool inGuard) => inGuard
        ? Variable(Kind.Any) ?? Pick(["1", "nil", ":x"])
        : Expression(Kind.Any, depth + 1);
}

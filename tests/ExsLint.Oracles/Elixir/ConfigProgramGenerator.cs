using System.Globalization;
using System.Text;

namespace ExsLint.Oracles.Elixir;

/// <summary>
/// Makes projects whose config files use every feature the evaluator follows, and now and then one it does not. Most of them
/// Elixir accepts. The same seed, the same projects.
/// </summary>
internal sealed partial class ConfigProgramGenerator(int seed)
{
    private const int MaximumNesting = 3;

    private readonly Random _random = new(seed);
    private List<Binding> _variables = [];
    private List<string> _imports = [];
    private int _names;
    private int _number;

    private enum Kind
    {
        Any,
        Boolean,
        Number,
        Text,
        Keywords,
    }

    /// <summary>A project: files by path.</summary>
    public Dictionary<string, string> Next()
    {
        var files = new Dictionary<string, string>();
        _imports = ["prod.exs", "one.exs", "sub/two.exs"];
        List<string> unused = [.. _imports];
        files["config/config.exs"] = File("import Config", unused);
        foreach (var path in _imports)
        {
            files["config/" + path] = File("import Config", []);
        }

        _imports = [];
        if (Chance(2))
        {
            files["config/runtime.exs"] = File(Chance(20) ? "use Mix.Config" : "import Config", []);
        }

        return files;
    }

    /// <summary>A program of one file, named by a number that no other program has.</summary>
    public string NextProgram(int number)
    {
        _imports = [];
        _number = number;
        return File("import Config", []);
    }

    /// <summary>The environment variables of one run, by name; null where one is not set.</summary>
    public Dictionary<string, string?> NextEnvironment() =>
        Names.ToDictionary(name => name, _ => Pick<string?>([null, null, "", "1", "8080", "true", "prod", "text"]));

    private string File(string header, List<string> imports)
    {
        _variables = [];
        var text = new StringBuilder(header).Append('\n');
        for (var i = 3 + _random.Next(8); i > 0; i--)
        {
            Append(text, Statement(imports, 0), 0);
        }

        return text.ToString();
    }

    /// <summary>A block of its own scope: what is bound in it is not seen behind it.</summary>
    private string Block(List<string> imports, int depth)
    {
        var outer = _variables;
        _variables = [.. outer];
        var text = new StringBuilder();
        for (var i = 1 + _random.Next(3); i > 0; i--)
        {
            Append(text, Statement(imports, depth), 1);
        }

        _variables = outer;
        return text.ToString();
    }

    private string Statement(List<string> imports, int depth) => _random.Next(depth < MaximumNesting ? 30 : 14) switch
    {
        < 9 => Config(depth),
        < 12 => Assignment(depth),
        12 => Import(imports),
        13 => Chance(2) ? Oddity(depth) : Program(depth),
        14 or 15 => Program(depth),
        < 20 => $"{Pick(["if", "if", "unless"])} {Condition(depth)} do\n{Block(imports, depth + 1)}{Else(imports, depth)}end",
        < 22 => $"case {Expression(Kind.Any, depth + 1)} do\n{Clauses(imports, depth)}end",
        22 =>
            $"cond do\n  {Condition(depth)} ->\n{Block(imports, depth + 1)}  {Condition(depth)} ->\n{Block(imports, depth + 1)} "
                + $" true ->\n{Block(imports, depth + 1)}end",
        23 => $"{Condition(depth)} {Pick(["&&", "||"])} {Call(depth)}",
        24 => $"if {Condition(depth)}, do: {Call(depth)}{(Chance(2) ? ", else: " + Call(depth) : "")}",
        25 when Chance(4) => $"if {Condition(depth)} do\n{Block(imports, depth + 1)}else\n  raise \"no\"\nend",
        26 => $"({Assignment(depth)}; {Call(depth)})",
        _ => Config(depth),
    };

    private string Else(List<string> imports, int depth) => Chance(2) ? $"else\n{Block(imports, depth + 1)}" : "";

    private string Clauses(List<string> imports, int depth)
    {
        var text = new StringBuilder();
        for (var i = _random.Next(3); i >= 0; i--)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Clause(depth, () => Block(imports, depth + 1))}");
        }

        return text.Append(CultureInfo.InvariantCulture, $"  _ ->\n{Block(imports, depth + 1)}").ToString();
    }

    /// <summary>A clause of a case; what its pattern binds is seen in its body only.</summary>
    private string Clause(int depth, Func<string> body)
    {
        var outer = _variables;
        _variables = [.. outer];
        var pattern = Pattern();
        var guard = Chance(4) ? " when " + Expression(Kind.Boolean, depth + 2, inGuard: true) : "";
        var text = $"{pattern}{guard} ->\n{body()}";
        _variables = outer;
        return text;
    }

    private string Pattern() => _random.Next(9) switch
    {
        0 => Pick(["1", "1.0", "0", ":x", "nil", "true", "\"1\"", "\"prod\"", ":prod", "[]", "\"\""]),
        1 => Bind(Kind.Any),
        2 => $"{{{Bind(Kind.Any)}, {Bind(Kind.Any)}}}",
        3 => Pick(["{a_, a_}", "[a_, a_]", "[{a_, _}]", "[x: _]", "{:x, _}", "%{}", "\"pre\" <> _", "[_ | _]", "{_, {_, _}}"]),
        4 when _variables.Count > 0 => "^" + Pick(_variables).Name,
        5 => $"{Bind(Kind.Any)} = {Pick(["1", ":x", "nil", "{_, _}"])}",
        _ => Pick(["1", ":x", "nil", "\"1\"", ":prod"]),
    };

    private string Bind(Kind kind)
    {
        var name = Chance(3) && _variables.Count > 0 ? Pick(_variables).Name : $"{Pick(["v", "w", "config"])}{++_names}";
        _variables.RemoveAll(variable => variable.Name == name);
        _variables.Add(new Binding(name, kind));
        return name;
    }

    private string Import(List<string> imports)
    {
        if (imports.Count == 0 || _imports.Count == 0)
        {
            return "1";
        }

        var path = Pick(imports);
        imports.Remove(path);
        return _random.Next(6) switch
        {
            0 => $"import_config Path.join(__DIR__, \"{path}\")",
            1 => $"if File.exists?(\"config/{path}\"), do: import_config(\"{path}\")",
            2 => $"if {Condition(2)}, do: import_config(\"./{path}\")",
            3 when path == "prod.exs" => $"import_config \"#{{{Pick(["config_env()", "Mix.env()", "Mix.env"])}}}.exs\"",
            _ => $"import_config \"{path}\"",
        };
    }

    /// <summary>What is not followed, or trips whoever follows it carelessly.</summary>
    private string Oddity(int depth) => _random.Next(16) switch
    {
        0 => $"for x_ <- [1, 2], do: config(:a, k1: x_)",
        1 => $"Enum.each([:k1, :k2], fn x_ -> config :a, [{{x_, {Expression(Kind.Any, depth + 2)}}}] end)",
        2 => $"try do\n{Block([], MaximumNesting)}rescue\n  _ -> config :a, k1: :rescued\nend",
        3 => $"f_ = fn -> {Call(depth)} end\n{Config(depth)}\nf_.()",
        4 => $":a |> config({Key()}: {Expression(Kind.Any, depth + 1)})",
        5 => $"{Condition(depth)} |> if(do: {Call(depth)})",
        6 => $"Config.config :a, {Key()}: {Expression(Kind.Any, depth + 1)}",
        7 => $"apply(Config, :config, [:a, [{Key()}: {Expression(Kind.Any, depth + 1)}]])",
        8 => $"alias Foo.{Pick(["Bar", "Baz"])}{Pick(["", ", as: Foo", ", as: Bar, warn: false"])}",
        9 when _variables.Count > 0 => $"match?({Pick(_variables).Name} = _, 5)",
        10 when _variables.Count > 0 => $"for x_ <- [1], {Pick(_variables).Name} = x_, do: {Pick(_variables).Name}",
        11 when _variables.Count > 0 => $"_ = [1 | [{Pick(_variables).Name} = 7]]",
        12 => $"Kernel.&&({Condition(depth)}, {Call(depth)})",
        13 => $"config :a, {(Chance(2) ? "[" : "[{:k1, 1}, ")}{{{Pick(["System.get_env(\"X\") && :k1 || :k2", ":k3"])}, 5}}]",
        14 => $"with {{:ok, x_}} <- System.fetch_env(\"X\"), do: config(:a, k2: x_)",
        _ => $"config :a, {Keywords(depth, Chance(4))}",
    };

    private static void Append(StringBuilder text, string statement, int indentation)
    {
        foreach (var line in statement.TrimEnd('\n').Split('\n'))
        {
            // A heredoc's lines may be indented, its text is not.
            text.Append(' ', 2 * indentation).Append(line).Append('\n');
        }
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private sealed record Binding(string Name, Kind Kind);
}

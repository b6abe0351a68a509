using System.Text;

namespace ExsLint.Oracles.Elixir;

/// <summary>
/// Makes config files in the shapes people write them in, and settings to change in them. The same seed, the same files.
/// </summary>
internal sealed class ConfigFileGenerator(int seed)
{
    private static readonly string[] Modules = ["Pleroma.Web.Endpoint", "Pleroma.Upload"];
    private static readonly string[] Atoms = [":http_security", ":instance"];
    private static readonly string[] Names = ["enabled", "sts", "http", "url", "port", "referrer_policy", "base_url", "name"];
    private static readonly string[] Comments =
        ["# why it is so", "# config :pleroma, :instance, name: 1", "# é, and so on", "#"];

    private readonly Random _random = new(seed);

    /// <summary>A config file; Elixir can read it, and evaluates it whether or not the variable X is set.</summary>
    public string NextFile()
    {
        var text = new StringBuilder("import Config\n");
        text.Append(Chance(3) ? "base = [port: 4000, name: \"base\"]\n" : "base = []\n");
        for (var i = 1 + _random.Next(6); i > 0; i--)
        {
            text.Append(Pick(["", "\n", "\n", "\n\n"]));
            text.Append(Chance(4) ? Pick(Comments) + "\n" : "");
            text.Append(Chance(6) ? Conditional() : Call(""));
            text.Append(Chance(8) ? " " + Pick(Comments) : "").Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The names of a setting, aliases with <c>Elixir.</c>, and its new value as Elixir text.</summary>
    public (string[] Keys, string Value) NextSetting()
    {
        var key = Chance(2) ? "Elixir." + Pick(Modules) : Pick(Atoms)[1..];
        string[] keys = Chance(3) ? [key, Pick(["http", "url"]), Pick(Names)] : [key, Pick(Names)];
        return (keys,
            Pick(
                ["true", "\"same-origin\"", "{127, 0, 0, 1}",
                    $"\"https://media.{new string('m', _random.Next(60))}.example/media/\""]));
    }

    private string Conditional()
    {
        var condition =
            Pick(["config_env() == :prod", "config_env() == :dev", "System.get_env(\"X\")", "System.get_env(\"X\") == nil"]);
        var calls = string.Join(Pick(["\n", "\n\n"]), Enumerable.Range(0, 1 + _random.Next(2)).Select(_ => Call("  ")));
        return Chance(4)
            ? $"if {condition}, do: config(:pleroma, {Pick(Atoms)}, enabled: false)"
            : $"if {condition} do\n{calls}\nend";
    }

    private string Call(string indentation)
    {
        var app = Chance(8) ? ":logger" : ":pleroma";
        var pairs = Pairs(0);
        var broken = Chance(2);
        var separator = broken ? "," + (Chance(8) ? " " + Pick(Comments) : "") + "\n" + indentation + "  " : ", ";
        var text = string.Join(
            separator, pairs.Select(pair => (broken && Chance(8) ? $"{Pick(Comments)}\n{indentation}  " : "") + pair));
        var key = Chance(2) ? Pick(Modules) : Pick(Atoms);
        var lead = broken ? $"\n{indentation}  " : " ";
        return indentation + _random.Next(9) switch
        {
            0 => $"config(:pleroma, {key},{lead}{text})",
            1 => $"config({app}, {key}, [{text}{(Chance(4) ? "," : "")}])",
            2 => $"config {app}, {key}, [{(broken ? lead : "")}{text}{(broken ? "\n" + indentation : "")}]",
            3 => $"config {app},{lead}{Pick(Atoms)[1..]}: [{text}]",
            4 => $"config {app}, {key}, {Pick(["true", "nil", "[]", "base", "[] ++ base", "Keyword.merge(base, port: 1)", "[:inet6, port: 1]", "[{:enabled, false}, {:http, []}]"])}",

            // Short: where the formatter breaks within a tuple, an edit that makes it shorter leaves the breaks.
            5 => $"config {app}, [{{{key}, [{Pick(Names)}: {Pick(["true", "1", "\"a\""])}]}}]",
            _ => $"config {app}, {key},{lead}{text}",
        };
    }

    private List<string> Pairs(int depth)
    {
        var names = Names.OrderBy(_ => _random.Next()).Take(1 + _random.Next(4)).ToList();
        var pairs = names.Select(name => $"{(Chance(12) ? $"\"{name}\"" : name)}: {Value(depth)}").ToList();

        // Anywhere else a call without parentheses takes the pairs behind it for its own.
        pairs[^1] = Chance(8) ? $"{names[^1]}: System.get_env \"X\"" : pairs[^1];
        return pairs;
    }

    private string Value(int depth) => _random.Next(16) switch
    {
        0 or 1 or 2 when depth < 2 => Nested(depth),
        3 => Pick(["true", "false", "nil", ":atom", "1_000", "base", "base[:port]"]),
        4 => $"\"{new string('s', _random.Next(50))}\"",
        5 => Pick(["{127, 0, 0, 1}", "{0, 0, 0, 0}", "{:local, \"/run/x\"}"]),
        6 => "System.get_env(\"X\") || \"x\"",
        7 => "String.upcase(\"x\")",
        8 => Pick(["~w(a b)", "[\"a\", \"b\"]", "[]", "[:a]", "%{a: 1}", "[:inet6, port: 1]", "[{:ip, {0, 0, 0, 0}}, port: 1]"]),
        9 when depth == 0 => "\"\"\"\n  text\n  \"\"\"",
        10 => "if(System.get_env(\"X\"), do: 1, else: 2)",
        11 => $"[] ++ [{Pick(Names)}: 1]",
        12 => "Keyword.merge(base, name: 2)",
        _ => Pick(["true", "false", "1", "\"a\""]),
    };

    private string Nested(int depth)
    {
        var pairs = Pairs(depth + 1);
        var indentation = new string(' ', 4 + (2 * depth));
        return Chance(2) ? $"[{string.Join(", ", pairs)}]"
            : $"[\n{indentation}{string.Join(",\n" + indentation, pairs)}\n{indentation[2..]}]";
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}

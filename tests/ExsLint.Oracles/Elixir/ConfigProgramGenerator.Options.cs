using System.Text;

namespace ExsLint.Oracles.Elixir;

/// <content>What optional steps ask for, and what they set.</content>
internal sealed partial class ConfigProgramGenerator
{
    /// <summary>What was asked before, and variables that hold an answer.</summary>
    private readonly List<string> _asked = [];
    private readonly List<string> _flags = [];

    /// <summary>A condition: one that was asked before, one about the same in other words, or a new one.</summary>
    private string Ask()
    {
        var text = _random.Next(10) switch
        {
            0 or 1 when _asked.Count > 0 => Pick(_asked),
            2 when _asked.Count > 0 => $"{Pick(["!", "not "])}({Pick(_asked)})",
            3 when _flags.Count > 0 => Pick(_flags),
            4 when _asked.Count > 1 => $"({Pick(_asked)}) {Pick(["&&", "||", "==", "!="])} ({Pick(_asked)})",
            5 => $"({Question()}) {Pick(["and", "or"])} ({Question()})",
            _ => Question(),
        };
        if (text.StartsWith("not ", StringComparison.Ordinal))
        {
            // Only of what is a boolean for certain.
            text = $"not ({Question()})";
        }

        if (text.Length < 60)
        {
            _asked.Add(text);
        }

        return text;
    }

    /// <summary>A question whose answer is true or false.</summary>
    private string Question()
    {
        var subject = Subject();
        var value = $"\"{Pick(["true", "true", "1", "", "prod", "false"])}\"";
        return _random.Next(14) switch
        {
            < 4 => $"{subject} == {value}",
            4 => $"{value} == {subject}",
            5 or 6 => $"{subject} != {value}",
            7 => $"{subject} in {Values()}",
            8 => $"{subject} not in {Values()}",
            9 => $"is_nil({subject})",
            10 => $"not is_nil({subject})",
            11 => $"{subject} {Pick(["==", "!=", "===", "!=="])} nil",
            12 => $"!{subject}",
            _ => Pick(
            [
                $"String.starts_with?({subject} || \"\", \"t\")", $"({subject} || \"\") =~ ~r/^(1|true)$/",
                $"match?({{:ok, _}}, System.fetch_env(\"{Pick(StepNames)}\"))", $"is_binary({subject})",
                $"System.fetch_env(\"{Pick(StepNames)}\") == :error", $"!!{subject}", "config_env() == :prod",
                $"({subject} || \"true\") == {value}",
            ]),
        };
    }

    private string Values() => Pick(["[\"1\", \"true\"]", "~w(true 1)", "[nil, \"\"]", "[\"true\"]", "[\"\", \"false\", nil]"]);

    private string Subject() => _random.Next(6) switch
    {
        0 => $"System.get_env(\"{Pick(StepNames)}\", {Pick(["\"true\"", "\"\"", "\"1\""])})",
        1 when _held.Count > 0 => Pick(_held).Name,
        _ => Held(Pick(StepNames)),
    };

    /// <summary>An environment variable, by a variable of the program that holds it now and then.</summary>
    private string Held(string variable)
    {
        var holders = _held.FindAll(held => held.Variable == variable);
        return holders.Count > 0 && Chance(2) ? Pick(holders).Name : $"System.get_env(\"{variable}\")";
    }

    /// <summary>A statement that configures.</summary>
    private string Setting(int depth) => _random.Next(8) switch
    {
        0 => $"config {StepApp()}, {Pick(["k1", "k2", "k3"])}: {Worth(depth + 1)}",
        1 => $"config {StepApp()}, {StepKey()}, {Pick(["false", "nil", "[]", "[1, 2]", "%{x: 1}", "true", Worth(depth)])}",
        2 => $"config {StepApp()}, [{{{StepKey()}, {Options(depth + 1)}}}]",
        _ => $"config {StepApp()}, {StepKey()}, {Options(depth + 1)}",
    };

    private string SettingCall(int depth)
    {
        var setting = Setting(depth);
        return $"config({setting["config ".Length..]})";
    }

    private string StepApp() => Chance(9) ? ":b" : ":a";

    private string StepKey() => Pick([":k1", ":k1", "Foo", "Foo", ":k2"]);

    private string StepOption() => Pick(["http", "url", "x", "y", "z", "x"]);

    /// <summary>A keyword list in brackets, up to three deep; now and then it holds a key twice.</summary>
    private string Options(int depth, string? value = null)
    {
        var keys = new List<string>();
        for (var i = _random.Next(3); i >= 0; i--)
        {
            var key = StepOption();
            if (!keys.Contains(key) || Chance(8))
            {
                keys.Add(key);
            }
        }

        var pairs = keys.ConvertAll(key => $"{key}: {(value is not null && Chance(2) ? value : OptionValue(key, depth))}");
        return $"[{string.Join(", ", pairs)}]";
    }

    private string OptionValue(string key, int depth) => key is "http" or "url" && depth < 4 && !Chance(6)
        ? Options(depth + 1)
        : Worth(depth);

    /// <summary>What a key is set to.</summary>
    private string Worth(int depth) => _random.Next(depth > 3 ? 10 : 18) switch
    {
        < 3 => Pick(["1", "2", "3"]),
        3 => Pick([":t", ":u", "true", "false"]),
        4 => Pick(["\"s\"", "\"t\"", "{127, 0, 0, 1}", "%{x: 1}"]),
        5 => "nil",
        6 => Pick(["[]", "[:inet6]", "[:inet6, x: 1]", "[1, 2]", "false"]),
        7 => Held(Pick(StepNames)),
        8 => $"({Held(Pick(StepNames))} || {Pick(["\"d\"", "nil", "1"])})",
        9 => "String.to_integer(System.get_env(\"PORT\", \"4000\"))",
        10 => $"if({Ask()}, do: {Worth(depth + 1)}, else: {Worth(depth + 1)})",
        11 => $"if({Ask()}, do: {Options(depth + 1)}, else: {Pick(["[]", "false", "nil", Options(depth + 1)])})",
        12 => $"(case {Subject()} do\n  {StepPattern(isPair: false)} -> {Worth(depth + 1)}\n  {StepPattern(isPair: false)} -> "
            + $"{Worth(depth + 1)}\n  _ -> {Worth(depth + 1)}\nend)",
        13 => $"(cond do {Ask()} -> {Worth(depth + 1)}; true -> {Options(depth + 1)} end)",
        14 => $"({Options(depth + 1)} ++ if({Ask()}, do: {Options(depth + 1)}, else: []))",
        15 when _options.Count > 0 => Pick(_options),
        16 => $"({Ask()} && {Worth(depth + 1)})",
        _ => Options(depth + 1),
    };

    /// <summary>Options that are put together step by step, and then set.</summary>
    private string PuttingTogether(int depth)
    {
        var name = $"o_{++_names}";
        var text = new StringBuilder($"{name} = {Options(depth + 1)}\n");
        for (var i = 1 + _random.Next(4); i > 0; i--)
        {
            text.Append(name).Append(" = ").Append(Addition(name, depth)).Append('\n');
        }

        _options.Add(name);
        return text + _random.Next(4) switch
        {
            0 => $"config :a, {StepKey()}, http: {name}",
            1 => $"if {Ask()}, do: config(:a, {StepKey()}, {name})",
            2 => $"config :a, k3: Keyword.get({name}, :{StepOption()}), k2: {name}[:{StepOption()}]",
            _ => $"config :a, {StepKey()}, {name}",
        };
    }

    private string Addition(string name, int depth) => _random.Next(14) switch
    {
        0 or 1 => $"{name} ++ if({Ask()}, do: {Options(depth + 1)}, else: [])",
        2 => $"if({Ask()}, do: {Options(depth + 1)}, else: []) ++ {name}",
        3 or 4 => $"if {Ask()}, do: Keyword.put({name}, :{StepOption()}, {Worth(depth + 1)}), else: {name}",
        5 => $"Keyword.merge({name}, if({Ask()}, do: {Options(depth + 1)}, else: []))",
        6 => $"if({Ask()}, do: Keyword.merge({name}, {Options(depth + 1)}), else: {name})",
        7 => $"if({Ask()}, do: Keyword.delete({name}, :{StepOption()}), else: {name})",
        8 => $"Keyword.{Pick(["put", "put_new", "replace"])}({name}, :{StepOption()}, {Worth(depth + 1)})",
        9 => $"Enum.reject({name}, fn {{_, v_}} -> is_nil(v_) end)",
        10 => $"Keyword.{Pick(["take", "drop"])}({name}, [:x, :http{(Chance(2) ? ", :y" : "")}])",
        11 => $"(case {Subject()} do\n  {StepPattern(isPair: false)} -> [{{:{StepOption()}, {Worth(depth + 1)}}} | {name}]\n"
            + $"  _ -> {name}\nend)",
        12 => $"Keyword.update({name}, :{StepOption()}, {Worth(depth + 1)}, fn u_ -> {Pick(["u_", "{:was, u_}", "nil"])} end)",
        _ => $"(if {Ask()} do\n  {name} ++ {Options(depth + 1)}\nelse\n  {name}\nend)",
    };
}

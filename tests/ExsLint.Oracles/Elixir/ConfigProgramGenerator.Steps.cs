using System.Globalization;
using System.Text;

namespace ExsLint.Oracles.Elixir;

/// <content>
/// Programs as <c>runtime.exs</c> files are: defaults, and rows of optional steps that set a few keys again and again. Their
/// conditions are few, and asked more than once in different words.
/// </content>
internal sealed partial class ConfigProgramGenerator
{
    /// <summary>The environment variables that steps ask for. The last one holds numbers.</summary>
    private static readonly string[] StepNames = ["A", "B", "C", "D", "PORT"];

    private static readonly string?[] StepValues = [null, null, "", "true", "true", "1", "false", "prod"];
    private static readonly string?[] Ports = [null, "1", "4000", "8080"];

    /// <summary>Variables of the program that hold what an environment variable holds, and those that hold options.</summary>
    private readonly List<(string Name, string Variable)> _held = [];
    private readonly List<string> _options = [];

    /// <summary>A program of one file that consists of optional steps, named by a number that no other program has.</summary>
    public string NextSteps(int number)
    {
        _imports = [];
        _variables = [];
        _held.Clear();
        _asked.Clear();
        _flags.Clear();
        _options.Clear();
        _number = number;
        var text = new StringBuilder("import Config\n");
        for (var i = _random.Next(3); i > 0; i--)
        {
            Append(text, Holding(), 0);
        }

        for (var i = _random.Next(3); i > 0; i--)
        {
            Append(text, Setting(0), 0);
        }

        for (var i = 2 + _random.Next(7); i > 0; i--)
        {
            Append(text, Chance(12) ? Statement([], 1) : OptionalStep(0, isTop: true), 0);
        }

        return text.ToString();
    }

    /// <summary>The environment variables of one run of such programs, by name; null where one is not set.</summary>
    public Dictionary<string, string?> NextStepEnvironment()
    {
        var values = NextEnvironment();
        foreach (var name in StepNames)
        {
            values[name] = Pick(name == "PORT" ? Ports : StepValues);
        }

        return values;
    }

    /// <summary>A variable that is asked for later on.</summary>
    private string Holding()
    {
        var variable = Pick(StepNames);
        var name = $"{variable.ToLowerInvariant()}_{++_names}";
        var text = _random.Next(8) switch
        {
            0 => $"{name} = System.get_env(\"{variable}\") || {Pick(["raise(\"no\")", "\"d\"", "\"true\""])}",
            1 => $"{name} = System.get_env(\"{variable}\", {Pick(["\"true\"", "\"\"", "\"d\""])})",
            2 => $"{name} = {Pick(["System.fetch_env!", "System.get_env"])}(\"{variable}\")",
            _ => $"{name} = System.get_env(\"{variable}\")",
        };
        if (Chance(3))
        {
            text = $"{name} = {Ask()}";
            _flags.Add(name);
        }
        else
        {
            _held.Add((name, variable));
        }

        return text;
    }

    private string OptionalStep(int depth, bool isTop = false) => _random.Next(isTop ? 27 : 20) switch
    {
        < 4 => $"if {Ask()}, do: {SettingCall(depth)}{(Chance(3) ? $", else: {SettingCall(depth)}" : "")}",
        < 7 => $"{Pick(["if", "if", "unless"])} {Ask()} do\n{Steps(depth)}{(Chance(2) ? $"else\n{Steps(depth)}" : "")}end",
        < 9 => Bound(depth),
        < 11 => CaseOfSteps(depth),
        11 or 12 => CondOfSteps(depth),
        13 => WithOfSteps(depth),
        14 => $"{Ask()} {Pick(["&&", "||"])} {SettingCall(depth)}",
        15 => Loop(depth),
        < 20 => Setting(depth),
        20 => Holding(),
        21 => Chance(2) ? $"if {Ask()}, do: raise(\"no\")" : $"unless {Ask()} do\n  raise \"no\"\nend",
        22 => PuttingVariable(),
        _ => PuttingTogether(depth),
    };

    private string Steps(int depth)
    {
        var (held, flags, asked) = (_held.Count, _flags.Count, _variables);
        _variables = [.. asked];
        var text = new StringBuilder();
        for (var i = 1 + _random.Next(2); i > 0; i--)
        {
            Append(text, depth < 2 ? OptionalStep(depth + 1) : Setting(depth), 1);
        }

        // What is bound in a block is not seen behind it.
        _held.RemoveRange(held, _held.Count - held);
        _flags.RemoveRange(flags, _flags.Count - flags);
        _variables = asked;
        return text.ToString();
    }

    /// <summary>A condition that binds what it asks for.</summary>
    private string Bound(int depth)
    {
        var variable = Pick(StepNames);
        var name = $"v_{++_names}";
        _held.Add((name, variable));
        var text = Chance(2)
            ? $"if {name} = System.get_env(\"{variable}\"), do: config({StepApp()}, {StepKey()}, {Options(depth + 1, name)})"
            : $"if {name} = System.get_env(\"{variable}\") do\n  config {StepApp()}, {StepKey()}, {Options(depth + 1, name)}\n"
                + $"{Steps(depth)}end";
        _held.RemoveAt(_held.FindIndex(held => held.Name == name));
        return text;
    }

    private string CaseOfSteps(int depth)
    {
        var text = new StringBuilder();
        var subject = Subject();
        text.Append(
            Chance(4) ? $"{subject} |> case do\n" : $"case {(Chance(6) ? $"{{{subject}, {Ask()}}}" : subject)} do\n");
        var isPair = text.ToString().StartsWith("case {", StringComparison.Ordinal);
        for (var i = 1 + _random.Next(3); i > 0; i--)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {StepPattern(isPair)} ->\n{Steps(depth)}");
        }

        if (!Chance(8))
        {
            text.Append(CultureInfo.InvariantCulture, $"  _ ->\n{(Chance(2) ? "    :ok\n" : Steps(depth))}");
        }

        return text.Append("end").ToString();
    }

    private string StepPattern(bool isPair)
    {
        var one = _random.Next(8) switch
        {
            0 => "nil",
            1 => "\"tr\" <> _",
            2 => $"g_ when g_ in {Values()}",
            3 => $"g_ when {Pick(["is_nil(g_)", "not is_nil(g_)", "g_ == \"true\"", "g_ != \"true\"", "is_binary(g_)"])}",
            _ => Pick(["\"true\"", "\"1\"", "\"\"", "\"prod\"", "nil"]),
        };
        return isPair
            ? one.Contains("when", StringComparison.Ordinal) ? "{" + one.Replace(" when", ", _} when", StringComparison.Ordinal)
            : $"{{{one}, {Pick(["true", "false", "nil", "_", "_"])}}}"
            : one;
    }

    private string CondOfSteps(int depth)
    {
        var text = new StringBuilder("cond do\n");
        for (var i = 1 + _random.Next(3); i > 0; i--)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Ask()} ->\n{Steps(depth)}");
        }

        return text.Append(CultureInfo.InvariantCulture, $"  true ->\n{(Chance(2) ? "    nil\n" : Steps(depth))}end").ToString();
    }

    private string WithOfSteps(int depth)
    {
        var (first, second) = (Pick(StepNames), Pick(StepNames));
        var steps = Pick(
        [
            $"{{:ok, w_}} <- System.fetch_env(\"{first}\")",
            $"{{:ok, w_}} <- System.fetch_env(\"{first}\"), \"true\" <- System.get_env(\"{second}\")",
            $"w_ when is_binary(w_) <- System.get_env(\"{first}\"), true <- {Ask()}",
            $"w_ when w_ not in [nil, \"\"] <- {Held(first)}",
        ]);
        var otherwise = Pick(
            ["", "", $"else\n  :error ->\n{Steps(depth)}  _ ->\n{Steps(depth)}", $"else\n  _ ->\n{Steps(depth)}"]);
        return $"with {steps} do\n  config {StepApp()}, {StepKey()}, {Options(depth + 1, "w_")}\n{Steps(depth)}{otherwise}end";
    }

    private string Loop(int depth)
    {
        var pairs = $"[{{\"{Pick(StepNames)}\", :{StepOption()}}}, {{\"{Pick(StepNames)}\", :{StepOption()}}}]";
        return _random.Next(3) switch
        {
            0 => $"for {{n_, o_}} <- {pairs}, l_ = System.get_env(n_), do: config({StepApp()}, {StepKey()}, [{{o_, l_}}])",
            1 => $"Enum.each({pairs}, fn {{n_, o_}} -> if System.get_env(n_) == \"true\", do: config(:a, {StepKey()}, "
                + $"[{{o_, {Worth(depth)}}}]) end)",
            _ => $"for {{n_, o_}} <- {pairs}, System.get_env(n_) do\n  config :a, {StepKey()}, http: [{{o_, n_}}]\nend",
        };
    }

    private string PuttingVariable()
    {
        var name = Pick(StepNames[..4]);
        var put = Pick([$"System.put_env(\"{name}\", \"{Pick(["true", "1", ""])}\")", $"System.delete_env(\"{name}\")"]);
        return Chance(3) ? $"if {Ask()}, do: {put}" : put;
    }
}

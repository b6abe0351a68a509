using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>
/// What is configured in optional steps: each key of a keyword list keeps what is known of it, and each alternative the condition
/// without which it does not hold. Elixir's own answers are those of the oracle's generated programs.
/// </summary>
public sealed class OptionalStepTests
{
    private const string A = "System.get_env(\"A\")";
    private const string B = "System.get_env(\"B\")";

    [Theory]
    [InlineData($"if {A}, do: config(:a, k: [x: 1])", "[x: 1] if {A}, absent if !{A}")]
    [InlineData($"config :a, k: [x: 0, y: 5]\nif {A}, do: config(:a, k: [x: 1])", "[y: 5, x: (1 if {A}, 0 if !{A})]~")]
    [InlineData($"config :a, k: [y: 5, x: 0]\nif {A}, do: config(:a, k: [x: 1])", "[y: 5, x: (1 if {A}, 0 if !{A})]")]
    [InlineData($"config :a, k: [x: 0]\nif {A}, do: config(:a, k: [y: 1])", "[x: 0, y: (1 if {A}, absent if !{A})]")]
    [InlineData(
        $"config :a, k: [h: [i: 1, p: 2]]\nif {A}, do: config(:a, k: [h: [p: 3]])\nif {B}, do: config(:a, k: [h: [i: 4]])",
        "[h: [p: (3 if {A}, 2 if !{A}), i: (4 if {B}, 1 if !{B})]~]")]
    [InlineData($"config :a, k: [x: 1]\nif {A}, do: config(:a, k: [x: 1])", "[x: 1]")]
    [InlineData($"config :a, k: [x: 1]\nif {A}, do: config(:a, k: false)", "false if {A}, [x: 1] if !{A}")]
    [InlineData($"config :a, k: [x: 1]\nif {A}, do: config(:a, k: [])", "[x: 1]")]
    [InlineData(
        $"config :a, k: [x: 1]\nif {A}, do: config(:a, k: nil)\nconfig :a, k: [y: 2]",
        "[x: (1 if !{A}, absent if {A}), y: 2]")]
    [InlineData(
        $"if {A}, do: config(:a, k: [x: 1])\nif {B}, do: config(:a, k: [y: 2])\nconfig :a, k: [z: 3]",
        "[x: (1 if {A}, absent if !{A}), y: (2 if {B}, absent if !{B}), z: 3]")]
    [InlineData($"o = if {A}, do: [x: 1], else: []\nconfig :a, k: [y: 2] ++ o", "[y: 2, x: (1 if {A}, absent if !{A})]")]
    [InlineData(
        $"o = if {A}, do: [x: 1], else: []\nconfig :a, k: M.f()\nconfig :a, k: [y: 2] ++ o",
        "[y: 2, x: (1 if {A}, absent if !{A}, result of M.f/0 if !{A})]")]
    [InlineData(
        $"o = if {A}, do: [x: 1], else: []\nconfig :a, k: [z: 3] ++ M.f()\nconfig :a, k: [y: 2] ++ o",
        "[y: 2, x: (1 if {A}, absent if !{A}, result of M.f/0 if !{A})]")]
    [InlineData(
        $"o = if {A}, do: [x: 1], else: []\nconfig :a, k: [h: M.f()]\nconfig :a, k: [h: [y: 2] ++ o]",
        "[h: [y: 2, x: (1 if {A}, absent if !{A}, result of M.f/0 if !{A})]]")]
    [InlineData($"config :a, k: [x: (if {A}, do: [p: 1, q: 2], else: [p: 1])]", "[x: [p: 1, q: (2 if {A}, absent if !{A})]]")]
    public void Each_entry_has_its_own_alternatives(string settings, string expected) =>
        Assert.Equal(Expected(expected), Describe(settings));

    [Theory]
    [InlineData($"if {A}, do: config(:a, k: 1)\nunless {A}, do: config(:a, k: 2)", "1 if {A}, 2 if !{A}")]
    [InlineData(
        $"x = {A}\nif x, do: config(:a, k: 1), else: config(:a, k: 2)\nif {A}, do: config(:a, k: 3)", "3 if {A}, 2 if !{A}")]
    [InlineData(
        $"if {A} == \"1\", do: config(:a, k: 1)\nif \"1\" != {A}, do: config(:a, k: 2)", "2 if \"1\" != {A}, 1 if \"1\" == {A}")]
    [InlineData(
        $"if {A} do\nconfig :a, k: (case {A} do\n\"\" -> 1\n_ -> 2\nend)\nend",
        "1 if {A} == \"\", 2 if {A} and {A} != \"\", absent if !{A}")]
    [InlineData($"if {A}, do: config(:a, k: (if {A}, do: 1, else: 2))", "1 if {A}, absent if !{A}")]
    [InlineData($"if {A} == \"1\", do: config(:a, k: (if {A}, do: 1, else: 2))", "1 if {A} == \"1\", absent if {A} != \"1\"")]
    [InlineData($"if {A} == nil, do: config(:a, k: 1)\nif {A}, do: config(:a, k: 2)", "2 if {A}, 1 if !{A}")]
    [InlineData($"if is_nil({A}), do: config(:a, k: 1)\nif {A}, do: config(:a, k: 2)", "2 if {A}, 1 if !{A}")]
    [InlineData(
        $"case {A} do\n\"1\" -> config(:a, k: 1)\n_ -> config(:a, k: 2)\nend\nif {A} == \"1\", do: config(:a, k: 3)",
        "3 if {A} == \"1\", 2 if {A} != \"1\"")]
    [InlineData(
        $"case {A} do\nx when x == \"1\" -> config(:a, k: 1)\n_ -> config(:a, k: 2)\nend\nif {A} == \"1\", do: config(:a, k: 3)",
        "3 if {A} == \"1\", 2 if {A} != \"1\"")]
    [InlineData(
        $"config :a, k: (case {A} do\nnil -> 1\n\"\" -> 2\n_ -> 3\nend)",
        "1 if {A} == nil, 2 if {A} == \"\", 3 if {A} != nil and {A} != \"\"")]
    [InlineData($"x = {A} || raise \"no\"\nconfig :a, k: (if {A}, do: 1, else: x)", "1")]
    [InlineData($"if {A} && {B}, do: config(:a, k: 1)", "1 if {A} && {B}, absent if !({A} && {B})")]
    [InlineData($"if {A} do\nunless {B}, do: config(:a, k: 1)\nend", "absent, 1 if {A} and !{B}")]
    [InlineData(
        $"flag = String.downcase({A} || \"no\") in [\"yes\"]\nif flag, do: config(:a, k: 1)\nif !flag, do: config(:a, k: 2)",
        "2 if !flag, 1 if flag")]
    [InlineData(
        $"cond do\n{A} -> config(:a, k: 1)\n{B} -> config(:a, k: 2)\ntrue -> config(:a, k: 3)\nend",
        "1 if {A}, 2 if !{A} and {B}, 3 if !{A} and !{B}")]
    public void The_same_condition_is_one_condition(string settings, string expected) =>
        Assert.Equal(Expected(expected), Describe(settings));

    [Theory]
    [InlineData($"if {A}, do: config(:a, k: 1)\nSystem.put_env(\"A\", File.read!(\"/x\"))\nunless {A}, do: config(:a, k: 2)")]
    [InlineData(
        $"if {A}, do: config(:a, k: 1)\nif File.exists?(\"/x\"), do: System.delete_env(\"A\")\nunless {A}, do: config(:a, k: 2)")]
    [InlineData("if :rand.uniform(2) == 1, do: config(:a, k: 1)\nif :rand.uniform(2) != 1, do: config(:a, k: 2)")]
    [InlineData($"try do\n_ = {A} || raise \"no\"\nrescue\n_ -> :ok\nend\nif {A}, do: config(:a, k: 1), else: config(:a, k: 2)")]
    [InlineData(
        "if apply(:rand, :uniform, [2]) == 1, do: config(:a, k: 1)\nif apply(:rand, :uniform, [2]) != 1, do: config(:a, k: 2)")]
    public void What_may_have_changed_is_another_condition(string settings)
    {
        var alternatives = ChoiceValue.Flatten(ConfigText.Evaluate("import Config\n" + settings).Get("a", "k").Value);
        Assert.True(alternatives.Count() > 1, "one value is left, as if the second question were answered by the first");
    }

    /// <summary><c>!!x</c> is as truthy as x, and yet no text: no clause for one takes it.</summary>
    [Theory]
    [InlineData("case !!x do\ntrue -> 1\n_ -> 2\nend", "1")]
    [InlineData("case not (!x) do\ntrue -> 1\n_ -> 2\nend", "1")]
    [InlineData("if !!x == \"a\", do: 2, else: 1", "1")]
    public void A_value_that_is_negated_twice_is_another(string expression, string possible) => Assert.Contains(
        possible,
        ChoiceValue.Flatten(ConfigText
            .Evaluate($"import Config\nx = {A}\nif x == \"a\", do: config(:a, k: ({expression}))").Get("a", "k").Value)
            .Select(value => value.ToString()));

    /// <summary>What decided when the project was built need not decide when it starts.</summary>
    [Fact]
    public void A_variable_of_the_build_is_another_than_that_of_the_start()
    {
        var model = ConfigText.Evaluate(
            $"import Config\nif {A}, do: config(:a, k: 1)",
            ("config/runtime.exs", $"import Config\nunless {A}, do: config(:a, k: 2)"));
        Assert.Equal(
            ["1", "2", "nothing"], ChoiceValue.Flatten(model.Get("a", "k").Value).Select(value => value.ToString()).Order());
    }

    [Fact]
    public void Any_number_of_steps_leaves_the_rest_known()
    {
        var steps = string.Join(
            '\n',
            Enumerable.Range(0, 40).Select(number => $"if System.get_env(\"V{number}\"), do: config(:a, k: [o{number}: 1])"));
        var model = ConfigText.Evaluate($"import Config\nconfig :a, k: [check_origin: false, ip: 1]\n{steps}\n");
        Assert.Equal("false", model.Get("a", "k", "check_origin").Value.ToString());
        Assert.Equal("1 if System.get_env(\"V7\"), absent if !System.get_env(\"V7\")", Describe(model.Get("a", "k", "o7").Value));
    }

    [Theory]
    [InlineData("config(:a, k: [o{0}: 1])")]
    [InlineData("config(:a, k: [port: {0}])")]
    [InlineData("config(:a, k: [http: [o{0}: 1]])")]
    [InlineData("config(:a, o{0}: 1)")]
    public void Work_is_linear_in_the_steps(string step)
    {
        var (few, many) = (WorkOf(step, 100), WorkOf(step, 200));
        Assert.InRange(many / (double)few, 1.5, 2.3);
    }

    private static long WorkOf(string step, int count)
    {
        var lines = Enumerable.Range(0, count).Select(number =>
            $"if System.get_env(\"V{number}\"), do: {step.Replace("{0}", $"{number}", StringComparison.Ordinal)}");
        return ConfigText.WorkOf("import Config\nconfig :a, k: [check_origin: false]\n" + string.Join('\n', lines));
    }

    private static string Expected(string text) =>
        text.Replace("{A}", A, StringComparison.Ordinal).Replace("{B}", B, StringComparison.Ordinal);

    private static string Describe(string settings) =>
        Describe(ConfigText.Evaluate("import Config\n" + settings).Get("a", "k").Value);

    /// <summary>A value with the conditions of its alternatives; a list whose order is not known ends with a tilde.</summary>
    private static string Describe(AbstractValue value) => value switch
    {
        ChoiceValue choice => string.Join(
            ", ",
            choice.Alternatives.Select((alternative, index) => Describe(alternative) + Describe(choice.ConditionOf(index)))),
        AbsentValue => "absent",
        _ when Keywords.Of(value) is { } keywords =>
            $"[{string.Join(", ", keywords.Items.Select(DescribeEntry))}]{(keywords.IsOrdered ? "" : "~")}",
        _ => value.ToString(),
    };

    private static string DescribeEntry(AbstractValue entry)
    {
        var value = Keywords.ValueOf(entry);
        return $"{Keywords.KeyOf(entry)}: {(value is ChoiceValue ? $"({Describe(value)})" : Describe(value))}";
    }

    private static string Describe(Condition? condition) =>
        new ConditionText(node => node.ToString()).OfAll(WrittenCondition.Of(condition)) is { } text ? $" if {text}" : "";
}

using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>What settings are while an environment variable is not set.</summary>
public sealed class UnsetVariableTests
{
    [Theory]
    [InlineData("System.get_env(\"X\") || 1", "1")]
    [InlineData("System.get_env(\"X\", \"a\")", "\"a\"")]
    [InlineData("if(System.get_env(\"X\"), do: 1, else: 2)", "2")]
    [InlineData("if(System.get_env(\"X\") == \"a\", do: 1, else: 2)", "2")]
    [InlineData("if(System.get_env(\"X\") != \"a\", do: 1, else: 2)", "1")]
    [InlineData("(case System.get_env(\"X\") do\n  nil -> 0\n  \"a\" -> 1\n  _ -> 2\nend)", "0")]
    [InlineData("String.to_integer(System.get_env(\"X\", \"40\"))", "40")]
    [InlineData("System.get_env(\"X\") || System.get_env(\"Y\")", null)]
    public void The_default_that_somebody_wrote_is_known(string value, string? expected) =>
        Assert.Equal(expected, DefaultOf($"config :a, k: {value}\n"));

    /// <summary>Without the variable, this configuration is refused, or is another one.</summary>
    [Theory]
    [InlineData("config :a, k: System.get_env(\"X\") || 1\nconfig :a, l: System.fetch_env!(\"X\")\n", null)]
    [InlineData("x = System.get_env(\"X\") || raise \"X\"\nconfig :a, k: System.get_env(\"X\") || x\n", null)]
    [InlineData("System.put_env(\"X\", \"a\")\nconfig :a, k: System.get_env(\"X\") || 1\n", "\"a\"")]
    [InlineData("config :a, k: System.get_env(\"X\") || 1\nconfig :a, l: System.get_env(\"X\") || 2\n", "1")]
    public void A_variable_that_is_named_twice_is_tried(string settings, string? expected) =>
        Assert.Equal(expected, DefaultOf(settings));

    private static string? DefaultOf(string settings)
    {
        var model = ConfigText.Evaluate("import Config\n" + settings);
        var setting = model.Get("a", "k");
        var known = setting.Value is ChoiceValue or UnknownValue ? null : setting.Value;
        return (model.DefaultOf(setting)?.Value ?? known)?.ToString();
    }
}

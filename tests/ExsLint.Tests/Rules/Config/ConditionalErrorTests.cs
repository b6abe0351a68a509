using ExsLint.Tests.Rules.Akkoma;

namespace ExsLint.Tests.Rules.Config;

/// <summary>What Elixir refuses only under a condition is reported as such.</summary>
public sealed class ConditionalErrorTests
{
    [Theory]
    [InlineData("unless System.get_env(\"A\"), do: import_config \"a.exs\"", "; this holds unless 'System.get_env(\"A\")'. [")]
    [InlineData(
        "case System.get_env(\"A\") do\n  nil -> config :a, 1\n  _ -> :ok\nend",
        "; this holds only if 'System.get_env(\"A\") == nil'. [")]
    [InlineData(
        "import_config System.get_env(\"A\") || \"a.exs\"",
        "'config/a.exs' does not exist; whether it comes to this depends on a condition. [")]
    [InlineData(
        "if System.get_env(\"A\") do\n  set = fn -> import_config \"a.exs\" end\n  set.()\nend",
        "; whether it comes to this depends on a condition. [")]
    [InlineData(
        "if System.get_env(\"A\"), do: import_config \"b.exs\"",
        "'config/a.exs' does not exist; whether it comes to this depends on a condition. [")]
    [InlineData("if config_env() == :prod, do: import_config \"a.exs\"", "'config/a.exs' does not exist. [")]
    public void The_condition_is_named_where_it_is_written(string settings, string report) => Assert.Contains(
        report,
        AkkomaText.LintFiles(
            ("config/config.exs", $"import Config\n{settings}\n"), ("config/b.exs", "import Config\nimport_config \"a.exs\"\n")),
        StringComparison.Ordinal);
}

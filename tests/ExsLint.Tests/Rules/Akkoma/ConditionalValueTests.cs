using ExsLint.Rules;

namespace ExsLint.Tests.Rules.Akkoma;

/// <summary>
/// A value that holds under a condition is reported with it, where the condition is known to be needed and holds no secret.
/// </summary>
public sealed class ConditionalValueTests
{
    private const string Answers = """
        config :pleroma, Pleroma.Web.Endpoint, url: [host: "social.example", scheme: "https", port: 443]
        config :pleroma, Pleroma.Upload, base_url: "https://media.social.example/media/"
        config :pleroma, :http_security, sts: true

        """;

    private const string Off = "config :pleroma, :http_security, enabled: false";

    [Theory]
    [InlineData("if System.get_env(\"CDN\") do\n  " + Off + "\nend", "only if 'System.get_env(\"CDN\")'")]
    [InlineData(
        "flag = \"/etc/cdn\"\nunless File.exists?(flag) == true do\n  " + Off + "\nend", "unless 'File.exists?(flag) == true'")]
    [InlineData("if File.exists?(\"/etc/cdn\") do\n  :ok\nelse\n  " + Off + "\nend", "unless 'File.exists?(\"/etc/cdn\")'")]
    [InlineData("if System.get_env(\"BIND\") == \"all\" do\n  " + Off + "\nend", "only if 'System.get_env(\"BIND\") == \"all\"'")]
    [InlineData(
        "cdn? = System.get_env(\"CDN\") == \"1\"\nif config_env() == :prod and cdn? do\n  " + Off + "\nend",
        "only if 'config_env() == :prod and cdn?'")]
    [InlineData(
        "on = if System.get_env(\"CDN\"), do: false, else: true\nconfig :pleroma, :http_security, enabled: on",
        "only if 'System.get_env(\"CDN\")'")]
    [InlineData(
        "case System.get_env(\"CDN\") do\n  nil -> nil\n  \"on\" -> " + Off + "\n  _ -> nil\nend",
        "only if 'System.get_env(\"CDN\") == \"on\"'")]
    [InlineData(
        "case System.get_env(\"A\") do\n  nil -> nil\n  other -> " + Off + "\nend", "unless 'System.get_env(\"A\") == nil'")]
    [InlineData(
        "case File.read(\"/etc/cdn\") do\n  {:ok, _} -> nil\n  {:error, _} -> " + Off + "\nend",
        "only if 'match?({:error, _}, File.read(\"/etc/cdn\"))'")]
    [InlineData(
        "if System.get_env(\"A\") do\n  unless System.get_env(\"B\") == \"1\", do: " + Off + "\nend",
        "only if 'System.get_env(\"A\") and System.get_env(\"B\") != \"1\"'")]
    [InlineData(
        "if System.get_env(\"A\") && System.get_env(\"B\") do\n  " + Off + "\nend",
        "only if 'System.get_env(\"A\") && System.get_env(\"B\")'")]
    [InlineData(
        "if a = System.get_env(\"A\") do\n  if System.get_env(\"B\"), do: (if System.get_env(\"C\"), do: (\n"
            + "if System.get_env(\"D\"), do: " + Off + "))\nend",
        "only if 'System.get_env(\"A\") and System.get_env(\"B\") and System.get_env(\"C\") and 1 more'")]
    public void The_condition_is_named(string settings, string condition) =>
        Assert.EndsWith($"because 'enabled' is 'false'; this holds {condition}.", Message(settings), StringComparison.Ordinal);

    [Theory]
    [InlineData("if System.get_env(\"A\") do\n  " + Off + "\nend\nif System.get_env(\"B\") do\n  " + Off + "\nend")]
    [InlineData("if System.get_env(\"A\") # hunter2\n   || System.get_env(\"B\") do\n  " + Off + "\nend")]
    [InlineData(
        "pick = fn x -> if x, do: false, else: true end\nconfig :pleroma, :http_security, enabled: pick.(System.get_env(\"A\"))")]
    [InlineData(
        "Enum.each([\"A\", \"B\"], fn x -> if System.get_env(x), do: config(:pleroma, :http_security, enabled: false) end)")]
    public void Where_the_condition_alone_does_not_tell_what_it_depends_on_is_said(string settings)
    {
        var message = Message(settings);
        Assert.DoesNotContain("this holds only if", message, StringComparison.Ordinal);
        Assert.Contains("whether this holds depends on '", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("System.get_env(\"KEY\") == \"hunter2\"", "System.get_env(\"KEY\") == \"***\"")]
    [InlineData("System.get_env(\"KEY\") == ~s(hunter2)", "System.get_env(\"KEY\") == ~s(***)")]
    [InlineData(
        "System.get_env(\"PIN\") in ['hunter2', \"a#{\"hunter2\"}b\"]",
        "System.get_env(\"PIN\") in ['***', \"***#{\"***\"}***\"]")]
    [InlineData("String.to_integer(System.get_env(\"PIN\")) == 20072007", "String.to_integer(System.get_env(\"PIN\")) == ***")]
    public void What_is_secret_is_masked(string condition, string shown)
    {
        var message = Message($"if {condition} do\n  {Off}\nend");
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
        Assert.EndsWith($"; this holds only if '{shown}'.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_condition_is_cut() => Assert.EndsWith(
        $"; this holds only if 'System.get_env(\"{new string('A', 61)}...'.",
        Message($"if System.get_env(\"{new string('A', 70)}\") do\n  {Off}\nend"),
        StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_there_is_what_a_value_depends_on() => Assert.Contains(
        "whether this holds depends on 'config/prod.secret.exs, which is not in the tree'",
        AkkomaText.LintFiles(
            ("config/config.exs", AkkomaText.Base),
            ("config/prod.exs",
                $"import Config\nif System.get_env(\"CDN\") do\n  {Off}\nend\nimport_config \"prod.secret.exs\"\n")),
        StringComparison.Ordinal);

    [Fact]
    public void The_conditions_are_related_places_the_innermost_first() => Assert.Equal(
        ["config/prod.secret.exs:6:6", "config/prod.secret.exs:5:4"],
        Find($"if System.get_env(\"A\") do\n  if System.get_env(\"B\") do\n    {Off}\n  end\nend").RelatedLocations
            .Where(related => related.Message == "The condition it is under.").Select(related => related.Location.ToString()));

    private static string Message(string settings) => Find(settings).Message;

    private static Diagnostic Find(string settings) => AkkomaText.Single(Answers + settings + "\n");
}

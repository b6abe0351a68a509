namespace ExsLint.Tests.Rules.Akkoma;

/// <summary>Each rule judges a value whichever way it comes into the configuration, and guesses none.</summary>
public sealed class SeeThroughTests
{
    private const string Host = "config :pleroma, Pleroma.Web.Endpoint, url: [host: \"a.example\", scheme: \"https\"]\n";

    /// <summary>Rule, application's key, the way to the setting with the value in its place, and an insecure value.</summary>
    public static TheoryData<string, string, string, string> Rules => new()
    {
        { "akkoma-secure-cookie-flag", "Pleroma.Web.Endpoint", "[secure_cookie_flag: VALUE]", "false" },
        { "akkoma-http-ip", "Pleroma.Web.Endpoint", "[http: [ip: VALUE]]", "{0, 0, 0, 0}" },
        { "akkoma-http-security-enabled", ":http_security", "[enabled: VALUE]", "false" },
        { "akkoma-sts", ":http_security", "[sts: VALUE]", "false" },
        { "akkoma-referrer-policy", ":http_security", "[referrer_policy: VALUE]", "\"unsafe-url\"" },
        { "akkoma-upload-base-url", "Pleroma.Upload", "[base_url: VALUE]", "\"https://a.example/media\"" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_variable(string rule, string key, string settings, string value) =>
        AssertReported(rule, $"value = {value}\nconfig :pleroma, {key}, {Put(settings, "value")}\n");

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_loop(string rule, string key, string settings, string value)
    {
        AssertReported(
            rule, $"for {{key, settings}} <- [{{{key}, {Put(settings, value)}}}], do: config(:pleroma, key, settings)\n");
        AssertReported(rule, $"Enum.each([{value}], fn value -> config :pleroma, {key}, {Put(settings, "value")} end)\n");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_helper_module(string rule, string key, string settings, string value) => AssertReported(
        rule,
        $"Code.require_file(\"helper.exs\", __DIR__)\nconfig :pleroma, {key}, {Put(settings, "Helper.value(:it)")}\n",
        ("config/helper.exs", $"defmodule Helper do\n  def value(:it), do: {value}\nend\n"));

    [Theory]
    [MemberData(nameof(Rules))]
    public void An_umbrella_that_imports_in_a_loop(string rule, string key, string settings, string value)
    {
        var lines = AkkomaText.LintFiles(
            ("config/config.exs",
                "import Config\nfor config <- Path.wildcard(Path.join(__DIR__, \"../apps/*/config/config.exs\")), do: "
                    + "import_config(config)\n"),
            ("apps/a/config/config.exs", "import Config\nconfig :a, b: 1\n"),
            ("apps/pleroma/config/config.exs", AkkomaText.Base),
            ("apps/pleroma/config/prod.exs", $"import Config\n{Host}config :pleroma, {key}, {Put(settings, value)}\n"));
        Assert.Single(
            lines.Split('\n'),
            line =>
                line.StartsWith("apps/pleroma/config/prod.exs:3:", StringComparison.Ordinal)
                    && line.EndsWith($"[{rule}]", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_secure_value_after_it_is_what_counts(string rule, string key, string settings, string value) =>
        Assert.DoesNotContain(
        $"[{rule}]",
        Lint(
            $"config :pleroma, {key}, {Put(settings, value)}\nvalue = {SecureFor(rule)}\nconfig :pleroma, {key}, "
                + $"{Put(settings, "value")}\n"),
        StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_environment_is_not_guessed(string rule, string key, string settings, string value)
    {
        var secure = SecureFor(rule);
        foreach (var read in new[] { "String.to_existing_atom(System.fetch_env!(\"X\"))",
            $"Map.fetch!(%{{\"a\" => {secure}}}, System.fetch_env!(\"X\"))" })
        {
            Assert.DoesNotContain(
                $"[{rule}]", Lint($"value = {read}\nconfig :pleroma, {key}, {Put(settings, "value")}\n"),
                StringComparison.Ordinal);
        }

        Assert.NotEqual(value, secure);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void An_insecure_default_is_reported_as_one(string rule, string key, string settings, string value)
    {
        var line = AssertReported(
            rule,
            $"value = if System.get_env(\"X\", \"low\") == \"low\", do: {value}, else: {SecureFor(rule)}\nconfig :pleroma, "
                + $"{key}, {Put(settings, "value")}\n");
        Assert.Contains("; this is the default that holds while 'X' is not set. [", line, StringComparison.Ordinal);
    }

    private static string Put(string settings, string value) => settings.Replace("VALUE", value, StringComparison.Ordinal);

    private static string SecureFor(string rule) => rule switch
    {
        "akkoma-http-ip" => "{127, 0, 0, 1}",
        "akkoma-referrer-policy" => "\"no-referrer\"",
        "akkoma-upload-base-url" => "\"https://media.example/\"",
        _ => "true",
    };

    private static string AssertReported(string rule, string secret, params (string Path, string Text)[] more) =>
        Assert.Single(Lint(secret, more).Split('\n'), line => line.EndsWith($"[{rule}]", StringComparison.Ordinal));

    private static string Lint(string secret, params (string Path, string Text)[] more) => AkkomaText.LintFiles(
    [
        ("config/config.exs", AkkomaText.Base), ("config/prod.exs", AkkomaText.Prod),
        ("config/prod.secret.exs", "import Config\n" + Host + secret), .. more,
    ]);
}

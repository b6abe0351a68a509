namespace ExsLint.Tests.Rules.Akkoma;

/// <summary>What an environment variable decides is not guessed, but the default somebody wrote for it is judged.</summary>
public sealed class EnvironmentDefaultTests
{
    private const string Endpoint = "config :pleroma, Pleroma.Web.Endpoint, ";

    [Theory]
    [InlineData(
        Endpoint + "secure_cookie_flag: System.get_env(\"SECURE\", \"false\") == \"true\"", "akkoma-secure-cookie-flag",
        "SECURE")]
    [InlineData(
        "ip = if System.get_env(\"LISTEN\", \"all\") == \"all\", do: {0, 0, 0, 0}, else: {127, 0, 0, 1}\n" + Endpoint
            + "http: [ip: ip]", "akkoma-http-ip", "LISTEN")]
    [InlineData(
        "config :pleroma, :http_security, enabled: System.get_env(\"HEADERS\", \"off\") == \"on\"",
        "akkoma-http-security-enabled", "HEADERS")]
    [InlineData("config :pleroma, :http_security, sts: System.get_env(\"STS\", \"false\") == \"true\"", "akkoma-sts", "STS")]
    [InlineData(
        "config :pleroma, :http_security, referrer_policy: System.get_env(\"POLICY\") || \"unsafe-url\"",
        "akkoma-referrer-policy", "POLICY")]
    [InlineData(
        "config :pleroma, :http_security, referrer_policy: \"POLICY\" |> System.get_env(\"unsafe-url\") |> String.trim()",
        "akkoma-referrer-policy", "POLICY")]
    [InlineData(
        Endpoint
            + "url: [host: \"a.example\"]\nconfig :pleroma, Pleroma.Upload, base_url: System.get_env(\"MEDIA\", "
            + "\"https://a.example/media\")", "akkoma-upload-base-url", "MEDIA")]
    public void An_insecure_default_is_reported_as_one(string settings, string rule, string variable)
    {
        var line =
            Assert.Single(AkkomaText.Lint(settings).Split('\n'), line => line.Contains($"[{rule}]", StringComparison.Ordinal));
        Assert.Contains($"; this is the default that holds while '{variable}' is not set. [", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{:ok, ip} = :inet.parse_address(String.to_charlist(System.get_env(\"IP\") || \"0.0.0.0\"))")]
    [InlineData("{:ok, ip} = System.get_env(\"IP\", \"0.0.0.0\") |> String.to_charlist() |> :inet.parse_address()")]
    [InlineData("text = System.get_env(\"IP\", \"0.0.0.0\")\n{:ok, ip} = :inet.parse_address(String.to_charlist(text))")]
    [InlineData(
        "parse = fn text -> {:ok, ip} = :inet.parse_address(String.to_charlist(text)); ip end\nip = "
            + "parse.(System.get_env(\"IP\", \"0.0.0.0\"))")]
    [InlineData("{_, {_, _, _, _} = ip} = :inet.parse_address(String.to_charlist(System.get_env(\"IP\", \"0.0.0.0\")))")]
    [InlineData("parsed = :inet.parse_address(String.to_charlist(System.get_env(\"IP\") || \"0.0.0.0\"))\nip = elem(parsed, 1)")]
    [InlineData("parsed = :inet.parse_address(String.to_charlist(System.get_env(\"IP\") || \"0.0.0.0\"))\n{:ok, ip} = parsed")]
    [InlineData(
        "ip = case :inet.parse_address(String.to_charlist(System.get_env(\"IP\") || \"0.0.0.0\")) do\n  {:ok, parsed} -> "
            + "parsed\nend")]
    [InlineData(
        "ip = with {:ok, parsed} <- :inet.parse_address(String.to_charlist(System.get_env(\"IP\") || \"0.0.0.0\")), do: parsed")]
    [InlineData("[ip | _] = Enum.map([System.get_env(\"IP\") || \"0.0.0.0\"], fn _ -> {0, 0, 0, 0} end)")]
    [InlineData(
        "%{ip: ip} = Map.new([{:ip, if(System.get_env(\"IP\", \"all\") == \"all\", do: {0, 0, 0, 0}, else: {127, 0, 0, 1})}])")]
    public void An_insecure_default_is_seen_through_patterns(string statement)
    {
        var line = Assert.Single(
            AkkomaText.Lint($"{statement}\n{Endpoint}http: [ip: ip]").Split('\n'),
            line => line.EndsWith("[akkoma-http-ip]", StringComparison.Ordinal));
        Assert.StartsWith("config/prod.secret.exs:", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[ref, _] = String.split(System.get_env(\"POLICY\") || \"unsafe-url x\", \" \")", "ref")]
    [InlineData("{ref, _} = {System.get_env(\"POLICY\") || \"unsafe-url\", 1}", "ref")]
    [InlineData("[ref] = String.split(System.get_env(\"POLICY\", \"unsafe-url\"))", "ref")]
    [InlineData("\"p:\" <> ref = System.get_env(\"POLICY\", \"p:unsafe-url\")", "ref")]
    [InlineData("text = System.get_env(\"POLICY\", \"unsafe-url x\")\n[ref, _] = String.split(text)", "ref")]
    [InlineData("parts = String.split(System.get_env(\"POLICY\", \"unsafe-url x\"))", "hd(parts)")]
    [InlineData("parts = String.split(System.get_env(\"POLICY\", \"x unsafe-url\"))", "Enum.at(parts, 1)")]
    [InlineData("parts = String.split(System.get_env(\"POLICY\", \"x unsafe-url\"))", "List.last(parts)")]
    public void A_text_taken_apart_keeps_where_its_default_was_written(string statement, string value)
    {
        var line = Assert.Single(
            AkkomaText.Lint($"{statement}\nconfig :pleroma, :http_security, referrer_policy: {value}").Split('\n'),
            line => line.EndsWith("[akkoma-referrer-policy]", StringComparison.Ordinal));
        Assert.Contains("; this is the default that holds while 'POLICY' is not set. [", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Endpoint + "secure_cookie_flag: System.get_env(\"SECURE\", \"true\") == \"true\"", "akkoma-secure-cookie-flag")]
    [InlineData(Endpoint + "secure_cookie_flag: System.fetch_env!(\"SECURE\") == \"true\"", "akkoma-secure-cookie-flag")]
    [InlineData(
        Endpoint + "secure_cookie_flag: (System.get_env(\"SECURE\") || raise \"needed\") == \"true\"",
        "akkoma-secure-cookie-flag")]
    [InlineData("config :pleroma, :http_security, sts: {:system, \"STS\"}", "akkoma-sts")]
    [InlineData(
        "config :pleroma, :http_security, referrer_policy: {:system, \"POLICY\", \"unsafe-url\"}", "akkoma-referrer-policy")]
    [InlineData(
        "config :pleroma, Pleroma.Upload, base_url: System.get_env(\"MEDIA\", \"https://elsewhere.example/\")",
        "akkoma-upload-base-url")]
    public void A_secure_default_or_none_is_not(string settings, string rule) =>
        Assert.DoesNotContain(rule, AkkomaText.Ids(AkkomaText.Lint(settings)), StringComparison.Ordinal);

    [Fact]
    public void A_finding_shows_all_that_its_value_overrides()
    {
        var finding = AkkomaText.Single(
            "config :pleroma, :http_security, sts: true\nconfig :pleroma, Pleroma.Upload, base_url: \"https://m.example/\"\n"
            + Endpoint + "secure_cookie_flag: 1\n" + Endpoint + "secure_cookie_flag: false");
        Assert.Equal(
            ["config/prod.secret.exs:4:60", "config/config.exs:10:23"],
            finding.RelatedLocations.Select(related => related.Location.ToString()));
    }

    [Fact]
    public void A_value_through_an_umbrella_is_judged()
    {
        var lines = AkkomaText.LintFiles(
            ("config/config.exs", "import Config\nimport_config \"../apps/pleroma/config/config.exs\"\n"),
            ("apps/pleroma/config/config.exs", "import Config\nflag = false\n" + Endpoint + "secure_cookie_flag: flag\n"));
        Assert.Contains("apps/pleroma/config/config.exs:2:8: error: The session cookie", lines, StringComparison.Ordinal);
        Assert.Single(lines.Split('\n'), line => line.EndsWith("[akkoma-secure-cookie-flag]", StringComparison.Ordinal));
    }
}

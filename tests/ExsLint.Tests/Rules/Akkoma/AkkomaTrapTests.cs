using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Edits;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Rules.Akkoma;

/// <summary>What looks insecure and is not, what looks secure and is not, and what must be reported once only.</summary>
public sealed class AkkomaTrapTests
{
    /// <summary>Answers everything that upstream's defaults leave open.</summary>
    internal const string Answers = """
        config :pleroma, Pleroma.Web.Endpoint, url: [host: "social.example", scheme: "https", port: 443]
        config :pleroma, Pleroma.Upload, base_url: "https://media.social.example/media/"
        config :pleroma, :http_security, sts: true

        """;

    [Fact]
    public void A_hardened_instance_is_silent()
    {
        Assert.Equal("", AkkomaText.Lint(Answers));
        Assert.Equal("", AkkomaText.LintAlone(Answers));
    }

    [Fact]
    public void Upstream_with_a_generated_secret_file_lacks_the_base_url_and_sts_only() => Assert.Equal(
        "akkoma-sts akkoma-upload-base-url",
        AkkomaText.Ids(
            AkkomaText.Lint("config :pleroma, Pleroma.Web.Endpoint, url: [host: \"social.example\", scheme: \"https\"]")));

    [Fact]
    public void Without_the_secret_file_nothing_it_could_answer_is_reported() => Assert.Equal(
        "layer-unknown",
        AkkomaText.Ids(AkkomaText.LintFiles(("config/config.exs", AkkomaText.Base), ("config/prod.exs", AkkomaText.Prod))));

    [Fact]
    public void An_explicit_value_below_an_absent_secret_file_is_reported_as_depending_on_it() => Assert.Contains(
        "config/prod.exs:2:66: error: The session cookie is sent over plain HTTP, because 'secure_cookie_flag' is 'false'; "
            + "whether this holds depends on 'config/prod.secret.exs, which is not in the tree'. [akkoma-secure-cookie-flag]",
        AkkomaText.LintFiles(
            ("config/config.exs", AkkomaText.Base),
            ("config/prod.exs",
                "import Config\nconfig :pleroma, Pleroma.Web.Endpoint, secure_cookie_flag:       false\nimport_config "
                    + "\"prod.secret.exs\"\n")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("{127, 0, 0, 1}")]
    [InlineData("{127, 8, 9, 1}")]
    [InlineData("{0, 0, 0, 0, 0, 0, 0, 1}")]
    [InlineData("{0, 0, 0, 0, 0, 65535, 0x7F00, 1}")]
    [InlineData(":loopback")]
    [InlineData("{:local, \"/run/akkoma.sock\"}")]
    [InlineData("MyApp.address()")]
    [InlineData("\"127.0.0.1\"")]
    public void These_addresses_are_fine_or_unknown(string ip) =>
        Assert.Equal("", AkkomaText.Lint(Answers + $"config :pleroma, Pleroma.Web.Endpoint, http: [ip: {ip}]"));

    [Theory]
    [InlineData("{0, 0, 0, 0}")]
    [InlineData("{0, 0, 0, 0, 0, 0, 0, 0}")]
    [InlineData(":any")]
    [InlineData("{192, 0, 2, 1}")]
    public void These_addresses_are_reported_once(string ip) => Assert.Equal(
        "akkoma-http-ip",
        AkkomaText.Ids(Assert.Single(AkkomaText.Lint(Answers + $"config :pleroma, Pleroma.Web.Endpoint, http: [ip: {ip}]")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries))));

    [Fact]
    public void Without_a_listener_there_is_no_address_to_judge() =>
        Assert.Equal("", AkkomaText.Lint(Answers + "config :pleroma, Pleroma.Web.Endpoint, http: false"));

    [Fact]
    public void A_list_with_a_bare_atom_drops_the_inherited_address() => Assert.Equal(
        "config/prod.secret.exs:5:46: warning: The server listens on all interfaces and loses its streaming API, because "
            + "':inet6' makes 'http' no keyword list, which replaces the inherited 'ip' and 'dispatch'. [akkoma-http-ip]\n",
        AkkomaText.Lint(Answers + "config :pleroma, Pleroma.Web.Endpoint, http: [:inet6, port: 4000]\n"));

    [Fact]
    public void An_old_base_without_an_address_listens_on_all_interfaces() => Assert.Contains(
        "because no 'ip' is set. [akkoma-http-ip]",
        AkkomaText.LintFiles(
            ("config/config.exs", AkkomaText.Base.Replace("ip: {127, 0, 0, 1}, dispatch", "dispatch", StringComparison.Ordinal)),
            ("config/prod.exs", AkkomaText.Prod),
            ("config/prod.secret.exs", "import Config\n" + Answers)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("nil")]
    [InlineData("\"on\"")]
    public void A_value_that_is_no_keyword_list_turns_all_headers_off_and_is_reported_once(string value) => Assert.Equal(
        "akkoma-http-security-enabled",
        AkkomaText.Ids(Assert.Single(AkkomaText.Lint(Answers + $"config :pleroma, :http_security, {value}")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries))));

    [Fact]
    public void Headers_that_are_off_are_one_finding() => Assert.Equal(
        "akkoma-http-security-enabled",
        AkkomaText.Ids(
            AkkomaText.Lint(
                Answers + "config :pleroma, :http_security, enabled: false, sts: false, referrer_policy: \"unsafe-url\"")));

    [Theory]
    [InlineData("sts: System.get_env(\"STS\")")]
    [InlineData("sts: \"true\"")]
    [InlineData("sts: nil")]
    [InlineData("sts: 1")]
    [InlineData("sts: true, sts_max_age: 0")]
    public void Only_true_with_an_age_turns_sts_on(string setting) =>
        Assert.Equal("akkoma-sts", AkkomaText.Ids(AkkomaText.Lint(Answers + $"config :pleroma, :http_security, {setting}")));

    [Theory]
    [InlineData("sts: System.get_env(\"STS\") == \"true\"")]
    [InlineData("sts: true, sts_max_age: String.to_integer(System.get_env(\"AGE\", \"1\"))")]
    [InlineData("enabled: \"yes\"")]
    [InlineData("referrer_policy: System.get_env(\"POLICY\", \"no-referrer\")")]
    public void What_depends_on_the_environment_is_not_guessed(string setting) =>
        Assert.Equal("", AkkomaText.Lint(Answers + $"config :pleroma, :http_security, {setting}"));

    [Theory]
    [InlineData("https://social.example/media/", true)]
    [InlineData("https://SOCIAL.example./media/", true)]
    [InlineData("https://social.example:8443/media/", true)]
    [InlineData("//social.example/media/", true)]
    [InlineData("", true)]
    [InlineData("/media", true)]
    [InlineData("https://media.social.example/", false)]
    [InlineData("https://social.example.org/", false)]
    public void Uploads_belong_on_another_host(string url, bool isReported) => Assert.Equal(
        isReported ? "akkoma-upload-base-url" : "",
        AkkomaText.Ids(AkkomaText.Lint(Answers + $"config :pleroma, Pleroma.Upload, base_url: \"{url}\"")));

    [Fact]
    public void An_S3_uploader_goes_by_its_public_endpoint()
    {
        const string S3 = "config :pleroma, Pleroma.Upload, uploader: Pleroma.Uploaders.S3, base_url: nil\n";
        Assert.Equal(
            "", AkkomaText.Lint(Answers + S3 + "config :pleroma, Pleroma.Uploaders.S3, public_endpoint: \"https://s3.example\""));
        Assert.Contains("notice: 'Pleroma.Uploaders.S3' has neither", AkkomaText.Lint(Answers + S3), StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_services_are_judged_by_their_own_guides() => Assert.Equal(
        "config/prod.secret.exs:4:43: notice: HTTP security headers are off here, so that the proxy of this hidden service must "
            + "send them. [akkoma-http-security-enabled]\n",
        AkkomaText.Lint("""
            config :pleroma, Pleroma.Web.Endpoint, url: [host: "abc.onion", scheme: "http"], secure_cookie_flag: false
            config :pleroma, Pleroma.Upload, base_url: "http://media.abc.onion"
            config :pleroma, :http_security, enabled: false
            """));

    [Fact]
    public void What_may_be_in_the_database_is_a_notice()
    {
        var lines = AkkomaText.Lint("""
            config :pleroma, Pleroma.Web.Endpoint, url: [host: "social.example", scheme: "https"]
            config :pleroma, configurable_from_database: true
            """);
        Assert.Equal("akkoma-sts akkoma-upload-base-url akkoma-database-config", AkkomaText.Ids(lines));
        Assert.All(
            lines.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Contains(": notice: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_through_a_variable_is_found_where_it_was_written() => Assert.StartsWith(
        "config/prod.secret.exs:5:10: error: ",
        AkkomaText.Lint(Answers + "secure = false\nconfig :pleroma, Pleroma.Web.Endpoint, secure_cookie_flag: secure\n"),
        StringComparison.Ordinal);

    [Fact]
    public void Other_environments_and_other_applications_are_not_judged() => Assert.Equal(
        "",
        AkkomaText.LintFiles(
            ("config/config.exs", AkkomaText.Base),
            ("config/prod.exs", AkkomaText.Prod),
            ("config/prod.secret.exs", "import Config\n" + Answers),
            ("config/dev.exs",
                "import Config\nconfig :pleroma, Pleroma.Web.Endpoint, http: [ip: {0, 0, 0, 0}], secure_cookie_flag: false\n"),
            ("config/test.exs", "import Config\nconfig :pleroma, :http_security, enabled: false\n"),
            ("other/config/config.exs",
                "import Config\nconfig :other, Other.Endpoint, http: [ip: {0, 0, 0, 0}], secure_cookie_flag: false\n")));

    [Fact]
    public void A_syntax_error_does_not_hide_the_findings_after_it() => Assert.Equal(
        "syntax-error akkoma-secure-cookie-flag",
        AkkomaText.Ids(AkkomaText.Lint(
            "config :pleroma, :broken, [a: 1\n" + Answers
                + "config :pleroma, Pleroma.Web.Endpoint, secure_cookie_flag: false\n")));

    [Fact]
    public void A_fix_is_safe_only_over_https_and_without_a_condition()
    {
        const string Off = "config :pleroma, :http_security, enabled: false\n";
        Assert.Equal(FixApplicability.Safe, AkkomaText.Single(Answers + Off).Fix!.Applicability);
        Assert.Equal(
            FixApplicability.Unsafe,
            AkkomaText.Single(Answers + $"if System.get_env(\"X\") do\n  {Off}end\n").Fix!.Applicability);
        Assert.Equal(
            FixApplicability.Unsafe,
            AkkomaText.Single(
                Answers.Replace("https\", port", "http\", port", StringComparison.Ordinal) + Off,
                "akkoma-http-security-enabled").Fix!.Applicability);
    }

    // The variable where it serves this setting alone, else the setting.
    [Theory]
    [InlineData(
        "secure_cookie_flag: secure", "secure = true\nconfig :pleroma, Pleroma.Web.Endpoint, secure_cookie_flag: secure\n")]
    [InlineData(
        "secure_cookie_flag: secure, a: secure",
        "secure = false\nconfig :pleroma, Pleroma.Web.Endpoint, secure_cookie_flag: true, a: secure\n")]
    public void A_value_of_a_variable_is_changed_where_nothing_else_is(string pairs, string after)
    {
        var diagnostic = AkkomaText.Single(Answers + $"secure = false\nconfig :pleroma, Pleroma.Web.Endpoint, {pairs}\n");
        var edit = Assert.Single(diagnostic.Fix!.Resolve()!.Edits);
        Assert.EndsWith(after, FixApplier.Apply(edit.File, [edit]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fix_never_changes_upstreams_base_where_the_instance_has_a_file_of_its_own()
    {
        var tree = new InMemoryProjectFiles(
            ("config/config.exs",
                AkkomaText.Base.Replace("secure_cookie_flag: true", "secure_cookie_flag: false", StringComparison.Ordinal)),
            ("config/prod.exs", AkkomaText.Prod),
            ("config/prod.secret.exs", "import Config\n" + Answers));
        var diagnostic = Assert.Single(
            Linter.Lint(new Snapshot(tree), new LintTargets(["config/config.exs"], []), new LintOptions()).Diagnostics);

        Assert.Equal("config/config.exs", diagnostic.Location.File.Path);
        var edit = Assert.Single(diagnostic.Fix!.Resolve()!.Edits);
        Assert.Equal("config/prod.secret.exs", edit.File.Path);
        Assert.Contains(
            "port: 443],\n  secure_cookie_flag: true\n", FixApplier.Apply(edit.File, [edit]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_never_stands_in_a_message()
    {
        var lines = AkkomaText.Lint(Answers + """
            config :pleroma, Pleroma.Web.Endpoint, http: [:inet6, password: "hunter2"]
            config :pleroma, :http_security, "hunter2"
            """);
        Assert.Equal("akkoma-http-ip akkoma-http-security-enabled", AkkomaText.Ids(lines));
        Assert.DoesNotContain("hunter2", lines, StringComparison.Ordinal);
    }
}

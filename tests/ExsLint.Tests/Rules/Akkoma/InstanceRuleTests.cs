using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Edits;
using ExsLint.Rules;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Rules.Akkoma;

/// <summary>
/// The rules beyond the hardening guide: what is insecure, what is not, what is not known, and what only looks so.
/// </summary>
public sealed class InstanceRuleTests
{
    private const string Endpoint = "config :pleroma, Pleroma.Web.Endpoint, ";
    private const string OfPleroma = "# Pleroma, in /opt/pleroma\n";
    private const string OfAkkoma = "# Akkoma\n";
    private const string Exporter = "config :prometheus, Pleroma.Web.Endpoint.MetricsExporter, ";
    private const string Types = "config :pleroma, Pleroma.Upload, allowed_mime_types: ";
    private const string Preview = "config :pleroma, :rich_media, enabled: ";

    [Theory]
    [InlineData("error", "akkoma-admin-token", "config :pleroma, :admin_token, \"made-up\"")]
    [InlineData("error", "akkoma-admin-token", "config :pleroma, admin_token: ~s(made-up)")]
    [InlineData("error", "akkoma-admin-token", "config :pleroma, :admin_token, System.get_env(\"T\") || \"made-up\"")]
    [InlineData("warning", "akkoma-cookie-attrs", Endpoint + "extra_cookie_attrs: [\"Partitioned; samesite=none\"]")]
    [InlineData("notice", "akkoma-cookie-attrs", Endpoint + "extra_cookie_attrs: []")]
    [InlineData("notice", "akkoma-database-config", "config :pleroma, configurable_from_database: true")]
    [InlineData("notice", "akkoma-dead-setting", "config :pleroma, :media_proxy, enabled: false, redirect_on_failure: true")]
    [InlineData("notice", "akkoma-dead-setting", "config :pleroma, :media_proxy, max_body_length: 1_000_000")]
    [InlineData("notice", "akkoma-dead-setting", OfAkkoma + "config :pleroma, :instance, moderator_privileges: []")]
    [InlineData("notice", "akkoma-dead-setting", OfAkkoma + "config :pleroma, :http_security, allow_unsafe_eval: true")]
    [InlineData(
        "notice",
        "akkoma-dead-setting",
        OfAkkoma + Exporter + "enabled: true, auth: false")]
    [InlineData("notice", "akkoma-healthcheck", "config :pleroma, :instance, healthcheck: true")]
    [InlineData("error", "akkoma-ldap-tls", "config :pleroma, :ldap, enabled: true, host: \"ldap.example.org\", ssl: false")]
    [InlineData("error", "akkoma-ldap-tls", "config :pleroma, :ldap, enabled: true, host: 'ldap.example.org', tls: nil")]
    [InlineData("error", "akkoma-ldap-tls", "config :pleroma, :ldap, enabled: true, host: \"192.0.2.7\"")]
    [InlineData(
        "warning",
        "akkoma-media-proxy-base-url",
        "config :pleroma, :media_proxy, enabled: true, base_url: \"https://SOCIAL.example.:443/proxy\"")]
    [InlineData("warning", "akkoma-media-proxy-base-url", "config :pleroma, :media_proxy, enabled: true, base_url: \"/\"")]
    [InlineData("warning", "akkoma-media-proxy-base-url", "config :pleroma, :media_proxy, enabled: true, base_url: nil")]
    [InlineData("warning", "akkoma-media-proxy-base-url", "config :pleroma, :media_proxy, enabled: true")]
    [InlineData(
        "notice",
        "akkoma-media-proxy-base-url",
        "config :pleroma, configurable_from_database: true, database_config_whitelist: [{:pleroma}]\n"
            + "config :pleroma, :media_proxy, enabled: true")]
    [InlineData(
        "notice",
        "akkoma-media-proxy-redirect",
        "config :pleroma, :media_proxy, enabled: true, base_url: \"https://m.example\", proxy_opts: [redirect_on_failure: true]")]
    [InlineData(
        "warning", "akkoma-metrics", OfPleroma + Exporter + "enabled: true, auth: false")]
    [InlineData(
        "warning",
        "akkoma-metrics",
        OfPleroma + Exporter + "enabled: true, ip_whitelist: []")]
    [InlineData(
        "warning",
        "akkoma-open-registrations",
        "config :pleroma, :instance, registrations_open: true\nconfig :pleroma, Pleroma.Captcha, enabled: false")]
    [InlineData("warning", "akkoma-privileged-staff", "config :pleroma, :instance, privileged_staff: true")]
    [InlineData(
        "warning",
        "akkoma-privileged-staff",
        OfPleroma + "config :pleroma, :instance, moderator_privileges: [:users_manage_credentials]")]
    [InlineData("warning", "akkoma-rate-limit", "config :pleroma, :rate_limit, nil")]
    [InlineData("warning", "akkoma-rate-limit", "config :pleroma, :rate_limit, false")]
    [InlineData("warning", "akkoma-rate-limit", "config :pleroma, :rate_limit, authentication: nil")]
    [InlineData("warning", "akkoma-rate-limit", "config :pleroma, :rate_limit, password_reset: nil")]
    [InlineData("warning", "akkoma-rate-limit", "config :pleroma, :rate_limit, app_account_creation: nil")]
    [InlineData("warning", "akkoma-remote-ip", "config :pleroma, Pleroma.Web.Plugs.RemoteIp, enabled: false")]
    [InlineData(
        "warning",
        "akkoma-remote-ip",
        Endpoint + "http: [ip: {:local, \"/run/x\"}]\nconfig :pleroma, Pleroma.Web.Plugs.RemoteIp, enabled: nil")]
    [InlineData("warning", "akkoma-rich-media-ssrf", Preview + "true, ignore_tld: []")]
    [InlineData("warning", "akkoma-rich-media-ssrf", Preview + "true, ignore_tld: [\"local\", \"lan\"]")]
    [InlineData("error", "akkoma-scrub-policy", "config :pleroma, :markup, scrub_policy: []")]
    [InlineData("error", "akkoma-scrub-policy", "config :pleroma, :markup, scrub_policy: Pleroma.HTML.Transform.MediaProxy")]
    [InlineData("notice", "akkoma-scrub-policy", "config :pleroma, :markup, scrub_policy: [My.Scrubber]")]
    [InlineData("warning", "akkoma-unsafe-eval", "config :pleroma, :http_security, allow_unsafe_eval: true")]
    [InlineData("warning", "akkoma-upload-types", Types + "[\"image\", \"application\"]")]
    [InlineData("notice", "akkoma-upload-types", Types + "[\"image\", \"font\"]")]
    [InlineData("notice", "akkoma-upload-types", Types + "[\"text/plain\"]")]
    [InlineData("warning", "akkoma-url-scheme", Endpoint + "url: [scheme: \"http\"]")]
    public void These_settings_are_one_finding(string level, string id, string settings)
    {
        var line = Assert.Single(AkkomaText.Lint(AkkomaTrapTests.Answers + settings + "\n")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.Contains("[akkoma-http-ip]", StringComparison.Ordinal)));
        Assert.Contains($": {level}: ", line, StringComparison.Ordinal);
        Assert.EndsWith($" [{id}]", line, StringComparison.Ordinal);
        Assert.DoesNotContain("made-up", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("config :pleroma, :admin_token, \"\"")]
    [InlineData("config :pleroma, :admin_token, nil")]
    [InlineData("config :pleroma, :admin_token, System.get_env(\"T\")")]
    [InlineData("config :pleroma, :admin_token, {:system, \"T\"}")]
    [InlineData("config :pleroma, :admin_token, \"${TOKEN}\"")]
    [InlineData(Endpoint + "extra_cookie_attrs: [\"samesite=lax\"]")]
    [InlineData(Endpoint + "extra_cookie_attrs: [\"Partitioned; SameSite=Strict\"]")]
    [InlineData(Endpoint + "extra_cookie_attrs: [System.get_env(\"ATTR\")]")]
    [InlineData("config :pleroma, configurable_from_database: true, database_config_whitelist: [{:pleroma, :instance}]")]
    [InlineData("config :pleroma, configurable_from_database: System.get_env(\"DB\") == \"1\"")]
    [InlineData("config :pleroma, :media_proxy, proxy_opts: [redirect_on_failure: true, max_body_length: 1]")]
    [InlineData("config :pleroma, :instance, moderator_privileges: [:messages_delete]")]
    [InlineData(OfAkkoma + "config :pleroma, :http_security, allow_unsafe_eval: false")]
    [InlineData(OfAkkoma + Exporter + "enabled: false")]
    [InlineData("config :pleroma, :instance, healthcheck: System.get_env(\"H\") == \"true\"")]
    [InlineData("config :pleroma, :instance, healthcheck: \"true\"")]
    [InlineData("config :pleroma, :ldap, enabled: true, host: \"localhost\"")]
    [InlineData("config :pleroma, :ldap, enabled: true, host: \"openldap\"")]
    [InlineData("config :pleroma, :ldap, enabled: true, host: \"ldap.example.org\", tls: true")]
    [InlineData("config :pleroma, :ldap, enabled: false, host: \"ldap.example.org\"")]
    [InlineData("config :pleroma, :ldap, enabled: true, host: System.get_env(\"LDAP_HOST\")")]
    [InlineData("config :pleroma, :ldap, enabled: true, host: \"ldap.example.org\", ssl: MyApp.ssl?()")]
    [InlineData("config :pleroma, :ldap, enabled: true, host: \"ldap.example.org\", ssl: System.get_env(\"S\") == \"1\"")]
    [InlineData("config :pleroma, :media_proxy, enabled: true, base_url: \"https://media.social.example\"")]
    [InlineData("config :pleroma, :media_proxy, enabled: true, base_url: System.get_env(\"MEDIA\")")]
    [InlineData("config :pleroma, :media_proxy, enabled: false, base_url: \"https://social.example\"")]
    [InlineData("config :pleroma, :media_proxy, enabled: System.get_env(\"M\") == \"1\"")]
    [InlineData(OfPleroma + Exporter + "enabled: true, auth: {:basic, \"a\", \"b\"}")]
    [InlineData(OfPleroma + Exporter + "enabled: true, ip_whitelist: [\"127.0.0.1\"]")]
    [InlineData("config :pleroma, :instance, registrations_open: false\nconfig :pleroma, Pleroma.Captcha, enabled: false")]
    [InlineData("config :pleroma, :instance, registrations_open: true\nconfig :pleroma, Pleroma.Captcha, enabled: true")]
    [InlineData(
        "config :pleroma, :instance, registrations_open: true, account_approval_required: true\n"
            + "config :pleroma, Pleroma.Captcha, enabled: false")]
    [InlineData("config :pleroma, :instance, registrations_open: true")]
    [InlineData(OfAkkoma + "config :pleroma, :instance, privileged_staff: false")]
    [InlineData("config :pleroma, :rate_limit, authentication: {60_000, 100}, timeline: nil, search: nil")]
    [InlineData("config :pleroma, :rate_limit, authentication: MyApp.limit()")]
    [InlineData("config :pleroma, Pleroma.Web.Plugs.RemoteIp, enabled: true")]
    [InlineData(Endpoint + "http: [ip: MyApp.ip()]\nconfig :pleroma, Pleroma.Web.Plugs.RemoteIp, enabled: false")]
    [InlineData(Preview + "true, ignore_tld: [\"corp\", \"lan\", \"localdomain\", \"local\"]")]
    [InlineData(Preview + "true, ignore_tld: MyApp.names()")]
    [InlineData(Preview + "true, ignore_tld: [MyApp.name()]")]
    [InlineData(Preview + "false, ignore_tld: []")]
    [InlineData("config :pleroma, :markup, scrub_policy: [My.Transform, Pleroma.HTML.Scrubber.LinksOnly]")]
    [InlineData("config :pleroma, :markup, scrub_policy: Pleroma.HTML.Scrubber.Default")]
    [InlineData("config :pleroma, :markup, scrub_policy: [MyApp.scrubber()]")]
    [InlineData("config :pleroma, :markup, scrub_policy: nil")]
    [InlineData("config :pleroma, :mrf_normalize_markup, scrub_policy: My.Scrubber")]
    [InlineData(Types + "[\"video\"]")]
    [InlineData(Types + "[]")]
    [InlineData(Types + "[MyApp.type()]")]
    [InlineData(Endpoint + "url: [scheme: System.get_env(\"SCHEME\")]")]
    [InlineData(Endpoint + "url: [host: \"akkoma.lan\", scheme: \"http\"]")]
    [InlineData(Endpoint + "url: [host: \"abc.onion.\", scheme: \"http\"], extra_cookie_attrs: [\"SameSite=Lax\"]")]
    public void These_settings_are_fine_or_unknown(string settings) =>
        Assert.Equal("", AkkomaText.Lint(AkkomaTrapTests.Answers + settings + "\n"));

    [Theory]
    [InlineData("url: [host: \"social.example\"]", "akkoma-url-scheme")]
    [InlineData("url: [host: \"social.example\"], https: [port: 443, certfile: \"c.pem\"]", "")]
    [InlineData("url: [host: \"social.example\"], https: MyApp.https()", "")]
    [InlineData("url: [host: System.get_env(\"HOST\")]", "")]
    [InlineData("url: [host: \"localhost\"]", "")]
    [InlineData("url: [port: 443]", "")]
    public void No_scheme_means_http_unless_there_is_a_listener_for_https(string settings, string expected) => Assert.Equal(
        expected,
        AkkomaText.Ids(AkkomaText.Lint(
            Endpoint + settings + "\nconfig :pleroma, Pleroma.Upload, base_url: \"https://media.social.example/\"\n"
                + "config :pleroma, :http_security, sts: true\n")));

    // The address is one cause, and the plug's default is upstream's: only someone who wrote both hears of both.
    [Theory]
    [InlineData("", "akkoma-http-ip")]
    [InlineData("config :pleroma, Pleroma.Web.Plugs.RemoteIp, enabled: true", "akkoma-http-ip akkoma-remote-ip")]
    [InlineData("config :pleroma, Pleroma.Web.Plugs.RemoteIp, enabled: false", "akkoma-http-ip")]
    public void A_server_that_can_be_reached_around_the_proxy_must_not_believe_headers(string plug, string expected) =>
        Assert.Equal(
            expected,
            AkkomaText.Ids(AkkomaText.Lint(AkkomaTrapTests.Answers + Endpoint + $"http: [ip: {{0, 0, 0, 0}}]\n{plug}\n")));

    [Theory]
    [InlineData("sslopts: [verify: :verify_none], ssl: true", "tls-verify-none")]
    [InlineData("tlsopts: [verify: :verify_peer], tls: true", "")]
    public void An_unverified_directory_is_another_rules_finding(string settings, string expected) => Assert.Equal(
        expected,
        AkkomaText.Ids(AkkomaText.Lint(
            AkkomaTrapTests.Answers + $"config :pleroma, :ldap, enabled: true, host: \"ldap.example.org\", {settings}\n")));

    [Fact]
    public void The_switches_of_a_directory_may_come_from_the_environment() => Assert.Contains(
        ": warning: Every password that is logged in with can be read on its way to the directory, unless 'LDAP_SSL or LDAP_TLS' "
            + "is 'true' in the environment. [akkoma-ldap-tls]",
        AkkomaText.LintFiles(
            ("config/config.exs",
                AkkomaText.Base.Replace(
                    "import_config",
                    "config :pleroma, :ldap, enabled: System.get_env(\"LDAP_ENABLED\") == \"true\", host: \"localhost\",\n"
                        + "  ssl: System.get_env(\"LDAP_SSL\") == \"true\", tls: System.get_env(\"LDAP_TLS\") == \"true\"\n"
                        + "import_config",
                    StringComparison.Ordinal)),
            ("config/prod.exs", AkkomaText.Prod),
            ("config/prod.secret.exs",
                "import Config\n" + AkkomaTrapTests.Answers
                    + "config :pleroma, :ldap, enabled: true, host: \"ldap.example.org\"\n")),
        StringComparison.Ordinal);

    [Fact]
    public void Metrics_of_a_version_without_the_exporter_are_not_judged()
    {
        const string Settings = OfPleroma + Exporter + "enabled: true\n";
        Assert.Equal(
            "",
            AkkomaText.LintFiles(
                ("mix.lock", "%{\n  \"prom_ex\": {:hex, :prom_ex, \"1.9.0\", \"\", [:mix], [], \"hexpm\", \"\"},\n}\n"),
                ("config/config.exs", AkkomaText.Base),
                ("config/prod.exs", AkkomaText.Prod),
                ("config/prod.secret.exs", "import Config\n" + AkkomaTrapTests.Answers + Settings)));
    }

    [Theory]
    [InlineData("redirect_on_failure: System.get_env(\"R\") == \"true\"", "in 'proxy_opts'. [")]
    [InlineData("redirect_on_failure: if(System.get_env(\"R\"), do: true, else: false)", "in 'proxy_opts'. [")]
    public void A_dead_setting_depends_on_nothing(string settings, string end) => Assert.Contains(
        end, AkkomaText.Lint(AkkomaTrapTests.Answers + "config :pleroma, :media_proxy, " + settings), StringComparison.Ordinal);

    // What upstream's base sets itself is read, whatever the administrator writes over it.
    [Fact]
    public void A_setting_of_the_base_is_not_dead() => Assert.Equal(
        "",
        AkkomaText.LintFiles(
            ("config/config.exs",
                AkkomaText.Base.Replace(
                    "import_config",
                    "config :pleroma, :instance, moderator_privileges: [:messages_delete]\nimport_config",
                    StringComparison.Ordinal)),
            ("config/prod.exs", AkkomaText.Prod),
            ("config/prod.secret.exs",
                "import Config\n" + OfAkkoma + AkkomaTrapTests.Answers
                    + "config :pleroma, :instance, moderator_privileges: [:reports_manage_reports]\n")));

    [Theory]
    [InlineData("", "token_expires_in clean_expired_tokens")]
    [InlineData("config :pleroma, :oauth2, token_expires_in: 60 * 60 * 24 * 30", "clean_expired_tokens")]
    [InlineData("config :pleroma, :oauth2, token_expires_in: 60 * 60 * 24 * 30, clean_expired_tokens: true", "")]
    [InlineData("config :pleroma, :oauth2, token_expires_in: MyApp.lifetime(), clean_expired_tokens: MyApp.clean?()", "")]
    public void Tokens_that_hardly_expire_are_for_the_strict(string settings, string named)
    {
        var path = "config/prod.secret.exs";
        var tree = new InMemoryProjectFiles((path, "import Config\n" + AkkomaTrapTests.Answers + settings + "\n"));
        var options = new LintOptions { Profile = RuleProfile.Strict };
        var found = Linter.Lint(new Snapshot(tree), new LintTargets([path], []), options).Diagnostics
            .Where(diagnostic => diagnostic.Rule.Id == "akkoma-token-lifetime")
            .ToList();
        Assert.Equal(
            named.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            found.Select(diagnostic => diagnostic.Setting.Text.Split('.')[^1]).Order(StringComparer.Ordinal));
        Assert.Equal("", AkkomaText.LintAlone(AkkomaTrapTests.Answers + settings + "\n"));
    }

    [Theory]
    [InlineData("config :pleroma, :rate_limit, nil", FixApplicability.Unsafe)]
    [InlineData("config :pleroma, :admin_token, \"made-up\"", FixApplicability.Unsafe)]
    [InlineData("config :pleroma, :markup, scrub_policy: []", FixApplicability.Unsafe)]
    [InlineData(Endpoint + "url: [scheme: \"http\"]", FixApplicability.Suggested)]
    [InlineData("config :pleroma, configurable_from_database: true", null)]
    public void What_may_break_something_is_never_fixed_unasked(string settings, FixApplicability? expected) =>
        Assert.Equal(expected, AkkomaText.Single(AkkomaTrapTests.Answers + settings + "\n").Fix?.Applicability);
}

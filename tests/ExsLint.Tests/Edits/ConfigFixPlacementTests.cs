using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Tests.Rules.Akkoma;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Edits;

/// <summary>A fix of a configuration is written in the file, and at the place, where it has its effect and no other.</summary>
public sealed class ConfigFixPlacementTests
{
    private const string Secret = "config/prod.secret.exs";
    private const string Runtime = "config/runtime.exs";

    private const string Answers = """
        import Config

        config :pleroma, Pleroma.Web.Endpoint,
          url: [host: "social.example", scheme: "https", port: 443]

        config :pleroma, Pleroma.Upload, base_url: "https://media.social.example/media/"


        """;

    // What stands behind the answers in the secret file, and what the fix of the rule makes of it.
    [Theory]
    [InlineData(
        "akkoma-sts", "config :pleroma, :http_security, enabled: true\n",
        "config :pleroma, :http_security, enabled: true, sts: true\n")]
    [InlineData(
        "akkoma-sts", "config :pleroma, http_security: [enabled: true]\n",
        "config :pleroma, http_security: [enabled: true, sts: true]\n")]
    [InlineData(
        "akkoma-sts", "config :pleroma, :http_security, \"sts\": false\n", "config :pleroma, :http_security, \"sts\": true\n")]
    [InlineData(
        "akkoma-sts", "config :pleroma, :http_security, [{:sts, false}]\n", "config :pleroma, :http_security, [{:sts, true}]\n")]
    [InlineData(
        "akkoma-sts", "if config_env() == :prod do\n  config :pleroma, :http_security, enabled: true\nend\n",
        "if config_env() == :prod do\n  config :pleroma, :http_security, enabled: true, sts: true\nend\n")]
    [InlineData(
        "akkoma-sts", "if config_env() == :dev do\n  config :pleroma, :http_security, sts: true\nend\n",
        "config :pleroma, :http_security, sts: true\n\nif config_env() == :dev do\n  config :pleroma, :http_security, sts: "
            + "true\nend\n")]
    [InlineData(
        "akkoma-sts",
        "config :pleroma, :http_security, enabled: true\nconfig :pleroma, :http_security, enabled: true, sts: false # until "
            + "then\n",
            "config :pleroma, :http_security, enabled: true\nconfig :pleroma, :http_security, enabled: true, sts: true # until "
                + "then\n")]
    [InlineData(
        "akkoma-sts", "headers = [sts: false]\nconfig :pleroma, :http_security, headers\n",
        "headers = [sts: true]\nconfig :pleroma, :http_security, headers\n")]
    [InlineData(
        "akkoma-sts", "headers = [enabled: true]\nconfig :pleroma, :http_security, headers\n",
        "headers = [enabled: true]\nconfig :pleroma, :http_security, headers\nconfig :pleroma, :http_security, sts: true\n")]
    [InlineData(
        "akkoma-sts", "config :pleroma, :http_security, [enabled: true] ++ [referrer_policy: \"same-origin\"]\n",
        "config :pleroma, :http_security, [enabled: true] ++ [referrer_policy: \"same-origin\"]\n\nconfig :pleroma, "
            + ":http_security, sts: true\n")]
    [InlineData(
        "akkoma-http-security-enabled", "config :pleroma, :http_security, true\n",
        "config :pleroma, :http_security, enabled: true\n")]
    [InlineData(
        "akkoma-http-security-enabled", "config :pleroma, http_security: true\n",
        "config :pleroma, http_security: [enabled: true]\n")]
    [InlineData(
        "akkoma-http-security-enabled", "config :pleroma, :http_security, [\n  # off for now\n  enabled: false,\n]\n",
        "config :pleroma, :http_security, [\n  # off for now\n  enabled: true,\n]\n")]
    [InlineData(
        "akkoma-http-security-enabled", "config :pleroma, :http_security, nil\n",
        "config :pleroma, :http_security, enabled: true\n")]
    [InlineData(
        "akkoma-referrer-policy", "config :pleroma, :http_security,\r\n  referrer_policy: \"unsafe-url\"\r\n",
        "config :pleroma, :http_security,\r\n  referrer_policy: \"same-origin\"\r\n")]
    [InlineData(
        "akkoma-referrer-policy",
        "config :pleroma, :http_security, referrer_policy: if(System.get_env(\"X\"), do: \"origin\", else: \"no-referrer\")\n",
        "config :pleroma, :http_security, referrer_policy: \"same-origin\"\n")]
    [InlineData("akkoma-http-ip", "config :pleroma, Pleroma.Web.Endpoint, http: [\n  :inet6, # both\n  port: 4000\n]\n", null)]
    [InlineData(
        "akkoma-http-ip", "config :pleroma, Pleroma.Web.Endpoint,\n  http: [\n    :inet6,\n    port: 4000\n  ]\n",
        "config :pleroma, Pleroma.Web.Endpoint,\n  http: [\n    ip: {127, 0, 0, 1},\n    port: 4000\n  ]\n")]
    [InlineData(
        "akkoma-http-ip", "config :pleroma, Pleroma.Web.Endpoint, http: [ip: {0, 0, 0, 0, 0, 0, 0, 0}]\n",
        "config :pleroma, Pleroma.Web.Endpoint, http: [ip: {127, 0, 0, 1}]\n")]
    [InlineData(
        "akkoma-http-ip",
        "any = {0, 0, 0, 0}\nconfig :pleroma, Pleroma.Web.Endpoint, http: [ip: any]\nconfig :pleroma, :gopher, ip: any\n",
        "any = {0, 0, 0, 0}\nconfig :pleroma, Pleroma.Web.Endpoint, http: [ip: {127, 0, 0, 1}]\nconfig :pleroma, :gopher, ip: "
            + "any\n")]
    [InlineData(
        "akkoma-upload-base-url", "config :pleroma, Pleroma.Upload, base_url: \"/media\"\n",
        "config :pleroma, Pleroma.Upload, base_url: \"https://media.social.example/media/\"\n")]
    public void In_the_secret_file(string rule, string before, string? after) =>
        Assert.Equal(after is null ? "" : $"{Secret}\n{Answers}{after}", Fix(rule, (Secret, Answers + before)));

    // Layers behind the answers.
    [Theory]
    [InlineData("akkoma-secure-cookie-flag", "config :pleroma, Pleroma.Web.Endpoint, secure_cookie_flag: false\n", "")]
    [InlineData(
        "akkoma-http-ip", "config :pleroma, Pleroma.Web.Endpoint, http: [ip: {0, 0, 0, 0}]\n",
        "config :pleroma, Pleroma.Web.Endpoint, http: [ip: {127, 0, 0, 1}]\n")]
    [InlineData("akkoma-sts", "config :pleroma, :http_security, sts: false\n", "config :pleroma, :http_security, sts: true\n")]
    public void What_is_read_later_is_changed_where_it_is_read(string rule, string runtime, string after) => Assert.Equal(
        after.Length == 0 ? "" : $"{Runtime}\nimport Config\n\n{after}",
        Fix(rule, (Secret, Answers), (Runtime, "import Config\n\n" + runtime)));

    private static string Fix(string rule, params (string Path, string Text)[] files)
    {
        var tree =
            new InMemoryProjectFiles([("config/config.exs", AkkomaText.Base), ("config/prod.exs", AkkomaText.Prod), .. files]);
        var finding = Linter.Lint(
            new Snapshot(tree), new LintTargets(["config/config.exs"], []),
            new LintOptions()).Diagnostics.Single(finding => finding.Rule.Id == rule);
        return finding.Fix?.Resolve() is { Edits: [var edit] } ? $"{edit.File.Path}\n{FixApplier.Apply(edit.File, [edit])}" : "";
    }
}

using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Rules;
using ExsLint.Tests.Rules.Phoenix;
using ExsLint.Tests.TestSupport;
using ExsLint.Workspace;

namespace ExsLint.Tests.Rules.Libraries;

/// <summary>What is set for libraries, in the configuration of a project that has no endpoint and no repository.</summary>
public sealed class LibraryRuleTests
{
    [Theory]
    [InlineData("config :bcrypt_elixir, log_rounds: 9", "warning weak-password-hash/weak")]
    [InlineData("config :bcrypt_elixir, log_rounds: 10", "")]
    [InlineData(
        "config :bcrypt_elixir, log_rounds: String.to_integer(System.get_env(\"ROUNDS\", \"4\"))",
        "warning weak-password-hash/weak-default")]
    [InlineData("config :argon2_elixir, t_cost: 1, m_cost: 16", "")]
    [InlineData("config :argon2_elixir, t_cost: 4, m_cost: 11", "warning weak-password-hash/weak")]
    [InlineData("config :pbkdf2_elixir, rounds: 1", "warning weak-password-hash/weak")]
    [InlineData("config :pbkdf2_elixir, rounds: 10_000", "")]
    [InlineData("config :comeonin, bcrypt_log_rounds: 4", "warning weak-password-hash/weak")]
    [InlineData("if config_env() == :test, do: config(:bcrypt_elixir, log_rounds: 1)", "")]
    public void Costs_of_password_hashes(string settings, string expected) => AssertReports(settings, expected);

    [Theory]
    [InlineData("config :nerves_ssh, user_passwords: []", "")]
    [InlineData("config :nerves_ssh, user_passwords: [{\"root\", ''}]", "warning nerves-ssh-password/password")]
    [InlineData("config :nerves_ssh, user_passwords: [{~c\"root\", ~c\"toor-4711\"}]", "error nerves-ssh-password/literal")]
    [InlineData(
        "config :nerves_ssh, user_passwords: [{\"root\", System.get_env(\"PW\")}]",
        "warning nerves-ssh-password/password")]
    [InlineData("config :nerves_ssh, user_passwords: Helper.passwords()", "")]
    public void Passwords_of_devices(string settings, string expected) => AssertReports(settings, expected);

    [Theory]
    [InlineData("{:nerves, \"~> 1.10\", runtime: false}", "error nerves-ssh-password/literal-unless")]
    [InlineData("{:phoenix, \"~> 1.8\"}", "")]
    public void Firmware_is_for_a_target_that_is_not_the_host(string dependency, string expected)
    {
        var files = new InMemoryProjectFiles(
            ("mix.exs", $"defmodule D do\n  def project, do: [app: :d]\n  defp deps, do: [{dependency}]\nend\n"),
            ("config/config.exs",
                "import Config\n\nif Mix.target() == :host do\n  import_config \"host.exs\"\nelse\n"
                    + "  import_config \"target.exs\"\nend\n"),
            ("config/host.exs", "import Config\n"),
            ("config/target.exs", "import Config\n\nconfig :nerves_ssh, user_passwords: [{\"root\", \"toor-4711\"}]\n"));
        var result = Linter.Lint(new Snapshot(files), new LintTargets(["config/config.exs"], []), new LintOptions());
        Assert.Equal(expected, PhoenixText.Brief(result));
    }

    [Theory]
    [InlineData("[strategy: Cluster.Strategy.Gossip]", "note libcluster-gossip/plain")]
    [InlineData("[strategy: Cluster.Strategy.Gossip, config: [secret: nil]]", "note libcluster-gossip/plain")]
    [InlineData("[strategy: Cluster.Strategy.Gossip, config: [secret: System.get_env(\"S\")]]", "")]
    [InlineData("[strategy: Cluster.Strategy.Gossip, config: Helper.gossip()]", "")]
    [InlineData("[strategy: Cluster.Strategy.DNSPoll, config: [query: \"a\"]]", "")]
    public void Gossip_without_a_secret(string topology, string expected) =>
        AssertReports($"config :libcluster, topologies: [shop: {topology}]", expected);

    [Fact]
    public void Topologies_of_an_application_of_its_own_are_found() => AssertReports(
        "config :shop, :cluster, topologies: [a: [strategy: Cluster.Strategy.Gossip]]", "note libcluster-gossip/plain");

    [Theory]
    [InlineData("allowed_algos: [\"HS512\"]", "")]
    [InlineData("allowed_algos: [\"none\"]", "warning guardian-tokens/none-refused")]
    [InlineData("issuer: \"a\", ttl: {366, :days}", "")]
    [InlineData("issuer: \"a\", ttl: {53, :weeks}", "note guardian-tokens/long")]
    [InlineData("issuer: \"a\", ttl: {9_000, :hour}", "note guardian-tokens/long")]
    [InlineData("issuer: \"a\", ttl: {9_000, :moons}", "")]
    [InlineData("issuer: \"a\", ttl: 99_999_999", "")]
    [InlineData("token_ttl: %{\"refresh\" => {3, :weeks}, \"api\" => {520, :weeks}}", "note guardian-tokens/long")]
    public void Tokens_of_Guardian(string settings, string expected) =>
        AssertReports($"config :shop, Shop.Tokens, {settings}", expected);

    [Theory]
    [InlineData(
        "config :jose, unsecured_signing: true\nconfig :shop, Shop.Guardian, allowed_algos: [\"none\"]",
        "error guardian-tokens/none")]
    [InlineData("config :shop, :cache, ttl: {520, :weeks}", "")]
    public void The_rest_of_the_configuration_decides(string settings, string expected) => AssertReports(settings, expected);

    [Theory]
    [InlineData("signed_assertion_in_resp: false", "warning samly-unsigned/assertion")]
    [InlineData("signed_assertion_in_resp: false, signed_envelopes_in_resp: true", "warning samly-unsigned/assertion")]
    [InlineData("signed_assertion_in_resp: false, signed_envelopes_in_resp: false", "error samly-unsigned/unsigned")]
    [InlineData("signed_envelopes_in_resp: false", "")]
    [InlineData("allow_idp_initiated_flow: true", "warning samly-unsigned/target")]
    [InlineData("allow_idp_initiated_flow: true, allowed_target_urls: nil", "warning samly-unsigned/target")]
    [InlineData("allow_idp_initiated_flow: true, allowed_target_urls: []", "")]
    [InlineData("allow_idp_initiated_flow: System.get_env(\"FLOW\")", "")]
    public void Identity_providers(string settings, string expected) =>
        AssertReports($"config :samly, Samly.Provider, identity_providers: [%{{id: \"a\", {settings}}}]", expected);

    [Theory]
    [InlineData(
        "config :ueberauth, Ueberauth, providers: [a: {Strategy.A, [ignores_csrf_attack: true]}]",
        "note ueberauth-csrf/option")]
    [InlineData("config :ueberauth, Ueberauth, providers: [a: {Strategy.A, [ignores_csrf_attack: false]}]", "")]
    [InlineData("config :shop, ignores_csrf_attack: true", "")]
    public void Options_of_providers(string settings, string expected) => AssertReports(settings, expected);

    [Theory]
    [InlineData("config :phoenix_live_view, debug_heex_annotations: true", "note phoenix-heex-debug/on")]
    [InlineData("config :phoenix_live_view, debug_attributes: true", "note phoenix-heex-debug/on")]
    [InlineData("config :phoenix_live_view, debug_heex_annotations: config_env() == :dev", "")]
    [InlineData(
        "config :tesla, adapter: {Tesla.Adapter.Hackney, [ssl_options: [verify: :verify_none]]}",
        "error tls-verify-none/verify")]
    [InlineData("config :logger, level: :debug", "warning logger-debug/debug")]
    public void Rules_of_libraries_need_no_known_application(string settings, string expected) =>
        AssertReports(settings, expected);

    [Theory]
    [InlineData("verify: :verify_none", "verify: :verify_peer")]
    public void What_stands_in_a_tuple_has_a_fix(string bad, string good)
    {
        const string Text = "import Config\n\nconfig :tesla, adapter: {Tesla.Adapter.Hackney, [ssl_options: [a: 1, @]]}\n";
        var result = Lint(Text.Replace("@", bad, StringComparison.Ordinal));
        var edit = Assert.Single(Assert.Single(result.Diagnostics).Fix!.Resolve()!.Edits);
        Assert.Equal(Text.Replace("@", good, StringComparison.Ordinal), FixApplier.Apply(edit.File, [edit]));
    }

    private static void AssertReports(string settings, string expected) =>
        Assert.Equal(expected, PhoenixText.Brief(Lint($"import Config\n\n{settings}\n")));

    private static LintResult Lint(string config) => Linter.Lint(
        new Snapshot(new InMemoryProjectFiles(("config/config.exs", config))),
        new LintTargets(["config/config.exs"], []),
        new LintOptions { Profile = RuleProfile.Recommended });
}

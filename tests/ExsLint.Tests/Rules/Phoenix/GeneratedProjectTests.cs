using ExsLint.Rules;

namespace ExsLint.Tests.Rules.Phoenix;

/// <summary>
/// Projects in the shape in which <c>mix phx.new</c> writes them: Phoenix 1.7.14 and 1.8.9. They get nothing above a notice; made
/// hard, they get nothing at all.
/// </summary>
public sealed class GeneratedProjectTests
{
    private const string Mix = """
        defmodule Shop.MixProject do
          use Mix.Project

          def project, do: [app: :shop, version: "0.1.0", elixir: "~> 1.15", deps: []]
        end

        """;

    private const string Base = """
        import Config

        config :shop, ecto_repos: [Shop.Repo], generators: [timestamp_type: :utc_datetime]

        config :shop, ShopWeb.Endpoint,
          url: [host: "localhost"],
          adapter: Bandit.PhoenixAdapter,
          render_errors: [formats: [html: ShopWeb.ErrorHTML, json: ShopWeb.ErrorJSON], layout: false],
          pubsub_server: Shop.PubSub,
          live_view: [signing_salt: "abcdefgh"]

        config :shop, Shop.Mailer, adapter: Swoosh.Adapters.Local

        config :esbuild,
          version: "0.25.4",
          shop: [
            args: ~w(js/app.js --bundle --target=es2022 --outdir=../priv/static/assets/js),
            cd: Path.expand("../assets", __DIR__),
            env: %{"NODE_PATH" => [Path.expand("../deps", __DIR__), Mix.Project.build_path()]}
          ]

        config :logger, :default_formatter, format: "$time $metadata[$level] $message\n", metadata: [:request_id]

        config :phoenix, :json_library, Jason

        import_config "#{config_env()}.exs"

        """;

    private const string Dev = """
        import Config

        config :shop, Shop.Repo,
          username: "postgres",
          password: "postgres",
          hostname: "localhost",
          database: "shop_dev",
          show_sensitive_data_on_connection_error: true,
          pool_size: 10

        config :shop, ShopWeb.Endpoint,
          http: [ip: {127, 0, 0, 1}],
          check_origin: false,
          code_reloader: true,
          debug_errors: true,
          secret_key_base: "an example for development",
          watchers: [esbuild: {Esbuild, :install_and_run, [:shop, ~w(--sourcemap=inline --watch)]}]

        config :shop, dev_routes: true
        config :logger, :default_formatter, format: "[$level] $message\n"
        config :phoenix, :stacktrace_depth, 20
        config :phoenix, :plug_init_mode, :runtime
        config :phoenix_live_view, debug_heex_annotations: true, enable_expensive_runtime_checks: true
        config :swoosh, :api_client, false

        """;

    private const string Test = """
        import Config

        config :shop, Shop.Repo,
          username: "postgres",
          password: "postgres",
          hostname: "localhost",
          database: "shop_test#{System.get_env("MIX_TEST_PARTITION")}",
          pool: Ecto.Adapters.SQL.Sandbox

        config :shop, ShopWeb.Endpoint,
          http: [ip: {127, 0, 0, 1}, port: 4002],
          secret_key_base: "an example for tests",
          server: false

        config :shop, Shop.Mailer, adapter: Swoosh.Adapters.Test
        config :swoosh, :api_client, false
        config :logger, level: :warning
        config :phoenix, :plug_init_mode, :runtime

        """;

    private const string ProdOf17 = """
        import Config

        config :shop, ShopWeb.Endpoint, cache_static_manifest: "priv/static/cache_manifest.json"
        config :swoosh, api_client: Swoosh.ApiClient.Finch, finch_name: Shop.Finch
        config :swoosh, local: false
        config :logger, level: :info

        """;

    private const string ProdOf18 = """
        import Config

        config :shop, ShopWeb.Endpoint, cache_static_manifest: "priv/static/cache_manifest.json"

        config :shop, ShopWeb.Endpoint,
          force_ssl: [
            rewrite_on: [:x_forwarded_proto],
            exclude: [
              # paths: ["/health"],
              hosts: ["localhost", "127.0.0.1"]
            ]
          ]

        config :swoosh, api_client: Swoosh.ApiClient.Req
        config :swoosh, local: false
        config :logger, level: :info

        """;

    private const string Runtime = """"
        import Config

        if System.get_env("PHX_SERVER") do
          config :shop, ShopWeb.Endpoint, server: true
        end

        config :shop, ShopWeb.Endpoint, http: [port: String.to_integer(System.get_env("PORT", "4000"))]

        if config_env() == :prod do
          database_url =
            System.get_env("DATABASE_URL") ||
              raise """
              environment variable DATABASE_URL is missing.
              """

          maybe_ipv6 = if System.get_env("ECTO_IPV6") in ~w(true 1), do: [:inet6], else: []

          config :shop, Shop.Repo,
            # ssl: true,
            url: database_url,
            pool_size: String.to_integer(System.get_env("POOL_SIZE") || "10"),
            socket_options: maybe_ipv6

          secret_key_base =
            System.get_env("SECRET_KEY_BASE") ||
              raise """
              environment variable SECRET_KEY_BASE is missing.
              """

          host = System.get_env("PHX_HOST") || "example.com"

          config :shop, :dns_cluster_query, System.get_env("DNS_CLUSTER_QUERY")

          config :shop, ShopWeb.Endpoint,
            url: [host: host, port: 443, scheme: "https"],
            http: [ip: {0, 0, 0, 0, 0, 0, 0, 0}],
            secret_key_base: secret_key_base
        end

        """";

    [Theory]
    [InlineData("1.7.14", ProdOf17)]
    [InlineData("1.8.9", ProdOf18)]
    public void As_it_is_generated_it_gets_nothing_above_a_notice(string version, string prod) =>
        Assert.All(
            Lint(version, prod, Runtime, RuleProfile.Recommended),
            finding => Assert.StartsWith("note ", finding, StringComparison.Ordinal));

    [Theory]
    [InlineData("1.7.14", ProdOf17, "note phoenix-force-ssl/missing")]
    [InlineData("1.8.9", ProdOf18, null)]
    public void The_strict_hear_what_generators_write_on_purpose(string version, string prod, string? more) => Assert.Equal(
        new[] { "note phoenix-public-http/wildcard", "note phoenix-signing-salt/literal", more }.OfType<string>()
            .Order(StringComparer.Ordinal),
        Lint(version, prod, Runtime, RuleProfile.Strict)
            .Where(finding => finding.Contains("phoenix-", StringComparison.Ordinal)));

    [Theory]
    [InlineData("1.7.14")]
    [InlineData("1.8.9")]
    public void Made_hard_it_gets_nothing(string version) => Assert.Empty(Lint(
        version,
        ProdOf18 + "config :shop, Shop.Mailer, adapter: Swoosh.Adapters.Mailgun\n",
        Runtime.Replace("# ssl: true", "ssl: [cacerts: :public_key.cacerts_get()]", StringComparison.Ordinal),
        RuleProfile.Recommended));

    private static IEnumerable<string> Lint(string version, string prod, string runtime, RuleProfile profile) =>
        PhoenixText.Brief(
        PhoenixText.Lint(
            profile,
            [
                ("mix.exs", Mix),
                ("mix.lock", $$"""
                    %{
                      "bandit": {:hex, :bandit, "1.12.5", "a", [:mix], [], "hexpm", "b"},
                      "phoenix": {:hex, :phoenix, "{{version}}", "a", [:mix], [], "hexpm", "b"},
                      "plug": {:hex, :plug, "1.19.2", "a", [:mix], [], "hexpm", "b"},
                      "postgrex": {:hex, :postgrex, "0.22.2", "a", [:mix], [], "hexpm", "b"},
                      "swoosh": {:hex, :swoosh, "1.26.0", "a", [:mix], [], "hexpm", "b"},
                    }

                    """),
                ("config/config.exs", Base),
                ("config/dev.exs", Dev),
                ("config/prod.exs", prod),
                ("config/runtime.exs", runtime),
                ("config/test.exs", Test),
            ]))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Order(StringComparer.Ordinal);
}

using ExsLint.Semantics.Elixir.Evaluation;
using ExsLint.Semantics.Elixir.Values;
using Xunit.Abstractions;

namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>
/// Of the values that do not vary with the environment, how many are known in configurations of the usual shapes.
/// </summary>
public sealed class PrecisionTests(ITestOutputHelper report)
{
    private const double LeastShare = 0.9;

    private const string Phoenix = """
        import Config
        config :my_app, ecto_repos: [MyApp.Repo], generators: [timestamp_type: :utc_datetime]
        config :my_app, MyAppWeb.Endpoint,
          url: [host: "localhost"],
          adapter: Bandit.PhoenixAdapter,
          render_errors: [formats: [html: MyAppWeb.ErrorHTML, json: MyAppWeb.ErrorJSON], layout: false],
          pubsub_server: MyApp.PubSub,
          live_view: [signing_salt: "8hXkq1Zv"]
        config :esbuild,
          version: "0.17.11",
          default: [
            args: ~w(js/app.js --bundle --target=es2017 --outdir=../priv/static/assets --external:/fonts/*),
            cd: Path.expand("../assets", __DIR__),
            env: %{"NODE_PATH" => Path.expand("../deps", __DIR__)}
          ]
        config :logger, :console, format: "$time $metadata[$level] $message\n", metadata: [:request_id]
        config :phoenix, :json_library, Jason
        config :my_app, Oban, repo: MyApp.Repo, queues: [default: 10, mailers: 20],
          plugins: [{Oban.Plugins.Pruner, max_age: 60 * 60 * 24}, {Oban.Plugins.Cron, crontab: [{"0 2 * * *", MyApp.Daily}]}]
        locales = ~w(en de fr)
        config :my_app, MyApp.Gettext, locales: locales, default_locale: List.first(locales)
        config :my_app, :cors, for(host <- ["a", "b"], do: "https://#{host}.example.com")
        import_config "#{config_env()}.exs"
        """;

    private const string PhoenixProduction = """
        import Config
        config :my_app, MyAppWeb.Endpoint, cache_static_manifest: "priv/static/cache_manifest.json", force_ssl: [hsts: true, rewrite_on: [:x_forwarded_proto]]
        config :swoosh, api_client: Swoosh.ApiClient.Finch, finch_name: MyApp.Finch, local: false
        config :logger, level: :info
        """;

    private const string PhoenixRuntime = """
        import Config
        if System.get_env("PHX_SERVER") do
          config :my_app, MyAppWeb.Endpoint, server: true
        end
        if config_env() == :prod do
          database_url = System.get_env("DATABASE_URL") || raise "DATABASE_URL is missing"
          maybe_ipv6 = if System.get_env("ECTO_IPV6") in ~w(true 1), do: [:inet6], else: []
          config :my_app, MyApp.Repo, url: database_url, pool_size: String.to_integer(System.get_env("POOL_SIZE") || "10"), socket_options: maybe_ipv6, timeout: :timer.seconds(15)
          secret_key_base = System.get_env("SECRET_KEY_BASE") || raise "SECRET_KEY_BASE is missing"
          host = System.get_env("PHX_HOST") || "example.com"
          port = String.to_integer(System.get_env("PORT") || "4000")
          config :my_app, :dns_cluster_query, System.get_env("DNS_CLUSTER_QUERY")
          config :my_app, MyAppWeb.Endpoint,
            url: [host: host, port: 443, scheme: "https"],
            http: [ip: {0, 0, 0, 0, 0, 0, 0, 0}, port: port],
            secret_key_base: secret_key_base
        end
        """;

    private const string Umbrella = """
        import Config
        defmodule Settings do
          def queue(name, size \\ 5), do: {name, limit: size, retry: [max: 3, backoff: :timer.seconds(2)]}
        end
        for path <- Path.wildcard(Path.expand("../apps/*/config/config.exs", __DIR__)), do: import_config(path)
        services = [users: 4001, billing: 4002]
        for {name, port} <- services do
          config :gateway, [{name, url: "http://#{name}.internal:#{port}", pool: Enum.max([port - 4000, 1])}]
        end
        config :worker, queues: Enum.map([:mail, :import], &Settings.queue/1) |> Map.new() |> Map.put(:slow, Settings.queue(:slow, 1))
        config :worker, modules: Enum.reject([Worker.A, Worker.B], &(&1 == Worker.B))
        """;

    [Fact]
    public void Nine_of_ten_values_that_do_not_vary_are_known()
    {
        var phoenix =
            ConfigText.Evaluate(Phoenix, ("config/prod.exs", PhoenixProduction), ("config/runtime.exs", PhoenixRuntime));
        var umbrella = ConfigText.Evaluate(
            Umbrella,
            ("apps/web/config/config.exs", "import Config\nconfig :web, port: 80, hosts: Enum.join([\"a\", \"b\"], \",\")"),
            ("apps/data/config/config.exs", "import Config\nconfig :data, pool: 5 * 2, flags: %{fast: true}"));
        var akkoma = ConfigText.Evaluate(
            "import Config\nconfig :pleroma, Pleroma.Web.Endpoint, url: [host: \"localhost\"], http: [ip: {127, 0, 0, 1}, port: "
                + "4000, dispatch: [{:_, [{:_, Plug.Cowboy.Handler, {Pleroma.Web.Endpoint, []}}]}]]\nconfig :pleroma, "
                + ":http_security, enabled: true, sts: false\nconfig :mime, :types, %{\"application/xml\" => "
                + "[\"xml\"]}\nimport_config \"prod.secret.exs\"",
            ("config/prod.secret.exs", "import Config\nconfig :pleroma, Pleroma.Web.Endpoint, url: [host: \"social.example\", "
                + "scheme: \"https\", port: 443], secret_key_base: \"x\"\nconfig :pleroma, :instance, name: \"Social\", limit: "
                + "5_000, registrations_open: true\nconfig :pleroma, Pleroma.Repo, adapter: Ecto.Adapters.Postgres, hostname: "
                + "\"localhost\""));
        foreach (var (name, model) in new[] { ("Phoenix", phoenix), ("umbrella", umbrella), ("Akkoma", akkoma) })
        {
            var count = new Count();
            foreach (var app in model.State.AppNames)
            {
                foreach (var (_, value) in model.State.GetSettings(app))
                {
                    count.Add(value);
                }
            }

            report.WriteLine(
                $"{name}: {count.Known} known, {count.Varying} vary with the environment, {count.Others} others: "
                    + $"{string.Join("; ", count.Reasons)}");
            Assert.Empty(model.Errors);
            Assert.True(count.Known >= LeastShare * (count.Known + count.Others), $"{name}: {string.Join("; ", count.Reasons)}");
        }
    }

    private sealed class Count
    {
        public int Known { get; private set; }

        public int Varying { get; private set; }

        public int Others { get; private set; }

        public List<string> Reasons { get; } = [];

        public void Add(AbstractValue value)
        {
            switch (value)
            {
                case ListValue { Rest: null } list:
                    Array.ForEach([.. list.Items], Add);
                    break;
                case TupleValue tuple:
                    Array.ForEach([.. tuple.Items], Add);
                    break;
                case MapValue map:
                    Array.ForEach([.. map.Pairs.Select(pair => pair.Value)], Add);
                    break;
                case AtomValue or IntegerValue or FloatValue or BinaryValue:
                    Known++;
                    break;
                case UnknownValue unknown when unknown.Reason.StartsWith("environment variable", StringComparison.Ordinal):
                case ChoiceValue choice when choice.Reason.StartsWith("environment variable", StringComparison.Ordinal):
                    Varying++;
                    break;
                default:
                    Others++;
                    Reasons.Add(value.ToString());
                    break;
            }
        }
    }
}

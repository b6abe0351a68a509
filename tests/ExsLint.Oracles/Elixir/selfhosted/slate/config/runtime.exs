import Config

defmodule Slate.Settings do
  @moduledoc "Reads variables, and says what is wrong with them."

  def boolean(name, default \\ false) do
    case System.get_env(name) do
      nil -> default
      "1" -> true
      "true" -> true
      _ -> false
    end
  end

  def integer!(name, default) do
    if text = System.get_env(name) do
      case Integer.parse(text) do
        {number, ""} -> number
        _ -> abort!("#{name} is no number")
      end
    else
      default
    end
  end

  def ip!(name) do
    if text = System.get_env(name) do
      case text |> String.to_charlist() |> :inet.parse_address() do
        {:ok, ip} -> ip
        {:error, :einval} -> abort!("#{name} is no address")
      end
    end
  end

  def password! do
    if password = System.get_env("SLATE_PASSWORD") do
      if byte_size(password) < 12, do: abort!("SLATE_PASSWORD is too short")
      password
    end
  end

  def one_of!(name, values, default) do
    value = System.get_env(name) || default
    if value in values, do: String.to_atom(value), else: abort!("#{name} is none of #{Enum.join(values, ", ")}")
  end

  def pairs(name) do
    name
    |> System.get_env("")
    |> String.split(",", trim: true)
    |> Enum.map(fn pair ->
      case String.split(pair, ":", parts: 2) do
        [key, value] -> {String.to_atom(key), value}
        [key] -> {String.to_atom(key), true}
      end
    end)
  end

  def abort!(message), do: raise("Slate does not start: " <> message)
end

alias Slate.Settings

config :logger, level: Settings.one_of!("SLATE_LOG_LEVEL", ~w(error warning notice info debug), "notice")

if metadata = System.get_env("SLATE_LOG_METADATA") do
  config :logger, :default_formatter, metadata: metadata |> String.split(",") |> Enum.map(&String.to_atom/1)
end

if System.get_env("SLATE_LOG_FORMAT") == "json" do
  config :logger, :default_handler, formatter: {LoggerJSON.Formatters.Basic, %{}}
end

if config_env() == :prod do
  # Who may come in.

  cond do
    password = Settings.password!() ->
      config :slate, authentication: {:password, password}

    Settings.boolean("SLATE_TOKEN_ENABLED", true) ->
      config :slate, token: System.get_env("SLATE_TOKEN") || "generated"

    true ->
      config :slate, authentication: :disabled
  end

  secret_key_base =
    System.get_env("SLATE_SECRET_KEY_BASE") || raise("SLATE_SECRET_KEY_BASE is not set")

  config :slate, SlateWeb.Endpoint, secret_key_base: secret_key_base

  # Where it listens.

  host = System.get_env("SLATE_HOST", "localhost")
  port = Settings.integer!("SLATE_PORT", 8080)
  base_path = System.get_env("SLATE_BASE_URL_PATH")

  config :slate, SlateWeb.Endpoint,
    url: [host: host, scheme: System.get_env("SLATE_SCHEME", "http")],
    http: [port: port]

  if ip = Settings.ip!("SLATE_IP") do
    config :slate, SlateWeb.Endpoint, http: [ip: ip]
    url_host = if ip in [{0, 0, 0, 0}, {127, 0, 0, 1}], do: "localhost", else: host
    config :slate, SlateWeb.Endpoint, url: [host: url_host]
  end

  if base_path do
    config :slate, SlateWeb.Endpoint, url: [path: base_path]
  end

  if public_port = System.get_env("SLATE_PUBLIC_PORT") do
    config :slate, SlateWeb.Endpoint, url: [port: String.to_integer(public_port)]
  end

  if Settings.boolean("SLATE_HTTPS") do
    https = [
      port: Settings.integer!("SLATE_HTTPS_PORT", 8443),
      cipher_suite: :strong,
      certfile: System.fetch_env!("SLATE_CERT"),
      keyfile: System.fetch_env!("SLATE_KEY")
    ]

    https = if ca = System.get_env("SLATE_CA"), do: [cacertfile: ca, verify: :verify_peer] ++ https, else: https

    config :slate, SlateWeb.Endpoint, https: https
  end

  unless System.get_env("SLATE_SHARED_SOCKET") in [nil, ""] do
    config :slate, SlateWeb.Endpoint, http: [thousand_island_options: [num_acceptors: 1]]
  end

  if hosts = System.get_env("SLATE_CHECK_ORIGIN") do
    check_origin =
      case hosts do
        "false" -> false
        "conn" -> :conn
        hosts -> String.split(hosts, ",")
      end

    config :slate, SlateWeb.Endpoint, check_origin: check_origin
  end

  if forced = System.get_env("SLATE_FORCE_SSL_HOST") do
    config :slate, force_ssl_host: forced
    config :slate, SlateWeb.Endpoint, force_ssl: [host: forced, rewrite_on: [:x_forwarded_proto]]
  end

  # The database.

  ssl_options =
    if Settings.boolean("SLATE_DATABASE_SSL") do
      [ssl: [verify: if(Settings.boolean("SLATE_DATABASE_SSL_VERIFY", true), do: :verify_peer, else: :verify_none)]]
    else
      []
    end

  connection =
    case System.get_env("SLATE_DATABASE_URL") do
      nil ->
        [
          username: System.get_env("SLATE_DATABASE_USER", "slate"),
          password: System.get_env("SLATE_DATABASE_PASSWORD"),
          hostname: System.get_env("SLATE_DATABASE_HOST", "localhost"),
          database: "slate"
        ]

      url ->
        [url: url]
    end

  config :slate, Slate.Repo, connection ++ ssl_options ++ [pool_size: Settings.integer!("SLATE_POOL", 10)]

  config :slate, Slate.Repo,
    queue_target: 500,
    queue_interval: 1_000,
    parameters: [application_name: "slate-#{System.get_env("SLATE_NODE", "one")}"]

  if Settings.boolean("SLATE_DATABASE_IPV6") do
    config :slate, Slate.Repo, socket_options: [:inet6]
  end

  # The cluster.

  topology =
    case System.get_env("SLATE_CLUSTER") do
      nil ->
        []

      "auto" ->
        [dns: [strategy: Cluster.Strategy.DNSPoll, config: [polling_interval: 5_000, query: "slate.internal"]]]

      "dns:" <> query ->
        [dns: [strategy: Cluster.Strategy.DNSPoll, config: [polling_interval: 5_000, query: query]]]

      _ ->
        Settings.abort!("SLATE_CLUSTER is auto or dns:QUERY")
    end

  config :libcluster, topologies: topology

  if topology != [] do
    config :slate, Slate.Cluster, enabled: true, drain: true
  end

  # Mail.

  if adapter = System.get_env("SLATE_MAIL_ADAPTER") do
    config :slate, Slate.Mailer, adapter: Module.concat([adapter]), from_email: System.get_env("SLATE_MAIL_FROM")
    config :slate, Slate.Mailer, Settings.pairs("SLATE_MAIL_OPTIONS")
  else
    config :slate, Slate.Mailer, adapter: Slate.Mailer.Noop
  end

  # What else there is.

  config :slate, :limits,
    cells: Settings.integer!("SLATE_MAX_CELLS", 1_000),
    sessions: [per_user: Settings.integer!("SLATE_MAX_SESSIONS", 20)]

  feature_flags =
    for {name, flag} <- [{"SLATE_DEPLOY", :deployment}, {"SLATE_HUB", :hub}],
        System.get_env(name),
        do: {flag, Settings.boolean(name)}

  config :slate, feature_flags: feature_flags

  rewrites = System.get_env("SLATE_PROXY_HEADERS", "") |> String.split(",", trim: true)
  config :slate, rewrite_on: Enum.map(rewrites, &String.to_atom/1), within_iframe: Settings.boolean("SLATE_WITHIN_IFRAME")

  if Settings.boolean("SLATE_WITHIN_IFRAME") do
    config :slate, :iframe_port, Settings.integer!("SLATE_IFRAME_PORT", 8081)
    config :slate, SlateWeb.Endpoint, check_origin: false
  end

  if Settings.boolean("SLATE_AWS_CREDENTIALS"), do: config(:slate, aws_credentials: true)

  if (schemes = System.get_env("SLATE_ALLOW_URI_SCHEMES")) && schemes != "" do
    config :slate, allowed_uri_schemes: String.split(schemes, ",")
  end

  config :opentelemetry,
    span_processor: :batch,
    traces_exporter: if(System.get_env("SLATE_OTLP"), do: :otlp, else: :none)

  if endpoint = System.get_env("SLATE_OTLP") do
    config :opentelemetry_exporter, otlp_protocol: :grpc, otlp_endpoint: endpoint
  end
end

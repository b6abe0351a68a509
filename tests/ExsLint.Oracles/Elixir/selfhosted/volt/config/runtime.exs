import Config

defmodule Settings do
  def integer(nil), do: nil
  def integer(text), do: String.to_integer(text)

  def topic!(nil), do: nil
  def topic!(""), do: nil

  def topic!(topic) when is_binary(topic) do
    cond do
      String.contains?(topic, "/") -> raise "MQTT_NAMESPACE must not contain '/'"
      String.contains?(topic, ["+", "#"]) -> raise "MQTT_NAMESPACE must not contain wildcards"
      true -> topic
    end
  end

  def prefix!(nil), do: nil
  def prefix!(""), do: nil

  def prefix!(prefix) when is_binary(prefix) do
    case String.contains?(prefix, ["+", "#"]) do
      true -> raise "MQTT_DISCOVERY_PREFIX must not contain wildcards"
      false -> prefix
    end
  end

  def origin!("true"), do: true
  def origin!("false"), do: false
  def origin!(hosts) when is_binary(hosts), do: String.split(hosts, ",")
  def origin!(other), do: raise("CHECK_ORIGIN is wrong: #{inspect(other)}")

  def listen do
    port = get("PORT", prod: "4000", dev: "4000", test: "4002")
    defaults = [transport_options: [socket_opts: [:inet6]], port: port]

    case System.get_env("LISTEN_ON", "") do
      "" ->
        defaults

      address ->
        case address |> to_charlist() |> :inet.parse_address() do
          {:ok, ip} -> [ip: ip, port: port]
          {:error, _} -> defaults
        end
    end
  end

  def fetch!(name, defaults \\ []) do
    case config_env() do
      :prod -> System.fetch_env!(name)
      env -> System.get_env(name, defaults[env] || defaults[:all])
    end
  end

  def get(name, defaults \\ []) do
    System.get_env(name, defaults[config_env()])
  end

  def true?(name), do: System.get_env(name) == "true"
end

config :volt, default_place: System.get_env("DEFAULT_PLACE")

# The database: by a socket, or by a host.

case System.get_env("DATABASE_SOCKET_DIR") do
  nil ->
    config :volt, Volt.Repo,
      username: Settings.fetch!("DATABASE_USER", all: "postgres"),
      password: Settings.fetch!("DATABASE_PASS", all: "postgres"),
      hostname: Settings.fetch!("DATABASE_HOST", all: "localhost"),
      port: System.get_env("DATABASE_PORT", "5432")

  socket_dir ->
    repo =
      [
        socket_dir: socket_dir,
        port: System.get_env("DATABASE_PORT", "5432"),
        username: System.get_env("DATABASE_USER"),
        password: System.get_env("DATABASE_PASS")
      ]
      |> Enum.reject(fn {_key, value} -> is_nil(value) end)

    config :volt, Volt.Repo, repo
end

config :volt, Volt.Repo,
  pool_size: System.get_env("DATABASE_POOL_SIZE", "10") |> String.to_integer(),
  timeout: System.get_env("DATABASE_TIMEOUT", "60000") |> String.to_integer(),
  database: Settings.fetch!("DATABASE_NAME", dev: "volt_dev", test: "volt_test"),
  queue_target: 500,
  queue_interval: 2_000

case System.get_env("DATABASE_SSL") do
  "true" ->
    ca_file = System.get_env("DATABASE_SSL_CA_FILE") || raise "DATABASE_SSL_CA_FILE must be set"
    config :volt, Volt.Repo, ssl: true, ssl_opts: [verify: :verify_peer, cacertfile: ca_file]

  "noverify" ->
    config :volt, Volt.Repo,
      ssl: true,
      ssl_opts: [
        server_name_indication:
          to_charlist(System.get_env("DATABASE_SSL_SNI") || Settings.fetch!("DATABASE_HOST", all: "localhost")),
        verify: :verify_none
      ]

  _ ->
    config :volt, Volt.Repo, ssl: false
end

if System.get_env("DATABASE_IPV6") == "true" do
  config :volt, Volt.Repo, socket_options: [:inet6]
end

# The web interface.

config :volt, VoltWeb.Endpoint,
  http: Settings.listen() |> Keyword.merge(protocol_options: [max_header_value_length: 16_384]),
  url: [host: System.get_env("VIRTUAL_HOST", "localhost"), path: System.get_env("URL_PATH", "/"), port: 80],
  secret_key_base: System.get_env("SECRET_KEY_BASE", "0123456789"),
  live_view: [signing_salt: System.get_env("SIGNING_SALT", "salt")],
  check_origin: System.get_env("CHECK_ORIGIN", "false") |> Settings.origin!()

if System.get_env("FORCE_SSL") == "true" do
  config :volt, VoltWeb.Endpoint, force_ssl: [rewrite_on: [:x_forwarded_proto]]
end

# The message broker.

if System.get_env("DISABLE_MQTT") != "true" or config_env() == :test do
  config :volt, :mqtt,
    host: Settings.fetch!("MQTT_HOST", all: "localhost"),
    port: System.get_env("MQTT_PORT") |> Settings.integer(),
    username: System.get_env("MQTT_USERNAME"),
    password: System.get_env("MQTT_PASSWORD"),
    tls: System.get_env("MQTT_TLS") == "true",
    accept_invalid_certs: Settings.true?("MQTT_TLS_ACCEPT_INVALID_CERTS"),
    namespace: System.get_env("MQTT_NAMESPACE") |> Settings.topic!(),
    ipv6: Settings.true?("MQTT_IPV6"),
    discovery: Settings.true?("MQTT_DISCOVERY"),
    discovery_prefix: System.get_env("MQTT_DISCOVERY_PREFIX") |> Settings.prefix!(),
    keep_alive: 30
end

unless System.get_env("DISABLE_MQTT") == "true" do
  config :volt, :mqtt, client_id: "volt"
end

config :volt, :cache, dir: System.get_env("CACHE_DIR", ".cache"), ttl: :timer.minutes(30)
config :volt, Volt.Vault, key: Settings.get("ENCRYPTION_KEY", test: "secret"), cipher: :aes_256_gcm
config :tzdata, :data_dir, System.get_env("TZDATA_DIR", "/tmp")

if level = System.get_env("LOG_LEVEL") do
  config :logger, level: String.to_atom(level)
end

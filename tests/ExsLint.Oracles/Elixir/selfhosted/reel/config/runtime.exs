import Config

# Everything below is optional but for the database and the secret: each variable changes one thing.
env = &System.get_env/1

flag = fn name, default ->
  case env.(name) do
    nil ->
      default

    value ->
      case value |> String.trim() |> String.downcase() do
        v when v in ~w(1 true yes on) -> true
        v when v in ~w(0 false no off) -> false
        _ -> default
      end
  end
end

if flag.("REEL_SERVER", false) do
  config :reel, ReelWeb.Endpoint, server: true
  config :reel, ReelAdmin.Endpoint, server: true
end

if config_env() == :prod do
  database_url =
    System.get_env("DATABASE_URL") ||
      raise """
      DATABASE_URL is not set.
      It looks like ecto://USER:PASSWORD@HOST/DATABASE
      """

  config :reel, Reel.Repo, url: database_url
end

if config_env() in [:prod, :dev] do
  if secret_key_base = env.("SECRET_KEY_BASE") do
    config :reel, ReelWeb.Endpoint, secret_key_base: secret_key_base
    config :reel, ReelAdmin.Endpoint, secret_key_base: secret_key_base
    config :reel, Reel.Accounts, secret: secret_key_base
  end

  # The main endpoint.

  if port = env.("PORT") do
    config :reel, ReelWeb.Endpoint, http: [port: String.to_integer(port)]
  end

  if flag.("BIND_ALL", false) do
    config :reel, ReelWeb.Endpoint, http: [ip: {0, 0, 0, 0}]
  end

  if scheme = env.("URL_SCHEME") do
    config :reel, ReelWeb.Endpoint, url: [scheme: scheme]

    case scheme do
      "http" -> config :reel, ReelWeb.Endpoint, url: [port: 80]
      "https" -> config :reel, ReelWeb.Endpoint, url: [port: 443]
      _ -> :ok
    end
  end

  if host = env.("URL_HOST") do
    config :reel, ReelWeb.Endpoint, url: [host: host]
  end

  if path = env.("URL_PATH") do
    config :reel, ReelWeb.Endpoint, url: [path: path]
  end

  if port = env.("URL_PORT") do
    config :reel, ReelWeb.Endpoint, url: [port: String.to_integer(port)]
  end

  if origins = env.("CHECK_ORIGIN") do
    config :reel, ReelWeb.Endpoint, check_origin: String.split(origins, ",", trim: true)
  end

  # The admin endpoint.

  if port = env.("ADMIN_PORT") do
    config :reel, ReelAdmin.Endpoint, http: [port: String.to_integer(port)]
  end

  if flag.("ADMIN_BIND_ALL", false) do
    config :reel, ReelAdmin.Endpoint, http: [ip: {0, 0, 0, 0}]
  end

  if scheme = env.("ADMIN_URL_SCHEME") do
    config :reel, ReelAdmin.Endpoint, url: [scheme: scheme]
  end

  if host = env.("ADMIN_URL_HOST") do
    config :reel, ReelAdmin.Endpoint, url: [host: host]
  end

  if port = env.("ADMIN_URL_PORT") do
    config :reel, ReelAdmin.Endpoint, url: [port: String.to_integer(port)]
  end

  if flag.("ADMIN_ON_MAIN_ENDPOINT", false) do
    config :reel, ReelWeb.AdminGate, enabled: true
  end

  # Files.

  if dir = env.("DATA_DIR") do
    config :reel, Reel.Files.Local, path: "#{dir}/uploads"
  end

  cache_path = env.("CACHE_PATH")

  if cache_path do
    config :reel, Reel.Cache, path: cache_path
  end

  config :ex_aws,
    region: [{:system, "S3_REGION"}, {:system, "AWS_REGION"}],
    access_key_id: [{:system, "S3_ACCESS_KEY_ID"}, :instance_role],
    secret_access_key: [{:system, "S3_SECRET_ACCESS_KEY"}, :instance_role]

  if bucket = env.("S3_BUCKET") do
    config :reel, Reel.Files, adapter: Reel.Files.S3
    config :reel, Reel.Files.S3, bucket: bucket, path: "uploads/", acl: :private

    if endpoint = env.("S3_ENDPOINT") do
      uri = URI.parse(endpoint)
      config :ex_aws, :s3, scheme: "#{uri.scheme}://", host: uri.host, port: uri.port
    end
  end

  # The database.

  if size = env.("DB_POOL_SIZE") do
    config :reel, Reel.Repo, pool_size: String.to_integer(size)
  end

  if flag.("ECTO_IPV6", false) do
    config :reel, Reel.Repo, socket_options: [:inet6]
  end

  if flag.("DB_SSL", false) do
    config :reel, Reel.Repo, ssl: [verify: :verify_none]
  end

  # Mail.

  if relay = env.("SMTP_HOST") do
    config :reel, Reel.Mailer,
      adapter: Swoosh.Adapters.SMTP,
      relay: relay,
      port: String.to_integer(env.("SMTP_PORT") || "587")

    if username = env.("SMTP_USERNAME") do
      config :reel, Reel.Mailer, username: username
    end

    if password = env.("SMTP_PASSWORD") do
      config :reel, Reel.Mailer, password: password
    end

    if tls = env.("SMTP_TLS") do
      config :reel, Reel.Mailer, tls: String.to_atom(tls)
    end

    if retries = env.("SMTP_RETRIES") do
      config :reel, Reel.Mailer, retries: String.to_integer(retries)
    end

    tls_options = [depth: 99, versions: [:"tlsv1.2", :"tlsv1.3"]]

    tls_options =
      if flag.("SMTP_TLS_VERIFY_HOST", true) do
        Keyword.put(tls_options, :server_name_indication, String.to_charlist(relay))
      else
        Keyword.put(tls_options, :server_name_indication, :disable)
      end

    tls_options =
      if flag.("SMTP_TLS_VERIFY_CERT", true),
        do: tls_options,
        else: Keyword.put(tls_options, :verify, :verify_none)

    config :reel, Reel.Mailer, tls_options: tls_options
  end

  # Limits and defaults.

  if limit = env.("UPLOAD_LIMIT") do
    config :reel, ReelWeb.Parsers, length: String.to_integer(limit)
  end

  if ttls = env.("UNCLAIMED_TTL") do
    ttls =
      case String.split(ttls, ",", parts: 2) do
        [delete] -> [delete: String.to_integer(delete)]
        [hide, delete] -> [hide: String.to_integer(hide), delete: String.to_integer(delete)]
      end

    config :reel, :unclaimed_ttl, ttls
  end

  if flag.("SIGN_UP_DISABLED", false) do
    config :reel, Reel.Accounts, sign_up?: false
  end

  case env.("DEFAULT_AVATAR") do
    "shapes" -> config :reel, ReelWeb.Avatar, adapter: ReelWeb.Avatar.Shapes
    "letters" -> config :reel, ReelWeb.Avatar, adapter: ReelWeb.Avatar.Letters
    _ -> :ok
  end

  if limit = env.("STREAM_LIMIT") || env.("LIVE_STREAM_LIMIT") do
    config :reel, Reel.Accounts, stream_limit: String.to_integer(limit)
  end

  unless flag.("STREAMING_ENABLED", true) do
    config :reel, Reel.Accounts, streaming?: false
  end

  mode = env.("STREAM_RECORDING")

  if mode in ["forced", "allowed", "disabled"] do
    config :reel, Reel.Streams, recording: String.to_atom(mode)
  end

  visibility = env.("DEFAULT_VISIBILITY")

  if visibility in ~w[private unlisted public] do
    config :reel, Reel.Accounts, default_visibility: String.to_atom(visibility)
  end

  if pages = env.("GUEST_MAX_PAGES") do
    case Integer.parse(pages) do
      {pages, ""} when pages > 0 -> config :reel, guest_max_pages: pages
      _ -> raise "GUEST_MAX_PAGES is no positive number"
    end
  end

  if dsn = env.("SENTRY_DSN") do
    config :sentry, dsn: dsn, environment_name: config_env()
  end

  if email = env.("CONTACT_EMAIL") do
    config :reel, contact_email: email
  end
end

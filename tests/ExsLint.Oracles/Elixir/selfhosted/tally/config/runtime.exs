import Config

env_or_file = fn name, default ->
  case System.get_env(name) do
    nil ->
      path = Path.join(System.get_env("CONFIG_DIR", "/run/secrets"), name)
      if File.exists?(path), do: path |> File.read!() |> String.trim(), else: default

    value ->
      value
  end
end

# What has to be there.

base_url =
  System.get_env("BASE_URL") ||
    raise "BASE_URL is not set, see the manual of the server"

base_url = URI.parse(base_url)

if base_url.scheme not in ["http", "https"] do
  raise "BASE_URL must start with http or https"
end

secret_key_base =
  case env_or_file.("SECRET_KEY_BASE", nil) do
    nil -> raise "SECRET_KEY_BASE is not set"
    key when byte_size(key) < 8 -> raise "SECRET_KEY_BASE is too short"
    key -> key
  end

listen_ip =
  case System.get_env("LISTEN_IP", "0.0.0.0") |> String.to_charlist() |> :inet.parse_address() do
    {:ok, ip} -> ip
    {:error, reason} -> raise "LISTEN_IP is wrong: #{inspect(reason)}"
  end

http_port = String.to_integer(System.get_env("HTTP_PORT") || System.get_env("PORT") || "8000")
https_port = if port = System.get_env("HTTPS_PORT"), do: String.to_integer(port)

db_url = System.get_env("DATABASE_URL", "postgres://postgres:postgres@tally_db:5432/tally_db")
db_socket_dir = System.get_env("DATABASE_SOCKET_DIR")
events_url = System.get_env("EVENTS_DATABASE_URL", "http://tally_events_db:8123/tally_events_db")
{flush_interval, ""} = Integer.parse(System.get_env("EVENTS_FLUSH_INTERVAL_MS", "5000"))
{max_buffer, ""} = Integer.parse(System.get_env("EVENTS_MAX_BUFFER_SIZE", "10000"))

env = System.get_env("ENVIRONMENT", "prod")
mailer_adapter = System.get_env("MAILER_ADAPTER", "Bamboo.SMTPAdapter")
mailer_email = System.get_env("MAILER_EMAIL", "tally@localhost")

mailer_from =
  if name = System.get_env("MAILER_NAME"), do: {name, mailer_email}, else: mailer_email

app_version = System.get_env("APP_VERSION", "0.0.1")
is_selfhost = System.get_env("SELFHOST", "true") in ["1", "t", "true"]
log_failed_logins = System.get_env("LOG_FAILED_LOGINS", "true") == "true"

log_level =
  case System.get_env("LOG_LEVEL") do
    level when level in ["debug", "info", "warning", "error"] -> String.to_atom(level)
    _ -> :warning
  end

log_format = System.get_env("LOG_FORMAT", "standard")

disable_registration =
  case System.get_env("DISABLE_REGISTRATION") do
    value when value in ["true", "1"] -> true
    value when value in ["false", "0"] -> false
    "invite_only" -> :invite_only
    nil -> true
    _ -> raise "DISABLE_REGISTRATION is one of true, false, invite_only"
  end

totp_key =
  case env_or_file.("TOTP_VAULT_KEY", nil) do
    nil -> :crypto.hash(:sha256, secret_key_base)
    key -> Base.decode64!(key)
  end

config :tally,
  environment: env,
  mailer_email: mailer_from,
  is_selfhost: is_selfhost,
  custom_script_name: System.get_env("CUSTOM_SCRIPT_NAME", "script"),
  log_failed_login_attempts: log_failed_logins,
  site_limit: 50,
  session_timeout: :timer.hours(24) * 14

config :tally, :selfhost,
  enable_email_verification: System.get_env("ENABLE_EMAIL_VERIFICATION", "false") == "true",
  disable_registration: disable_registration

config :tally, Tally.Auth.TOTP, vault_key: totp_key, period: 30

# The endpoint.

config :tally, TallyWeb.Endpoint,
  url: [scheme: base_url.scheme, host: base_url.host, path: base_url.path, port: base_url.port],
  http: [port: http_port, ip: listen_ip, transport_options: [max_connections: :infinity], protocol_options: [max_keepalive: 100]],
  secret_key_base: secret_key_base

if https_port do
  https = [port: https_port, ip: listen_ip, cipher_suite: :strong, otp_app: :tally]

  https =
    if dir = System.get_env("CERT_DIR"),
      do: Keyword.merge(https, certfile: Path.join(dir, "cert.pem"), keyfile: Path.join(dir, "key.pem")),
      else: https

  config :tally, TallyWeb.Endpoint, https: https

  if System.get_env("FORCE_SSL") == "true" do
    config :tally, TallyWeb.Endpoint, force_ssl: [hsts: true, subdomains: false]
  end
end

# Databases.

maybe_ipv6 = if System.get_env("ECTO_IPV6") in ~w(true 1), do: [:inet6], else: []

if is_nil(db_socket_dir) do
  config :tally, Tally.Repo, url: db_url, socket_options: maybe_ipv6
else
  config :tally, Tally.Repo,
    socket_dir: db_socket_dir,
    database: System.get_env("DATABASE_NAME", "tally")
end

if cacert = System.get_env("DATABASE_CACERTFILE") do
  config :tally, Tally.Repo, ssl: true, ssl_opts: [cacertfile: cacert, verify: :verify_peer, depth: 3]
end

pool_size = String.to_integer(System.get_env("DATABASE_POOL_SIZE", "10"))

config :tally, Tally.Repo, pool_size: pool_size

config :tally, Tally.EventsRepo,
  url: events_url,
  transport_opts: [inet6: maybe_ipv6 != []],
  pool_size: 15,
  flush_interval_ms: flush_interval,
  max_buffer_size: max_buffer

# Mail.

case mailer_adapter do
  "Bamboo.PostmarkAdapter" ->
    config :tally, Tally.Mailer,
      adapter: Bamboo.PostmarkAdapter,
      request_options: [recv_timeout: 10_000],
      api_key: env_or_file.("POSTMARK_API_KEY", nil)

  "Bamboo.MailgunAdapter" ->
    config :tally, Tally.Mailer,
      adapter: Bamboo.MailgunAdapter,
      hackney_opts: [recv_timeout: :timer.seconds(10)],
      api_key: env_or_file.("MAILGUN_API_KEY", nil),
      domain: System.get_env("MAILGUN_DOMAIN")

    if base_uri = System.get_env("MAILGUN_BASE_URI") do
      config :tally, Tally.Mailer, base_uri: base_uri
    end

  "Bamboo.SMTPAdapter" ->
    config :tally, Tally.Mailer,
      adapter: Bamboo.SMTPAdapter,
      server: System.get_env("SMTP_HOST_ADDR", "mail"),
      hostname: base_url.host,
      port: System.get_env("SMTP_HOST_PORT", "25"),
      username: System.get_env("SMTP_USER_NAME"),
      password: env_or_file.("SMTP_USER_PWD", nil),
      tls: :if_available,
      allowed_tls_versions: [:tlsv1, :"tlsv1.1", :"tlsv1.2"],
      ssl: System.get_env("SMTP_HOST_SSL_ENABLED") == "true",
      retries: String.to_integer(System.get_env("SMTP_RETRIES") || "2"),
      no_mx_lookups: System.get_env("SMTP_MX_LOOKUPS_ENABLED", "false") != "true"

  _ ->
    raise "MAILER_ADAPTER is not known"
end

# Jobs.

base_cron = [
  {"0 0 * * *", Tally.Workers.RotateSalts},
  {"0 * * * *", Tally.Workers.ScheduleReports},
  {"*/15 * * * *", Tally.Workers.TrafficNotifier},
  {"0 0 * * *", Tally.Workers.CleanCodes}
]

cloud_cron = [{"0 12 * * *", Tally.Workers.TrialNotifications}, {"0 14 * * *", Tally.Workers.CheckUsage}]
base_queues = [rotate_salts: 1, schedule_reports: 1, send_reports: 1, notifications: 1]
cloud_queues = [trial_emails: 1, check_usage: 1]

cron_enabled = System.get_env("CRON_ENABLED", "true") == "true"

config :tally, Oban,
  repo: Tally.Repo,
  notifier: Oban.Notifiers.PG,
  queues: if(cron_enabled, do: if(is_selfhost, do: base_queues, else: base_queues ++ cloud_queues), else: false),
  plugins:
    if(cron_enabled,
      do: [
        {Oban.Plugins.Pruner, max_age: 2_592_000},
        {Oban.Plugins.Cron, crontab: if(is_selfhost, do: base_cron, else: base_cron ++ cloud_cron)}
      ],
      else: false
    ),
  peer: if(cron_enabled, do: Oban.Peers.Database, else: false)

# Third parties.

config :sentry, dsn: System.get_env("SENTRY_DSN"), environment_name: env, release: app_version, tags: %{version: app_version}
config :tally, :google, client_id: System.get_env("GOOGLE_CLIENT_ID"), api_url: "https://www.googleapis.example"
config :tally, :captcha, sitekey: System.get_env("CAPTCHA_SITEKEY"), secret: env_or_file.("CAPTCHA_SECRET", nil)

geo =
  cond do
    path = System.get_env("GEO_DB") -> [type: :file, path: path]
    key = System.get_env("GEO_LICENSE_KEY") -> [type: :download, license_key: key, edition: System.get_env("GEO_EDITION", "City")]
    true -> [type: :builtin, path: "priv/geo/country.mmdb.gz"]
  end

config :tally, Tally.Geo, geo

case System.get_env("S3_DISABLED", "true") do
  "true" ->
    :ok

  _ ->
    config :ex_aws, :s3, scheme: "https://", host: System.get_env("S3_HOST", "s3"), region: System.get_env("S3_REGION", "eu")
    config :tally, Tally.S3, exports_bucket: System.get_env("S3_EXPORTS", "exports"), imports_bucket: "imports"
end

config :logger, level: log_level

config :logger, :default_formatter, metadata: [:request_id]

case String.downcase(log_format) do
  "json" -> config :logger, :default_handler, formatter: {LoggerJSON.Formatters.Basic, metadata: :all}
  "standard" -> config :logger, :default_handler, level: log_level
  _ -> raise "LOG_FORMAT is json or standard"
end

if System.get_env("OPENTELEMETRY") == "true" do
  config :opentelemetry, resource: [service: [name: "tally", version: app_version]], sampler: {Tally.Sampler, %{ratio: 0.5}}
else
  config :opentelemetry, sampler: :always_off, traces_exporter: :none
end

unless System.get_env("DISABLE_CRON") in ["1", "true"] do
  config :tally, Tally.Cron, enabled: true, interval: :timer.minutes(5)
end

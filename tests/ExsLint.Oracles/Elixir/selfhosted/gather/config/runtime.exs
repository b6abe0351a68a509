import Config

listen_ip = System.get_env("GATHER_LISTEN_IP", "0.0.0.0")

listen_ip =
  case listen_ip |> to_charlist() |> :inet.parse_address() do
    {:ok, ip} -> ip
    {:error, _} -> raise "GATHER_LISTEN_IP does not match the expected IP format."
  end

loglevels = [:emergency, :alert, :critical, :error, :warning, :info, :debug]
loglevel_text = System.get_env("GATHER_LOGLEVEL", "error")

loglevel =
  if loglevel_text in Enum.map(loglevels, &to_string/1) do
    String.to_atom(loglevel_text)
  else
    :info
  end

on? = fn name -> System.get_env(name, "false") == "true" end

config :gather, GatherWeb.Endpoint,
  server: true,
  url: [host: System.get_env("GATHER_HOST", "gather.lan")],
  http: [port: String.to_integer(System.get_env("GATHER_PORT", "4000")), ip: listen_ip],
  secret_key_base: System.get_env("GATHER_SECRET_KEY_BASE", "changethis")

config :gather, Gather.Guardian, secret_key: System.get_env("GATHER_SECRET_KEY", "changethis"), ttl: {4, :weeks}

languages =
  case System.get_env("GATHER_LANGUAGES") do
    nil -> []
    "" -> []
    text -> text |> String.split(",") |> Enum.map(&String.trim/1)
  end

config :gather, :instance,
  name: System.get_env("GATHER_NAME", "Gather"),
  hostname: System.get_env("GATHER_HOST", "gather.lan"),
  description: "Meet, and plan.",
  registrations_open: on?.("GATHER_REGISTRATIONS_OPEN"),
  registration_email_allowlist: System.get_env("GATHER_EMAIL_ALLOWLIST", "") |> String.split(":", trim: true),
  disable_database_login: on?.("GATHER_DISABLE_DATABASE_LOGIN"),
  languages: languages,
  demo: false,
  federating: true,
  email_from: System.get_env("GATHER_EMAIL", "noreply@gather.lan"),
  email_reply_to: System.get_env("GATHER_REPLY_EMAIL", "noreply@gather.lan")

unless on?.("GATHER_FEDERATION") or System.get_env("GATHER_FEDERATION") == nil do
  config :gather, :instance, federating: false
end

if on?.("GATHER_ANONYMOUS_REPORTS") do
  config :gather, :instance, anonymous: [reports: [allowed: true]]
end

if System.get_env("GATHER_ANONYMOUS_CAPTCHA") == "true" do
  config :gather, :instance, anonymous: [participation: [validation: [captcha: [enabled: true]]]]
end

config :gather, Gather.Storage.Repo,
  adapter: Ecto.Adapters.Postgres,
  username: System.get_env("GATHER_DATABASE_USERNAME", "username"),
  password: System.get_env("GATHER_DATABASE_PASSWORD", "password"),
  database: System.get_env("GATHER_DATABASE_DBNAME", "gather"),
  hostname: System.get_env("GATHER_DATABASE_HOST", "postgres"),
  port: System.get_env("GATHER_DATABASE_PORT", "5432") |> String.to_integer(),
  pool_size: 10

if on?.("GATHER_DATABASE_SSL") do
  config :gather, Gather.Storage.Repo, ssl: true, ssl_opts: [verify: :verify_none]
end

smtp_password = System.get_env("GATHER_SMTP_PASSWORD")

mailer = [
  adapter: Swoosh.Adapters.SMTP,
  relay: System.get_env("GATHER_SMTP_SERVER", "localhost"),
  port: System.get_env("GATHER_SMTP_PORT", "25") |> String.to_integer(),
  username: System.get_env("GATHER_SMTP_USERNAME"),
  password: smtp_password,
  tls: System.get_env("GATHER_SMTP_TLS", "if_available") |> String.to_atom(),
  ssl: on?.("GATHER_SMTP_SSL"),
  retries: 1,
  no_mx_lookups: false,
  auth: System.get_env("GATHER_SMTP_AUTH", "if_available") |> String.to_atom()
]

mailer =
  if System.get_env("GATHER_SMTP_TLS") == "never",
    do: mailer,
    else: mailer ++ [tls_options: [versions: [:"tlsv1.2"], verify: :verify_none]]

mailer = if is_nil(smtp_password), do: Keyword.drop(mailer, [:username, :password]), else: mailer

config :gather, GatherWeb.Email.Mailer, mailer

# Logins by others.

ldap? = System.get_env("GATHER_AUTHENTICATOR", "internal") == "ldap"

if ldap? do
  config :gather, Gather.Auth.Authenticator, Gather.Auth.LDAP

  config :gather, :ldap,
    enabled: true,
    host: System.get_env("GATHER_LDAP_HOST", "localhost"),
    port: String.to_integer(System.get_env("GATHER_LDAP_PORT", "389")),
    ssl: on?.("GATHER_LDAP_SSL"),
    sslopts: [],
    tls: on?.("GATHER_LDAP_TLS"),
    base: System.get_env("GATHER_LDAP_BASE", "dc=example"),
    uid: System.get_env("GATHER_LDAP_UID", "cn"),
    require_bind_for_search: not is_nil(System.get_env("GATHER_LDAP_BIND_UID")),
    group: System.get_env("GATHER_LDAP_GROUP")

  with uid when is_binary(uid) <- System.get_env("GATHER_LDAP_BIND_UID"),
       password when is_binary(password) <- System.get_env("GATHER_LDAP_BIND_PASSWORD") do
    config :gather, :ldap, bind_uid: {:full, uid}, bind_password: password
  end
end

providers = []

providers =
  if System.get_env("GATHER_KEYCLOAK_ID"),
    do: providers ++ [keycloak: {Ueberauth.Strategy.Keycloak, [default_scope: "email"]}],
    else: providers

providers =
  if System.get_env("GATHER_GITLAB_ID"),
    do: providers ++ [gitlab: {Ueberauth.Strategy.Gitlab, [default_scope: "read_user"]}],
    else: providers

config :ueberauth, Ueberauth, providers: providers

if id = System.get_env("GATHER_KEYCLOAK_ID") do
  config :ueberauth, Ueberauth.Strategy.Keycloak.OAuth,
    client_id: id,
    client_secret: System.get_env("GATHER_KEYCLOAK_SECRET"),
    site: "https://login.example",
    authorize_url: "https://login.example/auth"
end

unless ldap? do
  config :gather, Gather.Auth.Authenticator, Gather.Auth.Internal
end

# Places and maps.

geo = System.get_env("GATHER_GEO", "nominatim")

service =
  case geo do
    "addok" -> Gather.Geo.Addok
    "photon" -> Gather.Geo.Photon
    _ -> Gather.Geo.Nominatim
  end

config :gather, Gather.Geo, service: service

if geo == "addok" do
  config :gather, Gather.Geo.Addok, endpoint: System.get_env("GATHER_ADDOK", "https://addok.example"), default_country: "de"
end

if geo == "photon" do
  config :gather, Gather.Geo.Photon, endpoint: System.get_env("GATHER_PHOTON", "https://photon.example")
end

if endpoint = System.get_env("GATHER_TILES") do
  config :gather, :maps, tiles: [endpoint: endpoint]
end

config :gather, :http_security,
  sts: on?.("GATHER_STS"),
  csp: [
    connect_src: ["self"] ++ if(System.get_env("GATHER_MATOMO"), do: [System.get_env("GATHER_MATOMO")], else: []),
    frame_ancestors: ["none"]
  ]

# Files.

config :gather, GatherWeb.Upload.Local, uploads: System.get_env("GATHER_UPLOADS", "/var/lib/gather/uploads")

config :gather, :exports,
  path: System.get_env("GATHER_EXPORTS", "/var/lib/gather/exports"),
  formats: [Gather.Export.CSV] ++ if(on?.("GATHER_EXPORT_PDF"), do: [Gather.Export.PDF], else: [])

config :tz_world, data_dir: System.get_env("GATHER_TZ_DIR", "/var/lib/gather/timezones")
config :tzdata, :data_dir, System.get_env("GATHER_TZDATA_DIR", "/var/lib/gather/tzdata")

config :logger, level: loglevel, backends: [:console]
config :logger, :console, format: "$metadata[$level] $message\n", metadata: if(loglevel == :debug, do: :all, else: [:request_id])

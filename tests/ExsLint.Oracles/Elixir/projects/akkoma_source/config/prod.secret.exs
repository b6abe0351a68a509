import Config

config :pleroma, Pleroma.Web.Endpoint,
  url: [host: "social.example", scheme: "https", port: 443],
  http: [ip: {127, 0, 0, 1}, port: 4000],
  secret_key_base: "another-one-for-this-test-another-one-for-this-test-another-one-fo",
  signing_salt: "xTe5uu"

config :pleroma, :instance,
  name: "A test",
  email: "admin@social.example",
  registrations_open: System.get_env("REGISTRATIONS", "closed") == "open"

config :pleroma, :media_proxy, enabled: false, redirect_on_failure: true

config :pleroma, Pleroma.Repo,
  adapter: Ecto.Adapters.Postgres,
  username: "akkoma",
  password: System.get_env("DB_PASS") || "akkoma",
  database: "akkoma",
  hostname: "localhost"

config :web_push_encryption, :vapid_details,
  subject: "mailto:admin@social.example",
  public_key: "BPublic",
  private_key: "private"

config :pleroma, :http_security, enabled: true, sts: true
config :pleroma, Pleroma.Upload, filters: [Pleroma.Upload.Filter.Exiftool.StripMetadata], base_url: "https://media.social.example/media/"
config :joken, default_signer: "signer"
config :pleroma, :database, rum_enabled: false

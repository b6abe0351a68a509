# The instance's own settings. Each one that a hardening guide warns of is here; run `exslint check` beside it.
# The secrets are no secrets: they were made for this example.
import Config

config :pleroma, Pleroma.Web.Endpoint,
  url: [host: "social.example", scheme: "https", port: 443],
  http: [ip: {0, 0, 0, 0}, port: 4000],
  secret_key_base: "example-example-example-example-example-example-example-example-",
  signing_salt: "example1",
  # Switched off while testing without a certificate, and forgotten.
  secure_cookie_flag: false

config :pleroma, :instance,
  name: "An example",
  email: "admin@social.example",
  notify_email: "noreply@social.example",
  limit: 5000

config :pleroma, Pleroma.Upload, base_url: "https://social.example/media/"

config :pleroma, Pleroma.Repo,
  adapter: Ecto.Adapters.Postgres,
  username: "akkoma",
  password: "example",
  database: "akkoma",
  hostname: "localhost"

config :pleroma, :http_security,
  enabled: true,
  referrer_policy: "unsafe-url"

# The headers were once switched off behind a CDN that sent its own.
if System.get_env("BEHIND_CDN") do
  config :pleroma, :http_security, enabled: false
end

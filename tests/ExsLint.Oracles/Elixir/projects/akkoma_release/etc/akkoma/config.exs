# A release's own file: read by its provider when it starts, so that there is no config_env() here.
import Config

config :pleroma, Pleroma.Web.Endpoint,
  url: [host: System.get_env("DOMAIN", "social.example"), scheme: "https", port: 443],
  http: [ip: {127, 0, 0, 1}, port: 4000],
  secret_key_base: "made-for-this-test-made-for-this-test-made-for-this-test-made-for-",
  signing_salt: "salt"

config :pleroma, :instance,
  name: "A release",
  static_dir: "/var/lib/akkoma/static",
  registrations_open: false

config :pleroma, Pleroma.Repo,
  adapter: Ecto.Adapters.Postgres,
  username: "akkoma",
  password: "akkoma",
  socket_dir: "/run/postgresql",
  prepare: :named,
  parameters: [plan_cache_mode: "force_custom_plan"]

config :pleroma, Pleroma.Uploaders.Local, uploads: "/var/lib/akkoma/uploads"
config :pleroma, configurable_from_database: true

import_config "mailer.exs"

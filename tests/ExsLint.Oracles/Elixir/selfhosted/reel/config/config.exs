import Config

config :reel,
  ecto_repos: [Reel.Repo],
  generators: [timestamp_type: :utc_datetime],
  version: System.get_env("REEL_VERSION")

config :reel, :session, store: :cookie, key: "_reel_key", signing_salt: "6fGk21Qz", same_site: "Lax"

config :reel, ReelWeb.Endpoint,
  adapter: Bandit.PhoenixAdapter,
  url: [host: "localhost"],
  render_errors: [
    formats: [html: ReelWeb.ErrorHTML, json: ReelWeb.ErrorJSON, svg: ReelWeb.ErrorText],
    layout: false
  ],
  live_view: [signing_salt: "Zq81Lm0x"],
  pubsub_server: Reel.PubSub

config :reel, ReelAdmin.Endpoint,
  adapter: Bandit.PhoenixAdapter,
  url: [host: "localhost"],
  render_errors: [formats: [html: ReelAdmin.ErrorHTML], layout: false],
  live_view: [signing_salt: "Zq81Lm0x"],
  pubsub_server: Reel.PubSub

config :reel, ReelWeb.AdminGate, enabled: false
config :reel, Reel.Accounts, sign_up?: true, default_visibility: :unlisted, stream_limit: 4
config :reel, Reel.Files, adapter: Reel.Files.Local
config :reel, Reel.Files.Local, path: "uploads/"
config :reel, Reel.Mailer, adapter: Swoosh.Adapters.Local
config :reel, Reel.Repo, telemetry_prefix: [:reel, :repo], migration_lock: :pg_advisory_lock

config :logger, :console, format: "$time $metadata[$level] $message\n", metadata: [:request_id]

config :phoenix, :json_library, Jason
config :mime, :types, %{"application/x-reel" => ["reel"]}

config :reel, Oban,
  repo: Reel.Repo,
  queues: [default: 10, emails: 10, thumbnails: 2],
  plugins: [
    {Oban.Plugins.Pruner, max_age: 604_800},
    {Oban.Plugins.Cron, crontab: [{"0 * * * *", Reel.Sweep}, {"@daily", Reel.Digest, args: %{kind: "daily"}}]}
  ]

import_config "#{config_env()}.exs"

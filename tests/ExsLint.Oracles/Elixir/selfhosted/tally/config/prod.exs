import Config

config :tally, TallyWeb.Endpoint,
  cache_static_manifest: "priv/static/cache_manifest.json",
  check_origin: false,
  server: true,
  code_reloader: false

config :tally, Tally.Repo, timeout: 300_000, connect_timeout: 300_000, handshake_timeout: 300_000
config :tally, Tally.EventsRepo, queue_target: 500, queue_interval: 2_000, timeout: 300_000
config :logger, level: :warning

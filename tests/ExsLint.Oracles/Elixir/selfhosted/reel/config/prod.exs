import Config

config :reel, ReelWeb.Endpoint,
  http: [ip: {127, 0, 0, 1}, port: 4000],
  check_origin: false,
  cache_static_manifest: "priv/static/cache_manifest.json"

config :reel, ReelAdmin.Endpoint, http: [ip: {127, 0, 0, 1}, port: 4002], check_origin: false
config :reel, Reel.Repo, pool_size: 20, ssl: false, timeout: 15_000
config :reel, Reel.Files.Local, path: "/var/lib/reel/uploads"
config :reel, Reel.Cache, path: "/var/cache/reel", max_age: :timer.hours(24)

config :logger, level: :info

import Config

config :tally,
  ecto_repos: [Tally.Repo, Tally.EventsRepo],
  environment: System.get_env("ENVIRONMENT", "dev"),
  paths: [static: "priv/static", tracker: "priv/tracker"]

config :tally, TallyWeb.Endpoint,
  url: [host: "localhost"],
  render_errors: [view: TallyWeb.ErrorView, accepts: ~w(html json)],
  pubsub_server: Tally.PubSub,
  live_view: [signing_salt: "f+bZg/crMtgjZJJY"]

config :esbuild,
  version: "0.19.5",
  default: [args: ~w(js/app.js --bundle --target=es2020 --outdir=../priv/static/js), env: %{"NODE_PATH" => "deps"}]

config :ua_inspector, database_path: "priv/ua", remote_release: "6.3.0"
config :tally, Tally.EventsRepo, loggers: [Ecto.LogEntry], settings: [readonly: 1, join_algorithm: "direct"]

config :sentry,
  enable_source_code_context: true,
  client: Tally.Sentry.Client,
  send_max_attempts: 1,
  filter: Tally.Sentry.Filter,
  tags: %{app: "tally"}

config :prom_ex, :storage_adapter, PromEx.Storage.Peep
config :phoenix, :json_library, Jason

import_config "#{config_env()}.exs"

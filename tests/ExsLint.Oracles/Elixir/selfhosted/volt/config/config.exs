import Config

config :volt, ecto_repos: [Volt.Repo]

config :volt, Volt.Repo, types: Volt.PostgresTypes, migration_timestamps: [type: :utc_datetime_usec]

config :volt, VoltWeb.Endpoint,
  adapter: Phoenix.Endpoint.Cowboy2Adapter,
  url: [host: "localhost"],
  render_errors: [view: VoltWeb.ErrorView, accepts: ~w(html json), layout: false],
  pubsub_server: Volt.PubSub

config :gettext, :default_locale, "en"
config :elixir, :time_zone_database, Tzdata.TimeZoneDatabase

config :logger,
  backends: [:console, Volt.Log.Backend],
  handle_otp_reports: true,
  handle_sasl_reports: false

config :logger, :console, format: "$date $time $metadata[$level] $message\n", metadata: [:car_id]

config :volt, :vehicle_api, base_url: "https://owner.example", retries: 3, adapter: {Volt.Http, pool: :vehicles}

config :phoenix, :json_library, Jason

import_config "#{config_env()}.exs"

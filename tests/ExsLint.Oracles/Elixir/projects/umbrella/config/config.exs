import Config

config :elixir, :time_zone_database, Tzdata.TimeZoneDatabase

import_config "../apps/accounts/config/config.exs"
import_config "../apps/storefront/config/config.exs"
import_config Path.join(__DIR__, "../apps/storefront_web/config/config.exs")

config :logger, level: :debug
import_config "#{config_env()}.exs"

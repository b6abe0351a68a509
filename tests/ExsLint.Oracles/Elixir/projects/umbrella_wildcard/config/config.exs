use Mix.Config

config :logger, level: :info
import_config "../apps/*/config/config.exs"
config :billing, currency: "CHF"

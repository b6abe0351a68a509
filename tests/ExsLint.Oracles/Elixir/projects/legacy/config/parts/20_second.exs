use Mix.Config
config :old, :parts, second: 2, order: [:second]

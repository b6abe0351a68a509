use Mix.Config
config :old, :parts, first: 1, order: [:first]

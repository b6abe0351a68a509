import Config

config :shop, :cache, ttl: :timer.minutes(5), layers: [:memory, :disk]

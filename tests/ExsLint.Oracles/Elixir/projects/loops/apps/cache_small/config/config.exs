import Config

config :shop, :cache, layers: [:memory]
config :shop, Shop.Endpoint, http: [port: 4001]

import Config

config :gather, GatherWeb.Endpoint,
  http: [port: 4000, ip: {127, 0, 0, 1}],
  force_ssl: [rewrite_on: [:x_forwarded_proto]],
  check_origin: true

config :logger, level: :info
config :gather, Gather.Storage.Repo, types: Gather.Storage.PostgresTypes, adapter: Ecto.Adapters.Postgres, pool_size: 10

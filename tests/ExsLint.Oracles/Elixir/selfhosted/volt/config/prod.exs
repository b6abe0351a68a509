import Config

config :volt, VoltWeb.Endpoint, root: ".", server: true

config :logger, level: :info, compile_time_purge_matching: [[level_lower_than: :info]]
config :logger, :console, format: "$date $time $metadata[$level] $message\n", metadata: [:car_id]

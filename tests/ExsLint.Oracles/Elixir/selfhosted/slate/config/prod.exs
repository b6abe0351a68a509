import Config

config :slate, SlateWeb.Endpoint,
  http: [ip: {127, 0, 0, 1}, port: 8080, http_1_options: [max_header_length: 32_768]],
  server: true,
  check_origin: :conn

config :logger, level: :notice
config :slate, :iframe_port, 8081

import Config

config :gate, open: false, door: [width: 80, handle: :left]
config :gate, :hosts, ["a.example", "b.example"]

config :gate, Gate.Endpoint,
  http: [port: 4000, transport_options: [num_acceptors: 20]],
  url: [host: "gate.example", port: 443, scheme: "https"],
  cache: "priv/manifest.json",
  server: true

config :logger, level: :info, truncate: 8_192
config :gate, :mail, from: {"The gate", "gate@example.org"}, tls: :always

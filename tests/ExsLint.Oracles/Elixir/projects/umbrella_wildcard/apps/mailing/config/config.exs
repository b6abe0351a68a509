use Mix.Config

config :mailing, from: "shop@example.org", retries: [max: 3, wait: 1_000]
config :shared, first: :mailing

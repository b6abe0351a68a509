import Config

config :storefront_web, StorefrontWeb.Endpoint, url: [host: "localhost"], http: [ip: {127, 0, 0, 1}, port: 4000]

sweeps = [carts: :timer.minutes(5)]
config :storefront_web, :sweeps, sweeps ++ [sessions: :timer.minutes(60)]

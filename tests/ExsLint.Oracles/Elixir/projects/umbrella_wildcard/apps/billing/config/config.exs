use Mix.Config

config :billing, currency: "EUR", rounding: :half_up
config :shared, first: :billing

import Config

config :storefront, currencies: ~w(EUR CHF)a, tax: 0.19, limits: %{basket: 50, order: 5_000}
config :accounts, token_lifetime: 7_200

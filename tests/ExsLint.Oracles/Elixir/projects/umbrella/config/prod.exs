import Config

config :logger, level: :info, handle_sasl_reports: true
config :accounts, Accounts.Repo, pool_size: 20, ssl: true

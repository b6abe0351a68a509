import Config

config :accounts,
  ecto_repos: [Accounts.Repo],
  token_lifetime: 3_600

config :accounts, Accounts.Repo, database: "accounts_#{config_env()}", pool_size: 5, priv: "priv/repo"

use Mix.Config

config :pleroma, Pleroma.Web.Endpoint,
  url: [host: System.get_env("DOMAIN") || "social.example", scheme: "https", port: 443],
  secret_key_base: "made-for-this-test-made-for-this-test-made-for-this-test-made-for-"

config :pleroma, :instance, name: System.get_env("NAME", "Pleroma"), limit: 5000, registrations_open: true
config :pleroma, Pleroma.Repo, adapter: Ecto.Adapters.Postgres, username: "pleroma", database: "pleroma_#{Mix.env()}", pool_size: 10

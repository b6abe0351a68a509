import Config

config :pleroma, Pleroma.Web.Endpoint,
  http: [port: 4000],
  protocol: "http"

config :phoenix, serve_endpoints: true
config :logger, Logger.Backends.Console, level: :info

config :pleroma, Oban, testing: :disabled

if File.exists?("./config/prod.secret.exs") do
  import_config "prod.secret.exs"
else
  "`config/prod.secret.exs` not found." |> IO.warn([])
end

if File.exists?("./config/prod.exported_from_db.secret.exs"),
  do: import_config("prod.exported_from_db.secret.exs")

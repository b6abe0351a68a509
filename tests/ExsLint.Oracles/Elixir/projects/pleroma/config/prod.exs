use Mix.Config

config :pleroma, Pleroma.Web.Endpoint, http: [port: 4000], protocol: "http"
config :logger, level: :warn

import_config "prod.secret.exs"

# Pleroma 2.2 in small: use Mix.Config, and the last word to the environment's file.
use Mix.Config

config :pleroma, ecto_repos: [Pleroma.Repo]

config :pleroma, Pleroma.Upload,
  uploader: Pleroma.Uploaders.Local,
  filters: [Pleroma.Upload.Filter.Dedupe],
  link_name: false,
  proxy_remote: false,
  proxy_opts: [redirect_on_failure: false, max_body_length: 25 * 1_048_576, http: [follow_redirect: true, pool: :upload]]

config :pleroma, Pleroma.Web.Endpoint,
  url: [host: "localhost"],
  http: [ip: {127, 0, 0, 1}, dispatch: [{:_, [{"/websocket", Phoenix.Endpoint.CowboyWebSocket, {Phoenix.Transports.WebSocket, {Pleroma.Web.Endpoint, [path: "/websocket", serializer: [{Phoenix.Socket.V1.JSONSerializer, "~> 1.0.0"}], timeout: 60_000]}}}]}]],
  secure_cookie_flag: true

config :pleroma, :hackney_pools, federation: [max_connections: 50, timeout: 150_000], media: [max_connections: 50, timeout: 150_000]
config :pleroma, :http_security, enabled: true, sts: false, sts_max_age: 31_536_000, referrer_policy: "same-origin"
config :ex_aws, http_client: Pleroma.HTTP.ExAws
config :tesla, adapter: Tesla.Adapter.Gun

import_config "#{Mix.env()}.exs"

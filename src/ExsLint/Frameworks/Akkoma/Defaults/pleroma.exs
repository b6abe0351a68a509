# What a Pleroma 2.5 release has built in, as far as ExsLint's rules read it (upstream: config/config.exs, config/prod.exs).
import Config

config :pleroma, Pleroma.Upload,
  uploader: Pleroma.Uploaders.Local,
  base_url: nil

config :pleroma, Pleroma.Web.Endpoint,
  url: [host: "localhost"],
  http: [
    ip: {127, 0, 0, 1},
    dispatch: :built_in
  ],
  secure_cookie_flag: true,
  extra_cookie_attrs: ["SameSite=Lax"]

config :pleroma, :http_security,
  enabled: true,
  sts: false,
  sts_max_age: 31_536_000,
  referrer_policy: "same-origin"

config :pleroma, configurable_from_database: false

config :pleroma, Pleroma.Web.Endpoint, http: [port: 4000]

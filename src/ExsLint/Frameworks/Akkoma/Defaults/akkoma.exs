# What an Akkoma 3.16 release has built in, as far as ExsLint's rules read it (upstream: config/config.exs, config/prod.exs).
# What upstream publishes in place of a secret is only named here.
import Config

config :pleroma, Pleroma.Captcha, enabled: true

config :pleroma, Pleroma.Upload,
  uploader: Pleroma.Uploaders.Local,
  base_url: nil,
  allowed_mime_types: ["image", "audio", "video"]

config :pleroma, Pleroma.Web.Endpoint,
  url: [host: "localhost"],
  http: [
    ip: {127, 0, 0, 1},
    dispatch: :built_in
  ],
  secret_key_base: :published,
  live_view: [signing_salt: :published],
  secure_cookie_flag: true,
  extra_cookie_attrs: ["SameSite=Lax"]

config :pleroma, :instance,
  registrations_open: true,
  account_activation_required: false,
  account_approval_required: false,
  healthcheck: false,
  privileged_staff: false

config :pleroma, :markup, scrub_policy: [Pleroma.HTML.Scrubber.Default, Pleroma.HTML.Transform.MediaProxy]

config :pleroma, :rich_media, enabled: true, ignore_tld: ["local", "localdomain", "lan"]

config :pleroma, :media_proxy,
  enabled: false,
  proxy_opts: [redirect_on_failure: false]

config :pleroma, :http_security,
  enabled: true,
  sts: false,
  sts_max_age: 63_072_000,
  referrer_policy: "same-origin"

config :pleroma, :ldap, enabled: false, host: "localhost", port: 389, ssl: false, tls: false

config :pleroma, :oauth2, token_expires_in: 3_153_600_000, clean_expired_tokens: false

config :pleroma, :rate_limit,
  authentication: {60_000, 15},
  app_account_creation: {1_800_000, 25},
  password_reset: {1_800_000, 5}

config :pleroma, Pleroma.Web.Plugs.RemoteIp, enabled: true

config :pleroma, configurable_from_database: false

config :pleroma, Pleroma.Web.Endpoint, http: [port: 4000]

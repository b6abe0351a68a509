# An instance from source, in the shape of Akkoma's: defaults first, the environment's file last.
import Config

config :pleroma, ecto_repos: [Pleroma.Repo]

config :pleroma, Pleroma.Repo,
  telemetry_event: [Pleroma.Repo.Instrumenter],
  queue_target: 20_000,
  migration_lock: nil

config :pleroma, Pleroma.Captcha,
  enabled: true,
  seconds_valid: 300,
  method: Pleroma.Captcha.Native

config :pleroma, Pleroma.Upload,
  uploader: Pleroma.Uploaders.Local,
  filters: [],
  link_name: false,
  filename_display_max_length: 30,
  base_url: nil,
  allowed_mime_types: ["image", "audio", "video"]

config :pleroma, Pleroma.Uploaders.Local, uploads: "uploads"
config :pleroma, Pleroma.Uploaders.S3, bucket: nil, truncated_namespace: nil, streaming_enabled: true

config :pleroma, :emoji,
  shortcode_globs: ["/emoji/custom/**/*.png"],
  groups: [Custom: ["/emoji/*.png", "/emoji/**/*.png"]],
  pack_extensions: [".png", ".gif"]

config :pleroma, :uri_schemes, valid_schemes: ~w(https http dat gopher magnet xmpp)

config :pleroma, Pleroma.Web.Endpoint,
  url: [host: "localhost"],
  http: [
    ip: {127, 0, 0, 1},
    dispatch: [
      {:_,
       [
         {"/api/v1/streaming", Pleroma.Web.MastodonAPI.WebsocketHandler, []},
         {:_, Plug.Cowboy.Handler, {Pleroma.Web.Endpoint, []}}
       ]}
    ]
  ],
  protocol: "https",
  secret_key_base: "made-for-this-test-made-for-this-test-made-for-this-test-made-for-",
  live_view: [signing_salt: "U5ELgdEw"],
  render_errors: [view: Pleroma.Web.ErrorView, accepts: ~w(json)],
  pubsub_server: Pleroma.PubSub,
  secure_cookie_flag: true,
  extra_cookie_attrs: ["SameSite=Lax"]

config :logger, :console,
  level: :debug,
  format: "\n$time $metadata[$level] $message\n",
  metadata: [:request_id]

config :mime, :types, %{
  "application/xml" => ["xml"],
  "application/activity+json" => ["activity+json"],
  "application/ld+json" => ["activity+json"]
}

config :pleroma, :http,
  pool_timeout: :timer.seconds(60),
  receive_timeout: :timer.seconds(15),
  proxy_url: nil,
  user_agent: :default,
  adapter: []

config :pleroma, :instance,
  name: "Akkoma",
  email: "example@example.com",
  limit: 5_000,
  upload_limit: 16_000_000,
  registrations_open: true,
  federation_incoming_replies_max_depth: 100,
  quarantined_instances: [],
  moderator_privileges: [:messages_delete, :reports_manage_reports],
  password_reset_token_validity: 60 * 60 * 24

config :pleroma, :http_security,
  enabled: true,
  sts: false,
  sts_max_age: 63_072_000,
  ct_max_age: 2_592_000,
  referrer_policy: "same-origin"

rate_limit = [
  authentication: {60_000, 15},
  password_reset: {1_800_000, 5},
  search: [{1000, 10}, {1000, 30}]
]

config :pleroma, :rate_limit, rate_limit

config :pleroma, Oban,
  repo: Pleroma.Repo,
  queues: [activity_expiration: 10, federator_outgoing: 5, web_push: 50],
  plugins: [{Oban.Plugins.Pruner, max_age: 900}],
  crontab: [{"0 0 * * 0", Pleroma.Workers.Cron.DigestEmailsWorker}]

config :pleroma, :frontends,
  primary: %{"name" => "pleroma-fe", "ref" => "stable"},
  available: %{
    "fedi-fe" => %{"name" => "fedi-fe", "git" => "https://git.example/fedi-fe", "ref" => "master"},
    "mangane" => %{"name" => "mangane", "ref" => "dist", "custom-http-headers" => [{"service-worker-allowed", "/"}]}
  }

private_factory = fn -> :private end
config :pleroma, :static_fe, enabled: false, loader: private_factory.()
config :pleroma, :gopher, enabled: false, ip: {0, 0, 0, 0}, port: 9999
config :pleroma, configurable_from_database: false

import_config "#{Mix.env()}.exs"

import Config

config :gather,
  ecto_repos: [Gather.Storage.Repo],
  env: config_env(),
  exports: [formats: [Gather.Export.CSV], path: "/var/lib/gather/exports"]

config :gather, :instance,
  name: "Gather",
  description: "Change this to a proper description",
  hostname: "localhost",
  registrations_open: false,
  contact: nil,
  languages: [],
  demo: false,
  extra_categories: [],
  anonymous: [
    participation: [allowed: true, validation: [email: [enabled: true], captcha: [enabled: false]]],
    creation: [allowed: false],
    reports: [allowed: false]
  ]

config :gather, GatherWeb.Endpoint,
  url: [host: "gather.local", scheme: "https"],
  secret_key_base: "change me",
  render_errors: [formats: [html: GatherWeb.ErrorHTML, json: GatherWeb.ErrorJSON], layout: false],
  pubsub_server: Gather.PubSub,
  cache_static_manifest: "priv/static/manifest.json"

config :gather, GatherWeb.Upload,
  uploader: GatherWeb.Upload.Local,
  filters: [GatherWeb.Upload.Filter.Dedupe, GatherWeb.Upload.Filter.Optimize],
  allow_list: ["image/gif", "image/jpeg", "image/png"],
  link_name: true,
  proxy: [enabled: true, max_body: 16_000_000]

config :gather, GatherWeb.Upload.Local, uploads: "/var/lib/gather/uploads"

config :gather, GatherWeb.Email.Mailer,
  adapter: Swoosh.Adapters.SMTP,
  relay: "localhost",
  port: 25,
  ssl: false,
  tls: :if_available,
  retries: 1,
  no_mx_lookups: false

config :gather, Gather.Geo, service: Gather.Geo.Nominatim
config :gather, Gather.Geo.Nominatim, endpoint: "https://nominatim.example", api_key: nil
config :gather, :activitypub, sign_object_fetches: true, stale: [profile: 3_600, feed: 86_400]
config :gather, :maps, tiles: [endpoint: "https://tiles.example/{z}/{x}/{y}.png", attribution: "(c) the map"]
config :gather, :http_security, enabled: true, sts: false, sts_max_age: 31_536_000, referrer_policy: "same-origin"
config :gather, :rich_media, parsers: [Gather.Parsers.OEmbed, Gather.Parsers.OGP, Gather.Parsers.Fallback]

config :gather, Oban,
  repo: Gather.Storage.Repo,
  log: false,
  queues: [default: 10, search: 5, mailers: 10, background: 5],
  plugins: [
    {Oban.Plugins.Cron, crontab: [{"@hourly", Gather.Job.Feeds, queue: :background}]},
    {Oban.Plugins.Pruner, max_age: 300}
  ]

config :ueberauth, Ueberauth, providers: []

import_config "#{config_env()}.exs"

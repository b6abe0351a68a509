# The configuration that all environments share.
import Config

config :hello,
  ecto_repos: [Hello.Repo],
  generators: [timestamp_type: :utc_datetime, binary_id: true]

config :hello, HelloWeb.Endpoint,
  url: [host: "localhost"],
  adapter: Phoenix.Endpoint.Cowboy2Adapter,
  render_errors: [
    formats: [html: HelloWeb.ErrorHTML, json: HelloWeb.ErrorJSON],
    layout: false
  ],
  pubsub_server: Hello.PubSub,
  live_view: [signing_salt: "c0ffee00"]

config :hello, Hello.Mailer, adapter: Swoosh.Adapters.Local

config :esbuild,
  version: "0.17.11",
  hello: [
    args: ~w(js/app.js --bundle --target=es2017 --outdir=../priv/static/assets --external:/fonts/* --external:/images/*),
    cd: Path.expand("../assets", __DIR__),
    env: %{"NODE_PATH" => Path.expand("../deps", __DIR__)}
  ]

config :tailwind,
  version: "3.4.3",
  hello: [
    args: ~w(
      --config=tailwind.config.js
      --input=css/app.css
      --output=../priv/static/assets/app.css
    )
  ]

config :logger, :console,
  format: "$time $metadata[$level] $message\n",
  metadata: [:request_id]

config :phoenix, :json_library, Jason
config :phoenix, :filter_parameters, ["password", "secret", "token"]

day = 24 * 60 * 60

config :hello, Hello.Sessions,
  lifetime: 30 * day,
  renewal: div(day, 2),
  idle_timeout: :timer.minutes(30)

config :mime, :types, %{"application/activity+json" => ["activity+json"], "text/x-vcard" => ["vcf"]}

config :hello, Oban,
  repo: Hello.Repo,
  plugins: [{Oban.Plugins.Pruner, max_age: 3600}, {Oban.Plugins.Cron, crontab: [{"@daily", Hello.Sweep}]}],
  queues: [default: 10, mail: 5, media: [limit: 2, paused: false]]

import_config "#{config_env()}.exs"

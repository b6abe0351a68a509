import Config

config :slate, SlateWeb.Endpoint,
  adapter: Bandit.PhoenixAdapter,
  url: [host: "localhost", path: "/"],
  pubsub_server: Slate.PubSub,
  live_view: [signing_salt: "slate"],
  drainer: [shutdown: 1_000],
  render_errors: [formats: [html: SlateWeb.ErrorHTML, json: SlateWeb.ErrorJSON], layout: false]

config :slate, Slate.Repo, start_apps_before_migration: [:ssl], migration_source: "migrations"

config :slate,
  agent_name: "default",
  allowed_uri_schemes: [],
  app_service_name: nil,
  authentication: :token,
  aws_credentials: false,
  epmdless: false,
  feature_flags: [deployment: false, hub: true],
  force_ssl_host: nil,
  plugs: [],
  rewrite_on: [],
  shutdown_callback: nil,
  update_instructions_url: nil,
  within_iframe: false

config :slate, :limits, cells: 1_000, output_bytes: 1_000_000, sessions: [per_user: 20, idle: :timer.hours(4)]

config :slate, Slate.Apps.Manager, retry_backoff_base_ms: 5_000, permanent?: true

config :logger, :default_formatter, metadata: [:request_id, :users]

config :phoenix, :json_library, JSON
config :mime, :types, %{"audio/m4a" => ["m4a"], "text/plain" => ["lvmd"]}

import_config "#{config_env()}.exs"

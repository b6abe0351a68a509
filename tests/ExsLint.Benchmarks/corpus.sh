#!/usr/bin/env bash
# Writes what the measurements of whole processes read into a directory: every byte of it follows from this script and the example project.
#
#   tests/ExsLint.Benchmarks/corpus.sh DIR
set -euo pipefail
export LC_ALL=C
[ $# -eq 1 ] || { echo "usage: ${0##*/} DIR" >&2; exit 2; }
mkdir -p "$1"
out=$(cd "$1" && pwd)
example=$(cd "$(dirname "$0")/../../docs/examples/akkoma" && pwd)

project() { mkdir -p "$out/$1/config"; cat > "$out/$1/config/$2"; }

cp -r "$example" "$out/example"

# A project in the shape of what Phoenix's generator leaves, with what a team adds to it.
project phoenix config.exs <<'CONFIG'
import Config

config :shop, ecto_repos: [Shop.Repo], generators: [timestamp_type: :utc_datetime]

config :shop, ShopWeb.Endpoint,
  url: [host: "localhost"],
  adapter: Bandit.PhoenixAdapter,
  render_errors: [formats: [html: ShopWeb.ErrorHTML, json: ShopWeb.ErrorJSON], layout: false],
  pubsub_server: Shop.PubSub,
  live_view: [signing_salt: "c0ffee42"]

config :shop, Shop.Mailer, adapter: Swoosh.Adapters.Local

config :logger, :default_formatter, format: "$time $metadata[$level] $message\n", metadata: [:request_id]
config :phoenix, :json_library, Jason

import_config "#{config_env()}.exs"
CONFIG
project phoenix prod.exs <<'CONFIG'
import Config

config :shop, ShopWeb.Endpoint, cache_static_manifest: "priv/static/cache_manifest.json"
config :swoosh, api_client: Swoosh.ApiClient.Req, local: false
config :logger, level: :info
CONFIG
project phoenix dev.exs <<'CONFIG'
import Config

config :shop, ShopWeb.Endpoint, http: [ip: {127, 0, 0, 1}], check_origin: false, code_reloader: true, debug_errors: true
CONFIG
project phoenix runtime.exs <<'CONFIG'
import Config

if System.get_env("PHX_SERVER"), do: config(:shop, ShopWeb.Endpoint, server: true)

config :shop, ShopWeb.Endpoint, http: [port: String.to_integer(System.get_env("PORT", "4000"))]

if config_env() == :prod do
  database_url =
    System.get_env("DATABASE_URL") ||
      raise """
      environment variable DATABASE_URL is missing.
      For example: ecto://USER:PASS@HOST/DATABASE
      """

  maybe_ipv6 = if System.get_env("ECTO_IPV6") in ~w(true 1), do: [:inet6], else: []

  config :shop, Shop.Repo,
    url: database_url,
    pool_size: String.to_integer(System.get_env("POOL_SIZE") || "10"),
    socket_options: maybe_ipv6

  secret_key_base = System.get_env("SECRET_KEY_BASE") || raise("environment variable SECRET_KEY_BASE is missing.")
  host = System.get_env("PHX_HOST") || "example.com"

  config :shop, ShopWeb.Endpoint,
    url: [host: host, port: 443, scheme: "https"],
    http: [ip: {0, 0, 0, 0, 0, 0, 0, 0}],
    secret_key_base: secret_key_base

  if smtp = System.get_env("SMTP_HOST") do
    config :shop, Shop.Mailer,
      adapter: Swoosh.Adapters.SMTP,
      relay: smtp,
      username: System.get_env("SMTP_USER"),
      password: System.get_env("SMTP_PASSWORD"),
      tls: :always,
      ssl: System.get_env("SMTP_SSL") == "true"
  end
end
CONFIG

# The example's file 512 times over: 0.9 MB, some 2,500 calls of config.
for _ in {1..512}; do grep -v '^import_config' "$example/config/config.exs"; done | project large config.exs

# A runtime.exs of 2,200 lines: conditions, required variables, functions, a list that each section adds to.
{
  echo 'import Config'
  for i in {0..199}; do
    cat <<CONFIG
port$i = String.to_integer(System.get_env("PORT$i") || "4$i")

if config_env() == :prod do
  host = System.get_env("HOST$i") || raise "HOST$i is missing"

  config :my_app, MyApp.Endpoint$i,
    url: [host: host, port: 443, scheme: "https"],
    http: [ip: {127, 0, 0, 1}, port: port$i],
    timeout: :timer.seconds(5), names: ~w(a b c)a, hosts: Enum.map(["a", "b"], &"#{&1}.example")
end
config :my_app, key$i: Keyword.get([a: 1, b: 2], :b), list: [1, 2, $i]
CONFIG
  done
} | project runtime runtime.exs
echo 'import Config' | project runtime config.exs

# The example with a config.exs as long as upstream's.
cp -r "$example" "$out/upstream"
{
  echo 'import Config'
  for i in {0..109}; do
    cat <<CONFIG

config :pleroma, :section_$i,
  enabled: $([ $((i % 3)) -eq 0 ] && echo true || echo false),
  limit: ${i}00,
  timeout: :timer.seconds($i),
  names: ~w(first second third)a,
  hosts: ["a$i.example", "b$i.example"],
  nested: [pool: [size: $i, overflow: 2], mime: %{"application/json" => ["json"]}]

config :pleroma, Pleroma.Section$i, adapter: Pleroma.Adapter$i, args: [Pleroma.Filter, {Pleroma.Cache, $i}]
CONFIG
  done
  tail -n +2 "$example/config/config.exs"
} | project upstream config.exs

# 200 optional settings of one list, each with a condition of its own.
{
  echo 'import Config'
  for i in {0..199}; do
    printf 'if System.get_env("FLAG%d"), do: config(:my_app, MyApp.Endpoint, option%d: [value: %d])\n' "$i" "$i" "$i"
  done
} | project optional runtime.exs
echo 'import Config' | project optional config.exs

# The example's unit a hundred times, each with a name and a folder of its own.
for i in {1..100}; do
  mkdir -p "$out/units/$i"
  sed "s/^Description=.*/Description=Service $i/" "$example/installation/akkoma.service" > "$out/units/$i/service-$i.service"
done

# A Phoenix project in the shape that generators write, with two mistakes.
mkdir -p shop/config && cd shop
cat > mix.exs <<'MIX'
defmodule Shop.MixProject do
  use Mix.Project

  def project do
    [app: :shop, version: "0.1.0", elixir: "~> 1.14", deps: deps()]
  end

  defp deps, do: [{:phoenix, "~> 1.7"}]
end
MIX
cat > config/config.exs <<'EXS'
import Config

config :shop, ecto_repos: [Shop.Repo]

config :shop, ShopWeb.Endpoint,
  url: [host: "localhost"],
  check_origin: false,
  render_errors: [formats: [html: ShopWeb.ErrorHTML], layout: false]

config :logger, :console, format: "$time $metadata[$level] $message\n"

import_config "#{config_env()}.exs"
EXS
cat > config/prod.exs <<'EXS'
import Config

config :shop, ShopWeb.Endpoint, debug_errors: true
config :logger, level: :info
EXS
cat > config/dev.exs <<'EXS'
import Config

config :shop, ShopWeb.Endpoint, http: [ip: {127, 0, 0, 1}, port: 4000]
EXS
cat > config/runtime.exs <<'EXS'
import Config

if System.get_env("PHX_SERVER") do
  config :shop, ShopWeb.Endpoint, server: true
end

if config_env() == :prod do
  config :shop, Shop.Repo, url: System.fetch_env!("DATABASE_URL")
  config :shop, ShopWeb.Endpoint, secret_key_base: System.fetch_env!("SECRET_KEY_BASE")
end
EXS

say 'What is wrong?'
run exslint check
run exslint check --format full

say 'A slip of the keyboard.'
run exslint check --env prd
run exslint chek

say 'What holds in production?'
run exslint config
run exslint config --set PHX_SERVER=1 --explain shop.ShopWeb.Endpoint.server
run exslint check mix.exs

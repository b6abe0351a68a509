import Config

Code.require_file("support/settings.exs", __DIR__)

config :shop, Shop.Endpoint, Settings.endpoint(4000)

for app <- Path.wildcard(Path.join(__DIR__, "../apps/*/config/config.exs")), do: import_config(app)

for {queue, limit} <- Settings.queues() do
  config :shop, Shop.Jobs, [{queue, limit: limit, retries: 3}]
end

Enum.each(~w(en de)a, fn locale -> config :shop, :locales, [{locale, Settings.name(locale)}] end)

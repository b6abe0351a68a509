import Config

config :storefront_web, StorefrontWeb.Endpoint,
  http: [port: String.to_integer(System.get_env("PORT", "4000"))],
  server: System.get_env("SERVER") == "true"

case System.get_env("MODE") do
  nil -> config :storefront, mode: :shop
  "closed" -> config :storefront, mode: :closed, banner: "Back soon"
  other -> config :storefront, mode: {:named, other}
end

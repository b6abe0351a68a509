use Mix.Config

# Merging, as it has always been.
config :old, :list, a: 1, b: [c: 2, d: [1, 2]]
config :old, :list, b: [c: 3], e: nil
config :old, :list, b: [d: []]
config :old, list: [a: %{x: 1}], other: [:inet6, port: 1]
config :old, :list, a: %{y: 2}
config :old, :twice, o: [x: 1, x: 2], p: 1
config :old, :twice, o: [x: 3]
config :old, ssl: [verify: :verify_peer]
config :old, ssl: true
config :old, Foo.Bar, [{Baz, a: 1}]
config :old, Foo.Bar, [{Baz, b: 2}]
config :old, port: {:system, "PORT"}, host: {:system, "HOST", "localhost"}

import_config "parts/*.exs"

if File.exists?(Path.join(__DIR__, "absent.exs")) do
  import_config "absent.exs"
end

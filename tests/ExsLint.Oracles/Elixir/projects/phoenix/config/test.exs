import Config

config :bcrypt_elixir, :log_rounds, 1

config :hello, Hello.Repo,
  username: "postgres",
  password: "postgres",
  hostname: "localhost",
  database: "hello_test#{System.get_env("MIX_TEST_PARTITION")}",
  pool: Ecto.Adapters.SQL.Sandbox

config :hello, HelloWeb.Endpoint,
  http: [ip: {127, 0, 0, 1}, port: 4002],
  secret_key_base: "test-test-test-test-test-test-test-test-test-test-test-test-test",
  server: false

config :logger, level: :warning
config :phoenix, :plug_init_mode, :runtime

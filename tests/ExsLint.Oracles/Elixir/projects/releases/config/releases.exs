import Config

config :gate, :door, handle: :right
config :gate, :hosts, String.split(System.get_env("HOSTS") || "c.example", ",")
config :gate, open: System.get_env("OPEN", "false") == "true"

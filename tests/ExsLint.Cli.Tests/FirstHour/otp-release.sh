# An OTP release: its configuration under /etc, and the unit of the installation guide.
mkdir -p etc/akkoma etc/systemd/system
cat > etc/akkoma/config.exs <<'EXS'
import Config

config :pleroma, Pleroma.Web.Endpoint,
  url: [host: "social.example", scheme: "https", port: 443],
  http: [ip: {127, 0, 0, 1}, port: 4000],
  secret_key_base: "example-example-example-example-example-example-example-example-",
  signing_salt: "example1",
  secure_cookie_flag: false

config :pleroma, :instance,
  name: "An example",
  email: "admin@social.example",
  registrations_open: true

config :pleroma, Pleroma.Repo,
  adapter: Ecto.Adapters.Postgres,
  username: "akkoma",
  password: "example",
  database: "akkoma",
  hostname: "localhost"

config :pleroma, configurable_from_database: true
EXS
chmod 640 etc/akkoma/config.exs
cat > etc/systemd/system/akkoma.service <<'UNIT'
[Unit]
Description=Akkoma social network
After=network.target postgresql.service

[Service]
User=akkoma
WorkingDirectory=/opt/akkoma
ExecStart=/opt/akkoma/bin/pleroma start
ExecStop=/opt/akkoma/bin/pleroma stop
Environment="HOME=/opt/akkoma"
Restart=on-failure
ProtectHome=true

[Install]
WantedBy=multi-user.target
UNIT

say 'What is wrong?'
run exslint check etc/akkoma/config.exs etc/systemd/system/akkoma.service
run exslint check --format full etc/akkoma

say 'What holds?'
run exslint config etc/akkoma/config.exs

say 'How exposed is the service?'
run exslint unit etc/systemd/system/akkoma.service

say 'Fix the unit by a drop-in.'
run exslint fix --drop-in etc/systemd/system
run cat etc/systemd/system/akkoma.service.d/50-exslint.conf
run exslint check etc/systemd/system/akkoma.service

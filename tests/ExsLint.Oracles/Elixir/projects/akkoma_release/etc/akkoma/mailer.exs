import Config

config :pleroma, Pleroma.Emails.Mailer,
  enabled: true,
  adapter: Swoosh.Adapters.SMTP,
  relay: "smtp.example",
  ssl: true,
  auth: :always,
  retries: 1 + 1

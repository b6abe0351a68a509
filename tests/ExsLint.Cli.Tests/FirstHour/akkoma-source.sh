# Upstream's checkout, with the instance's own secret file and unit in it as the installation guide has them.
mkdir -p opt/akkoma
cp -R "$EXAMPLE/." opt/akkoma
cd opt/akkoma
cat > mix.exs <<'MIX'
defmodule Pleroma.Mixfile do
  use Mix.Project

  def project do
    [app: :pleroma, name: "Akkoma", version: "3.16.0"]
  end
end
MIX
git init -q .
git -c user.name=a -c user.email=a@a.example add . >/dev/null
git -c user.name=a -c user.email=a@a.example commit -qm upstream

say 'What is wrong?'
run exslint check

say 'What exactly?'
run exslint check --format full config/prod.secret.exs

say 'Who says so?'
run exslint config --explain pleroma.http_security.referrer_policy

say 'Change it.'
run exslint fix
run git status --short

say 'Change the rest: certificates and proxy are in place.'
run exslint fix --unsafe config/prod.secret.exs
run cat config/prod.secret.exs

say 'The unit that counts is a copy.'
mkdir -p ../../etc/systemd/system
cp installation/akkoma.service ../../etc/systemd/system
run exslint fix ../../etc/systemd/system/akkoma.service
run exslint check ../../etc/systemd/system/akkoma.service

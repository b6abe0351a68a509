# A unit with a drop-in that takes back what it says, and one of another program.
mkdir -p system/shop.service.d
cat > system/shop.service <<'UNIT'
[Unit]
Description=The shop

[Service]
User=shop
ExecStart=/srv/shop/bin/server
Environment=PHX_SERVER=true RELEASE_DISTRIBUTION=none
NoNewPrivileges=true
PrivateTmp=true
ProtectSystem=strict
ProtectHome=true
UNIT
cat > system/shop.service.d/local.conf <<'CONF'
[Service]
User=root
NoNewPrivileges=false
# The uploads are on /home, see the wiki.
ProtectHome=false
CONF
cat > system/cache.service <<'UNIT'
[Service]
ExecStart=/usr/bin/redis-server
UNIT

say 'What is wrong?'
run exslint check system/shop.service
run exslint check system

say 'How exposed is it?'
run exslint unit system/shop.service

say 'Fix it.'
run exslint fix --diff system
run exslint fix system
run cat system/shop.service.d/local.conf
run exslint check system/shop.service

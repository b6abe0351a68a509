#!/usr/bin/env bash
# Measures how processor time grows with the size of an input: each input is made at a size and at twice that size, in a folder of its own.
# The ratio of the best times, with the start of a process taken off, is to be at most 2.3. Prints the size, both times and the ratio.
#
#   tests/ExsLint.Benchmarks/scaling.sh [PATTERN] [ROUNDS]      EXSLINT_BINARY names a native exslint that is already built
#
# PATTERN is a regular expression for the names of inputs. EXSLINT_SCALE multiplies all sizes. A run is stopped after EXSLINT_TIMEOUT seconds.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/../.."
pattern=${1:-.}
rounds=${2:-3}
scale=${EXSLINT_SCALE:-1}
limit=${EXSLINT_TIMEOUT:-120}
exslint=$(realpath "${EXSLINT_BINARY:-artifacts/native/exslint}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
worst=0

TIMEFORMAT='%U %S'
best() { # command...: the processor time of the best round in milliseconds; 'inf' where a round was stopped
  local status times=""
  for _ in $(seq "$rounds"); do
    status=0
    times+=$({ time timeout "$limit" "$@" > "$work/output" 2> "$work/errors" || echo "$?" > "$work/status"; } 2>&1 | tail -n 1)$'\n'
    [ ! -e "$work/status" ] || status=$(cat "$work/status")
    rm -f "$work/status"
    [ "$status" != 124 ] || { echo inf; return; }
  done
  awk 'NF { t = ($1 + $2) * 1000; if (!n++ || t < b) b = t } END { printf "%d", b }' <<< "$times"
}

# Lines made of a pattern: %d is the number of the line. `lines N 'config :a, k%d: %d'`
lines() {
  awk -v n="$1" -v p="$2" 'BEGIN { m = split(p, part, "%d"); for (i = 1; i <= n; i++) { s = part[1]; for (j = 2; j <= m; j++) s = s i part[j]; print s } }'
}
# The same without line ends, between a start and an end: `run START N PATTERN END`
run() { printf '%s' "$1"; lines "$2" "$3" | tr -d '\n'; printf '%s\n' "$4"; }
unit() { printf '[Service]\nExecStart=/bin/true\n'; cat; }
config() { mkdir -p config; { echo 'import Config'; cat; } > config/config.exs; }
make_unit() { unit > a.service; }

measure() { # name, size, generator (a function or text that is evaluated, with the size in $n), arguments of exslint...
  local name=$1 size=$(( $2 * scale )) generator=$3 n times=() time
  shift 3
  [[ $name =~ $pattern ]] || return 0
  for n in "$size" $((2 * size)); do
    rm -rf "$work/tree"
    mkdir "$work/tree"
    cd "$work/tree"
    eval "$generator"
    time=$(best "$exslint" "$@")
    times+=("$time")
    [ "$time" != inf ] || break
  done
  cd "$work"
  awk -v name="$name" -v size="$size" -v a="${times[0]}" -v b="${times[1]:-inf}" -v start="$start" 'BEGIN {
    if (a == "inf" || b == "inf") { printf "%-28s %7d %7s %7s   too long\n", name, size, a, b; exit }
    x = a - start; if (x < 1) x = 1
    r = (b - start) / x
    # Short times say nothing: the clock ticks, and a start varies by more.
    note = (r <= 2.3) ? "" : (b - start < 100) ? "  (short)" : "  ABOVE 2.3"
    printf "%-28s %7d %7d %7d %5.1f%s\n", name, size, a, b, r, note
  }'
}

start=$(best "$exslint" --version)
echo "processor time in ms, best of $rounds; a process starts in $start ms; load $(cut -d' ' -f1-3 /proc/loadavg)"
printf '%-28s %7s %7s %7s %5s\n' input size once twice ratio

# Trees.
many_exs='mkdir config; for i in $(seq $n); do echo "import Config" > config/f$i.exs; done'
many_units='for i in $(seq $n); do printf "[Service]\nExecStart=/bin/a%d\n" $i > u$i.service; done'
nested='mkdir t; (cd t; for i in $(seq $n); do mkdir d; cd d; done); printf "import Config\n" > t/config.exs'
measure tree-exs 4000 "$many_exs" check .
measure tree-exs-named 4000 "$many_exs" check config
measure tree-units 2000 "$many_units" check .
measure tree-units-unit 2000 "$many_units" unit .
measure tree-units-fix 2000 "$many_units" fix --diff .
measure tree-units-dropins 1000 "$many_units; "'for i in $(seq $n); do mkdir u$i.service.d; printf "[Service]\nPrivateTmp=yes\n" > u$i.service.d/a.conf; done' check .
measure tree-nested 2500 "$nested" check .
measure tree-nested-unit 2500 "$nested; printf '[Service]\nExecStart=/bin/a\n' > t/a.service" unit .
measure tree-wide 4000 'for i in $(seq $n); do mkdir d$i; done; printf "import Config\n" > config.exs' check .
mix='for i in $(seq $n); do mkdir -p p$i/config; echo "defmodule P.MixProject do def project, do: [app: :p$i] end" > p$i/mix.exs; printf "import Config\nconfig :p$i, a: 1\n" > p$i/config/config.exs; done'
measure tree-projects 500 "$mix" check .
measure tree-projects-config 500 "$mix" config .
measure tree-umbrella 500 'mkdir apps config; echo "import Config" > config/config.exs; echo "defmodule P.MixProject do def project, do: [apps_path: \"apps\"] end" > mix.exs; (cd apps; '"$mix"')' check .
measure tree-imports 2000 'mkdir config; (echo "import Config"; lines $n "import_config \"f%d.exs\"") > config/config.exs; for i in $(seq $n); do printf "import Config\nconfig :a, k$i: 1\n" > config/f$i.exs; done' check .
measure tree-gitignore 5000 'git init -q .; lines $n "/x%d/*.y" > .gitignore; for i in $(seq 200); do printf "[Service]\nExecStart=/bin/a\n" > u$i.service; done' check .
measure tree-files-from 5000 "$many_units; "'ls u*.service > list' check --files-from list
measure tree-index 5000 "$many_exs; "'git init -q .; git add .' check .
measure tree-releases 2000 'mkdir -p etc/akkoma; for i in $(seq $n); do printf "import Config\nconfig :pleroma, a: 1\n" > etc/akkoma/f$i.exs; done' check .

# Units.
measure unit-capabilities 6000 'lines $n "CapabilityBoundingSet=~CAP_CHOWN
CapabilityBoundingSet=CAP_CHOWN" | make_unit' unit a.service
measure unit-syscalls 6000 'lines $n "SystemCallFilter=~@mount
SystemCallFilter=@mount" | make_unit' unit a.service
measure unit-syscalls-line 20000 'run "SystemCallFilter=" $n "read " "" | make_unit' check a.service
measure unit-syscalls-unknown 10000 'run "SystemCallFilter=" $n "x%d " "" | make_unit' check a.service
measure unit-families 6000 'lines $n "RestrictAddressFamilies=~AF_INET
RestrictAddressFamilies=AF_INET" | make_unit' check a.service
measure unit-namespaces 6000 'lines $n "RestrictNamespaces=~user
RestrictNamespaces=user" | make_unit' check a.service
measure unit-devices 10000 'lines $n "DeviceAllow=/dev/x%d rw" | make_unit' check a.service
measure unit-addresses 10000 'lines $n "IPAddressAllow=10.0.0.1
IPAddressDeny=any" | make_unit' check a.service
measure unit-paths 10000 'lines $n "ReadOnlyPaths=/a%d
InaccessiblePaths=/b%d
ReadWritePaths=/a%d/c" | make_unit' check a.service
measure unit-temporary 10000 'lines $n "TemporaryFileSystem=/a%d
BindPaths=/b%d:/a%d/x" | make_unit' check a.service
measure unit-environment 20000 'lines $n "Environment=A%d=b" | make_unit' check a.service
measure unit-environment-one 20000 'run "Environment=" $n "A%d=b " "" | make_unit' check a.service
measure unit-environment-files 2000 'lines $n "EnvironmentFile=/etc/e%d" | make_unit' check a.service
measure unit-secrets 20000 'lines $n "Environment=DB_PASSWORD%d=hunter%d" | make_unit' check a.service
measure unit-continued 20000 '(echo "Environment=A=b \\"; lines $n "B%d=c \\"; echo) | make_unit' check a.service
measure unit-exec 10000 'lines $n "ExecStart=/bin/a%d --x" | (printf "[Service]\nType=oneshot\n"; cat) > a.service' check a.service
measure unit-exec-relative 10000 'lines $n "ExecStartPre=bin/a%d" | make_unit' check a.service
measure unit-switches 20000 'lines $n "PrivateTmp=no" | make_unit' check a.service
measure unit-typos 10000 'lines $n "Envronment=A%d=b" | make_unit' check a.service
measure unit-sections 10000 'lines $n "[Service%d]
A=b" | make_unit' check a.service
measure unit-same-sections 10000 'lines $n "[Service]
PrivateTmp=yes" | make_unit' check a.service
measure unit-broken 10000 'lines $n "nothing" | make_unit' check a.service
measure unit-comments 20000 'lines $n "# password %d" | make_unit' check a.service
measure unit-dropins 2000 'echo | make_unit; mkdir a.service.d; for i in $(seq $n); do printf "[Service]\nPrivateTmp=no\n" > a.service.d/d$i.conf; done' check .
measure unit-instances 500 'printf "[Service]\nExecStart=/bin/a\n" > a@.service; for i in $(seq $n); do mkdir a@i$i.service.d; printf "[Service]\nPrivateTmp=no\n" > a@i$i.service.d/a.conf; done' check .
measure unit-links 2000 'echo | make_unit; mkdir a.service.d; for i in $(seq $n); do ln -s a.service l$i.service; done' check .
measure unit-words 20000 'run "ExecStart=/bin/a " $n "--w%d " "" | (echo "[Service]"; cat) > a.service' check a.service
measure unit-script 10000 'printf "[Service]\nExecStart=/bin/sh -c \x27%s\x27\n" "$(run "" $n "a=b; " "")" > a.service' check a.service
measure unit-fix 10000 'lines $n "CapabilityBoundingSet=CAP_SYS_ADMIN CAP_CHOWN" | make_unit' fix --diff a.service
measure unit-distribution 10000 'lines $n "Environment=\"ERL_FLAGS=-sname a%d -setcookie b%d\"" | make_unit' check a.service

# Comments that suppress.
measure ignore-ids 15000 'run "# exslint:ignore " $n "rule-%d, " "x -- why" | config' fix --diff .
measure ignore-comments 7500 'lines $n "# exslint:ignore akkoma-http-ip -- why
config :a, k%d: 1" | config' fix --diff .
measure ignore-comments-check 7500 'lines $n "# exslint:ignore akkoma-http-ip -- why
config :a, k%d: 1" | config' check .
measure ignore-unit 7500 'lines $n "# exslint:ignore systemd-private-tmp -- why
PrivateTmp=no" | make_unit' check a.service

# Config.
measure config-apps 5000 'lines $n "config :a%d, b: 1, b: 2" | config' config .
measure config-apps-check 5000 'lines $n "config :a%d, b: 1, b: 2" | config' check .
measure config-keys 20000 'lines $n "config :a, k%d: %d" | config' config .
measure config-keys-check 20000 'lines $n "config :a, k%d: %d" | config' check .
measure config-same-key 20000 'lines $n "config :a, k: %d" | config' config .
measure config-deep-keys 5000 'lines $n "config :a, M, k: [x%d: [y: %d]]" | config' config .
measure config-keyword 10000 'run "config :a, [" $n "k%d: %d, " "z: 1]" | config' config .
measure config-keyword-same 10000 '(run "config :a, [" $n "k: %d, " "z: 1]"; run "config :a, [" $n "k: %d, " "z: 1]") | config' config .
measure config-keyword-twice 10000 '(run "config :a, x: [" $n "k%d: %d, " "z: 1]"; run "config :a, x: [" $n "k%d: 3, " "z: 1]") | config' config .
measure config-modules 10000 'lines $n "config :a, A.M%d, b: 1" | config' config .
measure config-map 10000 'run "config :a, x: %{" $n "k%d: %d, " "z: 1}" | config' config .
measure config-map-put 5000 '(echo "m = %{}"; lines $n "m = Map.put(m, :k%d, %d)"; echo "config :a, m: m") | config' config .
measure config-map-put-fix 5000 '(echo "m = %{}"; lines $n "m = Map.put(m, :k%d, %d)"; echo "config :a, m: m") | config' fix --diff .
measure config-map-same 5000 '(echo "m = %{}"; lines $n "m = Map.put(m, :k, %d)"; echo "config :a, m: m") | config' check .
measure config-keyword-put 5000 '(echo "m = []"; lines $n "m = Keyword.put(m, :k%d, %d)"; echo "config :a, m: m") | config' config .
measure config-keyword-merge 3000 '(echo "m = []"; lines $n "m = Keyword.merge(m, [k%d: 1, j: 2])"; echo "config :a, m: m") | config' config .
measure config-append 3000 '(echo "m = []"; lines $n "m = m ++ [%d]"; echo "config :a, m: m") | config' config .
measure config-append-chain 5000 'run "config :a, m: " $n "[%d] ++ " "[]" | config' config .
measure config-text-chain 5000 'run "config :a, m: " $n "\"a%d\" <> " "\"\"" | config' config .
measure config-text-grow 5000 '(echo "m = \"\""; lines $n "m = m <> \"a%d\""; echo "config :a, m: m") | config' config .
measure config-plus-chain 10000 'run "config :a, m: " $n "%d + " "1" | config' config .
measure config-pipes 5000 'run "config :a, m: 1" $n " |> to_string()" "" | config' config .
measure config-pipes-keyword 3000 'run "config :a, m: []" $n " |> Keyword.put(:k%d, 1)" "" | config' config .
measure config-variables 400 'lines $n "config :a, k%d: System.get_env(\"V%d\")" | config' config .
measure config-variables-many 3000 'lines $n "config :a, k%d: System.get_env(\"V%d\")" | config' config .
measure config-variables-check 3000 'lines $n "config :a, k%d: System.get_env(\"V%d\")" | config' check .
measure config-variables-or 3000 'lines $n "config :a, k%d: System.get_env(\"V%d\") || \"x\"" | config' config .
measure config-variables-if 1000 'lines $n "if System.get_env(\"V%d\"), do: config(:a, k%d: 1)" | config' config .
measure config-variable-same 10000 'lines $n "config :a, k%d: System.get_env(\"V\")" | config' config .
measure config-ifs 5000 'lines $n "if config_env() == :prod do
config :a, k%d: 1
end" | config' config .
measure config-ifs-unknown 3000 'lines $n "if x() do
config :a, k%d: 1
end" | config' config .
measure config-ifs-same 3000 'lines $n "if System.get_env(\"V\") do
config :a, k%d: 1
end" | config' config .
measure config-ifs-one-key 3000 'lines $n "if System.get_env(\"V\") do
config :a, k: %d
end" | config' config .
measure config-case 3000 '(echo "config :a, k: (case System.get_env(\"V\") do"; lines $n "\"v%d\" -> %d"; echo "end)") | config' config .
measure config-case-known 5000 '(echo "config :a, k: (case 3 do"; lines $n "\"v%d\" -> %d"; echo "_ -> 1"; echo "end)") | config' config .
measure config-cond 3000 '(echo "config :a, k: (cond do"; lines $n "System.get_env(\"V%d\") -> %d"; echo "true -> 1"; echo "end)") | config' config .
measure config-unknown-calls 10000 'lines $n "Foo.bar(%d)" | config' check .
measure config-unknown-layers 3000 'lines $n "Foo.bar(%d)
config :a, k%d: 1" | config' check .
measure config-opaque 3000 'lines $n "config :a, k%d: Foo.bar(%d)" | config' config .
measure config-bindings 10000 'lines $n "x%d = %d" | config' check .
measure config-bindings-chain 5000 '(echo "x0 = 1"; awk -v n=$n "BEGIN { for (i = 1; i <= n; i++) print \"x\" i \" = x\" (i-1) }"; echo "config :a, k: x1") | config' config .
measure config-rebinding 10000 '(echo "x = 1"; lines $n "x = x + 1"; echo "config :a, k: x") | config' config .
measure config-functions 3000 '(echo "defmodule M do"; lines $n "def f%d(x), do: x"; echo "end"; lines $n "config :a, k%d: M.f%d(1)") | config' check .
measure config-clauses 5000 '(echo "defmodule M do"; lines $n "def f(%d), do: %d"; echo "end"; echo "config :a, k: M.f(1)") | config' check .
measure config-modules-many 3000 'lines $n "defmodule M%d do
def f, do: 1
end" | config' check .
measure config-enum 10000 '(run "config :a, k: Enum.map([" $n "%d, " "1], fn x -> x + 1 end)") | config' config .
measure config-for 3000 'run "for x <- [" $n ":k%d, " ":z], do: config(:a, [{x, 1}])" | config' config .
measure config-reduce 3000 'run "config :a, k: Enum.reduce([" $n "%d, " "1], [], fn x, acc -> [x | acc] end)" | config' config .
measure config-into 10000 'run "config :a, k: Enum.into([" $n "{%d, 1}, " "{0, 1}], %{})" | config' config .
measure config-uniq 10000 'run "config :a, k: Enum.uniq([" $n "%d, " "1])" | config' config .
measure config-minus 3000 '(printf "config :a, k: "; run "[" $n "%d, " "1]" | tr -d "\n"; printf " -- "; run "[" $n "%d, " "1]") | config' config .
measure config-sort 10000 'run "config :a, k: Enum.sort([" $n "-%d, " "1])" | config' config .
measure config-interpolation 5000 '(run "config :a, k: \"" $n "a#{%d}" "\"") | config' config .
measure config-interpolation-variable 3000 '(run "config :a, k: \"" $n "a#{System.get_env(\"V%d\")}" "\"") | config' config .
measure config-secrets 5000 'lines $n "config :a, A.M%d, password: \"hunter%d\"" | config' check .
measure config-secrets-config 5000 'lines $n "config :a, A.M%d, password: \"hunter%d\"" | config' config .
measure config-secret-flow 3000 'lines $n "x%d = \"hunter%d\"
config :a, A.M%d, password: x%d" | config' check .
measure config-secret-flow-same 3000 'lines $n "x = \"hunter%d\"
config :a, A.M%d, password: x" | config' check .
measure config-explain 10000 'lines $n "config :a, k: %d" | config' config --explain ':a, :k' .
measure config-comments 20000 'lines $n "# comment %d" | config' check .
measure config-heredoc 20000 '(echo "config :a, k: \"\"\""; lines $n "  line %d"; echo "  \"\"\"") | config' config .
measure config-escapes 100000 '(run "config :a, k: \"" $n "\\n\\u0041" "\"") | config' config .
measure config-broken 5000 'lines $n "config :a, k%d: )" | config' check .
measure config-broken-quotes 5000 'lines $n "config :a, k%d: \"" | config' check .
measure config-nested-list 2000 '(run "config :a, k: " $n "[" "1"; lines $n "]") | config' config .
measure config-nested-map 1500 '(run "config :a, k: " $n "%{a: " "1"; lines $n "}") | config' config .
measure config-nested-keyword 1500 '(run "config :a, k: " $n "[a: " "1"; lines $n "]") | config' config .
measure config-nested-if 500 '(lines $n "if x() do"; echo "config :a, k: 1"; lines $n "end") | config' check .
measure config-environments 2000 'lines $n "if config_env() == :e%d, do: config(:a, k: 1)" | config' check .
measure config-regex 2000 'lines $n "config :a, k%d: Regex.match?(~r/a+b/, \"aaaaab\")" | config' config .
measure config-regex-long 20000 '(run "config :a, k: Regex.match?(~r/a*b/, \"" $n "a" "\")") | config' config .
measure config-number 100000 'run "config :a, k: 1" $n "7" "" | config' config .
measure config-power 3000 'run "config :a, k: 3" $n " * 999999999" "" | config' config .

# Findings and reports.
findings='(echo "config :pleroma, Pleroma.Web.Endpoint, http: [ip: {0, 0, 0, 0}]"; lines $n "config :pleroma, Pleroma.Web.Endpoint, http: [ip: {0, 0, 0, 0}]") | config; echo "defmodule P.MixProject do def project, do: [app: :pleroma] end" > mix.exs'
broken='lines $n "config :a, k%d: )" | config'
typos='lines $n "Envronment=A%d=b" | make_unit'
measure finding-overrides 5000 "$findings" check .
for format in concise full json sarif github; do
  measure "report-$format" 10000 "$typos" check --format $format a.service
  measure "report-config-$format" 3000 "$broken" check --format $format .
done
measure report-baseline 5000 "$typos; $exslint check --write-baseline base.json a.service || true" check --baseline base.json a.service
measure report-write-baseline 5000 "$typos" check --write-baseline base.json a.service
measure fix-diff 5000 'lines $n "IPAddressDeny=
CapabilityBoundingSet=CAP_SYS_ADMIN CAP_CHOWN
SystemCallFilter=@mount" | make_unit' fix --diff a.service
measure fix-units 500 "$many_units" fix --diff --unsafe .
measure fix-endpoints 1000 'lines $n "config :pleroma, Pleroma.Web.Endpoint, secure_cookie_flag: false" | config; echo "defmodule P.MixProject do def project, do: [app: :pleroma] end" > mix.exs' fix --diff .
measure fix-typos 5000 'lines $n "PrivateTmp =yes
privatetmp=yes" | make_unit' fix --diff --unsafe a.service

# Trees of syntax.
measure syntax-integer 100000 'run "1" $n "7" "" > a.exs' syntax --quoted a.exs
measure syntax-integer-based 100000 'run "0xf" $n "7" "" > a.exs' syntax --quoted a.exs
measure syntax-integers 20000 'lines $n "1_000_%d" > a.exs' syntax --quoted a.exs
measure syntax-float 20000 'run "1." $n "7" "" > a.exs' syntax --quoted a.exs
for form in --quoted --tree; do
  measure "syntax$form-line" 20000 'run "x = [" $n "k%d: %d, " "z: 1]" > a.exs' syntax $form a.exs
  measure "syntax$form-nested" 2000 '(run "" $n "[" "1"; lines $n "]") > a.exs' syntax $form a.exs
  measure "syntax$form-chain" 10000 'run "" $n "a%d + " "1" > a.exs' syntax $form a.exs
  measure "syntax$form-pipe" 5000 'run "1" $n " |> f(%d)" "" > a.exs' syntax $form a.exs
  measure "syntax$form-text" 50000 'run "\"" $n "a#{1}\\n" "\"" > a.exs' syntax $form a.exs
  measure "syntax$form-heredoc" 10000 '(echo "\"\"\""; lines $n "   a%d"; echo "   \"\"\"") > a.exs' syntax $form a.exs
  measure "syntax-unit" 20000 'lines $n "Environment=A%d=b" | make_unit' syntax --tree a.service
done
measure syntax-semicolons 20000 'run "" $n "a%d; " "1" > a.exs' syntax --quoted a.exs
measure syntax-unary 5000 'run "" $n "!" "a" > a.exs' syntax --quoted a.exs
measure syntax-calls 2000 '(run "" $n "f(" "1"; lines $n ")") > a.exs' syntax --quoted a.exs
measure syntax-dots 5000 'run "a" $n ".b" "" > a.exs' syntax --quoted a.exs
measure syntax-do 2000 '(lines $n "f do"; lines $n "end") > a.exs' syntax --quoted a.exs
measure syntax-clauses 10000 '(echo "case x do"; lines $n "%d -> %d"; echo end) > a.exs' syntax --quoted a.exs

#!/usr/bin/env bash
# Measures one `exslint unit --format json` and one `systemd-analyze security` over the same 900 units, one after the other in each
# round: the medians of the wall clock and of the processors' time, and of their ratios. Needs systemd-analyze.
#
#   tests/ExsLint.Benchmarks/units.sh [ROUNDS]      EXSLINT_BINARY names a native exslint that is already built
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/../.."
rounds=${1:-11}
exslint=$(realpath "${EXSLINT_BINARY:-artifacts/native/exslint}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mapfile -t units < <(find /lib/systemd/system/ -maxdepth 1 -name '*.service' -type f -size +0 | sort)
for i in $(seq 0 899); do cp "${units[i % ${#units[@]}]}" "$work/$(printf 'u%03d.service' "$i")"; done
cd "$work"

TIMEFORMAT='%R %U %S'
measure() { # file, command...: appends the wall clock and the processors' time in milliseconds
  local file=$1
  shift
  { time "$@" > "$work/output" 2> "$work/errors" || true; } 2>&1 | awk '{ printf "%d %d\n", $1 * 1000, ($2 + $3) * 1000 }' >> "$file"
}
for _ in $(seq "$rounds"); do
  measure exslint.ms "$exslint" unit --format json --systemd-version 252 ./*.service
  SYSTEMD_UNIT_PATH='' measure systemd.ms systemd-analyze security --offline=true --json=short --no-pager ./*.service
done

median() { sort -g | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }
echo "900 units, $(systemd-analyze --version | head -n 1 | cut -d' ' -f1-2), load $(cut -d' ' -f1-3 /proc/loadavg), medians of $rounds rounds"
for clock in 1:wall 2:processor; do
  column=${clock%:*}
  echo "${clock#*:}: exslint $(cut -d' ' -f"$column" exslint.ms | median) ms, systemd $(cut -d' ' -f"$column" systemd.ms | median) ms," \
    "ratio $(paste -d' ' exslint.ms systemd.ms | awk -v c="$column" '{ print $(c + 2) / ($c > 0 ? $c : 1) }' | median)"
done

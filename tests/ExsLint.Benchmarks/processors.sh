#!/usr/bin/env bash
# Measures what a second processor is worth: each round runs `exslint check` on one processor and on two, one after the other, over
# trees of 300 files. Prints the medians of the wall clock, and the median of the ratios; fails where the outputs differ by a byte.
#
#   tests/ExsLint.Benchmarks/processors.sh [ROUNDS]      EXSLINT_BINARY names a native exslint that is already built
set -euo pipefail
export LC_ALL=C
benchmarks=$(cd "$(dirname "$0")" && pwd)
cd "$benchmarks/../.."
rounds=${1:-11}
exslint=$(realpath "${EXSLINT_BINARY:-artifacts/native/exslint}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$benchmarks/corpus.sh" "$work/corpus"

# 100 Akkoma instances and 100 Phoenix applications, with three config files each that count, and 300 units.
for i in $(seq 100); do
  mkdir -p "$work/instances/i$i" "$work/applications/shop$i/config"
  cp -r "$work/corpus/example/config" "$work/corpus/example/.gitignore" "$work/instances/i$i"
  for file in config prod runtime; do
    sed "s/:shop\b/:shop$i/g; s/\bShop\b/Shop$i/g" "$work/corpus/phoenix/config/$file.exs" > "$work/applications/shop$i/config/$file.exs"
  done
done
mkdir "$work/units"
for i in $(seq 300); do cp "$work/corpus/example/installation/akkoma.service" "$work/units/akkoma$i.service"; done

TIMEFORMAT='%R'
measure() { # file, output, command...: appends the wall clock in milliseconds
  local file=$1 output=$2
  shift 2
  { time "$@" > "$output" 2> "$output.errors" || true; } 2>&1 | awk '{ printf "%d\n", $1 * 1000 }' >> "$file"
}
median() { sort -g | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }

echo "load $(cut -d' ' -f1-3 /proc/loadavg), medians of $rounds rounds"
cd "$work"
for tree in instances applications units; do
  for format in concise sarif; do
    rm -f one.ms two.ms
    for _ in $(seq "$rounds"); do
      measure one.ms one taskset -c 0 "$exslint" check --profile strict --format "$format" "$tree"
      measure two.ms two taskset -c 0,1 "$exslint" check --profile strict --format "$format" "$tree"
      cmp one two && cmp one.errors two.errors || exit 1
    done
    echo "$tree, $format: one processor $(median < one.ms) ms, two $(median < two.ms) ms, ratio $(paste -d' ' one.ms two.ms | awk '{ print $1 / $2 }' | median)"
  done
done

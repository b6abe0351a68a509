#!/usr/bin/env bash
# Measures `exslint check` over a repository of 10,000 files, 300 of which are config files of 100 applications, and over those 300
# alone: the medians of the wall clock, the most memory that was resident, and how many calls of the system were made where strace is
# there. Needs git and GNU time.
#
#   tests/ExsLint.Benchmarks/repository.sh [ROUNDS]      EXSLINT_BINARY names a native exslint that is already built
set -euo pipefail
export LC_ALL=C
benchmarks=$(cd "$(dirname "$0")" && pwd)
cd "$benchmarks/../.."
rounds=${1:-11}
exslint=$(realpath "${EXSLINT_BINARY:-artifacts/native/exslint}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$benchmarks/corpus.sh" "$work/corpus"

for i in $(seq 100); do
  mkdir -p "$work/configs/shop$i/config"
  for file in config prod runtime; do
    sed "s/:shop\b/:shop$i/g; s/\bShop\b/Shop$i/g" "$work/corpus/phoenix/config/$file.exs" > "$work/configs/shop$i/config/$file.exs"
  done
done
cp -r "$work/configs" "$work/repository"
cd "$work/repository"
printf '/_build/\ndeps/\nnode_modules/\n*.beam\n*.ez\nerl_crash.dump\n/priv/static/\n' > .gitignore
for i in $(seq 100); do
  (
    cd "shop$i"
    printf 'defmodule Shop.MixProject do\n  use Mix.Project\n  def project, do: [app: :shop%d]\nend\n' "$i" > mix.exs
    mkdir -p lib/shop/accounts lib/shop_web/controllers lib/shop_web/live priv/repo/migrations test/shop assets/js
    for j in $(seq 16); do
      for folder in lib/shop/accounts lib/shop_web/controllers lib/shop_web/live; do echo 'defmodule M do end' > "$folder/m$j.ex"; done
      printf 'defmodule Migration%d do\n  use Ecto.Migration\nend\n' "$j" > "priv/repo/migrations/202301010000$j.exs"
      printf 'defmodule MTest do\n  use ExUnit.Case\nend\n' > "test/shop/m${j}_test.exs"
      echo 'let x' > "assets/js/a$j.js"
    done
  )
done
git init -q . && git add -A && git -c user.name=a -c user.email=a@a.example commit -qm a

cd "$work"
median() { sort -g | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }
echo "load $(cut -d' ' -f1-3 /proc/loadavg), medians of $rounds rounds"
for tree in configs repository; do
  rm -f figures
  for _ in $(seq "$rounds"); do /usr/bin/time -a -o figures -f '%e %M' "$exslint" check "$tree" > output 2> errors; done
  calls=""
  if command -v strace > /dev/null; then
    strace -f -o calls -e trace=%file,%desc "$exslint" check "$tree" > output 2> errors || true
    calls=", $(wc -l < calls) calls about files"
  fi
  echo "$tree, $(find "$tree" -name .git -prune -o -type f -print | wc -l) files:" \
    "$(cut -d' ' -f1 figures | median) s, $(cut -d' ' -f2 figures | median | awk '{ printf "%.0f", $1 / 1024 }') MB at most$calls"
done

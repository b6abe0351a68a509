#!/usr/bin/env bash
# Counts the instructions of whole runs of the native executable, and compares them with the figures on record in docs/performance.md:
# unlike times, they are the same on a busy machine and on another one. Needs valgrind.
#
#   tests/ExsLint.Benchmarks/instructions.sh             fails where a run takes over 5% more than its figure, and says where
#   tests/ExsLint.Benchmarks/instructions.sh --record    writes the figures down; the commit says why they grew
#   EXSLINT_BINARY names a native exslint that is already built
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/../.."
page=docs/performance.md
tolerance=5
case ${1-} in
  '' | --record) ;;
  *) echo "usage: ${0##*/} [--record]" >&2; exit 2 ;;
esac
command -v valgrind > /dev/null || { echo 'valgrind is not on the PATH' >&2; exit 2; }
exslint=$(realpath "${EXSLINT_BINARY:-artifacts/native/exslint}")
[ -x "$exslint" ] || { echo "$exslint: no native exslint; 'dotnet publish src/ExsLint.Cli -c Release -r linux-x64 -o artifacts/native' makes one" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tests/ExsLint.Benchmarks/corpus.sh "$work/corpus"

runs=(
  '--version'
  'check example --format concise' 'check example --format full' 'check example --format sarif'
  'check example --format github' 'check example --format json'
  'check phoenix --format concise' 'check example/installation --format concise' 'check units --format concise'
  'check large --format concise' 'check upstream --format concise' 'check runtime --format concise' 'check optional --format concise'
  'fix example --diff --unsafe' 'config upstream --format json' 'config optional --format json'
)

# The heap's size, the number of processors and the environment decide when memory is collected.
count() { # arguments: prints the instructions of one run
  local status=0
  (
    cd "$work/corpus"
    # shellcheck disable=SC2086 # the words of the command
    env -i PATH=/usr/bin:/bin HOME=/nonexistent LANG=C.UTF-8 DOTNET_GCHeapHardLimit=0x20000000 DOTNET_PROCESSOR_COUNT=1 \
      valgrind --tool=callgrind --callgrind-out-file="$work/profile" "$exslint" $1 > "$work/output" 2> "$work/errors"
  ) || status=$?
  [ "$status" -le 1 ] || { cat "$work/errors" >&2; echo "exslint $1: exit code $status" >&2; exit 2; }
  awk '/refs:/ { gsub(",", "", $NF); print $NF }' "$work/errors"
}

million() { awk -v count="$1" 'BEGIN { printf "%.1f", count / 1e6 }'; }
on_record() { awk -F '|' -v run=" \`exslint $1\` " '$2 == run { gsub(" ", "", $3); print $3 }' "$page"; }

failed=0
table="$work/table"
for run in "${runs[@]}"; do
  counted=$(million "$(count "$run")")
  recorded=$(on_record "$run")
  printf '| `exslint %s` | %s |\n' "$run" "$counted" >> "$table"
  printf '%-45s %8s million, on record %s\n' "$run" "$counted" "${recorded:-nothing}"
  [ "${1-}" = --record ] && continue
  if [ -z "$recorded" ] || awk -v now="$counted" -v old="$recorded" -v most="$tolerance" 'BEGIN { exit !(now > old * (1 + most / 100)) }'; then
    failed=1
    echo "  That is over $tolerance% more. Where they are spent, with what is called (million, function):"
    callgrind_annotate --inclusive=yes --auto=no "$work/profile" 2> /dev/null | grep -a 'ExsLint\|gc_heap::garbage_collect' | head -40 \
      | sed -E 's/^ *([0-9,]+) .*[^ ]*:([^ ]+).*/\1 \2/' | awk '{ gsub(",", "", $1); printf "  %10.2f %s\n", $1 / 1e6, $2 }'
  fi
done

if [ "${1-}" = --record ]; then
  awk -v table="$table" '
    /^\| `exslint / { if (!done) { while ((getline line < table) > 0) print line; done = 1 } next }
    { print }' "$page" > "$work/page"
  cat "$work/page" > "$page"
fi
exit "$failed"

#!/usr/bin/env bash
# Measures whole processes, start included: the native exslint against `dotnet hello.dll`, Elixir's parser and systemd-analyze.
# Every round runs each program once, one after the other, so that a busy moment of the machine meets all of them; what counts are
# the medians of the ratios within a round. Needs the .NET SDK, elixir and systemd-analyze.
#
#   tests/ExsLint.Benchmarks/whole-process.sh [ROUNDS]      EXSLINT_BINARY names a native exslint that is already built
set -euo pipefail
export LC_ALL=C DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
cd "$(dirname "$0")/../.."
rounds=${1:-21}
[[ $rounds =~ ^[1-9][0-9]*$ ]] || { echo "ROUNDS is a number from 1, not '$rounds'" >&2; exit 2; }
for program in dotnet elixir systemd-analyze; do
  command -v "$program" > /dev/null || { echo "$program is not on the PATH" >&2; exit 2; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

exslint=${EXSLINT_BINARY:-$PWD/artifacts/native/exslint}
if [ -z "${EXSLINT_BINARY:-}" ]; then
  dotnet publish src/ExsLint.Cli -c Release -r linux-x64 -o artifacts/native -v quiet > "$work/publish.log" || { cat "$work/publish.log" >&2; exit 2; }
fi

# The corpus: the documentation's example, and one file of about a megabyte made of copies of its largest.
config=docs/examples/akkoma/config/config.exs
unit=docs/examples/akkoma/installation/akkoma.service
mkdir -p "$work/large/config"
large=$work/large/config/config.exs
for _ in {1..512}; do grep -v '^import_config' "$config"; done > "$large"

mkdir "$work/hello"
cat > "$work/hello/hello.csproj" <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
</Project>
PROJECT
echo 'System.Console.WriteLine("Hello, world");' > "$work/hello/Program.cs"
dotnet build "$work/hello" -c Release -o "$work/hello/out" -v quiet > "$work/hello.log" || { cat "$work/hello.log" >&2; exit 2; }

parse='Code.string_to_quoted!(File.read!(hd(System.argv())))'
# Prints the median of 9 parses after 3 unmeasured ones, in microseconds: the parser alone, on a virtual machine that is warm.
parse_warm='
text = File.read!(hd(System.argv()))
times = for _ <- 1..12, do: elem(:timer.tc(fn -> Code.string_to_quoted!(text) end), 0)
IO.puts(Enum.at(Enum.sort(Enum.drop(times, 3)), 4))'

names=() # in the order of the table
declare -A title command=()
subject() { # name, title, command
  names+=("$1")
  title[$1]=$2
  command[$1]=$(printf '%q ' "${@:3}")
}
subject true          'true (starting a process)'                     "$(type -P true)"
subject example       'exslint check, the example project'            "$exslint" check --format sarif "$config"
subject hello         'dotnet hello.dll'                              dotnet "$work/hello/out/hello.dll"
subject elixir        'elixir, parsing config.exs'                    elixir -e "$parse" "$config"
subject unit          'exslint check, akkoma.service'                 "$exslint" check --format sarif "$unit"
subject systemd       'systemd-analyze security, akkoma.service'      systemd-analyze security --offline=true "$unit"
subject large         'exslint check, 0.9 MB of config'               "$exslint" check --format sarif "$large"
subject elixir_large  'elixir, parsing 0.9 MB of config'              elixir -e "$parse" "$large"

declare -A samples=()
measure() { # name: appends the microseconds of one run
  local start end status=0
  start=${EPOCHREALTIME/./}
  eval "${command[$1]}" > "$work/output" 2>&1 < /dev/null || status=$?
  end=${EPOCHREALTIME/./}
  [ "$status" -eq 0 ] || { echo "${title[$1]}: exit code $status" >&2; cat "$work/output" >&2; exit 2; }
  samples[$1]+="$((end - start)) "
}

for name in "${names[@]}"; do measure "$name"; done # files into memory, caches warm
samples=()
load_before=$(cut -d' ' -f1-3 /proc/loadavg)
for _ in $(seq "$rounds"); do
  for name in "${names[@]}"; do measure "$name"; done
  samples[warm]+="$(elixir -e "$parse_warm" "$config") "
  samples[warm_large]+="$(elixir -e "$parse_warm" "$large") "
done

median() { tr ' ' '\n' | sed '/^$/d' | sort -g | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }
milliseconds() { median <<< "${samples[$1]}" | awk '{ printf "%.1f", $1 / 1000 }'; }
ratio() { # how many times as long the second takes as the first, round by round
  paste -d' ' <(tr ' ' '\n' <<< "${samples[$1]}" | sed '/^$/d') <(tr ' ' '\n' <<< "${samples[$2]}" | sed '/^$/d') \
    | awk '{ print $2 / $1 }' | median | awk '{ printf "%.2f", $1 }'
}
compare() { printf '| %-46s | %-46s | %7s |\n' "$1" "$3" "$(ratio "$2" "$4")"; }

echo "exslint $("$exslint" --version | cut -d' ' -f2), .NET $(dotnet --version), $(elixir --version | grep '^Elixir' | cut -d' ' -f1-2)," \
  "$(systemd-analyze --version | head -n 1 | cut -d' ' -f1-2); $(nproc) processors, load $load_before before and" \
  "$(cut -d' ' -f1-3 /proc/loadavg) after; medians of $rounds rounds"
echo
printf '| %-46s | %7s |\n| %s | %s: |\n' 'whole process' 'ms' "$(printf '%46s' | tr ' ' -)" '------'
for name in "${names[@]}"; do printf '| %-46s | %7s |\n' "${title[$name]}" "$(milliseconds "$name")"; done
printf '| %-46s | %7s |\n' 'Code.string_to_quoted!, warm, config.exs' "$(milliseconds warm)"
printf '| %-46s | %7s |\n' 'Code.string_to_quoted!, warm, 0.9 MB' "$(milliseconds warm_large)"
echo
printf '| %-46s | %-46s | %7s |\n' 'exslint' 'against' 'ratio'
printf '| %s | %s | %s: |\n' "$(printf '%46s' | tr ' ' -)" "$(printf '%46s' | tr ' ' -)" '------'
compare 'the example project, SARIF' example 'dotnet hello.dll' hello
compare 'the example project, SARIF' example 'elixir, parsing its config.exs' elixir
compare 'akkoma.service, SARIF' unit 'systemd-analyze security --offline=true' systemd
compare '0.9 MB of config, SARIF' large 'elixir, parsing it' elixir_large
compare '0.9 MB of config, SARIF' large 'Code.string_to_quoted!, warm, start left out' warm_large

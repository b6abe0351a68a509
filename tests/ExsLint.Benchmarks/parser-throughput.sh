#!/usr/bin/env bash
# Measures text to tree: ExsLint's parser, compiled ahead of time and on one thread, against Code.string_to_quoted on a warm virtual
# machine, over the same files in the same run, in turns. Prints the ratio of the medians, and the parser's memory by the text's.
#
#   tests/ExsLint.Benchmarks/parser-throughput.sh [FOLDER] [ROUNDS]    FOLDER (default: $EXSLINT_ELIXIR_SOURCES) holds .ex and .exs files
set -euo pipefail
export LC_ALL=C.UTF-8 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
cd "$(dirname "$0")/../.."
folder=$(realpath "${1:-${EXSLINT_ELIXIR_SOURCES:?names no folder of Elixir sources}}")
rounds=${2:-9}
repository=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

find "$folder" -type f \( -name '*.ex' -o -name '*.exs' \) | sort > "$work/files"
[ -s "$work/files" ] || { echo "$folder holds no .ex or .exs file" >&2; exit 2; }
# One long file, for memory: about 40 MB of config.
grep -v '^import_config' docs/examples/akkoma/config/config.exs > "$work/one"
for _ in {1..1024}; do cat "$work/one"; done > "$work/kilo"
for _ in {1..24}; do cat "$work/kilo"; done > "$work/long.exs"

mkdir "$work/parser"
cat > "$work/parser/parser.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <Import Project="$repository/Directory.Build.props" />
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <PublishAot>true</PublishAot>
    <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
    <RestorePackagesWithLockFile>false</RestorePackagesWithLockFile>
    <IlcOptimizationPreference>Speed</IlcOptimizationPreference>
  </PropertyGroup>
  <ItemGroup>
    <ProjectReference Include="$repository/src/ExsLint/ExsLint.csproj" />
  </ItemGroup>
</Project>
PROJECT
cat > "$work/parser/Program.cs" <<'PROGRAM'
using System.Diagnostics;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Text;

// Each line of input is a round: it parses all files, and answers with the microseconds that took. Files are in memory as bytes.
var files = File.ReadAllLines(args[0]).Select(File.ReadAllBytes).ToArray();
while (Console.ReadLine() is not null)
{
    var watch = Stopwatch.StartNew();
    var tokens = 0;
    foreach (var bytes in files)
    {
        tokens += ElixirParser.Parse(SourceFile.FromBytes("x", bytes), ElixirDialect.Elixir114).TokenCount;
    }

    Console.WriteLine(watch.Elapsed.TotalMicroseconds.ToString("F0"));
    GC.KeepAlive(tokens);
}
PROGRAM
cat > "$work/parser.exs" <<'PROGRAM'
files = hd(System.argv()) |> File.read!() |> String.split("\n", trim: true) |> Enum.map(&File.read!/1)
for _ <- IO.stream(:stdio, :line) do
  {time, _} = :timer.tc(fn -> Enum.each(files, &Code.string_to_quoted(&1, emit_warnings: false)) end)
  IO.puts(time)
end
PROGRAM
dotnet publish "$work/parser" -c Release -r linux-x64 -o "$work/out" -v quiet > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 2; }

coproc EXSLINT { "$work/out/parser" "$work/files"; }
exec 3<&"${EXSLINT[0]}" 4>&"${EXSLINT[1]}"
mkfifo "$work/in" "$work/elixir"
elixir "$work/parser.exs" "$work/files" < "$work/in" > "$work/elixir" &
exec 6> "$work/in" 5< "$work/elixir"

ours=() theirs=()
for round in $(seq $((rounds + 3))); do
  echo >&4; read -r mine <&3
  echo >&6; read -r his <&5
  [ "$round" -le 3 ] || { ours+=("$mine"); theirs+=("$his"); } # three rounds warm both
done
exec 4>&- 6>&-

median() { printf '%s\n' "$@" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
bytes=$(xargs -d '\n' cat < "$work/files" | wc -c)
awk -v a="$(median "${ours[@]}")" -v b="$(median "${theirs[@]}")" -v n="$bytes" -v files="$(wc -l < "$work/files")" 'BEGIN {
  printf "%d files, %.1f MB: exslint %.1f ms (%.0f MB/s), Code.string_to_quoted %.1f ms; ratio %.1f\n", files, n / 1e6, a / 1e3, n / a, b / 1e3, b / a }'

# Memory: the most that was resident while one text was parsed, without what the process takes for a line, by the length of the text.
xargs -d '\n' cat < <(grep '\.ex$' "$work/files") > "$work/sources.ex"
echo 'a' > "$work/small.exs"
peak() { rm -f "$work/answer"; echo "$1" > "$work/list"; "$work/out/parser" "$work/list" < <(echo; tail -f /dev/null --pid=$$) > "$work/answer" & local pid=$!
  until [ -s "$work/answer" ]; do sleep 0.1; done; awk '/VmHWM/ { print $2 * 1024 }' "/proc/$pid/status"; kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null || true; }
base=$(peak "$work/small.exs")
for text in "$work/long.exs" "$work/sources.ex"; do
  size=$(stat -c %s "$text")
  awk -v p="$(peak "$text")" -v b="$base" -v n="$size" -v t="${text##*/}" 'BEGIN { printf "%s, %.1f MB: %.0f MB at most, %.1f times the text\n", t, n / 1e6, (p - b) / 1e6, (p - b - n) / n }'
done

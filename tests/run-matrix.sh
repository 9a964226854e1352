#!/usr/bin/env bash
# Runs the tests of the runtime, and its smoke program, in every setting that its users may have.
#
#   tests/run-matrix.sh [--no-build] [--strict] [row ...]
#
# Rows (all of them, if none is named):
#   net10.0     the net10.0 build of the library
#   net8.0      the net8.0 build, rolled forward to the runtime that is there
#   server-gc   DOTNET_gcServer=1
#   no-pgo      DOTNET_TieredPGO=0
#   trimmed     the smoke program, published self-contained and trimmed
#   aot         the smoke program, published as native code
#
# Each row ends as "passed", "FAILED", or "NOT RUN" with what is missing on this machine (only trimmed and aot need more than
# the SDK). The exit code is 1 if one failed; with --strict also if one was not run.
set -uo pipefail
cd "$(dirname "$0")/.."

configuration=Release
suites=(JoinSet.Tests JoinSet.StressTests)
all_rows=(net10.0 net8.0 server-gc no-pgo trimmed aot)
log=$(mktemp)
scratch=$(mktemp -d)
trap 'rm -rf "$log" "$scratch"' EXIT

build=yes
strict=no
rows=()
for argument in "$@"; do
  case "$argument" in
    --no-build) build=no ;;
    --strict) strict=yes ;;
    -h | --help) sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; exit 0 ;;
    *) [[ " ${all_rows[*]} " == *" $argument "* ]] || { echo "no such row: $argument" >&2; exit 2; }
       rows+=("$argument") ;;
  esac
done
[ ${#rows[@]} -gt 0 ] || rows=("${all_rows[@]}")

summary=()
failed=0
not_run=0

report() { # row, outcome
  summary+=("$(printf '%-10s %s' "$1" "$2")")
  echo "== $1: $2"
}

fail() { failed=1; report "$1" "FAILED${2:+: $2}"; }
skip() { not_run=1; report "$1" "NOT RUN: $2"; }

assembly() { echo "tests/$1/bin/$configuration/$2/$1.dll"; }

# The stress tests' library exists for net10.0 only: against net8.0 they run with that build of JoinSet.dll beside them.
stress_on_net8() {
  cp -r "tests/JoinSet.StressTests/bin/$configuration/net10.0/." "$scratch" &&
    cp "src/JoinSet/bin/$configuration/net8.0/JoinSet.dll" "$scratch" &&
    echo "$scratch/JoinSet.StressTests.dll"
}

run_tests() { # row, NAME=value for the environment or "", assembly ...
  local row=$1 setting=$2
  shift 2
  echo "== $row: ${setting:-no setting}"
  # One process each, one after the other: two at a time would starve each other.
  for each in "$@"; do
    [ -f "$each" ] || { fail "$row" "$each is not there: build first"; return; }
    env ${setting:+"$setting"} JOINSET_MATRIX_ROW="$row" dotnet test "$each" --nologo || { fail "$row"; return; }
  done
  report "$row" "passed"
}

# What the publishing of one mode needs on this machine; prints what is missing.
missing_for() {
  if [ "$1" = aot ] && ! linker > /dev/null; then
    echo "a C linker driver (clang or gcc)"
  elif ! dotnet restore tests/JoinSet.Smoke -p:SmokeMode="$1" -v q > "$log" 2>&1; then
    if grep -qE "NU1101|NU1102|NU1103|NU1301|NETSDK1083" "$log"; then
      echo "packages that cannot be restored: $(grep -oE 'NU1[0-9]+: .*' "$log" | sed 's/ \[[^]]*\]$//' | sort -u | head -3 | paste -sd ' ')"
    fi
  fi
}

linker() { command -v clang || command -v gcc; }

run_smoke() { # row
  local row=$1 missing program="tests/JoinSet.Smoke/bin/$1/publish/JoinSet.Smoke"
  echo "== $row"
  missing=$(missing_for "$row")
  if [ -n "$missing" ]; then
    skip "$row" "$missing"
    return
  fi

  rm -rf "tests/JoinSet.Smoke/bin/$row/publish"
  dotnet publish tests/JoinSet.Smoke -c "$configuration" -p:SmokeMode="$row" -p:CppCompilerAndLinker="$(linker)" -v q --nologo ||
    { fail "$row" "it does not publish"; return; }
  "$program" || { fail "$row" "the program exits with $?"; return; }
  report "$row" "passed"
}

if [ "$build" = yes ]; then
  for project in "${suites[@]}"; do
    dotnet build "tests/$project" -c "$configuration" -v q --nologo || exit 1
  done
fi

on_net10=("$(assembly JoinSet.Tests net10.0)" "$(assembly JoinSet.StressTests net10.0)")
for row in "${rows[@]}"; do
  case "$row" in
    net10.0) run_tests net10.0 "" "${on_net10[@]}" ;;
    net8.0) run_tests net8.0 "" "$(assembly JoinSet.Tests net8.0)" "$(stress_on_net8)" ;;
    server-gc) run_tests server-gc DOTNET_gcServer=1 "${on_net10[@]}" ;;
    no-pgo) run_tests no-pgo DOTNET_TieredPGO=0 "${on_net10[@]}" ;;
    trimmed | aot) run_smoke "$row" ;;
  esac
done

echo
printf '%s\n' "${summary[@]}"
[ "$strict" = no ] || [ "$not_run" -eq 0 ] || failed=1
exit "$failed"

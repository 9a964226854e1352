#!/usr/bin/env bash
# Runs the tests of the analyzers and fixes on each Roslyn that may host them.
#
#   tests/run-roslyn-matrix.sh [version ...]
#
# Versions (all of them, if none is named): the oldest and the newest of Directory.Packages.props, and 4.14.0, the last of its line. The
# analyzers are built against the oldest each time; only what loads them changes. CI runs the tests on the oldest, and the newest by way of
# tests/JoinSet.Lightbulb.Tests. Arguments after -- go to dotnet test (-- --filter SomeTests).
#
# Each version ends as "passed", "FAILED", or "NOT RUN" where its packages cannot be restored. The exit code is 1 if one failed.
set -uo pipefail
cd "$(dirname "$0")/.."

project=tests/JoinSet.Analyzers.Tests
versions=()
while [ $# -gt 0 ]; do
  case "$1" in
    -h | --help) sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; exit 0 ;;
    --) shift; break ;;
    *) versions+=("$1"); shift ;;
  esac
done

pinned() { dotnet msbuild "$project" -getProperty:"$1"; }
[ ${#versions[@]} -gt 0 ] || versions=("$(pinned OldestRoslynVersion)" 4.14.0 "$(pinned NewestRoslynVersion)")

summary=()
failed=0
report() { summary+=("$(printf '%-10s %s' "$1" "$2")"); echo "== Roslyn $1: $2"; }

for version in "${versions[@]}"; do
  echo "== Roslyn $version"
  # Built aside, so that no build of another version is mistaken for this one.
  settings=(-p:RoslynVersion="$version" --artifacts-path "artifacts/roslyn-$version")
  if ! dotnet restore "$project" "${settings[@]}" -v q; then
    report "$version" "NOT RUN: its packages cannot be restored"
  elif dotnet test "$project" "${settings[@]}" --no-restore --nologo "$@"; then
    report "$version" "passed"
  else
    failed=1
    report "$version" "FAILED"
  fi
done

echo
printf '%s\n' "${summary[@]}"
exit "$failed"

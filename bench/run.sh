#!/usr/bin/env bash
# Prints one table per module: wall clock and CPU time in seconds of a command
# and all that it starts, and the peak memory of its largest process, median of
# five runs, warm build cache and cold. "go list -export -deps" is the floor:
# any driver that takes types from export data waits for it.
#
#	bench/run.sh [module folder...]      default: examples
#
# MONO="10 50 200" adds generated monorepos of so many functions (see
# monorepo.sh). COLD=1 measures with a cold build cache what has to compile,
# too, which takes minutes. RUNS sets the number of runs. staticcheck and
# golangci-lint (with one type-aware linter) are measured if they are on PATH.
# It needs bash, Go and GNU time (/usr/bin/time).
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
runs=${RUNS:-5}
scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
warm=$(go env GOCACHE)

# median prints the median of the numbers on its standard input.
median() { sort -n | awk '{v[NR]=$1} END {print (NR%2) ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }

# measure warm|cold COMMAND... prints a line of the table and leaves the wall
# clock time in $wall. Findings (exit code 1 or 3) are no failure.
measure() {
	local cache=$1 log="$scratch/log" cpu mem
	shift
	: >"$log"
	for _ in $(seq "$runs"); do
		if [ "$cache" = cold ]; then
			rm -rf "$scratch/cache"
			export GOCACHE="$scratch/cache" XDG_CACHE_HOME="$scratch/cache"
		else
			export GOCACHE="$warm"
			unset XDG_CACHE_HOME
		fi
		/usr/bin/time -a -o "$log" -f '%e %U %S %M' "$@" >/dev/null 2>&1 || [ $? -le 3 ]
	done
	grep -v '^Command' "$log" >"$log.numbers"
	wall=$(awk '{print $1}' "$log.numbers" | median)
	cpu=$(awk '{print $2 + $3}' "$log.numbers" | median)
	mem=$(awk '{print $4 / 1024}' "$log.numbers" | median)
	printf '| %s | %s | %.2f | %.2f | %.0f |\n' "$cache" "$(basename "$1") ${*:2}" "$wall" "$cpu" "$mem"
}

# table NAME FOLDER
table() (
	cd "$2"
	printf '\n%s: %s packages of its own, %s in all\n\n' "$1" "$(go list ./... | wc -l)" "$(go list -deps ./... | wc -l)"
	echo '| cache | command | wall s | CPU s | peak MB |'
	echo '|---|---|--:|--:|--:|'
	go list -export -deps ./... >/dev/null # warm the build cache
	measure warm go list -export -deps ./...
	floor=$wall
	measure warm "$scratch/lambdainit" ./...
	ours=$wall
	measure warm go vet ./...
	peers warm
	measure cold "$scratch/lambdainit" ./...
	if [ "${COLD:-}" ]; then
		measure cold go list -export -deps ./...
		measure cold go vet ./...
		peers cold
	fi
	awk -v a="$ours" -v b="$floor" 'BEGIN {printf "\nwarm: lambdainit / go list -export -deps = %.2f\n", a / b}'
)

peers() {
	if command -v staticcheck >/dev/null; then
		measure "$1" staticcheck ./...
	fi
	if command -v golangci-lint >/dev/null; then
		measure "$1" golangci-lint run --default=none --enable=errcheck ./...
	fi
}

(cd "$root" && go build -o "$scratch/lambdainit" ./cmd/lambdainit)
echo "$(go version | cut -d' ' -f3-4), $(nproc) cores, median of $runs runs"
[ $# -gt 0 ] || set -- "$root/examples"
for folder; do
	table "$(basename "$folder")" "$folder"
done
for n in ${MONO:-}; do
	"$root/bench/monorepo.sh" "$n" "$scratch/monorepo$n"
	table "monorepo of $n functions" "$scratch/monorepo$n"
done

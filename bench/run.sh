#!/usr/bin/env bash
# Measures lambdainit against "go list -export -deps", which any driver that
# uses export data has to wait for: the floor. Prints a table: wall clock and
# CPU time of the command and all that it starts, in seconds, and the peak
# memory of its largest process, median of five runs.
#
#	bench/run.sh [module folder]      default: examples
#
# It needs bash, Go and GNU time (/usr/bin/time).
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
module=$(cd "${1:-$root/examples}" && pwd)
runs=${RUNS:-5}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

(cd "$root" && go build -o "$scratch/lambdainit" ./cmd/lambdainit)
cd "$module"

# median prints the median of the numbers on its standard input.
median() { sort -n | awk '{v[NR]=$1} END {print (NR%2) ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }

# measure NAME COMMAND... prints a line of the table. $before, if set, runs
# before each run and is not measured.
measure() {
	local name=$1 log="$scratch/log"
	shift
	: >"$log"
	for _ in $(seq "$runs"); do
		${before:-true}
		/usr/bin/time -a -o "$log" -f '%e %U %S %M' "$@" >/dev/null 2>&1 || [ $? -eq 3 ]
	done
	grep -v '^Command' "$log" >"$log.numbers"
	local wall cpu mem
	wall=$(awk '{print $1}' "$log.numbers" | median)
	cpu=$(awk '{print $2 + $3}' "$log.numbers" | median)
	mem=$(awk '{print $4 / 1024}' "$log.numbers" | median)
	printf '%-44s %7.2f %7.2f %7.0f\n' "$name" "$wall" "$cpu" "$mem"
	result=$wall
}

packages=$(go list -deps ./... | wc -l)
echo "$(go version | cut -d' ' -f3-4), $(nproc) cores, $packages packages, median of $runs runs"
printf '%-44s %7s %7s %7s\n' '' 'wall s' 'CPU s' 'MB'

go list -export -deps ./... >/dev/null # warm the build cache
measure 'warm: go list -export -deps ./...' go list -export -deps ./...
floor=$result
measure 'warm: lambdainit ./...' "$scratch/lambdainit" ./...
awk -v a="$result" -v b="$floor" 'BEGIN {printf "warm: lambdainit / go list = %.2f\n", a / b}'

export GOCACHE="$scratch/cache"
before="rm -rf $GOCACHE"
measure 'cold: lambdainit ./...' "$scratch/lambdainit" ./...
if [ "${COLD:-}" ]; then # takes minutes
	measure 'cold: go list -export -deps ./...' go list -export -deps ./...
fi

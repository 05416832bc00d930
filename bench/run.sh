#!/usr/bin/env bash
# Prints one table per module: wall clock and CPU time in seconds of a command
# and all that it starts, and the peak memory of its largest process, median of
# five runs, warm caches and cold. The commands take turns, so that whatever else
# the machine does hits all of them. "go list -export -deps" is the floor: any
# driver that takes types from export data waits for it. "again" is lambdainit where
# nothing has changed since a run before; "lambdainit" keeps no results.
#
#	bench/run.sh [module folder...]      default: examples
#
# MONO="10 50 200" adds generated monorepos of so many functions (see
# monorepo.sh) and prints how time grows with them. COLD=1 measures with cold
# caches what has to compile, too, which takes minutes: COLDRUNS times, once if
# not set. RUNS sets the number of the other runs. staticcheck and golangci-lint
# (with one type-aware linter) are measured if they are on PATH.
# It needs bash, Go and GNU time (/usr/bin/time).
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
runs=${RUNS:-5}
scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
warm=$(go env GOCACHE)

# median prints the median of the numbers on its standard input.
median() { sort -n | awk '{v[NR]=$1} END {print (NR%2) ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }

# once warm|cold LOG COMMAND... runs a command and logs what it took. Findings
# (exit codes 1 to 3) are no failure.
once() {
	local cache=$1 log=$2
	shift 2
	if [ "$cache" = cold ]; then
		rm -rf "$scratch/cache"
		export GOCACHE="$scratch/cache" XDG_CACHE_HOME="$scratch/cache"
	else
		export GOCACHE="$warm"
		unset XDG_CACHE_HOME
	fi
	/usr/bin/time -a -o "$log" -f '%e %U %S %M' "$@" >/dev/null 2>&1 || [ $? -le 3 ]
}

# measure warm|cold RUNS COMMAND... runs commands, each one argument, in turns
# and prints a line of the table for each. Medians are left in files:
# $scratch/CACHE.COMMAND holds wall and CPU time.
measure() {
	local cache=$1 n=$2 command log wall cpu mem
	shift 2
	rm -f "$scratch"/*.log
	for _ in $(seq "$n"); do
		for command; do
			# shellcheck disable=SC2086 # a command with its arguments
			once "$cache" "$scratch/${command%% *}.log" $command
		done
	done
	for command; do
		log=$scratch/${command%% *}.log
		sed -i '/^Command/d' "$log"
		wall=$(awk '{print $1}' "$log" | median)
		cpu=$(awk '{print $2 + $3}' "$log" | median)
		mem=$(awk '{print $4 / 1024}' "$log" | median)
		echo "$wall $cpu" >"$scratch/$cache.${command//[^a-z]/_}"
		printf '| %s | %s | %d | %.2f | %.2f | %.0f |\n' "$cache" "${command#env }" "$n" "$wall" "$cpu" "$mem"
	done
}

floor='go list -export -deps ./...'
vet='env go vet ./...' # env: a log of its own
peers=("$vet")
! command -v staticcheck >/dev/null || peers+=('staticcheck ./...')
! command -v golangci-lint >/dev/null || peers+=('golangci-lint run --default=none --enable=errcheck --issues-exit-code=0 ./...')

# result CACHE COMMAND prints the medians of wall and CPU time.
result() { cat "$scratch/$1.${2//[^a-z]/_}"; }

# table NAME FOLDER
table() (
	cd "$2"
	printf '\n%s: %s packages of its own, %s in all\n\n' "$1" "$(go list ./... | wc -l)" "$(go list -deps ./... | wc -l)"
	echo '| cache | command | runs | wall s | CPU s | peak MB |'
	echo '|---|---|--:|--:|--:|--:|'
	for command in "$floor" 'again ./...' "${peers[@]}"; do # warm the caches
		$command >/dev/null 2>&1 || true
	done
	measure warm "$runs" "$floor" 'lambdainit ./...' 'again ./...' "${peers[@]}"
	measure cold "$runs" 'lambdainit ./...'
	[ -z "${COLD:-}" ] || measure cold "${COLDRUNS:-1}" "$floor" "${peers[@]}"
	sums
)

# sums prints the ratios that the goals are about.
sums() {
	local command fastest=
	printf '\n'
	echo "$(result warm "$floor") $(result warm 'lambdainit ./...')" |
		awk '{printf "warm, lambdainit / go list -export -deps: wall %.2f, CPU %.2f\n", $3/$1, $4/$2}'
	echo "$(result warm "$floor") $(result warm 'again ./...')" |
		awk '{printf "nothing changed, lambdainit / go list -export -deps: wall %.2f, CPU %.2f\n", $3/$1, $4/$2}'
	[ "${COLD:-}" ] || return 0
	for command in "${peers[@]}"; do
		fastest=$(printf '%s\n%s\n' "$fastest" "$(result cold "$command" | cut -d' ' -f2)" | grep . | sort -n | head -1)
	done
	echo "$fastest $(result cold 'lambdainit ./...')" |
		awk '{printf "cold, CPU of the fastest peer / lambdainit: %.0f\n", $1/$3}'
}

# growth prints the exponent of CPU time as a power of N, from lines "N CPU".
growth() {
	awk '{x=log($1); y=log($2); n++; sx+=x; sy+=y; sxx+=x*x; sxy+=x*y}
		END {if (n > 1) printf "%s: CPU time grows with N to the power of %.2f\n", name, (n*sxy-sx*sy)/(n*sxx-sx*sx)}' name="$1"
}

(cd "$root" && go build -o "$scratch/lambdainit" ./cmd/lambdainit)
printf '#!/bin/sh\nLAMBDAINIT_CACHE=%s/results exec lambdainit "$@"\n' "$scratch" >"$scratch/again"
chmod +x "$scratch/again"
export PATH="$scratch:$PATH" LAMBDAINIT_CACHE=off
echo "$(go version | cut -d' ' -f3-4), $(nproc) cores, $(date -u +%F), load $(cut -d' ' -f1 /proc/loadavg), median of the runs"
! command -v staticcheck >/dev/null || staticcheck -version
! command -v golangci-lint >/dev/null || golangci-lint version | cut -d' ' -f1-4
[ $# -gt 0 ] || set -- "$root/examples"
for folder; do
	table "$(basename "$folder")" "$folder"
done
for n in ${MONO:-}; do
	"$root/bench/monorepo.sh" "$n" "$scratch/monorepo$n"
	table "monorepo of $n functions" "$scratch/monorepo$n"
	for cache in warm cold; do
		echo "$n $(result $cache 'lambdainit ./...' | cut -d' ' -f2)" >>"$scratch/growth.$cache"
	done
done
printf '\n'
for cache in warm cold; do
	[ ! -e "$scratch/growth.$cache" ] || growth "lambdainit, $cache" <"$scratch/growth.$cache"
done

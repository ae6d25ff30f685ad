#!/usr/bin/env bash
# Reads RUNS made-up documents in PROCESSES processes and adds a line to docs/FUZZING.md.
# Broken off, it adds what was done until then: the rest can be done another time, with other seeds.
set -euo pipefail
cd "$(dirname "$0")/.."
. target/tools/env.sh
RUNS=${RUNS:-10000000}
PROCESSES=${PROCESSES:-$(nproc)}
logs=$(mktemp -d)
commit=$(git rev-parse --short HEAD)
test=$(cargo test --release -p plandoc --test it --no-run 2>&1 | tee /dev/stderr | sed -n 's/.*Executable.*(\(.*\))$/\1/p')

pids=()
stop() { kill "${pids[@]}" 2>/dev/null || true; }
trap stop INT TERM HUP
for process in $(seq "$PROCESSES"); do
  FUZZ_SEED=$(date +%s)$process FUZZ_RUNS=$((RUNS / PROCESSES)) nice "$test" --nocapture \
    --exact fuzz::whatever_is_read_keeps_its_promises >"$logs/$process" 2>&1 &
  pids+=($!)
done
for pid in "${pids[@]}"; do
  while kill -0 "$pid" 2>/dev/null; do wait "$pid" || true; done
done

cat "$logs"/*
# Each process says again and again what it has done; the last time counts.
for log in "$logs"/*; do grep '^fuzzed:' "$log" | tail -n 1 || true; done |
  awk -v "day=$(date -u +%F)" -v "commit=$commit" '
    { runs += $2; faults += $10; plans += $12; if ($5 > seconds) seconds = $5; if ($8 > ms) ms = $8 }
    END { printf "| %s | %s | %d | %d | %d | %d | %d |\n", day, commit, runs, plans, seconds, ms, faults }' >>docs/FUZZING.md
tail -n 1 docs/FUZZING.md
! grep -q 'faults were found' "$logs"/*

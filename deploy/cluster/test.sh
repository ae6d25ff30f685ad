#!/usr/bin/env bash
# Brings a cluster up, lets its parts fail while requests run, takes it down, and writes what was measured
# to docs/CLUSTER.md. RESULT=FILE writes it elsewhere.
set -euo pipefail
cd "$(dirname "$0")/../.."
. deploy/cluster/env.sh
BIN=${BIN:-target/release/minhbach}
export PORT CLUSTER
trap deploy/cluster/down.sh EXIT

begun=$SECONDS
deploy/cluster/up.sh
up=$((SECONDS - begun))
rows=$(mktemp)
status=0
RESULT=$rows /usr/bin/python3 deploy/cluster/test.py || status=$?
[ ! -s "$rows" ] || scripts/results.sh docs/CLUSTER.md "$BIN" "Up in $up s; four readers, over IPv4 and IPv6" "$rows"
rm -f "$rows"
exit "$status"

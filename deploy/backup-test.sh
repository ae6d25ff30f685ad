#!/usr/bin/env bash
# Does what docs/OPERATIONS.md says about backup and restore hold? Backs up beside a server that takes plans in,
# restores, and compares what is served.
set -euo pipefail
cd "$(dirname "$0")/.."
BIN=${BIN:-target/release/minhbach}
PORT=${PORT:-17600}
[ -x "$BIN" ] || { echo "backup: SKIPPED, $BIN is not built"; exit 0; }
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
export LC_ALL=C

start() {
  "$BIN" serve --data "$work/data" --addr "127.0.0.1:$PORT" >>"$work/log" 2>&1 &
  server=$!
  for _ in $(seq 600); do curl -fs -o "$work/robots" "http://127.0.0.1:$PORT/robots.txt" && return; sleep 0.1; done
  cat "$work/log"; echo "backup: the server does not start"; exit 1
}
stop() { kill "$server"; wait "$server" || true; server=; }
served() { # every record of every list
  local noun
  for noun in plans targets spending progress objectives citations totals checks; do
    curl -fs "http://127.0.0.1:$PORT/api/v1/$noun.csv"
  done | sha256sum
}

start
before=$(served)
"$BIN" backup --data "$work/data" "$work/backup.sqlite" >>"$work/log" || { cat "$work/log"; echo "backup: FAILED"; exit 1; }
sed 's/$/ /' corpus/soc-trang-2009-2010/soc-trang-2009-2010.md >"$work/plan.md"
"$BIN" ingest --data "$work/data" --id sau-sao-luu "$work/plan.md" >>"$work/log"
for _ in $(seq 50); do after=$(served); [ "$after" = "$before" ] || break; sleep 0.2; done
[ "$after" != "$before" ] || { echo "backup: FAILED, a plan that was taken in after the backup is not served"; exit 1; }
stop
rm -rf "$work/data/index" "$work/data"/minhbach.sqlite*
"$BIN" restore --data "$work/data" "$work/backup.sqlite" >>"$work/log" || { cat "$work/log"; echo "backup: FAILED, it is not restored"; exit 1; }
"$BIN" check --data "$work/data" >>"$work/log" || { cat "$work/log"; echo "backup: FAILED, what is restored has faults"; exit 1; }
start
[ "$(served)" = "$before" ] || { echo "backup: FAILED, what is restored is served otherwise than before"; exit 1; }
stop
echo "backup: made beside a running server, restored, every list served as before"

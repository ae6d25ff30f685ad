#!/usr/bin/env bash
# Serves, and builds and serves anew whenever a source file changes.
set -euo pipefail
cd "$(dirname "$0")/.."
ADDR=${ADDR:-127.0.0.1:8080}
DATA=${DATA:-data}
stamp=target/tools/dev-stamp
server=

stop() { [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; server=; } || true; }
trap stop EXIT
trap 'exit 0' INT TERM

while :; do
  touch "$stamp"
  begin=$(date +%s)
  if scripts/site.sh && (. target/tools/env.sh && cargo build --release -p server); then
    stop
    target/release/minhbach serve --data "$DATA" --addr "$ADDR" &
    server=$!
    echo "dev: built in $(($(date +%s) - begin)) s; watching for changes" >&2
  else
    echo "dev: the build failed; the last good build goes on serving" >&2
  fi
  until [ -n "$(find Cargo.toml plandoc app search server style public corpus -newer "$stamp" -type f -print -quit)" ]; do sleep 0.5; done
done

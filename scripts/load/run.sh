#!/usr/bin/env bash
# How fast does one server answer, and what does it hold? Two to three minutes; renews docs/LOAD.md.
# STORE=FOLDER measures a copy of that store instead of the plans that ship; SECONDS_EACH, RATE, IDLE, SOAK.
set -euo pipefail
cd "$(dirname "$0")/../.."
BIN=${BIN:-target/release/minhbach}
EACH=${SECONDS_EACH:-8}
RATE=${RATE:-500}
IDLE=${IDLE:-10000}
SOAK=${SOAK:-30}
PORT=${PORT:-17400}
url=http://127.0.0.1:$PORT

for tool in wrk curl python3; do
  command -v "$tool" >/dev/null || { echo "load: $tool is not here; apt-get install wrk curl python3" >&2; exit 1; }
done
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
if [ -n "${STORE:-}" ]; then
  mkdir "$work/data"
  sqlite3 "$STORE/minhbach.sqlite" ".backup '$work/data/minhbach.sqlite'"
fi
ulimit -n "$(ulimit -Hn)"
"$BIN" serve --data "$work/data" --addr "127.0.0.1:$PORT" >"$work/log" 2>&1 &
server=$!
for _ in $(seq 3000); do curl -fs -o "$work/answer" "$url/robots.txt" && break; sleep 0.1; done

# What is asked: questions of the search's own measurement, every plan, lists with filters.
encoded() { python3 -c 'import sys, urllib.parse; [print(sys.argv[1] + urllib.parse.quote(line.strip())) for line in sys.stdin if line.strip() and line[0] != "#"]' "$1"; }
echo / >"$work/home"
curl -fs "$url/api/v1/plans?limit=1000" >"$work/plans.json"
python3 -c 'import json, sys; [print("/plans/" + plan["id"]) for plan in json.load(sys.stdin)["data"]]' <"$work/plans.json" >"$work/plan"
encoded '/search?q=' <server/benches/search/queries.txt >"$work/search"
sed 's/$/%20-zq@/' "$work/search" >"$work/search-new"
printf '%s\n' '/targets?year=2020' '/spending' '/plans' '/targets' '/progress' '/spending?year=2020' >"$work/list"
printf '%s\n' '/api/v1/targets?limit=50' '/api/v1/spending?year=2020' '/api/v1/plans' '/api/v1/progress?limit=50' >"$work/data-list"
{ for _ in 1 2 3 4 5 6; do cat "$work/home" "$work/list"; done; cat "$work/plan" "$work/search"; } | shuf --random-source=<(yes) >"$work/mixed"

figures() { sed -n 's/^FIGURES //p'; }
memory() { awk '/^VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$server/status"; }
rows=$work/rows
row() { # row NAME CONNECTIONS REQUESTS RATE P50 P99 ERRORS
  printf '| %s | %s | %s | %s | %s | %s | %s |\n' "$@" | tee -a "$rows"
}
records=$(for noun in targets spending progress objectives citations totals; do
  curl -fs "$url/api/v1/$noun?limit=1" | python3 -c 'import json, sys; print(json.load(sys.stdin)["page"]["total"])'; done | paste -sd+ | bc)
started=$(memory)
printf '| asked | connections | answers | a second | p50 ms | p99 ms | errors |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n' | tee "$rows"
while read -r file name; do
  for connections in 1 8; do
    # shellcheck disable=SC2046 # the figures are words
    row "$name" $connections $(wrk -t1 -c"$connections" -d"${EACH}s" -s scripts/load/ask.lua "$url" -- "$work/$file" | figures)
  done
done <<'ROWS'
home home
plan plan pages
list pages with lists
search pages of the search, 64 questions in turn
search-new pages of the search, no question twice
data-list lists of the API
ROWS
tag=$(curl -fsI "$url/" | tr -d '\r' | sed -n 's/^etag: //p')
# wrk counts answers above 399 as errors: a 304 is none.
# shellcheck disable=SC2046
row "304 to who has the home page" 32 $(wrk -t1 -c32 -d"${EACH}s" -s scripts/load/ask.lua "$url" -- "$work/home" "$tag" | figures)
# shellcheck disable=SC2046
row "mixed, $RATE questions a second whether answered or not, $SOAK s" open $(python3 scripts/load/mixed.py "$PORT" "$RATE" "$SOAK" "$work/mixed" | figures)
loaded=$(memory)
idle=$(python3 scripts/load/idle.py "$PORT" "$server" "$IDLE" 10) || idle="$idle: **fewer than asked for**"
{ printf '\n- Store: %s plans, %s records. ' "$(wc -l <"$work/plan")" "$records"
  printf 'Memory of the server: %s MB at start, %s MB after all questions.\n- Idle connections: %s.\n' "$started" "$loaded" "$idle"; } | tee -a "$rows"
scripts/results.sh "${DOCUMENT:-docs/LOAD.md}" "$BIN" "\`make load\`, $EACH s for each row, load generator on the same processors" "$rows"

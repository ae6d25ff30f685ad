#!/usr/bin/env bash
# Does the program get by with the system calls that the unit allows it? Traces `serve` and `ingest`, and compares
# with the unit's filter as systemd spells it out.
set -euo pipefail
cd "$(dirname "$0")/../.."
BIN=${BIN:-target/release/minhbach}
PORT=${PORT:-17900}
for tool in strace systemd-analyze curl; do command -v "$tool" >/dev/null || { echo "system calls: SKIPPED, $tool is not here"; exit 0; }; done
[ -x "$BIN" ] || { echo "system calls: SKIPPED, $BIN is not built"; exit 0; }
work=$(mktemp -d)
chmod 755 "$work"
cp "$BIN" "$work/minhbach"
# As somebody, like the service: SQLite calls fchown for root alone.
user=()
if [ "$(id -u)" = 0 ]; then chown nobody "$work"; user=(setpriv --reuid=nobody --clear-groups --inh-caps=-all --); fi
trap 'rm -rf "$work"' EXIT

names() { # names SET: the calls in one of systemd's sets, those of the sets in it too
  systemd-analyze syscall-filter "$1" | sed 's/^ *//' | grep -v '^#' | tail -n +2 | while read -r name; do
    case $name in @*) names "$name" ;; *) echo "$name" ;; esac
  done
}
{ comm -23 <(names @system-service | sort -u) <({ names @privileged; names @resources; } | sort -u); printf '%s\n' prlimit64 setrlimit; } |
  sort -u >"$work/allowed"

"${user[@]}" strace -f -qq -o "$work/serve" "$work/minhbach" serve --data "$work/data" --addr "127.0.0.1:$PORT" >"$work/log" 2>&1 &
for _ in $(seq 1200); do curl -fs -o "$work/answer" "http://127.0.0.1:$PORT/search?q=so+hoa" && break; sleep 0.1; done
sed 's/$/ /' corpus/soc-trang-2009-2010/soc-trang-2009-2010.md >"$work/plan.md"
"${user[@]}" strace -f -qq -o "$work/ingest" "$work/minhbach" ingest --data "$work/data" --id thu "$work/plan.md" >"$work/log"
sleep 3
pkill -TERM -P $! || true
wait
sed -nE 's/^[0-9]+ +([a-z0-9_]+)\(.*/\1/p' "$work/serve" "$work/ingest" | sort -u >"$work/used"
forbidden=$(comm -13 "$work/allowed" "$work/used" | tr '\n' ' ')
[ -z "$forbidden" ] || { echo "system calls: FAILED, the unit's filter refuses: $forbidden"; exit 1; }
echo "system calls: all $(wc -l <"$work/used") that it was seen to use are allowed by the unit"

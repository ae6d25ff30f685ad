#!/usr/bin/env bash
# Takes the cluster of this machine down and its folder away.
set -euo pipefail
. "$(dirname "$0")/env.sh"
[ -d "$CLUSTER" ] || { say "none in $CLUSTER"; exit 0; }

# Only what was started there: a process id may have gone to another program meanwhile.
ours() {
  local id
  for id in $(head -qn1 "$CLUSTER"/*.pid "$CLUSTER"/node*/postmaster.pid 2>/dev/null); do
    if { tr '\0' ' ' <"/proc/$id/cmdline"; } 2>/dev/null | grep -qF -e "$CLUSTER" -e patroni- -e haproxy.cfg; then echo "$id"; fi
  done
}
tell() { local id; for id in $(ours); do kill "-$1" "$id" 2>/dev/null || true; done; }

tell TERM
for _ in $(seq 50); do [ -n "$(ours)" ] || break; sleep 0.2; done
tell KILL
rm -rf "$CLUSTER"
say "down"

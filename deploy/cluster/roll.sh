#!/usr/bin/env bash
# Renews the portals one after the other, as an upgrade does: out of HAProxy, stopped, started (NEW, if
# that names another program), waited for, and back in.
set -euo pipefail
. "$(dirname "$0")/env.sh"
export PORT CLUSTER
NEW=${NEW:-}

for n in 1 2; do
  haproxy_tell "set server portals/portal-$n state drain" >/dev/null
  sleep 0.5
  id=$(cat "$CLUSTER/portal-$n.pid")
  kill -TERM "$id"
  for _ in $(seq 75); do [ -e "/proc/$id" ] || break; sleep 0.2; done
  [ ! -e "/proc/$id" ] || die "portal $n does not stop"
  if [ -n "$NEW" ] && [ "$n" = 1 ]; then cp "$NEW" "$CLUSTER/minhbach.new" && mv "$CLUSTER/minhbach.new" "$CLUSTER/minhbach"; fi
  as_user bash -c ". '$CLUSTER/env.sh' && portal $n"
  await 60 "portal $n" portal_answers "$n"
  haproxy_tell "set server portals/portal-$n state ready" >/dev/null
  await 10 "portal $n behind HAProxy" bash -c ". '$CLUSTER/env.sh'; haproxy_tell 'show stat' | grep -q '^portals,portal-$n,.*,UP,'"
  say "portal $n is renewed"
done

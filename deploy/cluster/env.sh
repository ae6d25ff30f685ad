# shellcheck shell=bash
# shellcheck disable=SC2034 # those that source this use it
# Where the cluster of this machine lives: one folder, loopback ports from PORT on. Sourced by the others.
PORT=${PORT:-17000}
CLUSTER=${CLUSTER:-/tmp/minhbach-cluster-$PORT}
ETCD=127.0.0.1:$((PORT + 79))
ETCD_PEER=127.0.0.1:$((PORT + 80))
STATS=$((PORT + 82))   # HAProxy's commands
WEB=$((PORT + 8))      # the portal, on 127.0.0.1 and ::1
DB=$((PORT + 32))      # whichever PostgreSQL leads
DATABASE_URL=postgres://minhbach@127.0.0.1:$DB/minhbach
PORTALS=([1]="127.0.0.1:$((PORT + 1))" [2]="[::1]:$((PORT + 2))")

say() { printf 'cluster: %s\n' "$*" >&2; }
die() { say "error: $*"; exit 1; }
# Starts a command apart from this shell; its log and process id stay in the folder.
begin() { # begin NAME COMMAND...
  local name=$1; shift
  setsid nohup "$@" >>"$CLUSTER/$name.log" 2>&1 </dev/null &
  echo $! >"$CLUSTER/$name.pid"
}
# Waits for a command to succeed.
await() { # await SECONDS WHAT COMMAND...
  local left=$(($1 * 5)) what=$2; shift 2
  until "$@" >/dev/null 2>&1; do
    left=$((left - 1)); [ "$left" -gt 0 ] || die "$what does not come up; see the logs in $CLUSTER"
    sleep 0.2
  done
}
node_port() { echo $((PORT + 40 + $1)); }  # PostgreSQL of node N
patroni_port() { echo $((PORT + 50 + $1)); }
portal() { # portal N: starts portal server N
  begin "portal-$1" env MINHBACH_PUBLIC_URL="http://127.0.0.1:$WEB" \
    "$CLUSTER/minhbach" serve --data "$CLUSTER/portal-$1" --addr "${PORTALS[$1]}" --database-url "$DATABASE_URL"
}
portal_answers() { curl -gfsS -m 2 -o "$CLUSTER/answer-$1" "http://${PORTALS[$1]}/api/v1/plans?limit=1"; }
haproxy_tell() { # haproxy_tell COMMAND
  exec 3<>"/dev/tcp/127.0.0.1/$STATS"; printf '%s\n' "$1" >&3; cat <&3; exec 3>&-
}
# PostgreSQL refuses root: everything runs as its user then.
as_user() { # as_user SCRIPT [ARGUMENT...]
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups -- env HOME="$CLUSTER" "$@"; else "$@"; fi
}

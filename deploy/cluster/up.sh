#!/usr/bin/env bash
# Starts a cluster on this machine: etcd, two PostgreSQL under Patroni, HAProxy, two portals. All of it
# is Debian's but the portals (BIN). deploy/cluster/down.sh takes it down.
set -euo pipefail
cd "$(dirname "$0")/../.."
. deploy/cluster/env.sh
BIN=${BIN:-target/release/minhbach}

missing=()
need() { command -v "$1" >/dev/null || [ -x "/usr/sbin/$1" ] || missing+=("$2"); }
need etcd etcd-server; need patroni patroni; need haproxy haproxy; need curl curl; need python3 python3
/usr/bin/python3 -c 'import etcd' 2>/dev/null || missing+=(python3-etcd)
POSTGRES=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1)
[ -n "$POSTGRES" ] || missing+=(postgresql)
[ ${#missing[@]} = 0 ] || die "missing; as root: apt-get install -y --no-install-recommends ${missing[*]}"
[ -x "$BIN" ] || die "$BIN is not built; make build, or name another with BIN="
[ ! -e "$CLUSTER" ] || die "$CLUSTER is there already; take it down first: deploy/cluster/down.sh"

mkdir -m 755 "$CLUSTER"
cp "$BIN" "$CLUSTER/minhbach"
cp deploy/cluster/{patroni.yml,haproxy.cfg}.in deploy/cluster/{env,start}.sh "$CLUSTER/"
[ "$(id -u)" != 0 ] || chown -R postgres: "$CLUSTER"
export PORT CLUSTER POSTGRES
cd "$CLUSTER"
as_user "$CLUSTER/start.sh" || { say "not up; the logs are in $CLUSTER"; exit 1; }
say "served at http://127.0.0.1:$WEB and http://[::1]:$WEB; database $DATABASE_URL"

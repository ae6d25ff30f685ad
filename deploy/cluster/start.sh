#!/usr/bin/env bash
# The part of up.sh that runs as the cluster's user, in its folder.
set -euo pipefail
# shellcheck source=env.sh
. "$CLUSTER/env.sh"
PATH=$PATH:/usr/sbin

fill() { # fill FILE NAME=VALUE...: the template with its @NAMES@ filled in
  local file=$1 rules=(); shift
  for pair in "$@"; do rules+=(-e "s|@${pair%%=*}@|${pair#*=}|g"); done
  sed "${rules[@]}" "$CLUSTER/$file.in"
}

cat >make-database <<SQL
#!/bin/sh
exec $POSTGRES/psql -v ON_ERROR_STOP=1 "\$1" -c 'CREATE ROLE minhbach LOGIN' -c 'CREATE DATABASE minhbach OWNER minhbach'
SQL
chmod +x make-database
for node in 1 2; do
  fill patroni.yml NODE=$node API="$(patroni_port $node)" PORT="$(node_port $node)" \
    ETCD="$ETCD" CLUSTER="$CLUSTER" BIN="$POSTGRES" >"patroni-$node.yml"
done
# shellcheck disable=SC2094 # two files: the template ends in .in
fill haproxy.cfg STATS="$STATS" WEB="$WEB" DB="$DB" PORTAL1="${PORTALS[1]}" PORTAL2="${PORTALS[2]//[\[\]]/}" \
  NODE1="$(node_port 1)" NODE2="$(node_port 2)" API1="$(patroni_port 1)" API2="$(patroni_port 2)" >haproxy.cfg

begin etcd etcd --name single --data-dir "$CLUSTER/etcd" --listen-client-urls "http://$ETCD" \
  --advertise-client-urls "http://$ETCD" --listen-peer-urls "http://$ETCD_PEER" \
  --initial-advertise-peer-urls "http://$ETCD_PEER" --initial-cluster "single=http://$ETCD_PEER"
await 20 etcd curl -fsS "http://$ETCD/health"
begin haproxy haproxy -db -f haproxy.cfg
begin patroni-1 patroni patroni-1.yml
await 60 "the first PostgreSQL" curl -fsS "http://127.0.0.1:$(patroni_port 1)/primary"
begin patroni-2 patroni patroni-2.yml
await 60 "the second PostgreSQL" curl -fsS "http://127.0.0.1:$(patroni_port 2)/replica"
await 20 "the database behind HAProxy" "$POSTGRES/psql" "$DATABASE_URL" -c 'SELECT 1'
# One after the other: the first takes the plans in.
for n in 1 2; do
  portal $n
  await 90 "portal $n" portal_answers $n
done
await 20 "the portal behind HAProxy" curl -fsS "http://127.0.0.1:$WEB/robots.txt"

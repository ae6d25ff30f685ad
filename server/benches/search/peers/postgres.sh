# A PostgreSQL of the benchmark's own, programs in $1: says "SOCKET PID", serves until its standard
# input ends, and leaves nothing behind.
set -eu
dir=$(mktemp -d /tmp/minhbach-bench-postgres-XXXXXX)
trap 'rm -rf "$dir"' EXIT
"$1/initdb" --pgdata "$dir/data" --username postgres --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync \
  >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
cat >>"$dir/data/postgresql.conf" <<SETTINGS
listen_addresses = ''
unix_socket_directories = '$dir'
shared_buffers = 1GB
work_mem = 64MB
maintenance_work_mem = 256MB
effective_cache_size = 4GB
random_page_cost = 1.1
max_parallel_workers_per_gather = 0
jit = off
fsync = off
autovacuum = off
SETTINGS
"$1/pg_ctl" --pgdata "$dir/data" --wait --silent --log "$dir/log" start || { cat "$dir/log" >&2; exit 1; }
echo "$dir $(head -1 "$dir/data/postmaster.pid")"
read -r _ || true
"$1/pg_ctl" --pgdata "$dir/data" --wait --silent --mode immediate stop

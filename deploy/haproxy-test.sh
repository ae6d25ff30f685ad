#!/usr/bin/env bash
# Does the example proxy do what it is there for? Runs it on loopback with a certificate of the hour.
set -euo pipefail
cd "$(dirname "$0")/.."
BIN=${BIN:-target/release/minhbach}
PORT=${PORT:-17800}
PATH=$PATH:/usr/sbin
for tool in haproxy openssl curl; do command -v "$tool" >/dev/null || { echo "proxy: SKIPPED, $tool is not here"; exit 0; }; done
[ -x "$BIN" ] || { echo "proxy: SKIPPED, $BIN is not built"; exit 0; }
work=$(mktemp -d)
started=()
trap 'kill "${started[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT
failed() { echo "proxy: FAILED: $*"; exit 1; }

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost \
  -addext subjectAltName=DNS:localhost -keyout "$work/key" -out "$work/cert" 2>/dev/null
cat "$work/cert" "$work/key" >"$work/both.pem"
sed "s|/etc/haproxy/CERTIFICATE.pem|$work/both.pem|; s|/run/haproxy/admin.sock|$work/sock|; s|:::80 |:::$((PORT + 1)) |
  s|:::443 |:::$((PORT + 2)) |; s|127.0.0.1:8080|127.0.0.1:$PORT|; s|maxconn 20000|maxconn 2000|" deploy/haproxy.cfg >"$work/haproxy.cfg"
"$BIN" serve --data "$work/data" --addr "127.0.0.1:$PORT" >"$work/log" 2>&1 &
started+=($!)
for _ in $(seq 600); do curl -fs -o "$work/robots" "http://127.0.0.1:$PORT/robots.txt" && break; sleep 0.1; done
haproxy -db -f "$work/haproxy.cfg" >"$work/haproxy.log" 2>&1 &
started+=($!)
ask() { curl -s --cacert "$work/cert" -m 10 "$@"; }
site=https://localhost:$((PORT + 2))
for _ in $(seq 50); do ask -f -o "$work/page" "$site/" && break; sleep 0.2; done

ask -fI "$site/" | grep -qi '^strict-transport-security: max-age=63072000' || failed "no HSTS"
ask -fI "$site/" | grep -qi '^content-security-policy: default-src' || failed "the portal's own headers are lost"
[ "$(ask -o "$work/page" -w '%{http_version}' "$site/")" = 2 ] || failed "no HTTP/2"
ask -I "http://localhost:$((PORT + 1))/" | grep -qi '^location: https://localhost' || failed "no redirect to HTTPS"
[ "$(ask -d 'words=&record=' -o "$work/page" -w '%{http_code}' "$site/report")" = 303 ] || failed "a mistake cannot be reported"
[ "$(ask -X POST -o "$work/page" -w '%{http_code}' "$site/")" = 405 ] || failed "something else than reading passes"
for family in 4 6; do [ "$(ask -$family -o "$work/page" -w '%{http_code}' "$site/")" = 200 ] || failed "no answer over IPv$family"; done
if ask --tls-max 1.1 -o "$work/page" "$site/"; then failed "TLS 1.1 passes"; fi
{ printf 'GET / HTTP/1.1\r\nHost: localhost\r\nX-A: '; sleep 20; } | timeout 20 openssl s_client -quiet -connect "localhost:$((PORT + 2))" >"$work/slow" 2>&1 || true
grep -q ' 408 ' "$work/slow" || failed "a client that never ends its headers is held"
codes=$(seq 1100 | sed "s|.*|url=$site/robots.txt\noutput=$work/page|" | ask -K - -w '%{http_code}\n' | sort | uniq -c | tr '\n' ' ')
grep -q ' 429' <<<"$codes" || failed "1100 questions at once are not slowed: $codes"
echo "proxy: redirect, HSTS, HTTP/2, IPv4 and IPv6, no TLS 1.1, reading only, slow headers refused, too many questions refused ($codes)"

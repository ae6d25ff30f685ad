#!/usr/bin/env bash
# Puts what was measured between the marks of a document, with date, machine and how busy it was.
set -euo pipefail
[ $# = 4 ] || { echo "usage: results.sh DOCUMENT PROGRAM HOW FILE-WITH-ROWS" >&2; exit 2; }

cores=$(nproc)
memory=$(awk '/^MemTotal/ { printf "%.0f GB", $2 / 1e6 }' /proc/meminfo)
read -r load _ </proc/loadavg
{
  echo "<!-- measured -->"
  printf 'Measured on %s on %s cores with %s; load of the machine at the end %s, other work included; at nice %s.\n' \
    "$(date -u +%F)" "$cores" "$memory" "$load" "$(nice)"
  printf 'Program: %s, sha256 %.12s. %s.\n\n' "$("$2" --version)" "$(sha256sum "$2")" "$3"
  cat "$4"
  echo "<!-- end -->"
} >"$1.new"
awk -v new="$1.new" '/^<!-- measured -->/ { while ((getline line < new) > 0) print line; skip = 1 } !skip; /^<!-- end -->/ { skip = 0 }' \
  "$1" >"$1.whole"
mv "$1.whole" "$1"
rm "$1.new"

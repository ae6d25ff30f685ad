#!/usr/bin/env bash
# Does the example configuration name every setting that the program knows, and no other?
set -euo pipefail
cd "$(dirname "$0")/.."
BIN=${BIN:-target/release/minhbach}

[ -x "$BIN" ] || { echo "configuration: SKIPPED, $BIN is not built"; exit 0; }
# How it logs has no option of its own.
known=$({ "$BIN" serve --help; "$BIN" ingest --help; echo MINHBACH_LOG MINHBACH_LOG_FORMAT; } | grep -o 'MINHBACH_[A-Z_]*' | sort -u)
written=$(grep -o '^#\?MINHBACH_[A-Z_]*=' deploy/minhbach.conf | tr -d '#=' | sort)
diff <(echo "$known") <(echo "$written") >&2 ||
  { echo "configuration: deploy/minhbach.conf (right) and what the program knows (left) differ"; exit 1; }
echo "configuration: all $(wc -l <<<"$known") settings are written down"

#!/usr/bin/env bash
# Does the unit keep the service's exposure low, by systemd's own reckoning? Fails above LIMIT.
set -euo pipefail
cd "$(dirname "$0")"
LIMIT=${LIMIT:-2.0}

command -v systemd-analyze >/dev/null || { echo "unit: SKIPPED, systemd-analyze is not here (Debian: systemd)"; exit 0; }
# Offline takes the threshold in tenths, without a point.
report=$(systemd-analyze security --offline=true --no-pager --threshold="$(tr -d . <<<"$LIMIT")" ./minhbach.service) ||
  { echo "$report"; echo "unit: exposure is above $LIMIT; see the lines with ✗"; exit 1; }
echo "unit: $(tail -1 <<<"$report" | sed 's/^[^A-Za-z]*//'), at most $LIMIT allowed"

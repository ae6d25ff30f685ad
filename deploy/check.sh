#!/usr/bin/env bash
# What can be checked of deploy and scripts without starting anything. What has no tool here is skipped aloud.
set -euo pipefail
cd "$(dirname "$0")/.."
status=0
step() { "$@" || status=1; }

scripts() {
  command -v shellcheck >/dev/null || { echo "scripts: SKIPPED, shellcheck is not here"; return; }
  git ls-files -z 'scripts/*.sh' 'deploy/*.sh' .ci/run deploy/debian/postinst deploy/debian/prerm deploy/debian/postrm |
    xargs -0 shellcheck --severity=warning --external-sources --source-path=SCRIPTDIR && echo "scripts: shellcheck finds nothing"
}
step scripts
step deploy/systemd/security.sh
step deploy/systemd/syscalls.sh
step deploy/conf.sh
step deploy/backup-test.sh
step deploy/socket-test.py
step deploy/haproxy-test.sh
step scripts/security/headers.py
step scripts/security/probe.py
step scripts/security/checklist.sh
step scripts/security/licences.py
exit "$status"

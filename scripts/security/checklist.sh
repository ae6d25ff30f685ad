#!/usr/bin/env bash
# Is every test and file that docs/SECURITY-CHECKLIST.md names really there?
set -euo pipefail
cd "$(dirname "$0")/../.."
missing=0
count=0
while read -r name; do
  count=$((count + 1))
  case $name in
    */*) [ -e "$name" ] || { echo "checklist: $name is not there"; missing=1; } ;;
    *) grep -rqE "fn $name\b" --include='*.rs' server app plandoc || { echo "checklist: no test is called $name"; missing=1; } ;;
  esac
done < <(grep '^| [0-9]' docs/SECURITY-CHECKLIST.md | grep -o '`[a-z][a-z0-9_]*_[a-z0-9_]*_[a-z0-9_]*`\|`[a-z]*/[^` ]*`' | tr -d '`' | sort -u)
[ "$missing" = 0 ] && echo "checklist: all $count tests and files that it names are there"
exit "$missing"

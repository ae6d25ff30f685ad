#!/usr/bin/env bash
# Installs the package in a fresh Debian, runs it there as its own user, removes and purges it.
# Needs root, debootstrap and a Debian mirror; skipped aloud without.
set -euo pipefail
cd "$(dirname "$0")/../.."
deb=$(ls target/deb/*.deb)
base=${XDG_CACHE_HOME:-$HOME/.cache}/minhbach/debian-bookworm.tar
root=$(mktemp -d)
trap 'umount "$root/proc" 2>/dev/null || true; rm -rf --one-file-system "$root"' EXIT

if [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null; then
  echo "deb-test: SKIPPED, needs root and debootstrap"; exit 0
fi
if [ ! -e "$base" ]; then
  mirror=$(awk '$1 == "deb" { for (i = 2; i <= NF; i++) if ($i ~ /^http/) { print $i; exit } } $1 == "URIs:" { print $2; exit }' \
    /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null || true)
  debootstrap --variant=minbase --include=adduser,libgcc-s1 bookworm "$root" "${mirror:-http://deb.debian.org/debian}" >target/deb/debootstrap.log 2>&1 ||
    { tail -3 target/deb/debootstrap.log >&2; echo "deb-test: SKIPPED, debootstrap could not fetch Debian"; exit 0; }
  mkdir -p "${base%/*}"
  tar -C "$root" -cf "$base" .
else
  tar -C "$root" -xf "$base"
fi

chmod 755 "$root"
mount --bind /proc "$root/proc" 2>/dev/null || { echo "deb-test: SKIPPED, /proc cannot be mounted here"; exit 0; }
failed() { echo "deb-test: FAILED: $*" >&2; exit 1; }
inside() { chroot "$root" "$@"; }
cp "$deb" "$root/minhbach.deb"

inside dpkg -i /minhbach.deb >target/deb/install.log 2>&1 || { cat target/deb/install.log >&2; failed "it does not install"; }
[ "$(inside stat -c '%U %a' /var/lib/minhbach)" = "minhbach 750" ] || failed "the data folder is not the service's own"
[ "$(inside stat -c '%G %a' /etc/minhbach/minhbach.conf)" = "minhbach 640" ] || failed "others may read the settings"
inside minhbach --version | grep -q '^minhbach ' || failed "the program does not start"
cp corpus/soc-trang-2009-2010/soc-trang-2009-2010.md "$root/tmp/plan.md"
inside su -s /bin/sh minhbach -c 'minhbach ingest --data /var/lib/minhbach --id thu /tmp/plan.md' |
  grep -q thu || failed "a plan cannot be taken in as the service's user"
zcat "$root/usr/share/man/man1/minhbach-serve.1.gz" | grep -q MINHBACH_PUBLIC_URL || failed "the manual page says nothing"

echo '# kept' >>"$root/etc/minhbach/minhbach.conf"
inside dpkg -i /minhbach.deb >>target/deb/install.log 2>&1 || failed "it does not install a second time"
grep -q '# kept' "$root/etc/minhbach/minhbach.conf" || failed "an upgrade overwrites the settings"
inside dpkg -r minhbach >>target/deb/install.log 2>&1 || failed "it cannot be removed"
[ -e "$root/var/lib/minhbach/minhbach.sqlite" ] || ls "$root/var/lib/minhbach"/*sqlite* >/dev/null || failed "removing it deletes the plans"
[ ! -e "$root/usr/bin/minhbach" ] || failed "the program stays"
inside dpkg -P minhbach >>target/deb/install.log 2>&1 || failed "it cannot be purged"
if [ -e "$root/var/lib/minhbach" ] || [ -e "$root/etc/minhbach" ]; then failed "purging leaves folders behind"; fi
if inside getent passwd minhbach >/dev/null; then failed "purging leaves the user behind"; fi
echo "deb-test: installed, run, installed again, removed and purged in a fresh Debian"

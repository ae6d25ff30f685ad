#!/usr/bin/env bash
# Makes target/deb/minhbach_VERSION_ARCH.deb of a built program: BIN, unless told target/release/minhbach.
set -euo pipefail
cd "$(dirname "$0")/../.."
BIN=${BIN:-target/release/minhbach}
OUT=target/deb
tree=$OUT/tree

for tool in dpkg-deb dpkg-shlibdeps help2man; do
  command -v "$tool" >/dev/null || { echo "deb: $tool is not here; apt-get install dpkg-dev help2man" >&2; exit 1; }
done
[ -x "$BIN" ] || { echo "deb: $BIN is not built; make build, or name another with BIN=" >&2; exit 1; }
BIN=$(realpath "$BIN")
version=$("$BIN" --version | awk '{ print $2 }')
arch=$(dpkg --print-architecture)

put() { install -D -m "$1" "$2" "$tree/$3"; }
rm -rf "$OUT"
mkdir -p "$tree/DEBIAN"
put 755 "$BIN" usr/bin/minhbach
strip --strip-unneeded "$tree/usr/bin/minhbach"
put 640 deploy/minhbach.conf etc/minhbach/minhbach.conf
put 644 deploy/systemd/minhbach.service lib/systemd/system/minhbach.service
put 644 deploy/systemd/minhbach.socket lib/systemd/system/minhbach.socket
put 644 deploy/systemd/sysusers.conf usr/lib/sysusers.d/minhbach.conf
put 644 deploy/systemd/tmpfiles.conf usr/lib/tmpfiles.d/minhbach.conf
for document in docs/OPERATIONS.md SECURITY.md; do put 644 "$document" "usr/share/doc/minhbach/${document##*/}"; done
{ echo "Code: MIT or Apache-2.0, as you like. Data: CC BY 4.0."; echo; cat LICENSE-MIT; } >"$OUT/copyright"
put 644 "$OUT/copyright" usr/share/doc/minhbach/copyright
gzip -9nc CHANGELOG.md >"$OUT/NEWS.gz"
put 644 "$OUT/NEWS.gz" usr/share/doc/minhbach/NEWS.gz

# A manual page for the program and one for each command, out of their --help.
manual() { # manual NAME [COMMAND]
  printf '#!/bin/sh\nexec %s %s "$@"\n' "$BIN" "${2:-}" >"$OUT/$1"
  chmod +x "$OUT/$1"
  env -i PATH="$PATH" LC_ALL=C.UTF-8 help2man --no-info --version-string="$version" \
    --name="$("$BIN" ${2:+"$2"} --help | head -1 | sed 's/;.*//; s/\.$//')" "$OUT/$1" | gzip -9n >"$OUT/$1.1.gz"
  put 644 "$OUT/$1.1.gz" "usr/share/man/man1/$1.1.gz"
}
manual minhbach
for name in serve ingest queue read backup restore copy check reports; do manual "minhbach-$name" "$name"; done

mkdir "$OUT/debian"
printf 'Source: minhbach\n\nPackage: minhbach\nArchitecture: any\n' >"$OUT/debian/control"
depends=$(cd "$OUT" && dpkg-shlibdeps -O -etree/usr/bin/minhbach 2>/dev/null | sed 's/^shlibs:Depends=//')
sed "s/@VERSION@/$version/; s/@ARCH@/$arch/; s/@SIZE@/$(du -sk "$tree" | cut -f1)/; s/@DEPENDS@/$depends/" \
  deploy/debian/control.in >"$tree/DEBIAN/control"
install -m 644 deploy/debian/conffiles "$tree/DEBIAN/conffiles"
for script in postinst prerm postrm; do install -m 755 "deploy/debian/$script" "$tree/DEBIAN/$script"; done
(cd "$tree" && find . -type f ! -path './DEBIAN/*' -printf '%P\0' | sort -z | xargs -0 md5sum >DEBIAN/md5sums)

dpkg-deb --root-owner-group -Zxz --build "$tree" "$OUT/minhbach_${version}_$arch.deb" >/dev/null
echo "deb: $OUT/minhbach_${version}_$arch.deb, $(du -h "$OUT/minhbach_${version}_$arch.deb" | cut -f1)"

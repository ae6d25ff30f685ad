#!/usr/bin/env bash
# Makes `cargo build --target wasm32-unknown-unknown` work here:
#   1. with the active toolchain, if it has the target already;
#   2. else through `rustup target add`;
#   3. else, on Debian, with the packaged compiler, whose standard library is
#      built once for the target from the packaged sources.
#
# A second run only checks. Messages go to stderr; the one line on stdout is the
# environment to build with:  eval "$(scripts/setup-wasm.sh)"
# Step 3 needs root: it installs packages and files under /usr/lib/rustlib.
set -euo pipefail

TARGET=wasm32-unknown-unknown
LINKED=debian-web
PACKAGES=(rustc-web cargo-web rust-web-src lld-22)
LLD=/usr/bin/lld-22
DEB_RUSTC=/usr/bin/rustc
DEB_CARGO=/usr/bin/cargo

say() { printf 'setup-wasm: %s\n' "$*" >&2; }
die() { say "error: $*"; exit 1; }

# Linking a real crate covers the standard library, its match with the compiler,
# and the linker in one check.
works() { # works RUSTC...
  local dir rc=0
  dir=$(mktemp -d)
  printf '#![crate_type="cdylib"]\n#[unsafe(no_mangle)] pub extern "C" fn f(n: u32) -> usize { format!("{n}").len() }\n' >"$dir/t.rs"
  "$@" --edition 2024 --target "$TARGET" -Clto=fat -Copt-level=1 -o "$dir/t.wasm" "$dir/t.rs" >"$dir/log" 2>&1 || rc=1
  rm -rf "$dir"
  return $rc
}

done_with() { # done_with TOOLCHAIN-OR-EMPTY
  if [ -n "$1" ]; then echo "export RUSTUP_TOOLCHAIN=$1"; else echo ":"; fi
  exit 0
}

if command -v rustc >/dev/null && works rustc; then done_with ""; fi

if command -v rustup >/dev/null; then
  if rustup toolchain list | grep -q "^$LINKED\b" && works env RUSTUP_TOOLCHAIN=$LINKED rustc; then
    done_with $LINKED
  fi
  say "trying: rustup target add $TARGET"
  if timeout 120 rustup target add "$TARGET" >&2 && works rustc; then done_with ""; fi
  say "rustup cannot provide the target here; taking Debian's compiler instead"
fi

finish() {
  if command -v rustup >/dev/null; then
    rustup toolchain list | grep -q "^$LINKED\b" || rustup toolchain link $LINKED /usr >&2
    done_with $LINKED
  fi
  done_with ""
}

if [ -x $DEB_RUSTC ] && works $DEB_RUSTC; then finish; fi

command -v apt-get >/dev/null || die "this is no Debian: add the target $TARGET to your Rust toolchain (rustup target add $TARGET) and run again"
missing=()
for p in "${PACKAGES[@]}"; do dpkg -s "$p" >/dev/null 2>&1 || missing+=("$p"); done
if [ "$(id -u)" != 0 ]; then
  [ ${#missing[@]} -eq 0 ] || die "packages are missing; as root: apt-get install -y --no-install-recommends ${missing[*]}"
  die "the standard library for $TARGET goes into $($DEB_RUSTC --print sysroot); as root: scripts/setup-wasm.sh"
fi
if [ ${#missing[@]} -gt 0 ]; then
  say "installing Debian packages: ${missing[*]}"
  apt-get install -y --no-install-recommends "${missing[@]}" >&2 ||
    { apt-get update >&2 && apt-get install -y --no-install-recommends "${missing[@]}" >&2; } ||
    die "Debian has no ${missing[*]} here (they come from its security suite): install rustup and its target $TARGET instead"
fi

SYSROOT=$($DEB_RUSTC --print sysroot)
HOST=$($DEB_RUSTC -vV | sed -n 's/^host: //p')
DEST=$SYSROOT/lib/rustlib/$TARGET/lib
[ -d "$SYSROOT/lib/rustlib/src/rust/library/std" ] || die "no sources of the standard library under $SYSROOT/lib/rustlib/src; reinstall rust-web-src"

# The target's linker is called rust-lld; Debian ships it under another name.
if [ ! -e "$SYSROOT/lib/rustlib/$HOST/bin/rust-lld" ]; then
  install -d "$SYSROOT/lib/rustlib/$HOST/bin"
  ln -s $LLD "$SYSROOT/lib/rustlib/$HOST/bin/rust-lld"
fi

say "building the standard library for $TARGET with $($DEB_RUSTC -V), about a minute"
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
mkdir "$WORK/src"
: >"$WORK/src/lib.rs"
cat >"$WORK/Cargo.toml" <<'TOML'
[package]
name = "stdseed"
version = "0.0.0"
edition = "2024"
[profile.release]
codegen-units = 1
[workspace]
TOML
# build-std is needed here once; bitcode stays in the rlibs, or lto fails later.
(
  cd "$WORK"
  env -u RUSTUP_TOOLCHAIN -u CARGO_BUILD_TARGET PATH=/usr/bin:/bin \
    RUSTC=$DEB_RUSTC RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$WORK/target" \
    CARGO_ENCODED_RUSTFLAGS=-Cembed-bitcode=yes \
    $DEB_CARGO build --release --target "$TARGET" -Zbuild-std=std,panic_abort,proc_macro,test >&2
)
rm -rf "$DEST.new"
install -d "$DEST.new"
for f in "$WORK/target/$TARGET/release/deps"/lib*.rlib; do
  case ${f##*/} in libstdseed-*) ;; *) install -m 644 "$f" "$DEST.new/" ;; esac
done
rm -rf "$DEST" # a second standard library beside it would be ambiguous
mv "$DEST.new" "$DEST"
works $DEB_RUSTC || die "the standard library that was built does not link; report this with the output above"
finish

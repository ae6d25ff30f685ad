#!/usr/bin/env bash
# Sees to it that what `make run` (with `test`, `make test`; with `bench`, `make bench`) needs is here:
# Debian packages, a Rust toolchain for WebAssembly, wasm-bindgen, wasm-opt.
# Says what it installs; a second run only checks. Writes target/tools/env.sh,
# which the other scripts source. Without root it prints the one apt line and stops.
set -euo pipefail
cd "$(dirname "$0")/.."
WHAT=${1:-run}
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/minhbach
TOOLS=target/tools
mkdir -p "$TOOLS" "$CACHE"

say() { printf 'tools: %s\n' "$*" >&2; }
die() { say "error: $*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# --- Debian packages, all in one step --------------------------------------
need() { # need COMMAND PACKAGE...
  local command=$1; shift
  have "$command" || packages+=("$@")
}
packages=()
need cc gcc libc6-dev
need node nodejs
need npm npm
if [ "$WHAT" = test ]; then
  need python3 python3
  need chromium chromium fonts-dejavu-core
  need curl curl
  need shellcheck shellcheck
  need sqlite3 sqlite3
  need pdftoppm poppler-utils
  need tesseract tesseract-ocr tesseract-ocr-vie
  ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || packages+=(postgresql)
fi
if [ "$WHAT" = bench ]; then # the peers that the search is measured beside
  need python3 python3
  python3 -c 'import ensurepip' 2>/dev/null || packages+=(python3-venv)
  ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || packages+=(postgresql)
fi
after=
if ! have cargo; then # no rustup: Debian's compiler
  packages+=(rustc-web cargo-web rust-web-src lld-22)
  if [ "$WHAT" = test ]; then packages+=(rustfmt-web rust-web-clippy); fi
  after=" && scripts/setup-wasm.sh" # builds the standard library, into Debian's folders
fi
if [ ${#packages[@]} -gt 0 ]; then
  line="apt-get install -y --no-install-recommends ${packages[*]}"
  have apt-get || die "missing here: ${packages[*]} (names of Debian's packages); install them by your system's means and run again"
  [ "$(id -u)" = 0 ] || die "some packages are missing; as root: $line$after"
  say "installing Debian packages: ${packages[*]}"
  $line >"$TOOLS/apt.log" 2>&1 || { apt-get update >>"$TOOLS/apt.log" 2>&1 && $line >>"$TOOLS/apt.log" 2>&1; } ||
    { tail -5 "$TOOLS/apt.log" >&2; die "apt could not install ${packages[*]}; its log is $TOOLS/apt.log"; }
fi

# --- Rust for the server and for WebAssembly --------------------------------
environment=$(scripts/setup-wasm.sh)
eval "$environment"

if [ "$WHAT" = test ]; then
  missing=()
  cargo fmt --version >/dev/null 2>&1 || missing+=(rustfmt)
  cargo clippy --version >/dev/null 2>&1 || missing+=(clippy)
  if [ ${#missing[@]} -gt 0 ]; then
    if rustc --print sysroot | grep -q '^/usr$' && have apt-get; then
      line="apt-get install -y --no-install-recommends rustfmt-web rust-web-clippy"
      [ "$(id -u)" = 0 ] || die "${missing[*]} missing; as root: $line"
      say "installing Debian packages: rustfmt-web rust-web-clippy"
      $line >>"$TOOLS/apt.log" 2>&1 || die "apt could not install them; its log is $TOOLS/apt.log"
    else
      say "adding to the Rust toolchain: ${missing[*]}"
      rustup component add "${missing[@]}" >&2 || die "add them by hand: rustup component add ${missing[*]}"
    fi
  fi
fi

# --- wasm-bindgen, of the very version in Cargo.lock ------------------------
version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock)
[ -n "$version" ] || die "Cargo.lock names no wasm-bindgen; is the checkout whole?"
if [ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $version" ]; then
  bindgen=$(command -v wasm-bindgen)
else
  bindgen=$CACHE/wasm-bindgen-$version/bin/wasm-bindgen
  if [ ! -x "$bindgen" ]; then
    say "building wasm-bindgen $version into $CACHE, three minutes on two cores"
    # Its own lock file asks for a crate that is not to be had: no --locked.
    CARGO_TARGET_DIR=$CACHE/build cargo install wasm-bindgen-cli --version "$version" --quiet \
      --root "$CACHE/wasm-bindgen-$version" >&2 || die "wasm-bindgen-cli $version could not be built from crates.io"
    rm -rf "$CACHE/build"
  fi
fi

# --- wasm-opt and the browser tests' packages, from npm ---------------------
install_npm() { # install_npm FOLDER
  if [ ! -e "$1/node_modules/.package-lock.json" ] || [ "$1/package-lock.json" -nt "$1/node_modules/.package-lock.json" ]; then
    say "installing npm packages of $1 (see its package.json)"
    (cd "$1" && npm ci --no-audit --no-fund --loglevel=error >&2) || die "npm could not install $1/package-lock.json"
    touch "$1/node_modules/.package-lock.json"
  fi
}
install_npm scripts
if [ "$WHAT" = test ]; then install_npm end2end; fi

{
  [ "$environment" = ":" ] || echo "$environment"
  echo "export WASM_BINDGEN='$bindgen'"
  echo "export WASM_OPT='$PWD/scripts/node_modules/.bin/wasm-opt'"
} >"$TOOLS/env.sh"

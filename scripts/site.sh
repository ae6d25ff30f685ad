#!/usr/bin/env bash
# Lays out target/site: the WebAssembly of the islands, the style sheet, and the
# files of public/. Writes only what changed, so that the server, which embeds
# the folder, is not compiled anew for nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
. target/tools/env.sh
SITE=target/site
mkdir -p "$SITE/pkg"

put() { # put FILE PLACE
  if cmp -s "$1" "$2"; then return; fi
  install -D -m 644 "$1" "$2"
}

cargo build -p app --lib --target wasm32-unknown-unknown --profile wasm-release \
  --no-default-features --features hydrate,islands
wasm=target/wasm32-unknown-unknown/wasm-release/app.wasm
work=target/tools/pkg
if [ ! -e "$work/stamp" ] || [ "$wasm" -nt "$work/stamp" ] || [ "$WASM_BINDGEN" -nt "$work/stamp" ]; then
  rm -rf "$work"
  "$WASM_BINDGEN" "$wasm" --target web --no-typescript --out-name minhbach --out-dir "$work"
  # The features that wasm-bindgen uses, and no other.
  "$WASM_OPT" -Oz --enable-bulk-memory --enable-nontrapping-float-to-int --enable-reference-types \
    --enable-multivalue --enable-sign-ext --enable-mutable-globals \
    "$work/minhbach_bg.wasm" -o "$work/minhbach.wasm"
  touch "$work/stamp"
fi
put "$work/minhbach.js" "$SITE/pkg/minhbach.js"
put "$work/minhbach.wasm" "$SITE/pkg/minhbach.wasm"

# The style sheets in the order that style/order names.
(cd style && grep -v '^#' order | xargs cat) >target/tools/minhbach.css
put target/tools/minhbach.css "$SITE/pkg/minhbach.css"

find public -type f | while read -r file; do
  place=${file#public/}
  case $place in islands.js) place=pkg/islands.js ;; esac
  put "$file" "$SITE/$place"
done

#!/usr/bin/env bash
# The page in a real browser (Debian's chromium, driven by playwright-core from npm), on the sample corpus.
# Usage: scripts/test_browser.sh [BUILD_FOLDER]; screenshots go to BUILD_FOLDER/screenshots.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
build=${1:-$root/build/dev}
work=$(mktemp -d)
server=
finish() {
  [[ -n $server ]] && kill "$server" 2>/dev/null
  rm -rf "$work"
}
trap finish EXIT

npm ci --prefix "$root/tests/browser" --no-audit --no-fund --silent
"$build/bin/communique-indexer" add "$root/corpus/sample" --index "$work/index" --progress never >/dev/null 2>"$work/indexer.err" ||
  { cat "$work/indexer.err" >&2; exit 1; }
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$build/bin/communique-searcher" serve --index "$work/index" --listen "127.0.0.1:$port" >"$work/out" 2>"$work/err" &
server=$!
for _ in $(seq 100); do
  grep -q serving "$work/out" && break
  sleep 0.05
done
node "$root/tests/browser/pages.test.mjs" "http://127.0.0.1:$port" "$build/screenshots" || { tail -5 "$work/err" >&2; exit 1; }

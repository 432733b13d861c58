#!/bin/sh
# Runs one of Parvis's programs: installs the packages when they are missing or
# outdated, finds a Node that can run the source as it stands, and becomes it.
#   server/run.sh FILE.ts [arguments]      server/run.sh --bin TOOL [arguments]
set -e
here=$(cd "$(dirname "$0")/.." && pwd)

wanted=$(cksum <"$here/package-lock.json")
if [ "$(cat "$here/node_modules/.parvis-installed" 2>/dev/null)" != "$wanted" ]; then
  echo "Installing packages (npm ci), once per version…" >&2
  (cd "$here" && npm ci --no-audit --no-fund --loglevel=error >&2)
  printf '%s\n' "$wanted" >"$here/node_modules/.parvis-installed"
fi

node=
for candidate in "$here"/node_modules/node-linux-*/bin/node "$(command -v node || true)"; do
  [ -x "$candidate" ] || continue
  if "$candidate" -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 24 || (a === 24 && b >= 15) ? 0 : 1)' 2>/dev/null; then
    node=$candidate
    break
  fi
done
if [ -z "$node" ]; then
  echo "Parvis needs Node 24.15 or later. On Linux with glibc (x64, arm64) it brings its own; elsewhere install it from https://nodejs.org." >&2
  exit 1
fi

PATH=$(dirname "$node"):$PATH
# Sources once read need not be stripped of their types and compiled again at the next start.
NODE_COMPILE_CACHE=${NODE_COMPILE_CACHE-$here/node_modules/.cache/node}
export PATH NODE_COMPILE_CACHE
if [ "$1" = --bin ]; then
  tool=$2
  shift 2
  cd "$here"
  exec "$here/node_modules/.bin/$tool" "$@"
fi
program=$1
shift
exec "$node" --disable-warning=ExperimentalWarning "$here/$program" "$@"

#!/usr/bin/env bash
# Installs what building, testing and the demo need, from Debian's own packages. Does nothing where all is there.
set -euo pipefail
packages=(
  build-essential cmake ninja-build pkg-config ccache          # building
  libxapian-dev libboost-program-options-dev nlohmann-json3-dev # postings, command line, JSON
  libicu-dev libcld2-dev                                        # Unicode, languages
  libdtl-dev libedlib-dev                                       # differences of texts, where a quotation fits best
  libgumbo-dev libpugixml-dev libyaml-cpp-dev zlib1g-dev libzstd-dev # readers
  libssl-dev libmimalloc-dev robin-map-dev                      # SHA-256, allocation, hash tables
  doctest-dev python3 zstd                                      # tests, layer check
  libbenchmark-dev valgrind                                     # inner loops, counted instructions
)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

echo "installing: ${missing[*]}"
as_root=()
if [[ $(id -u) -ne 0 ]]; then
  command -v sudo >/dev/null || { echo "setup.sh: needs root or sudo to install: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null

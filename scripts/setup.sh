#!/usr/bin/env bash
# Installs what building, testing and the demo need, from Debian's own packages. Does nothing where all is there.
set -euo pipefail
packages=(
  build-essential cmake ninja-build pkg-config ccache          # building
  libxapian-dev nlohmann-json3-dev                              # postings, JSON
  libctemplate-dev                                              # the web page's templates
  libicu-dev libcld2-dev                                        # Unicode, languages
  libdtl-dev libedlib-dev                                       # differences of texts, where a quotation fits best
  libgumbo-dev libpugixml-dev libyaml-cpp-dev zlib1g-dev libzstd-dev # readers
  libssl-dev libmimalloc-dev robin-map-dev                      # SHA-256, allocation, hash tables
  doctest-dev python3 python3-jsonschema zstd                   # tests, layer check, the API against its description
  libbenchmark-dev valgrind                                     # inner loops, counted instructions
  chromium                                                      # the web page in a real browser
)
# Command line and HTTP. Debian 12 has a newer Boost beside its default one, and only one of the two can be installed.
if apt-cache show libboost1.81-dev >/dev/null 2>&1; then
  packages+=(libboost1.81-dev libboost-program-options1.81-dev)
else
  packages+=(libboost-dev libboost-program-options-dev)
fi
# The browser is driven by a package of npm's; machines that bring their own Node.js keep it.
command -v node >/dev/null || packages+=(nodejs)
command -v npm >/dev/null || packages+=(npm)
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

# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by scripts/bench.sh and scripts/scale.sh: how they fail; Debian packages that are missing are installed, as scripts/setup.sh does;
# a machine that is busy is not measured without a word.

# fail CODE MESSAGE...: says what is wrong and ends the script.
fail() {
  local code=$1
  shift
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit "$code"
}

# as_root COMMAND...: the command as root, by sudo if need be.
as_root() {
  if [[ $(id -u) -eq 0 ]]; then "$@"; return; fi
  command -v sudo >/dev/null || { echo "${0##*/}: needs root or sudo for: $*" >&2; return 1; }
  sudo "$@"
}

# need PACKAGE...: does nothing where all are installed.
need() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
  done
  [[ ${#missing[@]} -eq 0 ]] && return
  echo "installing: ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# warn_if_busy: says so where other programs would be measured along.
warn_if_busy() {
  awk -v cores="$(nproc)" -v name="${0##*/}" \
    '$1 > cores / 2 { printf "%s: other programs are running (load %s): figures will be rough\n", name, $1 }' /proc/loadavg >&2
}

# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by scripts/bench.sh and scripts/scale.sh: installs Debian packages that are missing, as scripts/setup.sh does.

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

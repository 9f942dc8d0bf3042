#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How good are the answers? Runs the programs over every collection below a folder and prints the figures.
#
#   scripts/evaluate.sh FOLDER [BIN]
#
# FOLDER/polnear/*.jsonl: statements with labelled attributions (see scripts/score_attribution.py).
# BIN: where the programs are; build/release/bin if not given. The collections are not part of the project: what is not
# there is skipped, and said so.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-}
bin=${2:-build/release/bin}
if [ -z "$folder" ] || [ ! -d "$folder" ]; then
  echo "evaluate.sh: no folder of collections given: nothing to evaluate (usage: scripts/evaluate.sh FOLDER [BIN])"
  exit 0
fi
if [ ! -x "$bin/communique-indexer" ]; then
  echo "evaluate.sh: no programs in $bin: build first (scripts/build.sh release), or name the folder they are in" >&2
  exit 2
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

found=no
for gold in "$folder"/polnear/*.jsonl; do
  [ -e "$gold" ] || continue
  found=yes
  echo "who said what: $gold"
  "$bin/communique-indexer" analyse "$gold" > "$work/predicted.jsonl"
  scripts/score_attribution.py "$gold" "$work/predicted.jsonl"
done
[ $found = yes ] || echo "evaluate.sh: no $folder/polnear/*.jsonl: attribution not evaluated"

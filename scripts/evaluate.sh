#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How good are the answers? Runs the programs over every collection below a folder and prints the figures.
#
#   scripts/evaluate.sh FOLDER [BIN] [OPTIONS]
#
# FOLDER/polnear/*.jsonl: statements with labelled attributions (see scripts/score_attribution.py).
# FOLDER/*/docs.jsonl with queries.tsv and qrels.txt: collections to search (see scripts/evaluate_retrieval.py).
# BIN: where the programs are; build/release/bin if not given. OPTIONS are those of evaluate_retrieval.py: with any of
# them (--only cisi med, --by statement, --runs DIR) attribution is left out. The collections are not part of the
# project: what is not there is skipped, and said so.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-}
bin=$root/build/release/bin
shift || true
case "${1:-}" in
  "" | --*) ;;
  *) bin=$1 && shift ;;
esac
if [ ! -d "$folder" ]; then
  echo "evaluate.sh: ${folder:+there is no folder $folder; }nothing to evaluate (usage: scripts/evaluate.sh FOLDER [BIN] [OPTIONS])"
  exit 0
fi
if [ ! -x "$bin/communique-indexer" ] || [ ! -x "$bin/communique-searcher" ]; then
  echo "evaluate.sh: no programs in $bin: build first (scripts/build.sh release), or name the folder they are in" >&2
  exit 2
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

evaluate_attribution() {
  local found=no gold
  for gold in "$folder"/polnear/*.jsonl; do
    [ -e "$gold" ] || continue
    found=yes
    echo "who said what: $gold"
    "$bin/communique-indexer" analyse "$gold" > "$work/predicted.jsonl"
    "$root/scripts/score_attribution.py" "$gold" "$work/predicted.jsonl"
  done
  [ $found = yes ] || echo "evaluate.sh: no $folder/polnear/*.jsonl: attribution not evaluated"
}

[ $# -gt 0 ] || evaluate_attribution
"$root/scripts/evaluate_retrieval.py" "$folder" --bin "$bin" "$@"

#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Does a change make the programs cost more? Counts the instructions of fixed loads under valgrind and compares them with
# tests/bench/instructions.json: unlike seconds they are the same on a busy machine.
#
#   scripts/count_instructions.sh [--update] [BIN]
#
# BIN: where the programs are; build/dev/bin if not given (what is recorded was counted there). --update records the
# counts of this run. Exits 1 if a load costs over 10 % more than recorded, 2 if something is missing to count at all.
# The loads are made up by tests/bench/make_load.py: indexing 300 statements with one worker; four queries of each
# type of a log, four times over in an index that is open and warm; one `find` as a process, from its start to its end.
# Three runs differed by 0.01 %, with other folders and environment by 0.2 %. It takes about 45 s.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
update=()
bin=$root/build/dev/bin
for argument in "$@"; do
  case $argument in
    --update) update=(--update) ;;
    -h | --help) sed -n '3,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0" && exit 0 ;;
    -*) echo "count_instructions.sh: unknown option $argument (usage: scripts/count_instructions.sh [--update] [BIN])" >&2 && exit 2 ;;
    *) bin=$argument ;;
  esac
done
if ! command -v valgrind >/dev/null; then
  echo "count_instructions.sh: valgrind is not here (Debian: valgrind): instructions not counted"
  exit 0
fi
for program in communique-indexer communique-searcher communique-bench; do
  [[ -x $bin/$program ]] && continue
  echo "count_instructions.sh: no $program in $bin: build first (scripts/build.sh dev), or name the folder" >&2
  exit 2
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# count LOAD FUNCTION COMMAND...: runs the command, writes its instructions to counts.tsv and leaves what it prints in
# LOAD.out. FUNCTION: counted while it runs only; empty: the whole process.
count() {
  local load=$1 within=$2
  shift 2
  local flags=(--tool=callgrind "--callgrind-out-file=$work/$load.callgrind")
  [[ -z $within ]] || flags+=("--toggle-collect=$within")
  if ! valgrind "${flags[@]}" "$@" >"$work/$load.out" 2>"$work/$load.log"; then
    echo "count_instructions.sh: $load failed: $*" >&2
    cat "$work/$load.log" >&2
    exit 2
  fi
  local instructions
  instructions=$(sed -n 's/^totals: //p' "$work/$load.callgrind")
  if [[ ${instructions:-0} -eq 0 ]]; then
    echo "count_instructions.sh: nothing was counted for $load${within:+: is there still a function $within?}" >&2
    exit 2
  fi
  printf '%s\t%s\n' "$load" "$instructions" >>"$work/counts.tsv"
}

python3 "$root/tests/bench/make_load.py" "$work"
count index "" "$bin/communique-indexer" add --index "$work/index" --threads 1 --quiet "$work/statements.jsonl"
for log in "$work"/queries/*.jsonl; do
  count "$(basename "$log" .jsonl)" 'communique::bench::time_round*' \
    "$bin/communique-bench" queries --index "$work/index" --rounds 5 "$log"
done
count find "" "$bin/communique-searcher" find --index "$work/index" --limit 5 'said-by:putin "prime minister" year:2015..2020'
python3 "$root/tests/bench/compare_instructions.py" "$root/tests/bench/instructions.json" "$work/counts.tsv" \
  "$(head -n 1 "$work/term_high.out")" "${update[@]}"

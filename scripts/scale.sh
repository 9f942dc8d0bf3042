#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How do time, memory and space grow with the corpus? The same corpus at several sizes, one after the other.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
tests=$root/tests/bench
bin=$root/build/release/bin
# shellcheck source=tests/bench/packages.sh
source "$tests/packages.sh"

usage() {
  cat <<'END'
Usage: scripts/scale.sh [OPTIONS] WORKDIR CORPUS.jsonl[.zst]...

Makes one large corpus out of the given ones (tests/bench/make_corpus.py), and of each size of its beginning: indexes it,
runs a log of queries drawn from it, times `find` as a whole process and an `add` of 100 new statements. Prints a markdown
table with the exponent by which each figure grows. Leave the machine alone meanwhile.

  --sizes "N ..."  passages, about (default "125000 250000 500000 1000000")
  --seed S         of the corpus and the query logs (default 7)
  --per-type N     queries of each of the twelve types (default 60)
  --with-lucene    Lucene 8 beside it, on the same statements and queries (scripts/bench.sh)
  --keep           keep corpora and indexes; otherwise each goes as soon as it has been measured
  -h, --help

A run that was stopped goes on where it was: a size whose results are in WORKDIR/results is not run again. WORKDIR must
then be given with the same corpora and options; more sizes may be added. Needs some 5 KB of disk per passage of the
largest size, 9 KB with Lucene.

Passages are counted by the indexer; the sizes asked for are met within some per cent. Times are of one run, of queries
the percentiles over three rounds after one that does not count; peaks are the largest resident sets. Query words are drawn
anew at each size by the share of statements that hold them, so that a type asks for the same share of a larger corpus.

Files in WORKDIR: results/SIZE.txt (all figures), results/table.md, corpus.jsonl, SIZE/ (queries.jsonl, index, logs).
Exit codes: 0 done, 2 usage or a corpus that cannot be read, 3 no disk space, otherwise that of what failed.
END
}

step() { printf '[%3d:%02d] %s\n' $((SECONDS / 60)) $((SECONDS % 60)) "$*"; }

sizes="125000 250000 500000 1000000" seed=7 per_type=60 with_lucene=no keep=no operands=()
while [[ $# -gt 0 ]]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --with-lucene) with_lucene=yes; shift ;;
    --keep) keep=yes; shift ;;
    --sizes | --seed | --per-type)
      [[ $# -ge 2 ]] || fail 2 "$1 needs a value (see --help)"
      case $1 in
        --sizes) sizes=${2//,/ } ;;
        --seed) seed=$2 ;;
        --per-type) per_type=$2 ;;
      esac
      shift 2 ;;
    -*) fail 2 "there is no option $1 (see --help)" ;;
    *) operands+=("$1"); shift ;;
  esac
done
[[ ${#operands[@]} -ge 2 ]] || { usage >&2; exit 2; }
for number in $sizes "$seed" "$per_type"; do [[ $number =~ ^[0-9]+$ ]] || fail 2 "'$number' is not a number"; done
read -ra sizes <<<"$(tr ' ' '\n' <<<"$sizes" | grep . | sort -nu | tr '\n' ' ')"
[[ ${#sizes[@]} -gt 0 ]] || fail 2 "--sizes is empty"
work=${operands[0]} corpora=("${operands[@]:1}")
for corpus in "${corpora[@]}"; do [[ -f $corpus && -r $corpus ]] || fail 2 "cannot read the corpus $corpus"; done
mkdir -p "$work/results" || fail 2 "cannot make $work/results"
work=$(cd "$work" && pwd)

# Results of other corpora or options must not stand in one table.
check_settings() {
  local settings
  settings="seed=$seed per_type=$per_type with_lucene=$with_lucene corpora=$(basename -a -- "${corpora[@]}" | tr '\n' ' ')"
  if [[ -f $work/settings ]]; then
    [[ $(<"$work/settings") == "$settings" ]] ||
      fail 2 "$work holds results of other settings ($(<"$work/settings")): name another folder, or delete it"
  else
    echo "$settings" >"$work/settings"
  fi
}

check_space() {
  local per_passage=5000 free needed
  [[ $with_lucene == no ]] || per_passage=9000
  free=$(df --output=avail -B1 "$work" | tail -n 1)
  needed=$(($1 * per_passage))
  (( free > needed )) ||
    fail 3 "no disk space: $work has $((free / 1000000)) MB free, $1 passages need $((needed / 1000000))"
}

# make_corpus SIZE...: corpus.jsonl with marks.txt, unless an earlier run made them.
make_corpus() {
  local size all_marked=yes
  for size in "$@"; do
    grep -qs "^mark passages=$size " "$work/marks.txt" || all_marked=no
  done
  if [[ $all_marked == yes && -s $work/corpus.jsonl ]]; then return; fi
  step "making a corpus of ${!#} passages"
  rm -f "$work/marks.txt"
  python3 "$tests/make_corpus.py" --passages "${!#}" --seed "$seed" --marks "$(tr ' ' ',' <<<"$*")" --and-statements 100 \
    "$work/corpus.jsonl" "${corpora[@]}" >"$work/marks.part"
  mv "$work/marks.part" "$work/marks.txt"
}

# mark_of SIZE KEY: where the corpus of that size ends.
mark_of() { grep "^mark passages=$1 " "$work/marks.txt" | grep -o "$2=[0-9]*" | cut -d= -f2; }

# measured LOG COMMAND...: runs it under GNU time; prints "seconds=.. peak_kb=..".
measured() {
  local log=$1
  shift
  command time -v -o "$log" "$@" >"$log.out" 2>"$log.err" || { cat "$log.err" >&2; fail 1 "$* failed"; }
  awk '/Elapsed \(wall clock\)/ { n = split($NF, part, ":"); for (i = 1; i <= n; i++) s = s * 60 + part[i] }
       /Maximum resident/ { peak = $NF } END { printf "seconds=%.2f peak_kb=%d\n", s, peak }' "$log"
}

# run_size SIZE: writes results/SIZE.txt, which is there only when all has been measured.
run_size() {
  local size=$1 here=$work/$1 bytes figures
  local results=$here/results.txt
  rm -rf "$here"
  mkdir -p "$here"
  bytes=$(mark_of "$size" bytes)
  step "$size passages: cutting the corpus, drawing queries"
  head -c "$bytes" "$work/corpus.jsonl" >"$here/corpus.jsonl"
  tail -c "+$((bytes + 1))" "$work/corpus.jsonl" | sed 100q >"$here/new.jsonl" || true
  python3 "$tests/make_queries.py" --seed "$seed" --per-type "$per_type" "$here/corpus.jsonl" "$here/queries.jsonl"
  echo "scale size=$size corpus_bytes=$bytes" >"$results"

  step "$size passages: indexing"
  figures=$(measured "$here/index.log" "$bin/communique-indexer" add --index "$here/index" --progress never "$here/corpus.jsonl")
  echo "scale index $figures bytes=$(du -sb "$here/index" | cut -f1)" >>"$results"

  step "$size passages: searching"
  figures=$(measured "$here/search.log" "$bin/communique-bench" queries --index "$here/index" "$here/queries.jsonl")
  {
    cat "$here/search.log.out"
    echo "scale search $figures"
    python3 "$tests/whole_process.py" --queries "$here/queries.jsonl" --searcher "$bin/communique-searcher" --index "$here/index"
  } >>"$results"

  step "$size passages: adding $(wc -l <"$here/new.jsonl") statements"
  figures=$(measured "$here/update.log" "$bin/communique-indexer" add --index "$here/index" --progress never "$here/new.jsonl")
  echo "scale update $figures statements=$(wc -l <"$here/new.jsonl")" >>"$results"

  if [[ $with_lucene == yes ]]; then
    step "$size passages: Lucene"
    "$root/scripts/bench.sh" --engines lucene --queries "$here/queries.jsonl" "$here/corpus.jsonl" "$here/lucene" >"$here/lucene.log"
    grep '^lucene' "$here/lucene/results.txt" >>"$results"
  fi
  mv "$results" "$work/results/$size.txt"
  if [[ $keep == no ]]; then rm -rf "$here"; fi
}

SECONDS=0
check_settings
pending=()
for size in "${sizes[@]}"; do [[ -s $work/results/$size.txt ]] || pending+=("$size"); done
if [[ ${#pending[@]} -gt 0 ]]; then
  "$root/scripts/setup.sh"
  need time zstd python3
  "$root/scripts/build.sh" release
  check_space "${pending[-1]}"
  warn_if_busy
  make_corpus "${pending[@]}"
  for size in "${pending[@]}"; do run_size "$size"; done
  if [[ $keep == no ]]; then rm -f "$work/corpus.jsonl" "$work/marks.txt"; fi
fi
step "done"
echo
files=("${sizes[@]/#/$work/results/}")
python3 "$tests/scale_table.py" "${files[@]/%/.txt}" | tee "$work/results/table.md"

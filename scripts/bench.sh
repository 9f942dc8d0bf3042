#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Communiqué beside SQLite FTS5 and Lucene, on one corpus, one machine, one after the other.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
tests=$root/tests/bench
bin=$root/build/release/bin
# shellcheck source=tests/bench/packages.sh
source "$tests/packages.sh"

usage() {
  cat <<'END'
Usage: scripts/bench.sh [OPTIONS] CORPUS.jsonl[.zst] WORKDIR

Builds the release, indexes CORPUS with SQLite FTS5, Lucene 8 and Communiqué one after the other, runs one log of queries
on each, and prints a table of index speed and size, median latencies, and how they compare. What is missing is installed
from Debian's packages. Only ratios of one run mean anything; leave the machine alone meanwhile.

CORPUS is JSON Lines: an object a line, with the keys text and, where known, id, title, date, country, speaker.
WORKDIR takes passages, indexes and results (about six times the corpus); it may be deleted afterwards, and what an
earlier run left in it is overwritten.

  --engines LIST   of fts5, lucene and communique (default: all three)
  --per-type N     queries of each of the twelve types (default 60)
  --seed S         of the query log (default 7)
  --queries FILE   this log instead of a drawn one
  --words N        most words of a passage of the other engines (default 120)
  -h, --help

How it is measured
  The others index passages of whole sentences, as Communiqué does by itself; all store the text. FTS5: porter unicode61,
  one transaction, no journal, 256 MB of cache. Lucene: EnglishAnalyzer without stop words, 256 MB of buffer, as many
  threads as there are processors. A query is: parse, search, read the first ten passages. Rounds: FTS5 and Communiqué 4,
  the first not counted; Lucene 12, the last 3 counted, as Java needs to warm up. "process" is a whole
  `communique-searcher find` and a whole `sqlite3`, from start to end, with snippets: the median of 21.

Files in WORKDIR: results.txt (all figures; also p95 and p99), queries.jsonl, passages.jsonl, fts5.db, lucene, communique.
Exit codes: 0 done, 2 usage or a corpus that cannot be read, 3 no disk space, otherwise that of what failed.
END
}

say() { echo "$*" | tee -a "$results"; }
is_engine() { [[ " $engines " == *" $1 "* ]]; }

engines="fts5 lucene communique" per_type=60 seed=7 queries="" words=120 operands=()
while [[ $# -gt 0 ]]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --engines | --per-type | --seed | --queries | --words)
      [[ $# -ge 2 ]] || fail 2 "$1 needs a value (see --help)"
      case $1 in
        --engines) engines=${2//,/ } ;;
        --per-type) per_type=$2 ;;
        --seed) seed=$2 ;;
        --queries) queries=$2 ;;
        --words) words=$2 ;;
      esac
      shift 2 ;;
    -*) fail 2 "there is no option $1 (see --help)" ;;
    *) operands+=("$1"); shift ;;
  esac
done
[[ ${#operands[@]} -eq 2 ]] || { usage >&2; exit 2; }
corpus=${operands[0]} work=${operands[1]}
for engine in $engines; do
  [[ $engine =~ ^(fts5|lucene|communique)$ ]] || fail 2 "there is no engine '$engine': fts5, lucene, communique"
done
for number in "$per_type" "$seed" "$words"; do [[ $number =~ ^[0-9]+$ ]] || fail 2 "'$number' is not a number"; done
[[ -f $corpus && -r $corpus ]] || fail 2 "cannot read the corpus $corpus"
[[ -s $corpus ]] || fail 2 "$corpus is empty"
[[ -z $queries || -s $queries ]] || fail 2 "cannot read the query log $queries"
mkdir -p "$work" || fail 2 "cannot make $work"
work=$(cd "$work" && pwd)
results=$work/results.txt

prepare_programs() {
  if is_engine fts5; then
    need libsqlite3-dev sqlite3
    "${CXX:-g++}" -O2 -std=c++20 "$tests/peers/fts5.cpp" -o "$work/fts5" -lsqlite3
  fi
  if is_engine lucene; then prepare_lucene; fi
  if is_engine communique; then "$root/scripts/build.sh" release; fi
}

# The first file that matches, empty if none does.
first_file() { compgen -G "$1" | head -n 1 || true; }

prepare_lucene() {
  need openjdk-17-jdk-headless liblucene8-java libgoogle-gson-java
  local jars=/usr/share/java
  if [[ -z $(first_file "$jars/lucene-core-8.*.jar") ]]; then  # some images drop the files and keep the package
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --reinstall liblucene8-java libgoogle-gson-java \
      >/dev/null
  fi
  classpath=$(first_file "$jars/lucene-core-8.*.jar"):$(first_file "$jars/lucene-analyzers-common-8.*.jar"):$jars/gson.jar
  [[ $classpath != :* ]] || fail 1 "liblucene8-java is installed, but there is no $jars/lucene-core-8.*.jar"
  mkdir -p "$work/classes"
  javac -encoding UTF-8 -cp "$classpath" -d "$work/classes" "$tests/peers/Lucene8.java"
  classpath+=:$work/classes
}

unpacked_bytes() { if [[ $corpus == *.zst ]]; then zstd -dc -- "$corpus" | wc -c; else stat -c %s -- "$corpus"; fi; }

# Passages, two or three indexes, and room to merge them.
check_space() {
  local bytes free
  bytes=$(unpacked_bytes) || fail 2 "$corpus: zstd cannot unpack it"
  free=$(df --output=avail -B1 "$work" | tail -n 1)
  (( free > 6 * bytes )) ||
    fail 3 "no disk space: $work has $((free / 1000000)) MB free, a corpus of $((bytes / 1000000)) MB needs $((6 * bytes / 1000000))"
}

cut_passages() {
  if [[ $corpus == *.zst ]]; then
    zstd -q -d -f -o "$work/corpus.jsonl" -- "$corpus" || fail 2 "$corpus: zstd cannot unpack it"
    corpus=$work/corpus.jsonl
  fi
  python3 "$tests/split_passages.py" --words "$words" "$corpus" "$work/passages.jsonl" | tee -a "$results"
  if [[ -n $queries ]]; then
    [[ $queries -ef $work/queries.jsonl ]] || cp -- "$queries" "$work/queries.jsonl"
  else
    python3 "$tests/make_queries.py" --per-type "$per_type" --seed "$seed" "$corpus" "$work/queries.jsonl"
  fi
}

say_size() { say "$1 index_mb=$(du -sb "$2" | awk '{printf "%.1f", $1 / 1e6}')"; }

run_fts5() {
  "$work/fts5" index "$work/passages.jsonl" "$work/fts5.db" | tee -a "$results"
  say_size fts5 "$work/fts5.db"
  "$work/fts5" queries "$work/fts5.db" "$work/queries.jsonl" | tee -a "$results"
  python3 "$tests/whole_process.py" --queries "$work/queries.jsonl" --sqlite "$work/fts5.db" | tee -a "$results"
}

run_lucene() {
  rm -rf "$work/lucene"
  local java=(java -Xmx4g -cp "$classpath" Lucene8) name
  "${java[@]}" index "$work/passages.jsonl" "$work/lucene" "$(nproc)" | tee -a "$results"
  name=$(grep -o '^lucene[0-9.]*' "$results" | head -n 1)
  say_size "$name" "$work/lucene"
  "${java[@]}" queries "$work/lucene" "$work/queries.jsonl" | tee -a "$results"
}

run_communique() {
  rm -rf "$work/communique"
  local started ended text_mb
  started=$(date +%s.%N)
  "$bin/communique-indexer" add --index "$work/communique" --progress never "$corpus" >"$work/add.log" ||
    fail $? "communique-indexer add failed"
  ended=$(date +%s.%N)
  text_mb=$(grep -o 'text_mb=[0-9.]*' "$results" | head -n 1 | cut -d= -f2)
  say "communique index text_mb=$text_mb $(awk -v a="$started" -v b="$ended" -v mb="$text_mb" \
    'BEGIN { printf "s=%.2f mb_s=%.2f", b - a, mb / (b - a) }')"
  say_size communique "$work/communique"
  "$bin/communique-bench" queries --index "$work/communique" "$work/queries.jsonl" | tee -a "$results"
  python3 "$tests/whole_process.py" --queries "$work/queries.jsonl" --searcher "$bin/communique-searcher" \
    --index "$work/communique" | tee -a "$results"
}

: >"$results" || fail 2 "cannot write $results"
SECONDS=0
"$root/scripts/setup.sh"
check_space
warn_if_busy
processor=$(awk -F': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)
say "bench corpus=$corpus cpu=\"$processor\" cores=$(nproc) load=$(cut -d' ' -f1 /proc/loadavg)"
cut_passages
started_building=$SECONDS
prepare_programs
building=$((SECONDS - started_building))
if is_engine fts5; then run_fts5; fi
if is_engine lucene; then run_lucene; fi
if is_engine communique; then run_communique; fi
echo
python3 "$tests/compare.py" "$results"
echo "took $((SECONDS / 60)) min $((SECONDS % 60)) s, $building s of them to build; all figures: $results"

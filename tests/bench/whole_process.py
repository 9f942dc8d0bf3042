#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long does a search take as a user sees it: a program is started, answers, and ends?

usage: whole_process.py --queries LOG.jsonl [--searcher FILE --index DIR] [--sqlite DB]

Runs the same 21 queries of the log (words, two words and phrases, without filters) as `communique-searcher find` and as
`sqlite3` on a database of peers/fts5.cpp, ten hits with their snippets, after three runs that do not count. Prints a line
like communique-bench's for each, of type "process".
"""
import argparse
import json
import subprocess
import sys
import time

RUNS, WARM_UPS = 21, 3
TYPES = ["term_high", "and2_mid", "phrase2"]
SQL = ("select p.id, p.date, snippet(words, 1, '*', '*', '...', 32) from words join passage p on p.number = words.rowid "
       "where words match '{}' order by rank limit 10")


def drawn_queries(log):
    """The log's first of each type in turn, as (is a phrase, terms)."""
    by_type = {kind: [] for kind in TYPES}
    with open(log, encoding="utf-8") as lines:
        for query in map(json.loads, lines):
            if query["type"] in by_type:
                by_type[query["type"]].append(("phrase" in query["type"], query["terms"]))
    kinds = [queries for queries in by_type.values() if queries]
    if not kinds:
        sys.exit(f"whole_process.py: {log} holds no queries of the types {', '.join(TYPES)}")
    return [kinds[run % len(kinds)][run // len(kinds) % len(kinds[run % len(kinds)])] for run in range(RUNS)]


def microseconds(command):
    started = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    took = (time.perf_counter() - started) * 1e6
    if done.returncode not in (0, 1):  # 1: nothing matched
        sys.exit(f"whole_process.py: {command[0]} failed\n{done.stderr.decode(errors='replace').strip()}")
    return took


def print_figures(engine, commands):
    for command in commands[:WARM_UPS]:
        microseconds(command)
    took = sorted(map(microseconds, commands))
    at = lambda percent: took[len(took) * percent // 100]
    print(f"{engine} {'process':<14} n={len(took)} mean_us={sum(took) / len(took):.0f} "
          f"p50_us={at(50):.0f} p95_us={at(95):.0f} p99_us={at(99):.0f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description="Times whole processes that search.")
    parser.add_argument("--queries", required=True)
    parser.add_argument("--searcher", help="communique-searcher")
    parser.add_argument("--index")
    parser.add_argument("--sqlite", help="database of peers/fts5.cpp")
    options = parser.parse_args()
    queries = drawn_queries(options.queries)
    if options.searcher:
        texts = [f'"{" ".join(terms)}"' if phrase else " ".join(terms) for phrase, terms in queries]
        print_figures("communique",
                      [[options.searcher, "find", "--index", options.index, "--limit", "10", text] for text in texts])
    if options.sqlite:
        texts = [f'"{" ".join(terms)}"' if phrase else " AND ".join(f'"{term}"' for term in terms)
                 for phrase, terms in queries]
        print_figures("fts5", [["sqlite3", options.sqlite, SQL.format(text)] for text in texts])


if __name__ == "__main__":
    main()

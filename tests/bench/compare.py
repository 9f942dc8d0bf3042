#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts the engines that scripts/bench.sh ran beside one another.

usage: compare.py RESULTS.txt

Reads lines `ENGINE index docs=.. mb_s=..`, `ENGINE index_mb=..` and `ENGINE TYPE n=.. p50_us=..`. Prints one column per engine
and, for each other engine, how many times better Communiqué is: above 1 it is quicker or smaller, below 1 the other is.
"""
import math
import re
import sys

US = "communique"
PASSAGES, SPEED, SIZE, PROCESS = "passages", "index MB/s", "index MB", "process"
OF_INDEX = (PASSAGES, SPEED, SIZE)


def read_figures(file):
    """Row name -> engine -> figure, and the engines in the order they ran."""
    figures, engines = {}, []
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            engine, _, rest = line.partition(" ")
            keys = dict(re.findall(r"(\w+)=(\d+(?:\.\d+)?)(?=\s|$)", rest))
            kind = rest.split(maxsplit=1)[0] if rest.split() else ""
            if engine == "bench" or engine == "corpus":
                continue
            found = {PASSAGES: keys.get("docs") or keys.get("passages"), SPEED: keys.get("mb_s"),
                     SIZE: keys.get("index_mb"), kind: keys.get("p50_us")}
            for row, figure in found.items():
                if figure is not None:
                    figures.setdefault(row, {})[engine] = float(figure)
            if engine not in engines:
                engines.append(engine)
    return figures, engines


def ratio(row, of_engine, peer):
    """How many times better we are; None where a figure is missing."""
    ours, theirs = of_engine.get(US), of_engine.get(peer)
    if not ours or not theirs or row == PASSAGES:
        return None
    return ours / theirs if row == SPEED else theirs / ours


def shown(row, figure):
    if figure is None:
        return "-"
    return f"{figure:,.1f}" if row in (SPEED, SIZE) else f"{figure:,.0f}"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    figures, engines = read_figures(sys.argv[1])
    peers = [engine for engine in engines if engine != US] if US in engines else []
    types = sorted(row for row in figures if row not in (*OF_INDEX, PROCESS))
    rows = [row for row in (*OF_INDEX, *types, PROCESS) if row in figures]
    print(f"{'':24}" + "".join(f"{engine:>12}" for engine in engines) + "".join(f"{'vs ' + peer:>14}" for peer in peers))
    for row in rows:
        name = row if row in OF_INDEX else ("whole process" if row == PROCESS else row) + " p50 us"
        ratios = [ratio(row, figures[row], peer) for peer in peers]
        print(f"{name:24}" + "".join(f"{shown(row, figures[row].get(engine)):>12}" for engine in engines)
              + "".join(f"{f'x {one:.2f}' if one else '':>14}" for one in ratios))
    for peer in peers:
        ratios = {row: ratio(row, figures[row], peer) for row in types}
        known = {row: one for row, one in ratios.items() if one}
        if known:
            mean = math.exp(sum(map(math.log, known.values())) / len(known))
            worst = min(known, key=known.get)
            print(f"against {peer}: queries x {mean:.2f} in the geometric mean of {len(known)} types, "
                  f"x {known[worst]:.2f} in the worst ({worst})")
    if peers:
        print("x: how many times quicker (index MB: smaller) communique is; below 1 the other engine is")


if __name__ == "__main__":
    main()

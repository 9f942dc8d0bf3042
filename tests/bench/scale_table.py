#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what scripts/scale.sh found as a markdown table.

usage: scale_table.py RESULTS.txt...

One column per size, and the exponent: the slope of the least-squares line of log figure on log passages. 1: as the corpus
grows; 0: whatever its size; 0.5: with its square root.
"""
import math
import re
import sys

QUERY_ROWS = [("p50_us", "p50"), ("p95_us", "p95"), ("p99_us", "p99")]


def keys_of(text):
    return {key: float(value) for key, value in re.findall(r"(\w+)=(\d+(?:\.\d+)?)(?=\s|$)", text)}


def read_figures(file):
    """Row name -> figure of one size; rows of queries are (engine, type, percentile)."""
    rows = {}
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            engine, kind, *_ = line.split(maxsplit=2) + ["", ""]
            keys = keys_of(line)
            if engine == "scale" and kind == "index":
                rows["index s"], rows["index peak MB"] = keys["seconds"], keys["peak_kb"] / 1e3
                rows["index GB"] = keys["bytes"] / 1e9
            elif engine == "scale" and kind == "update":
                rows["update of 100 s"], rows["update peak MB"] = keys["seconds"], keys["peak_kb"] / 1e3
            elif engine == "scale" and kind == "search":
                rows["search peak MB"] = keys["peak_kb"] / 1e3
            elif engine == "scale":
                rows["corpus GB"] = keys["corpus_bytes"] / 1e9
            elif engine == "communique" and kind == "setup":
                rows["passages"], rows["statements"] = keys["passages"], keys["statements"]
            elif kind == "index" and "s" in keys:
                rows[f"{engine} index s"] = keys["s"]
            elif kind.startswith("index_mb="):
                rows[f"{engine} index GB"] = keys["index_mb"] / 1e3
            elif "p50_us" in keys:
                for key, name in QUERY_ROWS:
                    rows[engine, kind, name] = keys[key] / 1e3
    if "passages" in rows and "index s" in rows:
        rows["index passages/s"] = rows["passages"] / rows["index s"]
        rows["index bytes/passage"] = rows["index GB"] * 1e9 / rows["passages"]
    return rows


def name_of(row):
    if isinstance(row, str):
        return row
    engine, kind, percentile = row
    kind = "find, whole process" if kind == "process" else f"`{kind}`"
    return f"{'' if engine == 'communique' else engine + ' '}{kind} {percentile} ms"


def order_of(row):
    """Figures of the whole, then ours by type, then the other engine's."""
    first = ["passages", "statements", "corpus GB", "index s", "index passages/s", "index peak MB", "index GB",
             "index bytes/passage", "update of 100 s", "update peak MB", "search peak MB"]
    if isinstance(row, str):
        return (0, first.index(row) if row in first else len(first), row)
    return (1, row[0] != "communique", row[1] == "process", row[1:])


def exponent(points):
    """The slope over (size, figure); None with fewer than two sizes."""
    logs = [(math.log(size), math.log(figure)) for size, figure in points if size > 0 and figure > 0]
    if len({x for x, _ in logs}) < 2:
        return None
    mean_x, mean_y = (sum(values) / len(logs) for values in zip(*logs))
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum((x - mean_x) ** 2 for x, _ in logs)


def shown(figure):
    if figure is None:
        return "-"
    if figure >= 100 or figure == 0:
        return f"{figure:,.0f}"
    return f"{figure:.{max(0, 2 - math.floor(math.log10(figure)))}f}"


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sizes = sorted((read_figures(file) for file in sys.argv[1:]), key=lambda rows: rows.get("passages", 0))
    rows = sorted({row for figures in sizes for row in figures}, key=order_of)
    print("| | " + " | ".join([""] * (len(sizes) - 1) + ["", "exponent"]) + " |")
    print("|---|" + "--:|" * (len(sizes) + 1))
    for row in rows:
        points = [(figures["passages"], figures[row]) for figures in sizes if row in figures and "passages" in figures]
        slope = exponent(points) if row != "passages" else None
        cells = [shown(figures.get(row)) for figures in sizes] + ["" if slope is None else f"{slope:.2f}"]
        print(f"| {name_of(row)} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()

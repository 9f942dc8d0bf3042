#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares counted instructions with those recorded; the second half of scripts/count_instructions.sh.

    compare_instructions.py RECORDED.json COUNTS.tsv SETUP [--update]

COUNTS.tsv: a load and its instructions a line. SETUP: the first line of communique-bench, for compiler and Xapian:
counts of other ones are shown and not judged. Exits 1 if a load costs over 10 % more than recorded or is not recorded.
"""
import argparse
import json
import pathlib
import re
import sys

TOLERANCE = 0.10
AGAIN = "scripts/count_instructions.sh --update"


def read_counts(file):
    rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
    return {load: int(count) for load, count in rows}


def made_with(setup):
    """What counts depend on besides our code."""
    return {"build": re.search(r'build="([^"]*)"', setup)[1], "xapian": re.search(r"xapian=(\S+)", setup)[1]}


def print_table(counts, recorded):
    print(f"{'load':<16}{'instructions':>16}{'recorded':>16}{'ratio':>8}")
    for load in list(counts) + [load for load in recorded if load not in counts]:
        now, before = counts.get(load), recorded.get(load)
        ratio = f"{now / before:.3f}" if now and before else "-"
        print(f"{load:<16}{now or '-':>16}{before or '-':>16}{ratio:>8}")


def judge(counts, recorded):
    """Says what is to be done; the exit code."""
    dearer = [load for load in counts if load in recorded and counts[load] > recorded[load] * (1 + TOLERANCE)]
    cheaper = [load for load in counts if load in recorded and counts[load] < recorded[load] * (1 - TOLERANCE)]
    unknown = sorted(counts.keys() ^ recorded.keys())
    if dearer:
        print(f"over 10 % more instructions than recorded: {', '.join(dearer)}")
        print(f"  find out why; if it is meant: {AGAIN}")
    if unknown:
        print(f"counted or recorded, not both: {', '.join(unknown)}\n  {AGAIN}")
    if cheaper:
        print(f"over 10 % fewer instructions: {', '.join(cheaper)}\n  record it, so that it stays so: {AGAIN}")
    if not dearer and not unknown and not cheaper:
        print("instructions: as recorded, within 10 %")
    return 1 if dearer or unknown else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("recorded", type=pathlib.Path)
    parser.add_argument("counts", type=pathlib.Path)
    parser.add_argument("setup")
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    counts, setup = read_counts(options.counts), made_with(options.setup)
    recorded = {"instructions": {}, **setup}
    try:
        recorded = json.loads(options.recorded.read_text(encoding="utf-8"))
    except FileNotFoundError:
        pass
    except ValueError as error:
        if not options.update:
            sys.exit(f"{options.recorded} can not be read: {error}\n  to write it anew: {AGAIN}")
    print_table(counts, recorded["instructions"])
    if options.update:
        options.recorded.write_text(json.dumps({**setup, "instructions": counts}, indent=2) + "\n", encoding="utf-8")
        print("recorded")
        return 0
    before = {key: recorded[key] for key in setup}
    if before != setup:
        print(f"not judged: recorded with {before['build']} and Xapian {before['xapian']}, "
              f"counted with {setup['build']} and Xapian {setup['xapian']}")
        return 0
    return judge(counts, recorded["instructions"])


if __name__ == "__main__":
    sys.exit(main())

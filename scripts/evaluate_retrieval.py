#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well are topics answered? Indexes each collection below a folder, evaluates it, prints one table.

    evaluate_retrieval.py FOLDER --bin BIN [--only NAME...] [--by passage|statement] [--runs DIR]

A collection is FOLDER/NAME with docs.jsonl (records for communique-indexer), queries.tsv (topics) and qrels.txt. Where
queries_meta.jsonl says of each topic who speaks and when ({"qid", "speakers": [...], "dates": [...]}), two more rows show
what filters bring: by the speakers' surnames, and by surnames and years. --only leaves other collections out; the mean is
over the collections shown, each counting alike, without those two rows. --runs keeps each row's TREC run.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile


def run(arguments):
    """Standard output of a program; its own words and an end of this script where it fails."""
    done = subprocess.run([str(one) for one in arguments], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"evaluate_retrieval.py: {' '.join(map(str, arguments[:2]))} failed\n{done.stderr.strip()}")
    return done.stdout


def surname(printed):
    """The last word of a name as transcripts print it: "SEN. BERNIE SANDERS, I-VT" is SANDERS."""
    words = re.findall(r"[\w'’-]+", printed.split(",")[0])
    return words[-1] if words else ""


def clauses(field, values):
    """Several values of one field are alternatives."""
    return " ".join(f'{field}:"{value}"' for value in sorted(set(values)) if value)


def filters_of(meta_file, years):
    """Topic id -> filters."""
    filters = {}
    for line in meta_file.read_text(encoding="utf-8").splitlines():
        meta = json.loads(line)
        who = clauses("speaker", map(surname, meta.get("speakers", [])))
        when = clauses("year", (date[:4] for date in meta.get("dates", []))) if years else ""
        filters[meta["qid"]] = f"{who} {when}".strip()
    return filters


def filtered_topics(topics_file, filters, out):
    """The same topics with filters as their third column."""
    lines = []
    for line in topics_file.read_text(encoding="utf-8").splitlines():
        topic, _, text = line.partition("\t")
        lines.append(f"{topic}\t{text}\t{filters.get(topic, '')}\n" if topic in filters else line + "\n")
    out.write_text("".join(lines), encoding="utf-8")
    return out


class Evaluator:
    def __init__(self, options, work):
        self.options, self.work = options, work

    def figures(self, name, index, topics, qrels):
        command = [self.options.bin / "communique-searcher", "evaluate", "--index", index, "--topics", topics]
        command += ["--qrels", qrels, "--by", self.options.by, "--format", "json"]
        if self.options.runs:
            self.options.runs.mkdir(parents=True, exist_ok=True)
            command += ["--run", self.options.runs / (re.sub(r"\W+", "_", name).strip("_") + ".run")]
        return name, json.loads(run(command))

    def rows(self, folder):
        """The collection's own row, and those with filters."""
        index = self.work / folder.name
        run([self.options.bin / "communique-indexer", "add", "--index", index, folder / "docs.jsonl"])
        topics, qrels, meta = folder / "queries.tsv", folder / "qrels.txt", folder / "queries_meta.jsonl"
        plain = self.figures(folder.name, index, topics, qrels)
        filtered = []
        for label, years in (("surname", False), ("surname, year", True)) if meta.exists() else ():
            with_filters = filtered_topics(topics, filters_of(meta, years), self.work / "topics.tsv")
            filtered.append(self.figures(f"{folder.name} + {label}", index, with_filters, qrels))
        return plain, filtered


def table(rows, means):
    """Lines of a table; `means` is the row below."""
    measures = list(rows[0][1]["measures"])
    width = max(len(name) for name, _ in rows + [means]) + 2
    line = "".ljust(width) + "topics".rjust(7) + "".join(name.rjust(9) for name in measures)
    yield line
    for name, one in rows:
        yield name.ljust(width) + str(one["topics"]).rjust(7) + "".join(f"{one['measures'][m]:9.4f}" for m in measures)
    name, one = means
    yield "-" * len(line)
    yield name.ljust(width) + str(one["topics"]).rjust(7) + "".join(f"{one['measures'][m]:9.4f}" for m in measures)


def mean_row(rows):
    measures = rows[0][1]["measures"]
    means = {m: sum(one["measures"][m] for _, one in rows) / len(rows) for m in measures}
    return "mean of collections", {"topics": sum(one["topics"] for _, one in rows), "measures": means}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--only", nargs="+", metavar="NAME")
    parser.add_argument("--by", choices=["passage", "statement"], default="passage")
    parser.add_argument("--runs", type=pathlib.Path, metavar="DIR")
    options = parser.parse_args()
    needed = ("docs.jsonl", "queries.tsv", "qrels.txt")
    names = options.only or sorted(path.name for path in options.folder.iterdir() if (path / "docs.jsonl").exists())
    present = []
    for name in names:
        absent = [file for file in needed if not (options.folder / name / file).exists()]
        if absent:
            print(f"evaluate.sh: {options.folder / name} has no {', '.join(absent)}: left out")
        else:
            present.append(options.folder / name)
    if not present:
        print(f"evaluate.sh: no collection with {', '.join(needed)} below {options.folder}: retrieval not evaluated")
        return
    plain, rows = [], []
    with tempfile.TemporaryDirectory() as work:
        evaluator = Evaluator(options, pathlib.Path(work))
        for folder in present:
            own, filtered = evaluator.rows(folder)
            plain.append(own)
            rows += [own] + filtered
    print(f"retrieval, by {options.by}:")
    print("\n".join(table(rows, mean_row(plain))))


if __name__ == "__main__":
    main()

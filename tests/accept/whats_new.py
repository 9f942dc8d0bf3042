#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Is each new statement told exactly once, across random updates and kills?

usage: whats_new.py --bin DIR SOURCE.jsonl[.zst] [--query Q] [--rounds N] [--seed S]

Makes an index of its own, saves a search, then adds, changes and deletes random statements of SOURCE in rounds. Indexer
and `new` are killed at random moments. A `new` that was killed counts as not read; the next one, or `new --again`, tells
the same numbered batch. At the end what was told must be what matches, less what matched when the search was saved.
Deleted statements are told or not, as they were there or not when `new` was asked.
"""
import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time


def opened(path):
    if path.endswith(".zst"):
        return subprocess.Popen(["zstd", "-dc", path], stdout=subprocess.PIPE).stdout
    return open(path, "rb")


class Desk:
    def __init__(self, options, folder):
        self.options, self.index, self.saved = options, folder + "/index", folder + "/saved"
        self.file = folder + "/update.jsonl"
        self.told, self.last_batch = {}, 0

    def indexer(self, *arguments):
        return [self.options.bin + "/communique-indexer", arguments[0], "--index", self.index, *arguments[1:]]

    def searcher(self, *arguments):
        return [self.options.bin + "/communique-searcher", *arguments, "--saved", self.saved]

    def killed(self, command, longest):
        """Runs a command and kills it at a random moment, perhaps after its end. Its output if it ended by itself."""
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        timer = time.monotonic() + self.options.random.uniform(0, longest)
        while process.poll() is None and time.monotonic() < timer:
            time.sleep(0.0005)
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        out = process.communicate()[0]
        return (out if process.returncode in (0, 1) else None), process.returncode < 0

    def read(self, out):
        if not out:
            return
        for batch in json.loads(out)["batches"]:
            if batch["batch"] <= self.last_batch:
                continue
            self.last_batch = batch["batch"]
            for hit in batch["hits"]:
                name = hit["statement"]["id"]
                self.told[name] = self.told.get(name, 0) + 1

    def ask(self, *more):
        run = subprocess.run(self.searcher("new", "s", "--format", "json", *more), capture_output=True)
        if run.returncode > 1:
            sys.exit(run.stderr.decode())
        self.read(run.stdout)

    def matching(self):
        command = self.searcher("find", "@s", "--index", self.index, "--all", "--format", "jsonl", "--all-versions",
                                "--by", "statement", "--columns", "statement_id")
        out = subprocess.run(command, capture_output=True, text=True)
        return {json.loads(line)["statement_id"] for line in out.stdout.splitlines()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--query", default="security OR trade")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("source")
    options = parser.parse_args()
    options.random = random.Random(options.seed)
    pool = [json.loads(line) for _, line in zip(range(6000), opened(options.source))]
    options.random.shuffle(pool)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(options, folder)
        return run(desk, options, pool)


def write(file, records):
    with open(file, "w", encoding="utf-8") as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


def run(desk, options, pool):
    live, kills, deleted = pool[:500], {"indexer": 0, "new": 0}, set()
    del pool[:500]
    write(desk.file, live)
    subprocess.run(desk.indexer("add", desk.file), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    subprocess.run(desk.searcher("save", "s", options.query, "--index", desk.index), check=True,
                   stdout=subprocess.DEVNULL)
    at_start = desk.matching()
    for _ in range(options.rounds):
        fresh, pool = pool[:200], pool[200:]
        for record in options.random.sample(live, 20):  # told before or never matched: a change alone is not new
            record["text"] += " Security." if options.random.random() < 0.3 else " Note."
        write(desk.file, fresh + live[:40])
        live += fresh
        out, was_killed = desk.killed(desk.indexer("add", desk.file), 2.0)
        kills["indexer"] += was_killed
        if was_killed and options.random.random() < 0.5:
            subprocess.run(desk.indexer("add", desk.file), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if options.random.random() < 0.3:
            gone = options.random.choice(live)["id"]
            if subprocess.run(desk.indexer("delete", gone), stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode == 0:
                deleted.add(gone)
        out, was_killed = desk.killed(desk.searcher("new", "s", "--format", "json"), 0.15)
        kills["new"] += was_killed
        if out:
            desk.read(out)
        desk.ask("--again")
        if options.random.random() < 0.5:
            desk.ask()
    desk.ask()
    now = desk.matching()
    missed = now - at_start - set(desk.told)
    twice = {name for name, count in desk.told.items() if count > 1}
    wrong = {name for name in desk.told if name in at_start}
    extra = set(desk.told) - now - deleted - {r["id"] for r in live}
    print(f"{options.rounds} updates, {kills['indexer']} of the indexer and {kills['new']} of `new` killed; "
          f"{len(at_start)} matched at first, {len(desk.told)} told as new; "
          f"{len(missed)} missed, {len(twice)} told twice, {len(wrong | extra)} told that were not new")
    return 1 if missed or twice or wrong or extra else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts the statements of a JSON Lines corpus into passages, for engines that know none.

usage: split_passages.py [--words N] CORPUS.jsonl OUT.jsonl

A passage is as many whole sentences as fit into N words (120); a longer sentence is a passage of its own. Each comes
with its statement's other keys, its own id (ID#0, ID#1, ...) and the statement's as `statement`. Records without text
are left out and counted. Prints `corpus statements=.. passages=.. text_mb=.. left_out=..`. Exit code 2 where the corpus
is not JSON Lines, 3 where the disk is full.
"""
import argparse
import json
import re
import sys

SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n\s*\n")


def fail(code, message):
    print(f"split_passages.py: {message}", file=sys.stderr)
    sys.exit(code)


def statements(file):
    """(line number, record) of each line that is not blank."""
    with open(file, "rb") as corpus:
        for number, line in enumerate(corpus, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except ValueError as error:
                fail(2, f"{file}:{number}: not JSON Lines: {error}")
            if not isinstance(record, dict):
                fail(2, f"{file}:{number}: not JSON Lines: a line must be one object with a key 'text'")
            yield number, record


def passages(text, most_words):
    """Greedily: a sentence that does not fit opens the next passage."""
    held, words = [], 0
    for sentence in SENTENCE_END.split(text):
        more = len(sentence.split())
        if held and words + more > most_words:
            yield " ".join(held)
            held, words = [], 0
        held.append(sentence)
        words += more
    if words:
        yield " ".join(held)


def main():
    parser = argparse.ArgumentParser(description="Cuts statements into passages.")
    parser.add_argument("--words", type=int, default=120, help="most words of a passage (120)")
    parser.add_argument("corpus")
    parser.add_argument("out")
    options = parser.parse_args()
    count = cut = left_out = text_bytes = 0
    with open(options.out, "w", encoding="utf-8", errors="replace") as out:
        for line, record in statements(options.corpus):
            text = record.get("text")
            if not isinstance(text, str) or not text.strip():
                left_out += 1
                continue
            count += 1
            text_bytes += len(text.encode("utf-8", "replace"))
            statement = str(record.get("id") or f"line-{line}")
            for number, passage in enumerate(passages(text, options.words)):
                cut += 1
                record.update(id=f"{statement}#{number}", statement=statement, text=passage)
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
    if not cut:
        fail(2, f"{options.corpus}: no record has a key 'text' that holds any")
    print(f"corpus statements={count} passages={cut} text_mb={text_bytes / 1e6:.3f} left_out={left_out}")


if __name__ == "__main__":
    try:
        main()
    except OSError as error:
        fail(3, error.strerror or error)

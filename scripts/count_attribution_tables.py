#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""count_attribution_tables.py GOLD.jsonl ATTRIBUTION-FRAMES OUT-DIR

Learns the two tables of corpus/attribution/data/ from texts whose attributions were marked by hand.
GOLD.jsonl has one text per line, {id, text, attributions: [{source, cue, content}]}, each part {start, end[, fragments]}
in code points or null. ATTRIBUTION-FRAMES is the program tests/bench/attribution_frames.cpp, which prints the
candidate attributions of each text and what they are told apart by. Written are
  boundaries.tsv  at which marks and words contents end: how often they did, and how often they met one
  precision.tsv   weights, in log odds, of a logistic model for "this candidate is right", over the features that
                  the program prints; fitted by Adagrad with L2, in a fixed order, so that a run can be repeated
No text of the gold file gets into them, only words of the program's own lists and numbers."""
import bisect
import collections
import json
import math
import pathlib
import random
import re
import subprocess
import sys

WORD = re.compile(r"\w+(?:[’']\w+)?")
HEAD_ENDS = {"of", "for", "who", "which", "that", "in", "at", "from", "with", "to", "on", "and", "whose", "by", "as"}
EPOCHS, RATE, L2, MIN_COUNT = 12, 0.1, 6e-5, 3


class Words:
    """The words of a text, and which of them lie in a span."""

    def __init__(self, text):
        self.text = text
        self.words = [(m.start(), m.end(), m.group()) for m in WORD.finditer(text)]
        self.starts = [word[0] for word in self.words]

    def inside(self, start, end):
        first = bisect.bisect_left(self.starts, start)
        if first > 0 and self.words[first - 1][1] > start:
            first -= 1
        return range(first, bisect.bisect_left(self.starts, end))

    def union(self, spans):
        return frozenset(i for start, end in spans for i in self.inside(start, end))

    def head(self, span):
        """The last word of the leading noun phrase."""
        found = None
        for i in self.inside(*span):
            if found is not None:
                gap = self.text[self.words[i - 1][1]:self.words[i][0]]
                if re.search(r"[,;:(—]| - ", gap) or self.words[i][2].lower() in HEAD_ENDS:
                    break
            found = i
        return found


def spans_of(part):
    if not part:
        return []
    return [tuple(span) for span in part.get("fragments") or [[part["start"], part["end"]]]]


def base(word):
    return re.sub(r"[’']s?$", "", word.lower())


def same_source(words, gold, frame):
    if not gold or not frame:
        return not gold and not frame
    gold_head, frame_head = words.head(gold[0]), words.head(frame)
    covered = words.union([frame])
    if gold_head is None or frame_head is None:
        return False
    if gold_head in covered:
        return True
    return bool(covered & words.union(gold)) and base(words.words[gold_head][2]) == base(words.words[frame_head][2])


def is_right(words, gold, frame):
    """Half of the content in common, and the same source. A quotation may go on in later sentences: joining them is
    decided afterwards, so a frame that is all within such content is right too."""
    content = words.union(frame["content"])
    quoted = not any(feature.endswith("quoted=none") for feature in frame["features"])
    for one in gold:
        common = len(content & one["words"])
        if common == 0:
            continue
        share = common / len(content | one["words"])
        within = quoted and common >= .9 * len(content) and len(one["content"]) > 1
        if (share >= .5 or within) and same_source(words, one["source"], frame["source"]):
            return True
    return False


def count_boundaries(gold, frames, counts):
    for frame in frames:
        if not frame["boundaries"]:
            continue
        start = frame["content"][-1][0]
        for one in gold:
            if not any(a < frame["cue"][1] and frame["cue"][0] < b for a, b in one["cue"]):
                continue
            end = next((b for a, b in one["content"] if a <= start < b), None)
            if end is None:
                continue
            for at, mark, following, second in frame["boundaries"]:
                row = counts[("report" if frame["report"] else "other", mark, following, second)]
                row[1] += 1
                if at >= end - 1:
                    row[0] += 1
                    break
            break


def fit(examples):
    """Weights of the features; examples are (features, right)."""
    seen = collections.Counter(feature for features, _ in examples for feature in features)
    examples = [([f for f in features if seen[f] >= MIN_COUNT], right) for features, right in examples]
    weights, squares = collections.defaultdict(float), collections.defaultdict(lambda: 1e-3)
    order = random.Random(1)
    for _ in range(EPOCHS):
        order.shuffle(examples)
        for features, right in examples:
            total = sum(weights[f] for f in features)
            error = (1.0 if right else 0.0) - 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
            for f in features:
                step = error - L2 * len(examples) / seen[f] * weights[f]
                squares[f] += step * step
                weights[f] += RATE * step / math.sqrt(squares[f])
    return weights


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    gold_path, program, out = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])

    def frames(*options):
        with open(gold_path, encoding="utf-8") as texts:
            run = subprocess.run([program, *options], stdin=texts, capture_output=True, text=True, check=True)
        return {one["id"]: one["frames"] for one in map(json.loads, run.stdout.splitlines())}

    texts = []
    for line in open(gold_path, encoding="utf-8"):
        record = json.loads(line)
        words = Words(record["text"])
        gold = [{"source": spans_of(one.get("source")), "cue": spans_of(one.get("cue")),
                 "content": spans_of(one["content"]), "words": words.union(spans_of(one["content"]))}
                for one in record["attributions"] if one.get("content")]
        texts.append((record["id"], words, gold))

    counts = collections.defaultdict(lambda: [0, 0])
    found = frames()
    for identity, _, gold in texts:
        count_boundaries(gold, found[identity], counts)
    with open(out / "boundaries.tsv", "w", encoding="utf-8") as file:
        file.write("# Written by scripts/count_attribution_tables.py. group, mark, next word, word after it, ends, met\n")
        for key, (ends, met) in sorted(counts.items()):
            file.write("\t".join(key) + f"\t{ends}\t{met}\n")

    examples = []
    found = frames("--boundaries", str(out / "boundaries.tsv"))
    for identity, words, gold in texts:
        examples += [(frame["features"], is_right(words, gold, frame)) for frame in found[identity]]
    weights = fit(examples)
    with open(out / "precision.tsv", "w", encoding="utf-8") as file:
        file.write("# Written by scripts/count_attribution_tables.py. feature, weight in log odds\n")
        for feature, weight in sorted(weights.items()):
            if abs(weight) >= .05:
                file.write(f"{feature}\t{weight:.2f}\n")
    print(f"{len(texts)} texts, {len(examples)} candidates, {sum(right for _, right in examples)} right")


if __name__ == "__main__":
    main()

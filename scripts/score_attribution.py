#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How near do attributions come to labels made by hand?

    score_attribution.py GOLD.jsonl PREDICTED.jsonl [--json]

Both files have one statement per line, {id, text, attributions: [{source, cue, content, type}]}, spans {start, end} in
code points, content with "fragments" where it is in pieces: the form of PolNeAR (Newell, Margolin, Ruths 2018) and what
`communique-indexer analyse` prints. Spans are read against the gold text. Words are runs of letters, digits and
apostrophes; marks never count. All figures are micro-averages over the file:

  attrib_50    content words overlap with a Jaccard of at least .5, and the head of the source is right
  direct       the same for direct speech: recall over labels of that type, precision over what is matched to them
  content_tok  words that lie in any content
  speaker      share of the contents matched at .5, and having a source, whose source's head is right

The head of a source is the last word of its leading noun phrase: what stands before a comma, a bracket or a preposition.
"""
import argparse
import bisect
import json
import re

WORD = re.compile(r"\w+(?:[’']\w+)?")
ENDS_PHRASE = {"of", "for", "who", "which", "that", "in", "at", "from", "with", "to", "on", "and", "whose", "by", "as"}
BREAK = re.compile(r"[,;:(—]| - ")


class Text:
    """A text's words and what spans cover of them."""

    def __init__(self, text):
        self.text = text
        self.words = [(m.start(), m.end()) for m in WORD.finditer(text)]
        self.starts = [start for start, _ in self.words]

    def word(self, index):
        start, end = self.words[index]
        return self.text[start:end].lower()

    def range(self, start, end):
        first = bisect.bisect_left(self.starts, start)
        if first > 0 and self.words[first - 1][1] > start:
            first -= 1
        return first, bisect.bisect_left(self.starts, end)

    def cover(self, span):
        covered = set()
        for start, end in pieces(span):
            covered.update(range(*self.range(start, end)))
        return covered

    def head(self, span):
        parts = pieces(span)
        if not parts:
            return None
        first, end = self.range(*parts[0])
        head = None
        for index in range(first, end):
            if index > first:
                gap = self.text[self.words[index - 1][1]:self.words[index][0]]
                if BREAK.search(gap) or self.word(index) in ENDS_PHRASE:
                    break
            head = index
        return head

    def same_source(self, gold, predicted):
        if not gold or not predicted:
            return not gold and not predicted
        head, guess = self.head(gold), self.head(predicted)
        if head is None:
            return False
        covered = self.cover(predicted)
        if head in covered:
            return True
        plain = [re.sub(r"[’']s?$", "", self.word(i)) if i is not None else None for i in (head, guess)]
        return bool(covered & self.cover(gold)) and plain[0] == plain[1]


def pieces(span):
    if not span:
        return []
    return [tuple(piece) for piece in span.get("fragments") or [[span["start"], span["end"]]]]


def match(gold, predicted, least):
    """Pairs (gold, predicted), each used once, the best Jaccard first."""
    ranked = []
    for i, a in enumerate(gold):
        for j, b in enumerate(predicted):
            common = len(a & b)
            if common and common / len(a | b) >= least:
                ranked.append((-common / len(a | b), i, j))
    used_gold, used_predicted, pairs = set(), set(), []
    for _, i, j in sorted(ranked):
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            pairs.append((i, j))
    return pairs


class Count:
    def __init__(self):
        self.right = self.gold = self.predicted = 0

    def add(self, right, gold, predicted):
        self.right += right
        self.gold += gold
        self.predicted += predicted

    def figures(self):
        precision = self.right / self.predicted if self.predicted else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        both = precision + recall
        return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / both if both else 0.0}


def of_type(text, gold, predicted, wanted):
    """The labels of a type, and what is matched to one of them, or to nothing and says to be of it."""
    covers = [[text.cover(x["content"]) for x in side] for side in (gold, predicted)]
    partner = {j: i for i, j in match(covers[0], covers[1], 0.0)}
    kept = [x for j, x in enumerate(predicted)
            if (gold[partner[j]].get("type") if j in partner else x.get("type", wanted)) == wanted]
    return [x for x in gold if x.get("type") == wanted], kept


def score(gold_file, predicted_file):
    attributed, direct, words, speakers = Count(), Count(), Count(), Count()
    for key, statement in gold_file.items():
        text = Text(statement["text"])
        gold = [x for x in statement["attributions"] if x.get("content")]
        predicted = [x for x in predicted_file.get(key, {}).get("attributions", []) if x.get("content")]
        for count, (labels, found) in ((attributed, (gold, predicted)),
                                       (direct, of_type(text, gold, predicted, "direct"))):
            covers = [[text.cover(x["content"]) for x in side] for side in (labels, found)]
            right = 0
            for i, j in match(covers[0], covers[1], 0.5):
                same = text.same_source(labels[i].get("source"), found[j].get("source"))
                right += same
                if count is attributed and labels[i].get("source"):
                    speakers.add(same, 1, 1)
            count.add(right, len(labels), len(found))
        sides = [set().union(*(text.cover(x["content"]) for x in side)) if side else set() for side in (gold, predicted)]
        words.add(len(sides[0] & sides[1]), len(sides[0]), len(sides[1]))
    return {"attrib_50": attributed.figures(), "direct": direct.figures(), "content_tok": words.figures(),
            "speaker": speakers.right / speakers.gold if speakers.gold else 0.0}


def load(path):
    with open(path, encoding="utf-8") as file:
        return {record["id"]: record for record in map(json.loads, file)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("predicted")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    result = score(load(arguments.gold), load(arguments.predicted))
    if arguments.json:
        print(json.dumps(result))
        return
    for name in ("attrib_50", "direct", "content_tok"):
        figures = result[name]
        print(f"  {name:12} precision {figures['precision']:.3f}  recall {figures['recall']:.3f}  F1 {figures['f1']:.3f}")
    print(f"  {'speaker':12} {result['speaker']:.3f}")


if __name__ == "__main__":
    main()

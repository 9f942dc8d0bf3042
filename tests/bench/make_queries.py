#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws a log of queries from a corpus; the same seed and corpus give the same log.

usage: make_queries.py [--per-type N] [--seed S] CORPUS.jsonl OUT.jsonl

One JSON object a line: {"type", "terms", "year", "from", "to", "country"}, as `communique-bench queries` reads it. Terms
of a type that begins with "or" are alternatives, of one that contains "phrase" a phrase, of any other all wanted; the
other keys are filters. Words are drawn by the share of statements that hold them: high above 8 %, mid above 0.5 %, low
above 0.02 % and five statements. Phrases are words that stand side by side in some statement, none of them rarer than in
20 statements; phrase4_common holds a word of every fourth statement, phrase2 none. Years and countries are drawn from
those that occur. Where a small corpus has no word of a band the nearest ones are taken; types whose filter occurs
nowhere are left out, and said so.
"""
import argparse
import collections
import json
import random
import re
import sys

WORD = re.compile(r"[a-z]{2,}")
HIGH, MID, LOW = 0.08, 0.005, 0.0002  # shares of statements
COMMON = 0.25
PHRASE_STATEMENTS = 20
KEPT_TEXTS = 2000  # that phrases are drawn from
MOST_TRIES = 20000
YEAR = re.compile(r"\d{4}")


class Corpus:
    """What queries are drawn from: words with the number of statements that hold them, years, countries, some texts."""

    def __init__(self, file, draw):
        self.size = 0
        self.holding = collections.Counter()
        self.years = collections.Counter()
        self.countries = collections.Counter()
        self.texts = []  # a reservoir: every text is as likely to be kept
        with open(file, encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    self._add(json.loads(line), draw)

    def _add(self, record, draw):
        text = record.get("text")
        if not isinstance(text, str) or not text.strip():
            return
        self.size += 1
        text = text.lower()
        self.holding.update(set(WORD.findall(text)))
        year = str(record.get("date") or "")[:4]
        if YEAR.fullmatch(year):
            self.years[year] += 1
        if isinstance(record.get("country"), str) and record["country"]:
            self.countries[record["country"]] += 1
        if text.count(" ") < 20:
            return
        kept = (text, int(year) if YEAR.fullmatch(year) else None)
        if len(self.texts) < KEPT_TEXTS:
            self.texts.append(kept)
        elif (place := draw.randrange(self.size)) < KEPT_TEXTS:
            self.texts[place] = kept

    def band(self, least, most):
        """Words in more than `least` statements and at most `most`; the nearest ones where there are fewer than ten."""
        words = [(count, word) for word, count in self.holding.items() if len(word) > 2]
        found = [word for count, word in words if least < count <= most]
        if len(found) < 10:
            found = [word for _, word in sorted(words, key=lambda one: (abs(one[0] - (least + most) / 2), one))[:10]]
        return sorted(found)


class Drawer:
    def __init__(self, corpus, draw):
        self.corpus, self.draw = corpus, draw
        size = corpus.size
        self.high = corpus.band(size * HIGH, size)
        self.mid = corpus.band(size * MID, size * HIGH)
        self.low = corpus.band(max(5, size * LOW), size * MID)
        self.years = sorted(corpus.years)
        self.countries = sorted(corpus.countries)
        self.rarest = min(PHRASE_STATEMENTS, size // 20)

    def words(self, *bands):
        return [self.draw.choice(band) for band in bands]

    def phrase(self, length, with_common, dated=False):
        """(words, year of a statement that holds them); of a small corpus any words that stand side by side."""
        pattern = re.compile(r"\b" + " ".join([r"([a-z]{2,})"] * length) + r"\b")
        common = self.corpus.size * COMMON
        found = None
        for _ in range(MOST_TRIES):
            text, year = self.draw.choice(self.corpus.texts)
            match = pattern.search(text, self.draw.randrange(len(text)))
            if not match or (dated and year is None):
                continue
            found = list(match.groups()), year
            counts = [self.corpus.holding[word] for word in match.groups()]
            if min(counts) > self.rarest and with_common == (max(counts) > common):
                break
        return found

    def query(self, kind):
        """The query but for its type; None where the corpus has nothing to draw it from."""
        if kind == "term_high": return {"terms": self.words(self.high)}
        if kind == "term_low": return {"terms": self.words(self.low)}
        if kind == "and2_mid": return {"terms": self.words(self.mid, self.mid)}
        if kind == "and2_high": return {"terms": self.words(self.high, self.high)}
        if kind == "or3_mix": return {"terms": self.words(self.high, self.mid, self.low)}
        if kind == "or8_long": return {"terms": self.words(*[self.high] * 4, *[self.mid] * 4)}
        if kind.startswith("phrase"): return self.phrase_query(kind)
        return self.filtered_query(kind)

    def phrase_query(self, kind):
        dated = kind.endswith("year")
        found = self.phrase(4 if "4" in kind else 2, "common" in kind, dated) if self.corpus.texts else None
        if not found:
            return None
        return {"terms": found[0], "year": found[1]} if dated else {"terms": found[0]}

    def filtered_query(self, kind):
        if kind == "and2_country":
            if not self.countries:
                return None
            return {"terms": self.words(self.high, self.mid), "country": self.draw.choice(self.countries)}
        if not self.years:
            return None
        year = int(self.draw.choice(self.years))
        if kind == "and2_mid_year":
            return {"terms": self.words(self.mid, self.high), "year": year}
        return {"terms": self.words(self.high, self.mid, self.low), "from": f"{year}-03-01", "to": f"{year + 1}-05-31"}


TYPES = ["term_high", "term_low", "and2_mid", "and2_high", "or3_mix", "or8_long", "phrase2", "phrase4_common",
         "phrase2_year", "and2_mid_year", "or3_range", "and2_country"]


def main():
    parser = argparse.ArgumentParser(description="Draws a log of queries from a corpus.")
    parser.add_argument("--per-type", type=int, default=60, help="queries of each type (60)")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("corpus")
    parser.add_argument("out")
    options = parser.parse_args()
    draw = random.Random(options.seed)
    corpus = Corpus(options.corpus, draw)
    if not corpus.holding:
        sys.exit(f"make_queries.py: {options.corpus}: no words of Latin letters to draw queries from")
    drawer = Drawer(corpus, draw)
    left_out = set()
    with open(options.out, "w", encoding="utf-8") as out:
        for _ in range(options.per_type):
            for kind in TYPES:
                query = drawer.query(kind)
                if query is None:
                    left_out.add(kind)
                else:
                    out.write(json.dumps({"type": kind, **query}) + "\n")
    if left_out:
        print(f"make_queries.py: the corpus has nothing to draw {', '.join(sorted(left_out))} from", file=sys.stderr)


if __name__ == "__main__":
    try:
        main()
    except OSError as error:
        sys.exit(f"make_queries.py: {error}")

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the load of scripts/count_instructions.sh: statements made up from the sample's words, and queries over them.

    make_load.py FOLDER     # FOLDER/statements.jsonl, FOLDER/queries/TYPE.jsonl

Words are drawn by Zipf's law from those of corpus/sample, put into sentences with leaders' names, quotations and dates.
The same files every time: of Python's random numbers only random() is used, which is promised to stay as it is.
"""
import bisect
import collections
import json
import pathlib
import random
import re
import sys

STATEMENTS = 300
QUERIES_PER_TYPE = 4
SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "corpus" / "sample"
WORD = re.compile(r"(?<![’'a-z])[a-z]{2,}(?:-[a-z]{2,})?")

# Full name, as named later, title, the office as a phrase, country, capital.
LEADERS = [
    ("Vladimir Putin", "Putin", "President", "the Russian president", "RUS", "Moscow"),
    ("Xi Jinping", "Xi", "President", "the Chinese president", "CHN", "Beijing"),
    ("Angela Merkel", "Merkel", "Chancellor", "the German chancellor", "DEU", "Berlin"),
    ("Emmanuel Macron", "Macron", "President", "the French president", "FRA", "Paris"),
    ("Barack Obama", "Obama", "President", "the American president", "USA", "Washington"),
    ("Shinzo Abe", "Abe", "Prime Minister", "the Japanese prime minister", "JPN", "Tokyo"),
    ("Narendra Modi", "Modi", "Prime Minister", "the Indian prime minister", "IND", "New Delhi"),
    ("Justin Trudeau", "Trudeau", "Prime Minister", "the Canadian prime minister", "CAN", "Ottawa"),
]
SPOKESPERSONS = ["Marta Lindqvist", "Oleg Barsukov", "Henry Whitcombe", "Chen Yulan"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December"]


class Dice:
    def __init__(self, seed):
        self._random = random.Random(seed)

    def chance(self, probability):
        return self._random.random() < probability

    def between(self, least, most):
        return least + int(self._random.random() * (most - least + 1))

    def pick(self, items):
        return items[int(self._random.random() * len(items))]

    def weighted(self, items, sums):
        return items[bisect.bisect(sums, self._random.random() * sums[-1])]


def sample_words():
    """The words of the sample's English statements, the most frequent first."""
    texts = json.loads((SAMPLE / "speeches.json").read_text(encoding="utf-8"))
    texts += [json.loads(line) for line in (SAMPLE / "readouts.jsonl").read_text(encoding="utf-8").splitlines()]
    english = [text["text"].lower() for text in texts if text.get("lang") == "en"]
    counts = collections.Counter(word for text in english for word in WORD.findall(text))
    return sorted(counts, key=lambda word: (-counts[word], word))


class Writer:
    """Makes sentences; `dice` decides."""

    def __init__(self, dice):
        self.dice = dice
        self.words = sample_words()
        self.sums = []
        for rank in range(1, len(self.words) + 1):
            self.sums.append((self.sums[-1] if self.sums else 0) + 1 / rank)

    def clause(self, least=6, most=18):
        words = [self.dice.weighted(self.words, self.sums) for _ in range(self.dice.between(least, most))]
        if len(words) > 12:
            words[len(words) // 2] += ","
        return " ".join(words)

    def sentence(self, first, second, date):
        name, short, title, office, _, capital = first
        kind = self.dice.between(1, 100)
        clause = self.clause()
        if kind <= 55:
            return clause[0].upper() + clause[1:] + "."
        if kind <= 68:
            return f"{self.dice.pick([title + ' ' + name, short])} said that {clause}."
        if kind <= 80:
            quoted = f"“{clause[0].upper()}{clause[1:]},” {self.dice.pick([short, name])} said."
            return f"{quoted} The {title.lower()} added that {self.clause(4, 9)}."
        if kind <= 86:
            met = f"{title} {name} met {second[2]} {second[0]} in {capital}"
            return f"{met} on {day_in_words(date)} to discuss {clause}."
        if kind <= 92:
            return f"{office[0].upper()}{office[1:]} told {second[3]} that {clause}."
        return f"According to {self.dice.pick(SPOKESPERSONS)}, spokesperson for {short}, {clause}."

    def text(self, first, second, date):
        paragraphs = []
        for _ in range(self.dice.pick([1, 2, 2, 3, 3, 6])):
            sentences = [self.sentence(first, second, date) for _ in range(self.dice.between(2, 5))]
            paragraphs.append(" ".join(sentences))
        return "\n\n".join(paragraphs)


def day_in_words(date):
    year, month, day = date.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def make_statements(dice):
    writer = Writer(dice)
    statements = []
    for number in range(STATEMENTS):
        if statements and dice.chance(0.05):  # printed again, with a heading
            again = dict(dice.pick(statements))
            again.update(id=f"load-{number}", text="From our wire\n\n" + again["text"], source="Harbour Wire")
            statements.append(again)
            continue
        first = dice.pick(LEADERS)
        second = dice.pick([leader for leader in LEADERS if leader != first])
        date = f"{dice.between(2014, 2021)}-{dice.between(1, 12):02}-{dice.between(1, 28):02}"
        statement = {"id": f"load-{number}", "title": f"{first[2]} {first[0]}: {writer.clause(3, 7)}",
                     "country": first[4], "source": f"{first[5]} press desk", "lang": "en",
                     "text": writer.text(first, second, date)}
        if not dice.chance(0.05):
            statement["date"] = date
        if dice.chance(0.2):
            statement["speaker"] = first[0]
        statements.append(statement)
    return statements


class Bands:
    """Words by how many statements hold them, and phrases that stand in some."""

    def __init__(self, statements, dice):
        self.dice = dice
        self.texts = [WORD.findall(statement["text"].lower()) for statement in statements]
        held = collections.Counter(word for text in self.texts for word in set(text) if "-" not in word)
        self.high = sorted(word for word, count in held.items() if count > STATEMENTS * 0.3)
        self.middle = sorted(word for word, count in held.items() if STATEMENTS * 0.05 < count <= STATEMENTS * 0.3)
        self.low = sorted(word for word, count in held.items() if 3 <= count <= STATEMENTS * 0.05)

    def some(self, *bands):
        return [self.dice.pick(band) for band in bands]

    def phrase(self, length):
        while True:
            text = self.dice.pick(self.texts)
            start = self.dice.between(0, max(0, len(text) - length))
            words = text[start:start + length]
            if len(words) == length and not any("-" in word for word in words):
                return words


def make_queries(statements, dice):
    """By type; the types are those of a log of communique-bench."""
    bands = Bands(statements, dice)
    high, middle, low = bands.high, bands.middle, bands.low
    queries = collections.defaultdict(list)
    for _ in range(QUERIES_PER_TYPE):
        year = dice.between(2014, 2020)
        for kind, terms, filters in [
            ("term_high", bands.some(high), {}),
            ("term_low", bands.some(low), {}),
            ("and2_mid", bands.some(middle, middle), {}),
            ("and2_high", bands.some(high, high), {}),
            ("or3_mix", bands.some(high, middle, low), {}),
            ("or8_long", bands.some(high, high, high, high, middle, middle, middle, middle), {}),
            ("phrase2", bands.phrase(2), {}),
            ("phrase4_common", bands.phrase(4), {}),
            ("phrase2_year", bands.phrase(2), {"year": year}),
            ("and2_mid_year", bands.some(middle, high), {"year": year}),
            ("or3_range", bands.some(high, middle, low), {"from": f"{year}-03-01", "to": f"{year + 1}-05-31"}),
            ("and2_country", bands.some(high, middle), {"country": dice.pick(LEADERS)[4]}),
        ]:
            queries[kind].append({"type": kind, "terms": terms, **filters})
    return queries


def write_lines(file, records):
    file.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")


def main():
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        print("Usage: make_load.py FOLDER", file=sys.stderr)
        return 2
    folder = pathlib.Path(sys.argv[1])
    (folder / "queries").mkdir(parents=True, exist_ok=True)
    statements = make_statements(Dice(1))
    write_lines(folder / "statements.jsonl", statements)
    for kind, queries in make_queries(statements, Dice(2)).items():
        write_lines(folder / "queries" / f"{kind}.jsonl", queries)
    return 0


if __name__ == "__main__":
    sys.exit(main())

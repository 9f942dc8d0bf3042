#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Are facets and timelines right? Counts a corpus by hand and compares.

usage: count_by_hand.py --bin DIR [--index DIR] SOURCE.jsonl[.zst] [--words a,b,c] [--facets year,lang]

The index must hold SOURCE alone; without --index one is made for the run. Words, dates, countries, speakers and sources are read from SOURCE itself, with a
word splitter of this script's own; only what analysis adds (where passages end, language, type, who says what, who is
named) comes from `communique-indexer analyse`. Versions are counted each for itself (--all-versions), as likeness is
nothing that could be counted by hand. Prints each pair of query and field that differs; exit code 1 if any does.
"""
import argparse
import bisect
import collections
import datetime
import json
import re
import subprocess
import sys
import tempfile
import unicodedata

FACETS = ["year", "month", "country", "speaker", "source", "lang", "type", "said-by", "mentions"]
UNITS = ["year", "month", "week", "day"]
FOUND_PERCENT = 25  # attributions less sure than this are not searched by
TITLE_WORDS = 24    # of a title, that count as part of every passage


def folded(text):
    text = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in text if not unicodedata.combining(c))


def fold_value(text):
    """A name as facets have it: words of letters and digits, one blank between; initials joined, as in U.S."""
    text = re.sub(r"\b(?:[^\W\d_]\.){2,}", lambda initials: initials[0].replace(".", ""), folded(text))
    text = re.sub(r"\b([cdjlmnst])'(?=\w)", r"\1 ", text.replace("’", "'"))  # an elided article is a word: l'Estrac
    return " ".join(re.findall(r"[^\W_]+(?:'[^\W_]+)*", text))


def words_of(text):
    """Words with their sentence's end kept as None, so that phrases do not run over it."""
    out = []
    for token in re.findall(r"[^\W_]+(?:['’][^\W_]+)*|[.!?](?=\s)|\n\s*\n", folded(text)):
        out.append(re.sub(r"['’]s$", "", token) if token[0].isalnum() else None)
    return out


def joined_words(text):
    """Words printed with a hyphen, as one: a corpus has dis-armament, too."""
    for word in re.findall(r"[^\W_]+(?:[-\u2010\u2011\u00ad][^\W_]+)+", folded(text)):
        yield re.sub(r"[-\u2010\u2011\u00ad]", "", word)


class Passage:
    def __init__(self, text, title):
        body, head = words_of(text), [w for w in words_of(title) if w][:TITLE_WORDS]
        self.words = set(body) | set(head) | set(joined_words(text))
        self.lines = [body, head]

    def has(self, phrase):
        if len(phrase) == 1:
            return phrase[0] in self.words
        return any(line[i:i + len(phrase)] == phrase for line in self.lines for i in range(len(line)))


def opened(path):
    if path.endswith(".zst"):
        return subprocess.Popen(["zstd", "-dc", path], stdout=subprocess.PIPE).stdout
    return open(path, "rb")


def read_corpus(options):
    """Statements as dictionaries of what is needed."""
    command = [options.bin + "/communique-indexer", "analyse", options.source]
    analysed = subprocess.Popen(command, stdout=subprocess.PIPE)
    records = (json.loads(line) for line in opened(options.source))
    statements = []
    for line in analysed.stdout:
        of = json.loads(line)
        record = next(r for r in records if r.get("id", of["id"]) == of["id"])
        text, title = of["text"], record.get("title") or ""
        passages = [Passage(text[p["start"]:p["end"]], title) for p in of["passages"]]
        starts = [p["start"] for p in of["passages"]]
        said = [set() for _ in passages]
        for attribution in of["attributions"]:
            leaders = {s["leader"] for s in speakers_of(attribution) if s.get("leader")}
            if not leaders or round(attribution["confidence"] * 100) < FOUND_PERCENT:
                continue
            for start, end in extents_of(attribution):
                first = bisect.bisect_right(starts, start) - 1
                last = bisect.bisect_left(starts, end)
                for i in range(first, last):
                    said[i] |= leaders
        statements.append({"record": record, "of": of, "passages": passages, "said": said})
    return statements


def speakers_of(attribution):
    return attribution.get("speakers") or [{"leader": attribution.get("leader")}]


def extents_of(attribution):
    content = attribution["content"]
    return content.get("fragments") or [[content["start"], content["end"]]]


def date_of(statement):
    return statement["of"]["date"]


def values_of(statement, field):
    record, of = statement["record"], statement["of"]
    date = date_of(statement) or ""
    if field == "year":
        return {date[:4]} if date else set()
    if field == "month":
        return {date[:4] + date[5:7]} if len(date) >= 7 else set()
    if field == "lang":
        return {of["lang"]} if of["lang"] else set()
    if field == "type":
        return {fold_value(of["type"])} if of["type"] else set()
    if field == "mentions":
        return set(of["leaders"] if not of["leaders"] or isinstance(of["leaders"][0], str)
                   else [leader["leader"] for leader in of["leaders"]])
    value = record.get(field)
    return {fold_value(value)} if value else set()


def period_of(date, unit):
    if not date:
        return None
    if unit == "year":
        return date[:4]
    if len(date) < (7 if unit == "month" else 10):
        return ""
    if unit == "month":
        return date[:7]
    if unit == "day":
        return date
    year, week, _ = datetime.date.fromisoformat(date).isocalendar()
    return f"{year:04}-W{week:02}"


def parse_query(text):
    """Of this script's own small language: `=a =b`, `=a -=b`, `=a OR =b`, `"a b"`."""
    wanted, unwanted, either = [], [], " OR " in text
    for sign, quoted, word in re.findall(r'(-?)(?:"([^"]+)"|=(\w+))', text):
        (unwanted if sign else wanted).append(words_of(quoted or word))
    return wanted, unwanted, either


def matches_of(statements, query):
    wanted, unwanted, either = parse_query(query)
    decide = any if either else all
    for statement in statements:
        hits = [i for i, passage in enumerate(statement["passages"])
                if decide(passage.has(p) for p in wanted) and not any(passage.has(p) for p in unwanted)]
        if hits:
            yield statement, hits


def facet_by_hand(statements, query, field):
    """(statements, passages) by value."""
    of_statements, of_passages = collections.Counter(), collections.Counter()
    for statement, hits in matches_of(statements, query):
        if field == "said-by":
            tally = collections.Counter(v for i in hits for v in statement["said"][i])
        else:
            tally = {value: len(hits) for value in values_of(statement, field)}
        for value, passages in tally.items():
            of_statements[value] += 1
            of_passages[value] += passages
    return {value: (of_statements[value], of_passages[value]) for value in of_statements}


def find(options, query, *more):
    command = [options.bin + "/communique-searcher", "find", "--index", options.index, query, "--by", "passage",
               "--all-versions", "--limit", "0", "--format", "json", *more]
    answer = subprocess.run(command, capture_output=True, text=True)
    if answer.returncode > 1:
        sys.exit(f"{' '.join(command)}: {answer.stderr}")
    return json.loads(answer.stdout)


def facet_found(options, query, field):
    facet = find(options, query, "--facet", field, "--facet-values", "1000")["facets"][0]
    if facet["others"]["values"]:
        return None, None
    name = fold_value if field == "country" else str
    counted = {name(v["value"]): (v["statements"], v["passages"]) for v in facet["values"]}
    return counted, {name(v["value"]): fold_value(v["label"]) for v in facet["values"]}


def differing(field, got, labels, wanted):
    """Values whose counts differ, with both counts."""
    if field == "mentions":  # which passage names whom is not in the source: a statement's names bound its passages'
        return [(v, c, wanted.get(v)) for v, c in got.items() if c[0] > wanted.get(v, (0, 0))[0]]
    if field == "speaker":   # a known leader is one value however the name is printed: those are compared as a sum
        known = {v for v in got if "-" in v}
        names = {labels[v] for v in known}
        wrong = [(v, c, wanted.get(v)) for v, c in got.items() if v not in known | names and wanted.get(v) != c]
        total, by_hand = (sum(c[0] for c in counts.values()) for counts in (got, wanted))
        return wrong + ([("sum", total, by_hand)] if total != by_hand else [])
    return [(v, got.get(v), wanted.get(v)) for v in sorted(set(got) | set(wanted)) if got.get(v) != wanted.get(v)]


def timeline_by_hand(statements, query, unit):
    counts, base = collections.Counter(), collections.Counter()
    undated = coarser = 0
    passages = collections.Counter()
    for statement in statements:
        base[period_of(date_of(statement), unit)] += 1
    for statement, hits in matches_of(statements, query):
        period = period_of(date_of(statement), unit)
        undated += period is None
        coarser += period == ""
        if period:
            counts[period] += 1
            passages[period] += len(hits)
    return counts, passages, base, undated, coarser


def timeline_differs(statements, options, query, unit):
    counts, passages, base, undated, coarser = timeline_by_hand(statements, query, unit)
    answer = find(options, query, "--timeline", unit)
    rows, of = answer["timeline"], answer["timeline_of"]
    names = [row["period"] for row in rows]
    problems = []
    if names != sorted(names) or len(set(names)) != len(names):
        problems.append("periods out of order")
    if counts and (names[0], names[-1]) != (min(counts), max(counts)):
        problems.append(f"from {names[0]} to {names[-1]}, not from {min(counts)} to {max(counts)}")
    for row in rows:
        got = (row["statements"], row["passages"], row["total_statements"])
        wanted = (counts[row["period"]], passages[row["period"]], base[row["period"]])
        if got != wanted:
            problems.append(f"{row['period']}: {got}, by hand {wanted}")
    if (of["undated"]["statements"], of["less_precise"]["statements"]) != (undated, coarser):
        problems.append("undated or less precise")
    if sum(row["statements"] for row in rows) != sum(counts.values()):
        problems.append("periods are missing")
    return problems


def queries_of(words):
    a, b, c = words[:3]
    return [f"={a}", f"={b}", f"={c}", f"={a} ={b}", f"={a} OR ={c}", f"={b} -={a}"] + [
        f'"{w}"' for w in words[3:]]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--index")
    parser.add_argument("--facets", default=",".join(FACETS))
    parser.add_argument("--words", default="olympics,economy,security,climate change")
    parser.add_argument("source")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if not options.index:
            options.index = folder + "/index"
            subprocess.run([options.bin + "/communique-indexer", "add", "--index", options.index, options.source],
                           check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return compare(options, read_corpus(options))


def compare(options, statements):
    pairs = skipped = 0
    wrong = []
    for query in queries_of(options.words.split(",")):
        for field in options.facets.split(","):
            got, labels = facet_found(options, query, field)
            if got is None:
                skipped += 1
                continue
            wanted = facet_by_hand(statements, query, field)
            pairs += 1
            differ = differing(field, got, labels, wanted)
            if differ:
                wrong.append((query, field, differ[:5]))
        for unit in UNITS:
            pairs += 1
            problems = timeline_differs(statements, options, query, unit)
            if problems:
                wrong.append((query, "timeline " + unit, problems[:5]))
    for query, field, problems in wrong:
        print(f"{query}  {field}: {problems}")
    print(f"{len(statements)} statements, {pairs} pairs of query and field compared, {len(wrong)} differ"
          + (f", {skipped} with more than 1000 values left out" if skipped else ""))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

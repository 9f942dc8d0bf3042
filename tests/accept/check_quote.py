#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does check-quote find altered sentences in the right statement, and nothing for invented ones?

Draws sentences from a corpus, changes some inner words of each (left out, swapped, respelt) and asks the real program.
Required: the right statement first for 95 of 100, never "word_for_word" for an altered sentence, always for an unaltered
one, and "not_found" for every invented sentence (invented_sentences.txt). Exits 1 if not.

    check_quote.py --bin build/bin --index DIR [--corpus FILE.jsonl[.zst]] [--seed N] [--sentences 200]
    check_quote.py --bin build/bin --sample corpus/sample       # makes an index of the folder first
"""
import argparse
import concurrent.futures
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import unicodedata

WORD = re.compile(r"\w+(?:['’]\w+)*")
LEAST_WORDS, MOST_WORDS = 8, 60


def words_of(text):
    text = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'").casefold())
    return WORD.findall("".join(c for c in text if not unicodedata.combining(c)))


def normal(text):
    return " " + " ".join(words_of(text)) + " "


def records(lines):
    for line in lines:
        record = json.loads(line)
        if record.get("text") and record.get("id"):
            yield record["id"], record["text"]


def read_corpus(options, index):
    if options.corpus is None:
        export = [os.path.join(options.bin, "communique-indexer"), "export", "--index", index]
        return dict(records(subprocess.run(export, check=True, capture_output=True, text=True).stdout.splitlines()))
    if options.corpus.endswith(".zst"):
        with subprocess.Popen(["zstdcat", options.corpus], stdout=subprocess.PIPE, text=True) as process:
            return dict(records(process.stdout))
    with open(options.corpus, encoding="utf-8") as file:
        return dict(records(file))


def sentences(text):
    for sentence in re.split(r"(?<=[.!?])[\"”»]?\s+|\n+", text):
        sentence = " ".join(sentence.split())
        if min(len(words_of(sentence)), len(sentence.split())) >= LEAST_WORDS \
                and len(words_of(sentence)) <= MOST_WORDS and "..." not in sentence and "…" not in sentence \
                and "[" not in sentence:
            yield sentence


def respell(word, rng):
    for british, american in (("our", "or"), ("ise", "ize"), ("isation", "ization"), ("ence", "ense")):
        if word.endswith(british) and len(word) > 6:
            return word[:-len(british)] + american
    letters = [i for i, c in enumerate(word) if c.isalpha()]
    if len(letters) < 4:
        return word
    at = rng.choice(letters[1:-1])
    kind = rng.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1:]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    return word[:at - 1] + word[at] + word[at - 1] + word[at + 1:]


def altered(sentence, rng):
    """One change for each eight words or so, none at either end: a shortened sentence is still word for word."""
    words = sentence.split()
    for _ in range(rng.randint(1, max(1, len(words) // 8))):
        at = rng.randrange(2, len(words) - 3)
        kind = rng.randrange(3)
        if kind == 0:
            del words[at]
        elif kind == 1:
            words[at], words[at + 1] = words[at + 1], words[at]
        else:
            words[at] = respell(words[at], rng)
        if len(words) < LEAST_WORDS - 1:
            break
    return " ".join(words)


def draw(corpus, everything, options):
    rng = random.Random(options.seed)
    ids = sorted(corpus)
    drawn = []
    seen = set()
    for _ in range(100 * options.sentences):
        if len(drawn) == options.sentences:
            return drawn
        identity = rng.choice(ids)
        found = list(sentences(corpus[identity]))
        if not found:
            continue
        sentence = rng.choice(found)
        changed = altered(sentence, rng)
        if sentence in seen or normal(changed) == normal(sentence) or normal(changed) in everything:
            continue
        seen.add(sentence)
        drawn.append((identity, sentence, changed))
    sys.exit(f"only {len(drawn)} sentences can be drawn from this corpus: ask for fewer with --sentences")


def check(options, index, text):
    started = time.perf_counter()
    command = [os.path.join(options.bin, "communique-searcher"), "check-quote", "-", "--index", index, "--format", "json"]
    result = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - started
    if result.returncode not in (0, 1):
        sys.exit(f"exit code {result.returncode} for: {text}\n{result.stderr}")
    return json.loads(result.stdout), seconds


def stands_in(answer, sentence, corpus):
    return answer["place"] is not None and normal(sentence) in normal(corpus.get(answer["place"]["statement"]["id"], ""))


def run(options, index):
    corpus = read_corpus(options, index)
    everything = "\n".join(normal(text) for text in corpus.values())
    drawn = draw(corpus, everything, options)
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "invented_sentences.txt"), encoding="utf-8") as file:
        invented = [line.strip() for line in file if line.strip()]
    texts = [changed for _, _, changed in drawn] + [sentence for _, sentence, _ in drawn] + invented
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        answers = list(pool.map(lambda text: check(options, index, text), texts))
    times = sorted(seconds for _, seconds in answers)
    answers = [answer for answer, _ in answers]
    for_altered, rest = answers[:len(drawn)], answers[len(drawn):]
    for_whole, for_invented = rest[:len(drawn)], rest[len(drawn):]

    right = verbatim = unfound = 0
    verdicts = {}
    for (identity, sentence, changed), answer in zip(drawn, for_altered):
        verdicts[answer["verdict"]] = verdicts.get(answer["verdict"], 0) + 1
        good = stands_in(answer, sentence, corpus)
        right += good
        verbatim += answer["verdict"] == "word_for_word"
        if not good or answer["verdict"] == "word_for_word":
            got = answer["place"]["statement"]["id"] if answer["place"] else "-"
            print(f"  wrong: {identity} got {got} {answer['verdict']}\n    {sentence}\n    {changed}")
    for (identity, sentence, _), answer in zip(drawn, for_whole):
        if answer["verdict"] != "word_for_word" or not stands_in(answer, sentence, corpus):
            unfound += 1
            print(f"  unaltered but {answer['verdict']}: {identity}\n    {sentence}")
    taken = 0
    for sentence, answer in zip(invented, for_invented):
        if answer["verdict"] != "not_found":
            taken += 1
            place = answer["place"]
            print(f"  invented but {answer['verdict']} ({place['same']:.2f}): {sentence}\n    {place['text']}")
    print(f"seed {options.seed}: right statement first {right} of {len(drawn)}, word_for_word though altered {verbatim}, "
          f"verdicts {verdicts}")
    print(f"  unaltered not word_for_word {unfound} of {len(drawn)}; invented taken for real {taken} of {len(invented)}")
    print(f"  whole process: median {1000 * times[len(times) // 2]:.0f} ms, "
          f"p95 {1000 * times[len(times) * 95 // 100]:.0f} ms, most {1000 * times[-1]:.0f} ms")
    return right >= 0.95 * len(drawn) and verbatim == 0 and unfound == 0 and taken == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True, help="folder of the executables")
    parser.add_argument("--index")
    parser.add_argument("--sample", help="a folder to index first, instead of --index")
    parser.add_argument("--corpus", help="the indexed records as JSON Lines; else they are exported from the index")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sentences", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    if options.sample is None:
        sys.exit(0 if run(options, options.index) else 1)
    with tempfile.TemporaryDirectory() as folder:
        index = os.path.join(folder, "index")
        add = [os.path.join(options.bin, "communique-indexer"), "add", options.sample, "--index", index]
        subprocess.run(add, check=True, capture_output=True)
        sys.exit(0 if run(options, index) else 1)


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""How many passages will the indexer make of a text? Told for make_corpus.py without the indexer, as it would take minutes.

The cuts are those of corpus/analysis/passages.cpp, sentences and speakers' labels are told by simpler rules. Of six real
corpora the numbers came within 3 per cent of the indexer's.
"""
import re

PASSAGE_WORDS = 200
INSIDE_COST = 0.5  # of a cut inside a paragraph
SENTENCE_END = re.compile(r"(?<=[.!?。！？])\s+")
LABEL = re.compile(  # of a speaker
    r"^(?:Q(?:UESTION)?\b|(?:[A-Z][A-Za-z]{1,3}\. )?[A-Z][^.!?:\n]{1,60}:\s(?!\())", re.MULTILINE)


def count_passages(text):
    """How many passages the indexer makes of a text, within some per cent: none runs over a speaker's label."""
    turns = [0] + [label.start() for label in LABEL.finditer(text)]
    if len(turns) < 3:
        return count_in_turn(text)
    return sum(count_in_turn(text[start:end]) for start, end in zip(turns, [*turns[1:], len(text)]) if start < end)


def count_in_turn(text):
    """Where the cheapest cuts lie: between sentences, rather between paragraphs, in passages rather full."""
    if text.count(" ") < PASSAGE_WORDS * 0.7:
        return 1
    units = list(sentences_of(text))
    best = [(0.0, 0)]  # (cost, passages) of the units before
    for end in range(1, len(units) + 1):
        closes = 0.0 if units[end - 1][1] or end == len(units) else INSIDE_COST
        words, cheapest = 0, (float("inf"), 0)
        for start in range(end - 1, -1, -1):
            words += units[start][0]
            if words > PASSAGE_WORDS:
                break
            missing = 1 - words / PASSAGE_WORDS
            cost = best[start][0] + missing * missing + closes
            if cost < cheapest[0]:
                cheapest = cost, best[start][1] + 1
        best.append(cheapest)
    return max(best[-1][1], 1)


def sentences_of(text):
    """(words, whether a paragraph ends here); a sentence of more words than a passage holds comes in pieces."""
    for paragraph in text.split("\n"):
        sentences = SENTENCE_END.split(paragraph)
        for sentence in filter(None, sentences):
            words = sentence.count(" ") + 1 + sentence.count(".") // 4 + sentence.count("-") + sentence.count("'")
            for _ in range((words - 1) // PASSAGE_WORDS):
                yield PASSAGE_WORDS, False
            heading = len(sentence) < 120 and sentence[-1] not in ".!?\"”"
            yield (words - 1) % PASSAGE_WORDS + 1, sentence is sentences[-1] and not heading

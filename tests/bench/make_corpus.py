#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a corpus as large as wanted out of real ones, to see how an engine grows with it.

usage: make_corpus.py --passages N [--seed S] [--marks N,N,...] [--and-statements M] OUT.jsonl INPUT.jsonl[.zst]...

First come the inputs as they are, mixed in proportion, so that the beginning of OUT is made up like all of it; then they
come again and again, each time with other words and dates, until there are N passages of up to 200 words (counted much as
the indexer cuts them). A smaller corpus of the same seed and inputs is the beginning of a larger one.

What a repetition alters, the same everywhere within it:
  words   a share of the rare words and numbers (those that make up 6 % of the text) gets letters or digits exchanged, to
          words that were not there before: as many as Heaps' law asks for, vocabulary = K * length^0.55
  dates   of statements turn within the span of all dates, years in the text likewise
  ids     ID@INPUT.LINE, and ~2, ~3, ... from the second time on; inputs may have none
Other keys stay. As dates and words differ, statements are not taken for versions of one another.

--marks prints, when a number of passages is reached, `mark passages=.. statements=.. bytes=..`: where to cut a smaller
corpus. --and-statements writes M statements more after the N passages (for updates). Needs room for the inputs twice
beside OUT; memory for their words (some 150 bytes each).
"""
import argparse
import collections
import contextlib
import datetime
import hashlib
import json
import multiprocessing
import os
import re
import subprocess
import sys
import time

sys.dont_write_bytecode = True  # no folder of it among the sources
from passage_count import count_passages  # noqa: E402

HEAPS = 0.55            # exponent of vocabulary growth; 0.4 to 0.6 in English (Manning, Raghavan, Schuetze 2008, 5.1.1)
RARE_SHARE = 0.06       # of all words, in those that may be altered
GOLDEN = 0.6180339887   # turns dates so that no two of some hundred repetitions come near one another
SLOT = "\ue000"         # private use: parts what changes from what stays in a prepared line
SLOT_BYTES = SLOT.encode()
WORD = re.compile(r"[^\W_]{4,}")
WORD_SLOTS = re.compile(r"([^\W_]{4,})")
YEAR = re.compile(r"(?:19|20)\d\d")
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
VOWELS, CONSONANTS = "aeiou", "bcdfghklmnprstvw"
BUFFER = 1 << 20


@contextlib.contextmanager
def opened(file):
    """The lines of a file, unpacked."""
    if not file.endswith(".zst"):
        with open(file, "rb", buffering=BUFFER) as lines:
            yield lines
        return
    with subprocess.Popen(["zstd", "-dcq", "--", file], stdout=subprocess.PIPE, bufsize=BUFFER) as process:
        yield process.stdout
        process.stdout.close()
        if process.wait() not in (0, -13, 1):
            sys.exit(f"make_corpus.py: {file}: zstd cannot unpack it")


def statements(lines, file):
    """(line number, record) of each line with a text."""
    for number, line in enumerate(lines, 1):
        try:
            record = json.loads(line)
            text = record.get("text")
        except (ValueError, AttributeError) as error:
            sys.exit(f"make_corpus.py: {file}:{number}: not JSON Lines: {error}")
        if isinstance(text, str) and text.strip():
            record["text"] = text.replace(SLOT, " ")
            yield number, record


def day_of(date):
    """A date's day number; None if it is none, or only a year or month."""
    try:
        return datetime.date.fromisoformat(date[:10]).toordinal()
    except ValueError:
        return None


class Survey:
    """What a first reading tells: how often each word comes, how long each input is, from when to when it goes."""

    def __init__(self, files):
        self.counts = collections.Counter()
        self.characters = [0] * len(files)
        self.first_year, self.last_year = 9999, 0
        for number, file in enumerate(files):
            with opened(file) as lines:
                for _, record in statements(lines, file):
                    self._add(number, record)
        if not any(self.characters):
            sys.exit("make_corpus.py: no statement in any input")
        self.words = sum(self.counts.values())
        self.rare = self._rare_words()

    def _add(self, number, record):
        self.characters[number] += len(record["text"])
        self.counts.update(WORD.findall(record["text"].lower()))
        year = str(record.get("date") or "")[:4]
        if YEAR.fullmatch(year):
            self.first_year, self.last_year = min(self.first_year, int(year)), max(self.last_year, int(year))

    def _rare_words(self):
        """The rarest words, up to a share of the text; of those only what can be altered."""
        by_count = collections.Counter(self.counts.values())
        left, most = self.words * RARE_SHARE, 0
        for count in sorted(by_count):
            left -= count * by_count[count]
            if left < 0 and most:
                break
            most = count
        return {word for word, count in self.counts.items()
                if count <= most and word.isascii() and not YEAR.fullmatch(word)}


def mixed(files, characters):
    """(input's number, line, record) of all inputs, each at the pace of its length."""
    with contextlib.ExitStack() as stack:
        readers = [statements(stack.enter_context(opened(file)), file) for file in files]
        read = [0] * len(files)
        going = {number for number, size in enumerate(characters) if size}
        while going:
            number = min(going, key=lambda one: (read[one] / characters[one], one))
            line, record = next(readers[number], (0, None))
            if record is None:
                going.remove(number)
                continue
            read[number] += len(record["text"])
            yield number, line, record


class SlotMarker(dict):
    """Word as written -> the word between slots if repetitions may alter it. Filled as words come."""

    def __init__(self, rare):
        super().__init__()
        self._rare = rare

    def __missing__(self, word):
        changes = word.lower() in self._rare or YEAR.fullmatch(word)
        self[word] = marked = f"{SLOT}{word}{SLOT}" if changes else word
        return marked

    def mark(self, text):
        parts = WORD_SLOTS.split(text)
        parts[1::2] = map(self.__getitem__, parts[1::2])
        return "".join(parts)


def prepared_line(task, marker):
    """A statement as a line of its JSON in pieces: how many passages and slots its text has; id, date, words in slots."""
    number, line, record = task
    given = record.pop("id", None)
    statement = f"{given if given is not None else 'statement'}@{number + 1}.{line}"
    date = str(record.pop("date", None) or "")
    passages = count_passages(record["text"])
    if isinstance(record.get("title"), str):
        record["title"] = marker.mark(record["title"].replace(SLOT, " "))
    record["text"] = text = marker.mark(record.pop("text"))  # last, as its slots are told by their number
    slots = text.count(SLOT) // 2
    if not slots and (words := [word for word in WORD.findall(text) if word.isascii()]):
        word = max(words, key=len)
        record["text"], slots = text.replace(word, f"{SLOT}{word}{SLOT}", 1), 1
    quoted = json.dumps(statement, ensure_ascii=False)[1:-1]
    rest = json.dumps(record, ensure_ascii=False)[1:]
    dated = json.dumps(date, ensure_ascii=False)[1:-1]
    return f'{passages} {slots}{SLOT}{quoted}{SLOT}", "date": "{SLOT}{dated}{SLOT}", {rest}\n'.encode("utf-8", "replace")


def start_worker(rare):
    global worker_marker  # one for each process
    worker_marker = SlotMarker(rare)


def prepared_by_worker(task):
    return prepared_line(task, worker_marker)


def prepare(files, survey, out):
    """Writes all statements prepared, by as many processes as there are processors."""
    with multiprocessing.Pool(initializer=start_worker, initargs=(survey.rare,)) as pool:
        for line in pool.imap(prepared_by_worker, mixed(files, survey.characters), chunksize=32):
            out.write(line)


class Altered(dict):
    """What one repetition makes of words and years: bytes -> bytes. Filled as words come."""

    def __init__(self, survey, seed, repetition):
        super().__init__()
        self._survey = survey
        self._key = f"{seed} {repetition} ".encode()
        vocabulary = len(survey.counts)
        wanted = vocabulary * (repetition ** HEAPS - (repetition - 1) ** HEAPS)
        self._share = min(wanted / max(len(survey.rare), 1), 0.95)
        self._turn = (repetition - 1) * GOLDEN % 1
        self.new_words = set()

    def __missing__(self, word):
        self[word] = altered = self._altered(word.decode(), self._share).encode()
        return altered

    def forced(self, word):
        """Another word in any case: for texts that would otherwise come again word by word, and be taken for versions."""
        return self._altered(word.decode(), 1.0).encode()

    def _altered(self, word, share):
        if YEAR.fullmatch(word):
            return str(self.turned_year(int(word)))
        low = word.lower()
        key = hashlib.blake2b(self._key + low.encode(), digest_size=32).digest()
        if int.from_bytes(key[:4], "big") >= share * 2**32:
            return word
        for attempt in range(4, 28, 4):
            new = exchanged(low, key[attempt:attempt + 4])
            if new not in self._survey.counts:
                break
        self.new_words.add(new)
        return "".join(b.upper() if a.isupper() else b for a, b in zip(word, new))

    def turned_year(self, year):
        first, last = self._survey.first_year, self._survey.last_year
        if not first <= year <= last:
            return year
        years = last - first + 1
        return first + (year - first + round(self._turn * years)) % years

    def turned_date(self, date):
        found = DATE.match(date)
        if not found:
            return date
        day = day_of(date)
        first, last = self._survey.first_year, self._survey.last_year
        if day is None or not first <= int(found[1]) <= last:
            return str(self.turned_year(int(found[1]))) + date[4:]
        start = datetime.date(first, 1, 1).toordinal()
        span = datetime.date(last, 12, 31).toordinal() - start + 1
        return datetime.date.fromordinal(start + (day - start + round(self._turn * span)) % span).isoformat() + date[10:]


def exchanged(word, key):
    """The word with two of its letters or digits exchanged, its ending kept: suffixes still go by the same rules."""
    letters = list(word)
    places = max(len(word) - 3, 2)
    for chosen in (key[:2], key[2:]):
        place = chosen[0] % places
        for kind in (VOWELS, CONSONANTS, "123456789"):
            if letters[place] in kind:
                letters[place] = kind[(kind.index(letters[place]) + 1 + chosen[1] % (len(kind) - 1)) % len(kind)]
    return "".join(letters)


class Dates(dict):
    """The same for statements' dates."""

    def __init__(self, altered):
        super().__init__()
        self._altered = altered

    def __missing__(self, date):
        self[date] = turned = self._altered.turned_date(date.decode()).encode()
        return turned


class Writer:
    """Writes lines until there are enough passages, and says where the marks are."""

    def __init__(self, out, wanted, marks, more):
        self._out, self._wanted, self._more = out, wanted, more
        self._marks = sorted(mark for mark in marks if mark < wanted) + [wanted]
        self.passages = self.statements = self.bytes = 0

    def write(self, passages, line):
        """Whether there is room for more."""
        self._out.write(line)
        self.bytes += len(line)
        self.statements += 1
        self.passages += passages
        if self._marks:
            while self._marks and self.passages >= self._marks[0]:
                print(f"mark passages={self._marks.pop(0)} statements={self.statements} bytes={self.bytes}", flush=True)
            return bool(self._marks) or self._more > 0
        self._more -= 1
        return self._more > 0


def write_repetition(prepared, writer, altered, suffix):
    """All statements once more; False as soon as there are enough. `altered` None: as they are."""
    prepared.seek(0)
    dates = Dates(altered)
    for line in prepared:
        parts = line.split(SLOT_BYTES)
        passages, slots = map(int, parts[0].split())
        if altered is not None:
            of_text = parts[-2 * slots::2] if slots else []
            parts[3] = dates[parts[3]]
            parts[5::2] = map(altered.__getitem__, parts[5::2])
            if slots and parts[-2 * slots::2] == of_text:
                parts[-2] = altered.forced(parts[-2])
        parts[0] = b'{"id": "'
        parts[1] += suffix
        if not parts[3]:
            parts[2] = b'", '
            parts[4] = parts[4][3:]
        if not writer.write(passages, b"".join(parts)):
            return False
    return True


def make(options, marks):
    started = time.monotonic()
    say = lambda text: print(f"{time.monotonic() - started:6.1f} s  {text}", file=sys.stderr, flush=True)
    survey = Survey(options.inputs)
    say(f"read: {survey.words:,} words of four letters or more, {len(survey.counts):,} different, "
        f"{len(survey.rare):,} may be altered; {survey.first_year} to {survey.last_year}")
    prepared_file = options.out + ".prepared~"
    try:
        with open(prepared_file, "w+b", buffering=BUFFER) as prepared, open(options.out, "wb", buffering=BUFFER) as out:
            prepare(options.inputs, survey, prepared)
            say("prepared")
            writer = Writer(out, options.passages, marks, options.and_statements)
            repetition, vocabulary = 1, len(survey.counts)
            while True:
                altered = Altered(survey, options.seed, repetition) if repetition > 1 else None
                suffix = b"~%d" % repetition if repetition > 1 else b""
                goes_on = write_repetition(prepared, writer, altered, suffix)
                vocabulary += len(altered.new_words) if altered is not None else 0
                say(f"repetition {repetition}: {writer.passages:,} passages, {writer.statements:,} statements, "
                    f"{writer.bytes / 1e6:,.0f} MB, about {vocabulary:,} different words")
                if not goes_on:
                    return
                repetition += 1
    finally:
        if os.path.exists(prepared_file):
            os.remove(prepared_file)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, required=True)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--marks", default="", help="numbers of passages, parted by commas")
    parser.add_argument("--and-statements", type=int, default=0)
    parser.add_argument("out")
    parser.add_argument("inputs", nargs="+")
    options = parser.parse_args()
    if options.passages < 1:
        parser.error("--passages must be at least 1")
    for file in options.inputs:
        if not os.path.isfile(file):
            parser.error(f"cannot read {file}")
    try:
        make(options, [int(mark) for mark in re.findall(r"\d+", options.marks)])
    except OSError as error:
        sys.exit(f"make_corpus.py: {options.out}: {error.strerror or error}")


if __name__ == "__main__":
    main()

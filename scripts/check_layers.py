#!/usr/bin/env python3
"""Checks that includes follow the layers: schema <- corpus <- indexer, schema <- searcher; no xapian.h in corpus/.
Prints each breach as file:line and exits 1 if there is one."""
import pathlib
import re
import sys

ALLOWED = {
    "schema": {"schema"},
    "corpus": {"corpus", "schema"},
    "indexer": {"indexer", "corpus", "schema"},
    "searcher": {"searcher", "schema"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^">]+)[">]')


def breaches(root):
    for layer, allowed in ALLOWED.items():
        for path in sorted((root / layer).rglob("*")):
            if path.suffix not in {".h", ".cpp"}:
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                if not match:
                    continue
                first = match[1].split("/")[0]
                if first in ALLOWED and first not in allowed:
                    yield f"{path.relative_to(root)}:{number}: {layer}/ must not include {match[1]}"
                if layer == "corpus" and match[1].startswith("xapian"):
                    yield f"{path.relative_to(root)}:{number}: corpus/ must not include {match[1]}"


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    found = list(breaches(root))
    print("\n".join(found) if found else "layers: as they should be")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

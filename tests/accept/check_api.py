#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Is the API what its own description says? Starts a server on the sample, reads /api/v1/openapi.json, and asks every path.

usage: check_api.py --bin BUILD/bin --sample corpus/sample

Every answer must be of a type that is described, its JSON must fit the schema, every parameter described must be known, and
what is wrong must be a problem as described. Needs python3-jsonschema (Debian); without it exits with 77: skipped.
"""
import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

# What is asked of each path, beside the plain query; every format that is described among it.
ID = "call-beijing-2020"
ASKED = {
    "/api/v1/search": ["q=cooperation", "q=cooperation&facet=country&facet=said-by&timeline=month&compare=trade",
                       "q=the&by=statement&explain=1&limit=100", "country=russia", "q=zzzqqq", "q=cooperation&format=csv",
                       "q=cooperation&format=tsv", "q=cooperation&format=jsonl", "q=cooperation&timeline=year&format=svg"],
    "/api/v1/export": ["q=cooperation", "q=cooperation&format=tsv", "q=cooperation&format=jsonl"],
    "/api/v1/kwic": ["q=cooperation", "q=cooperation&group=country&sort=left", "q=zzzqqq", "q=cooperation&format=csv",
                     "q=cooperation&format=tsv", "q=cooperation&format=jsonl"],
    "/api/v1/collocates": ["q=cooperation&least=1", "q=zzzqqq", "q=cooperation&format=csv", "q=cooperation&format=tsv"],
    "/api/v1/first": ["q=cooperation", "q=zzzqqq", "q=cooperation&format=csv"],
    "/api/v1/check-quote": ["text=" + urllib.parse.quote("spoke by telephone about masks and ventilators"),
                            "text=no+such+sentence+was+ever+spoken&said_by=putin"],
    "/api/v1/statement/{id}": ["", "differences=1"],
    "/api/v1/passage/{id}": [""],
    "/api/v1/why-not/{id}": ["q=cooperation", "q=zzzqqq&country=france"],
    "/api/v1/cite/{id}": ["style=text", "style=chicago", "style=bibtex", "style=ris", "style=csl"],
    "/api/v1/suggest": ["q=coop", "q=said-by:put", "q=", "q=zzzqqq"],
    "/api/v1/feed": ["q=cooperation"],
    "/api/v1/info": [""], "/api/v1/health": [""], "/api/v1/metrics": [""], "/api/v1/openapi.json": [""],
}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--sample", required=True)
    return parser.parse_args()


def get(base, target):
    """Status, media type without parameters, body."""
    try:
        with urllib.request.urlopen(base + target, timeout=20) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers.get_content_type(), answer.read()


class Check:
    def __init__(self, base):
        self.base, self.wrong, self.asked = base, [], 0
        self.description = json.loads(get(base, "/api/v1/openapi.json")[2])

    def fail(self, what):
        self.wrong.append(what)

    def fits(self, value, schema, where):
        whole = {"components": self.description["components"], "allOf": [schema]}
        for error in list(Draft202012Validator(whole).iter_errors(value))[:3]:
            self.fail(f"{where}: {error.message[:200]} at {list(error.absolute_path)}")

    def path_of(self, path):
        identity = ID + "#1" if "passage" in path else ID
        return path.replace("{id}", urllib.parse.quote(identity, safe=""))

    def answer(self, path, operation, query):
        target = self.path_of(path) + ("?" + query if query else "")
        status, media, body = get(self.base, target)
        self.asked += 1
        content = operation["responses"]["200"]["content"]
        if status != 200 or media not in content:
            self.fail(f"{target}: {status} {media}, described are {list(content)}")
        elif media == "application/json":
            self.fits(json.loads(body), content[media]["schema"], target)
        return media

    def problem(self, target):
        status, media, body = get(self.base, target)
        self.asked += 1
        if status != 400 or media != "application/problem+json":
            self.fail(f"{target}: {status} {media}, not a problem")
            return {}
        problem = json.loads(body)
        self.fits(problem, {"$ref": "#/components/schemas/problem"}, target)
        return problem

    def parameters(self, path, operation):
        query = ASKED[path][0]
        for parameter in operation["parameters"]:
            if parameter["in"] != "query" or parameter["name"] in query:
                continue
            target = f"{self.path_of(path)}?{query}{'&' if query else ''}{parameter['name']}=zzz"
            _, media, body = get(self.base, target)
            self.asked += 1
            if media == "application/problem+json" and "unknown parameter" in json.loads(body)["detail"]:
                self.fail(f"{target}: described, but not known")
        if path not in {"/api/v1/openapi.json"}:
            self.problem(f"{self.path_of(path)}?{query}{'&' if query else ''}no_such=1")

    def run(self):
        paths = self.description["paths"]
        if set(paths) != set(ASKED):
            self.fail(f"paths differ from those this script asks: {set(paths) ^ set(ASKED)}")
        for path in sorted(set(paths) & set(ASKED)):
            operation = paths[path]["get"]
            seen = {self.answer(path, operation, query) for query in ASKED[path]}
            unseen = set(operation["responses"]["200"]["content"]) - seen
            if unseen:
                self.fail(f"{path}: never answered {unseen}")
            self.parameters(path, operation)
        problem = self.problem("/api/v1/search?q=" + urllib.parse.quote("мир year:20x"))
        if problem.get("offset") != 9:
            self.fail(f"the offset is {problem.get('offset')}, not 9")


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        index = os.path.join(folder, "index")
        subprocess.run([os.path.join(options.bin, "communique-indexer"), "add", options.sample, "--index", index,
                        "--progress", "never"], check=True, capture_output=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = subprocess.Popen([os.path.join(options.bin, "communique-searcher"), "serve", "--index", index, "--listen",
                                   f"127.0.0.1:{port}", "--quiet"], stdout=subprocess.PIPE, text=True)
        try:
            server.stdout.readline()
            check = Check(f"http://127.0.0.1:{port}")
            check.run()
            for wrong in check.wrong:
                print("WRONG", wrong)
            print(f"{check.asked} requests, {len(check.wrong)} wrong")
            return 1 if check.wrong else 0
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=20)


if __name__ == "__main__":
    sys.exit(main())

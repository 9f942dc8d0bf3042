#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks a server while an indexer publishes a generation every second: no request may fail, none may see two generations.

usage: serve_under_updates.py --bin BUILD/bin [--seconds 60] [--clients 4] [--port N]

Every generation N of the index holds N statements that say "generation" and the number of each. An answer is of one
generation if what it lists, what it counts, and the generation its ETag names agree. Exit code 1 if one does not.
"""
import argparse
import http.client
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--port", type=int, default=7791)
    return parser.parse_args()


def publish(options, index, number):
    record = {"id": f"s{number}", "title": f"Number {number}", "text": f"This is generation number {number} of it.",
              "date": "2020-01-01", "lang": "en"}
    subprocess.run([os.path.join(options.bin, "communique-indexer"), "add", "-", "--format", "jsonl", "--index", index],
                   input=json.dumps(record), text=True, check=True, capture_output=True)


class Client(threading.Thread):
    def __init__(self, port, seed):
        super().__init__(daemon=True)
        self.port, self.random, self.ending = port, random.Random(seed), False
        self.times, self.wrong, self.generations = [], [], set()

    def ask(self, connection):
        # A limit drawn at random, so that most answers are made anew.
        limit = self.random.randrange(80, 101)
        started = time.perf_counter()
        connection.request("GET", f"/api/v1/search?q=generation&limit={limit}&offset={self.random.randrange(0, 2)}")
        answer = connection.getresponse()
        body = answer.read()
        self.times.append((time.perf_counter() - started) * 1000)
        if answer.status != 200:
            self.wrong.append(f"status {answer.status}")
            return
        found = json.loads(body)
        generation = int(answer.getheader("ETag").split("-")[0].lstrip('"g'))
        self.generations.add(generation)
        if found["total"]["statements"] != generation:
            self.wrong.append(f"generation {generation} counts {found['total']['statements']}")
        newest = max((int(hit["statement"]["id"][1:]) for hit in found["hits"]), default=0)
        if newest > generation:
            self.wrong.append(f"generation {generation} lists number {newest}")

    def run(self):
        connection, count = None, 0
        while not self.ending:
            try:
                if connection is None or count % 90 == 0:
                    connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
                count += 1
                self.ask(connection)
            except OSError as error:
                self.wrong.append(repr(error))
                connection = None


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        index = os.path.join(folder, "index")
        publish(options, index, 1)
        server = subprocess.Popen([os.path.join(options.bin, "communique-searcher"), "serve", "--index", index,
                                   "--listen", f"127.0.0.1:{options.port}", "--quiet"], stdout=subprocess.DEVNULL)
        try:
            time.sleep(1)
            clients = [Client(options.port, seed) for seed in range(options.clients)]
            for client in clients:
                client.start()
            until = time.time() + options.seconds
            number = 1
            while time.time() < until:
                began = time.time()
                number += 1
                publish(options, index, number)
                time.sleep(max(0.0, 1 - (time.time() - began)))
            for client in clients:
                client.ending = True
            for client in clients:
                client.join()
            times = sorted(time for client in clients for time in client.times)
            wrong = [text for client in clients for text in client.wrong]
            seen = set().union(*(client.generations for client in clients))
            print(f"{number} generations published, {len(seen)} seen; {len(times)} answers, p50 "
                  f"{times[len(times) // 2]:.1f} ms, p99 {times[int(len(times) * 0.99)]:.1f} ms; {len(wrong)} wrong")
            for text in wrong[:10]:
                print(" ", text)
            return 1 if wrong or len(seen) < number // 2 else 0
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=20)


if __name__ == "__main__":
    sys.exit(main())

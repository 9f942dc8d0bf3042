#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Attacks a server of its own: hostile requests, 500 dripping and 900 idle connections, query bombs.

usage: attack_server.py --bin BUILD/bin --index DIR [--port N]

Each case must get the status it deserves, while another client asks all the time: its 99th percentile must stay below
50 ms, and the server's own memory (RssAnon) must not grow by more than 32 MB. Prints a table; exit code 1 if a bar is
missed.
"""
import argparse
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.parse

MOST_MS = 50
MOST_GROWTH_MB = 32


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--index", required=True)
    parser.add_argument("--port", type=int, default=7790)
    return parser.parse_args()


def memory_mb(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        for line in status:
            if line.startswith("RssAnon"):
                return int(line.split()[1]) / 1024
    return 0.0


def exchange(port, data, patience=10.0):
    """Sends bytes; the status of the first answer, or "closed"."""
    with socket.create_connection(("127.0.0.1", port), timeout=patience) as client:
        client.settimeout(patience)
        try:
            client.sendall(data)
        except OSError:
            pass  # refused while it was still being sent: the answer is there
        answer = b""
        try:
            while b"\r\n" not in answer:
                piece = client.recv(4096)
                if not piece:
                    break
                answer += piece
        except OSError:
            return "closed" if not answer else answer[9:12].decode()
        return answer[9:12].decode() if answer.startswith(b"HTTP/1.") else "closed"


def request(target="/", headers=b"", method=b"GET"):
    return method + b" " + target.encode() + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + b"\r\n"


def hostile_cases():
    gzip_bomb = b"Content-Encoding: gzip\r\nContent-Length: 102400\r\n"
    return [
        ("header line of 200 MB (first 4 MB sent)", request("/", b"X: " + b"a" * (4 << 20)), {"431"}),
        ("60 MB of headers (first 4 MB sent)", request("/", b"".join(b"H%d: v\r\n" % i for i in range(300000))), {"431"}),
        ("request line without end", b"GET /" + b"a" * (1 << 20), {"431", "400"}),
        ("chunked body without end", request("/", b"Transfer-Encoding: chunked\r\n", b"POST") + b"fffff\r\n" + b"a" * 65536, {"405", "413"}),
        ("length and chunks", request("/", b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + b"0\r\n\r\n", {"400"}),
        ("two lengths", request("/", b"Content-Length: 5\r\nContent-Length: 6\r\n"), {"400"}),
        ("negative chunk", request("/", b"Transfer-Encoding: chunked\r\n") + b"-2\r\n", {"400", "413"}),
        ("gzip bomb", request("/", gzip_bomb) + b"\x1f\x8b" * 100, {"413"}),
        ("line end in a header", request("/", b"X: a\r\nSet-Cookie: x\rb\r\n"), {"400"}),
        ("zero byte in the target", request("/%00"), {"400"}),
        ("out of the folder", request("/static/../../etc/passwd"), {"400"}),
        ("out of the folder, encoded", request("/static/..%2f..%2fetc%2fpasswd"), {"400", "404"}),
        ("somebody else's host", b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", {"421"}),
        ("no HTTP at all", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 100, {"400"}),
        ("POST", request("/", b"Content-Length: 3\r\n", b"POST") + b"a=b", {"405"}),
    ]


def bombs():
    def fill(text):
        return (text * 2000)[:1020]

    texts = ["a ", "+a ", "(", "(a OR ", "NOT ", "-a ", '"a ', "a* ", "co* ", "the* ", "a NEAR/9 ", "said-by:a ",
             "year:2020 ", "中", "\\", ":", "the ", "the OR of OR and OR "]
    return [fill(text) for text in texts] + [fill("(a ") + ")" * 3, "x" * 5000, "(" * 5000]


class Bystander(threading.Thread):
    """Asks one search after the other, and notes how long each takes."""

    def __init__(self, port):
        super().__init__(daemon=True)
        self.port, self.times, self.failed, self.ending = port, [], 0, False

    def run(self):
        client = None
        count = 0
        while not self.ending:
            try:
                if client is None or count % 90 == 0:
                    client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
                count += 1
                started = time.perf_counter()
                client.request("GET", "/api/v1/suggest?q=pea")
                answer = client.getresponse()
                answer.read()
                self.times.append((time.perf_counter() - started) * 1000)
                if answer.status != 200:
                    self.failed += 1
            except OSError:
                self.failed += 1
                client = None
            time.sleep(0.005)

    def p99(self):
        times = sorted(self.times)
        return times[int(len(times) * 0.99)] if times else float("inf")


def phase(name, port, action):
    bystander = Bystander(port)
    bystander.start()
    time.sleep(0.2)
    good = action()
    bystander.ending = True
    bystander.join()
    fine = good and bystander.p99() < MOST_MS and bystander.failed == 0
    print(f"{name}: other client {len(bystander.times)} answers, p99 {bystander.p99():.1f} ms, "
          f"{bystander.failed} failed{'' if fine else '   <-- MISSED'}")
    return fine


def run_hostile(port):
    good = True
    for name, data, deserved in hostile_cases():
        status = exchange(port, data)
        if status not in deserved:
            good = False
        print(f"  {status:7} {name}{'' if status in deserved else '   <-- MISSED, deserved ' + ' or '.join(deserved)}")
    return good


def run_bombs(port):
    good = True
    slowest = 0.0
    for text in bombs():
        started = time.perf_counter()
        status = exchange(port, request("/api/v1/search?q=" + urllib.parse.quote(text)))
        slowest = max(slowest, time.perf_counter() - started)
        if status not in {"200", "400", "414", "431"}:
            good = False
            print(f"  {status} {text[:30]!r}   <-- MISSED")
    print(f"  slowest of {len(bombs())}: {slowest * 1000:.0f} ms")
    return good and slowest < 2


def run_slow(port, count, first):
    sockets = []
    for _ in range(count):
        client = socket.create_connection(("127.0.0.1", port), timeout=10)
        client.sendall(first)
        sockets.append(client)
    until = time.time() + 4
    while time.time() < until:
        for client in sockets[:50]:
            try:
                client.sendall(b"X-a: b\r\n" if first else b"")
            except OSError:
                pass
        time.sleep(0.5)
    for client in sockets:
        client.close()
    return True


def main():
    options = arguments()
    server = subprocess.Popen([os.path.join(options.bin, "communique-searcher"), "serve", "--index", options.index,
                               "--listen", f"127.0.0.1:{options.port}", "--quiet"], stderr=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                if exchange(options.port, request("/api/v1/health")) == "200":
                    break
            except OSError:
                time.sleep(0.05)
        for text in ("peace", "the", '"climate change"'):  # what is loaded once is no growth
            exchange(options.port, request("/api/v1/search?q=" + urllib.parse.quote(text)))
            exchange(options.port, request("/?q=" + urllib.parse.quote(text)))
        before = memory_mb(server.pid)
        good = phase("hostile requests", options.port, lambda: run_hostile(options.port))
        good &= phase("500 dripping connections", options.port, lambda: run_slow(options.port, 500, b"GET / HTTP/1.1\r\n"))
        good &= phase("900 idle connections", options.port, lambda: run_slow(options.port, 900, b""))
        good &= phase("query bombs", options.port, lambda: run_bombs(options.port))
        growth = memory_mb(server.pid) - before
        print(f"memory: {before:.0f} MB, grown by {growth:.1f} MB{'' if growth <= MOST_GROWTH_MB else '   <-- MISSED'}")
        alive = server.poll() is None
        print("the server is alive" if alive else "the server DIED")
        return 0 if good and alive and growth <= MOST_GROWTH_MB else 1
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=20)


if __name__ == "__main__":
    sys.exit(main())

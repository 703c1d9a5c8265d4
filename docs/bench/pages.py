"""What pages weigh over the wire with gzip, and how long they take: the median of a round, each page in turn.

    python3 docs/bench/pages.py http://localhost:8080 'SESSION=...' [ROUNDS] PATH...

The first path is the measure of the others: its time stands beside theirs as a ratio, taken in the same run.
"""
import gzip
import statistics
import sys
import time
import urllib.request

BASE, COOKIE = sys.argv[1:3]
ROUNDS = int(sys.argv[3]) if sys.argv[3].isdigit() else 30
PATHS = sys.argv[4:] if sys.argv[3].isdigit() else sys.argv[3:]
WARM = 40


def ask(path):
    request = urllib.request.Request(BASE + path, headers={'Accept-Encoding': 'gzip', 'Cookie': COOKIE})
    begin = time.perf_counter()
    with urllib.request.urlopen(request) as answer:
        body = answer.read()
        taken = (time.perf_counter() - begin) * 1000
        if answer.geturl() != BASE + path:
            raise SystemExit(f'{path} leads to {answer.geturl()}')
        head = sum(len(name) + len(value) + 4 for name, value in answer.headers.items())
        plain = len(gzip.decompress(body)) if answer.headers.get('Content-Encoding') == 'gzip' else len(body)
    return len(body) + head, plain, taken


def main():
    for path in PATHS * WARM:
        ask(path)
    seen = {path: [] for path in PATHS}
    for _ in range(ROUNDS):
        for path in PATHS:
            seen[path].append(ask(path))
    first = None
    for path, rounds in seen.items():
        took = statistics.median(taken for _, _, taken in rounds)
        first = first or took
        print(f'{rounds[-1][0]:7d} bytes ({rounds[-1][1]:7d} unpacked) {took:7.1f} ms  ratio {took / first:4.2f}  {path}')


main()

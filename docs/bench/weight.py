"""Bytes over the wire of the first page and of a later one, as a browser with gzip asks for them.

    python3 docs/bench/weight.py [http://localhost:8080/sign-in ['SESSION=...']]

Needs a console that runs; for a page behind the sign-in also the session's cookie, as a browser shows it. The first page is counted with everything it links to, a later one alone: all else is in the browser's cache.
"""
import re
import sys
import urllib.parse
import urllib.request

COOKIE = sys.argv[2] if len(sys.argv) > 2 else ''
FIRST = sys.argv[1] if len(sys.argv) > 1 else 'http://localhost:8080/sign-in'


def load(address):
    request = urllib.request.Request(address, headers={'Accept-Encoding': 'gzip', 'Cookie': COOKIE})
    with urllib.request.urlopen(request) as answer:
        body = answer.read()
        packed = answer.headers.get('Content-Encoding') == 'gzip'
    head = sum(len(name) + len(value) + 4 for name, value in answer.headers.items())
    if packed:
        import gzip
        return len(body) + head, gzip.decompress(body)
    return len(body) + head, body


def main():
    page, text = load(FIRST)
    links = set(re.findall(r'(?:<link[^>]* href|<script[^>]* src|<img[^>]* src)="([^"]+)"', text.decode()))
    total = page
    for link in sorted(links):
        size, _ = load(urllib.parse.urljoin(FIRST, link.replace('&amp;', '&')))
        total += size
        print(f'{size:8d}  {link}')
    print(f'{page:8d}  the page itself (limit 30,000)')
    print(f'{total:8d}  first page with all it needs (limit 150,000)')


main()

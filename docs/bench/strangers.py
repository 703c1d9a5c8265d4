"""What strangers can do to a console on this machine, and whether a right password still gets in.

    python3 docs/bench/strangers.py PORT setup=CODE             first: sets the console up and keeps that browser's cookies
    python3 docs/bench/strangers.py PORT [header|saved|guess|big]...
"""
import os, sys, tempfile, time, threading, http.client, re, urllib.parse, json
port = int(sys.argv[1]); what = sys.argv[2:] or ['big', 'guess', 'saved', 'header']
JAR = os.path.join(tempfile.gettempdir(), 'strangers-%d.json' % port)
USER, PASSWORD = 'petra@fabrikam.com', 'seven quiet bridges at dawn'
class Browser:
    def __init__(self): self.jar = {}
    def ask(self, method, path, fields=None, headers=None, body=None):
        c = http.client.HTTPConnection('127.0.0.1', port, timeout=120)
        h = dict(headers or {})
        if self.jar: h['Cookie'] = '; '.join(k + '=' + v for k, v in self.jar.items())
        if fields is not None: body = urllib.parse.urlencode(fields)
        if body is not None: h['Content-Type'] = 'application/x-www-form-urlencoded'
        try:
            c.request(method, path, body, h); r = c.getresponse(); text = r.read().decode('utf-8', 'replace')
            for v in r.headers.get_all('Set-Cookie') or []:
                n, _, rest = v.partition('='); val = rest.split(';')[0]
                if 'Max-Age=0' in v or val == '': self.jar.pop(n, None)
                else: self.jar[n] = val
            return r.status, r.headers.get('Location') or '', text
        except (OSError, http.client.HTTPException) as e: return 0, type(e).__name__, ''
        finally: c.close()
    def token(self, path):
        s, l, t = self.ask('GET', path)
        m = re.search(r'name="_csrf"[^>]*value="([^"]*)"', t)
        return m.group(1) if m else ''
    def sign_in(self, user, password):
        t = self.token('/sign-in')
        s, l, _ = self.ask('POST', '/sign-in', {'_csrf': t, 'username': user, 'password': password})
        return (l or str(s)).replace('http://127.0.0.1:%d' % port, '').replace('http://localhost:%d' % port, '')
def setup(code):
    b = Browser(); t = b.token('/setup'); print('set-up', b.ask('POST', '/setup', {'_csrf': t, 'code': code})[:2])
    t = b.token('/setup/administrator')
    print('administrator', b.ask('POST', '/setup/administrator', {'_csrf': t, 'name': 'Petra', 'userName': USER, 'password': PASSWORD})[:2])
    return b
def tally(xs):
    d = {}
    for x in xs: d[x] = d.get(x, 0) + 1
    return d
if what[0].startswith('setup='):
    b = setup(what[0][6:]); json.dump(b.jar, open(JAR, 'w')); sys.exit()
def known():
    """A browser in which Petra has signed in before."""
    b = Browser(); b.jar = json.load(open(JAR)); b.jar.pop('SESSION', None); return b
for w in what:
    t0 = time.time()
    if w == 'big':
        r = []
        def one():
            b = Browser(); t = b.token('/sign-in')
            r.append(b.ask('POST', '/sign-in', body='_csrf=%s&password=x&username=%s' % (t, urllib.parse.quote('\ufdfa') * 200000))[:2])
        ts = [threading.Thread(target=one) for _ in range(8)]; [x.start() for x in ts]; [x.join() for x in ts]
        print('big: 8 x 1.8 MB ->', tally(r)); time.sleep(2); print('  then /sign-in ->', Browser().ask('GET', '/sign-in')[0], 'sign-in ->', known().sign_in(USER, PASSWORD))
    if w == 'guess':
        stop = False; g = []; lock = threading.Lock()
        def guess(i):
            b = Browser(); n = 0
            while not stop:
                n += 1; x = b.sign_in(USER if n % 2 else 'nobody%d-%d@x.example' % (i, n), 'wrong password %d' % n)
                with lock: g.append(x)
        ts = [threading.Thread(target=guess, args=(i,), daemon=True) for i in range(24)]; [x.start() for x in ts]; time.sleep(3)
        got = []; took = []
        for i in range(60):
            s = time.time(); got.append(known().sign_in(USER, PASSWORD)); took.append(time.time() - s)
        new = [Browser().sign_in(USER, PASSWORD) for _ in range(5)]
        stop = True; [x.join(60) for x in ts]
        took.sort(); print('guess: 24 connections, guesses', len(g), tally(g)); print('  60 right sign-ins from a known browser ->', tally(got), 'median %.2f s, longest %.2f s' % (took[30], took[-1])); print('  5 from a new browser of the same network ->', tally(new))
    if w == 'saved':
        r = []
        def get(k):
            for i in range(300): r.append(Browser().ask('GET', '/audit?q=%s' % ('x' * 280))[0])
        ts = [threading.Thread(target=get, args=(k,)) for k in range(10)]; [x.start() for x in ts]; [x.join() for x in ts]
        print('saved: 3000 GETs ->', tally(r))
    if w == 'header':
        v = ','.join('x-aa-%s-cc' % chr(97 + i % 26) for i in range(2000))[:7000]
        s = time.time(); st = Browser().ask('GET', '/sign-in', headers={'Accept-Language': v})[0]; print('header: 7 KB Accept-Language ->', st, '%.2f s' % (time.time() - s))
    print('  (%s took %.1f s)' % (w, time.time() - t0))

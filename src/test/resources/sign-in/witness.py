#!/usr/bin/python3
"""An independent WinRM-like acceptor: HTTP(S) sign-in by Negotiate (SPNEGO, raw NTLM) and Kerberos, message encryption, channel binding.

All the security is done by MIT Kerberos, gss-ntlmssp and Samba's winbind, through python3-gssapi; only the framing is written here.
Environment: KRB5_KTNAME, KRB5_CONFIG, NTLM_USER_FILE (or winbind), as those libraries read it.
Arguments: port [--tls CERT KEY] [--cbt off|relaxed|strict] [--plain] [--space] [--close-after N] [--offer SCHEME,SCHEME] [--forward PORT NAME CA]
With --forward it is the front of a WinRM server that knows Basic over TLS only (FORWARD_USER, FORWARD_PASSWORD): what comes out of a seal goes there, and the answer is sealed.
"""
import argparse, base64, hashlib, http.client, os, re, signal, socket, ssl, struct, sys, threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
import gssapi
from gssapi.raw import ChannelBindings, IOV, IOVBuffer, IOVBufferType
import gssapi.raw as raw

NTLM = gssapi.OID.from_int_seq('1.3.6.1.4.1.311.2.2.10')
KRB5 = gssapi.MechType.kerberos
ap = argparse.ArgumentParser()
ap.add_argument('port', type=int); ap.add_argument('--tls', nargs=2); ap.add_argument('--cbt', default='off'); ap.add_argument('--plain', action='store_true')
ap.add_argument('--space', action='store_true'); ap.add_argument('--close-after', type=int, default=0)
ap.add_argument('--bind', default='127.0.0.1')
ap.add_argument('--offer', default='Negotiate,Kerberos'); ap.add_argument('--forward', nargs=3)
A = ap.parse_args()
CBT = None
if A.tls:
    der = ssl.PEM_cert_to_DER_cert(open(A.tls[0]).read())
    from cryptography import x509
    h = x509.load_der_x509_certificate(der).signature_hash_algorithm
    name = h.name if h and h.name not in ('md5', 'sha1') else 'sha256'
    CBT = b'tls-server-end-point:' + hashlib.new(name, der).digest()
def log(*a): print('W:', *a, flush=True)

class Upstream(http.client.HTTPSConnection):
    def __init__(self, port, name, ca):
        super().__init__('127.0.0.1', port, context=ssl.create_default_context(cafile=ca)); self.name = name
    def connect(self):
        self.sock = self._context.wrap_socket(socket.create_connection(('127.0.0.1', self.port)), server_hostname=self.name)

def upstream(port, name, ca, body):
    basic = base64.b64encode((os.environ['FORWARD_USER'] + ':' + os.environ['FORWARD_PASSWORD']).encode()).decode()
    c = Upstream(port, name, ca)
    try:
        c.request('POST', '/wsman', body, {'Authorization': 'Basic ' + basic, 'Content-Type': 'application/soap+xml;charset=UTF-8'})
        r = c.getresponse(); return r.status, r.getheader('Retry-After'), r.read()
    finally: c.close()

class Handler(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    def setup(self):
        super().setup(); self.ctx = None; self.scheme = None; self.kind = None; self.done = False; self.count = 0
    def log_message(self, *a): pass
    def answer(self, code, body=b'', headers=()):
        self.send_response(code)
        for k, v in headers: self.send_header(k, v)
        self.send_header('Content-Length', str(len(body)))
        if A.close_after and self.count >= A.close_after: self.send_header('Connection', 'close'); self.close_connection = True
        self.end_headers(); self.wfile.write(body)
    def refuse(self, why):
        log('401', why); self.ctx = None; self.done = False
        self.answer(401, b'', [('WWW-Authenticate', s) for s in A.offer.split(',')])
    def do_POST(self):
        self.count += 1
        body = self.rfile.read(int(self.headers.get('Content-Length', 0)))
        auth = self.headers.get('Authorization')
        log('POST', self.path, 'connection', self.client_address[1], 'request', self.count, 'auth', (auth or '-')[:24], 'body', len(body), self.headers.get('Content-Type'))
        more = []
        if auth:
            scheme, _, b64 = auth.partition(' ')
            token = base64.b64decode(b64)
            if self.done: self.ctx = None; self.done = False  # signs in again on the same connection
            try:
                if self.ctx is None:
                    self.kind = 'ntlm' if token.startswith(b'NTLMSSP\0') else 'kerberos'; self.scheme = scheme
                    creds = gssapi.Credentials(usage='accept', mechs=[NTLM]) if self.kind == 'ntlm' else gssapi.Credentials(usage='accept')
                    cb = ChannelBindings(application_data=CBT) if CBT and A.cbt != 'off' else None
                    self.ctx = gssapi.SecurityContext(usage='accept', creds=creds, channel_bindings=cb)
                out = self.ctx.step(token); complete = self.ctx.complete  # the library tells some refusals only when asked
            except Exception as e:
                return self.refuse('%s %s' % (type(e).__name__, str(e)[:400]))
            header = ('WWW-Authenticate', scheme + ' ' + base64.b64encode(out).decode()) if out else None
            if not complete: return self.answer(401, b'', [header])
            self.done = True; more = [header] if header else []
            if b'NTLMSSP' in token: self.kind = 'ntlm'
            log('signed in', self.ctx.initiator_name, 'mech', self.ctx.mech, 'kind', self.kind, 'flags', sorted(f.name for f in self.ctx.actual_flags), 'reply', len(out or b''))
            if CBT and A.cbt == 'strict' and 'channel_bound' not in [f.name for f in self.ctx.actual_flags]: return self.refuse('strict: the sign-in is not bound to the channel')
        if not self.done: return self.refuse('no sign-in on this connection')
        ct = self.headers.get('Content-Type', '')
        if not body: return self.answer(200, b'', more)
        if ct.startswith('multipart/encrypted'):
            try: plain = self.open(body, ct)
            except Exception as e:
                log('cannot decrypt', type(e).__name__, e); return self.answer(400, b'', more)
            if A.forward: return self.forward(plain, more)
            reply = self.close(b'<echo n="%d" sha="%s">' % (len(plain), hashlib.sha256(plain).hexdigest().encode()) + plain[:200] + b'</echo>')
            kind = 'application/HTTP-%s-session-encrypted' % ('Kerberos' if self.scheme.lower() == 'kerberos' else 'SPNEGO')
            return self.answer(200, reply, more + [('Content-Type', 'multipart/encrypted;protocol="%s";boundary="Encrypted Boundary"' % kind)])
        if not (A.tls or A.plain): log('500 unencrypted body refused'); return self.answer(500, b'', more)
        if A.forward: return self.forward(body, more)
        self.answer(200, b'<plain n="%d"/>' % len(body), more + [('Content-Type', 'application/soap+xml;charset=UTF-8')])

    def forward(self, plain, more):
        port, name, ca = A.forward
        try: status, retry, reply = upstream(int(port), name, ca, plain)
        except Exception as e:
            log('upstream', type(e).__name__, e); self.close_connection = True; return
        if retry: more = more + [('Retry-After', retry)]
        if status not in (200, 500): return self.answer(status, b'', more)
        if A.tls: return self.answer(status, reply, more + [('Content-Type', 'application/soap+xml;charset=UTF-8')])
        kind = 'application/HTTP-%s-session-encrypted' % ('Kerberos' if self.scheme.lower() == 'kerberos' else 'SPNEGO')
        self.answer(status, self.close(reply), more + [('Content-Type', 'multipart/encrypted;protocol="%s";boundary="Encrypted Boundary"' % kind)])

    def open(self, body, ct):
        b = re.search('boundary="(.*?)"', ct).group(1).encode()
        m = re.match(rb'--\s*' + re.escape(b) + rb'\r\n\t?Content-Type: (application/HTTP-[A-Za-z]+-session-encrypted)\r\n\t?OriginalContent: type=application/soap\+xml;charset=UTF-8;Length=(\d+)\r\n--\s*' + re.escape(b) + rb'\r\n\t?Content-Type: application/octet-stream\r\n', body)
        if not m: raise ValueError('framing')
        tail = b'--' + b + b'--\r\n'
        if not body.endswith(tail): raise ValueError('end')
        want = 'Kerberos' if self.scheme.lower() == 'kerberos' else 'SPNEGO'
        if ('HTTP-%s-' % want).encode() not in m.group(1) or want not in ct: raise ValueError('protocol ' + ct)
        data = body[m.end():-len(tail)]; n = int(m.group(2))
        hl, = struct.unpack('<I', data[:4]); head, sealed = data[4:4 + hl], data[4 + hl:]
        if len(sealed) != n: raise ValueError('length %d, said %d' % (len(sealed), n))
        if self.kind == 'ntlm':
            r = raw.unwrap(self.ctx, head + sealed)
            log('unsealed ntlm', n, 'header', hl, head.hex()); return r.message
        iov = IOV(IOVBuffer(IOVBufferType.header, False, head), IOVBuffer(IOVBufferType.data, False, sealed), IOVBuffer(IOVBufferType.data, False, b''), std_layout=False)
        r = raw.unwrap_iov(self.ctx, iov)
        if not r.encrypted: raise ValueError('not encrypted')
        log('unsealed kerberos', n, 'header', hl, head[:16].hex()); return bytes(iov[1].value)

    def close(self, plain):
        if self.kind == 'ntlm':
            t = raw.wrap(self.ctx, plain, True, None).message; head, sealed, pad = t[:16], t[16:], b''
        else:
            iov = IOV(IOVBuffer(IOVBufferType.header, True, None), plain, IOVBuffer(IOVBufferType.padding, True, None), std_layout=False)
            raw.wrap_iov(self.ctx, iov, True, None); head, sealed, pad = [bytes(x.value or b'') for x in iov]
        kind = b'Kerberos' if self.scheme.lower() == 'kerberos' else b'SPNEGO'
        s = b'-- Encrypted Boundary' if A.space else b'--Encrypted Boundary'
        return (s + b'\r\n\tContent-Type: application/HTTP-' + kind + b'-session-encrypted\r\n\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=%d\r\n' % (len(plain) + len(pad))
                + s + b'\r\n\tContent-Type: application/octet-stream\r\n' + struct.pack('<I', len(head)) + head + sealed + pad + s + b'--\r\n')

server = ThreadingHTTPServer((A.bind, A.port), Handler); server.daemon_threads = True
if A.tls:
    c = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER); c.load_cert_chain(*A.tls); server.socket = c.wrap_socket(server.socket, server_side=True)
signal.signal(signal.SIGUSR1, lambda *_: log('fence'))  # all that was answered before stands above it
log('ready', server.server_port); server.serve_forever()

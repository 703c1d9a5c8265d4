"""Start to first page, plain jar beside AOT cache, and resident memory when idle.

    mvn -DskipTests package
    python3 docs/bench/start.py [--java JAVA] [--rounds 3]

Prints wall and processor seconds from the start of the process to the first answer of /setup, one round of each form after the other.
Everything happens in a throw-away folder; the lab runs inside, on free ports.
"""
import argparse
import os
import signal
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

HEAP = ['-Xmx192m', '-XX:+UseSerialGC']
LAB = ['control', 'microsoft365', 'sign-in', 'ex1', 'ex2', 'cas1']
TICKS = os.sysconf('SC_CLK_TCK')


def free_port():
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


def answers(port):
    try:
        with urllib.request.urlopen(f'http://127.0.0.1:{port}/setup', timeout=30) as page:
            return page.status == 200
    except (urllib.error.URLError, OSError):
        return False


def processor_seconds(pid):
    with open(f'/proc/{pid}/stat', encoding='ascii') as stat:
        fields = stat.read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident_mib(pid):
    with open(f'/proc/{pid}/status', encoding='ascii') as status:
        return next(int(line.split()[1]) for line in status if line.startswith('VmRSS')) / 1024


class Console:
    def __init__(self, java, form, folder):
        self.port = free_port()
        settings = [f'--server.port={self.port}', f'--hybridge.data={tempfile.mkdtemp(dir=folder)}']
        settings += [f'--hybridge.lab.ports.{port}=0' for port in LAB]
        self.began = time.monotonic()
        self.process = subprocess.Popen([java, *HEAP, *form, *settings], stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)

    def first_page(self):
        while not answers(self.port):
            if self.process.poll() is not None:
                raise SystemExit('The console ended before its first page: ' + ' '.join(self.process.args))
            time.sleep(0.02)
        return time.monotonic() - self.began, processor_seconds(self.process.pid)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(120)


def train(java, jar, cache, folder):
    console = Console(java, [f'-XX:AOTCacheOutput={cache}', '-jar', jar], folder)
    console.first_page()
    for page in ('/', '/setup', '/sign-in'):
        with urllib.request.urlopen(f'http://127.0.0.1:{console.port}{page}') as answer:
            answer.read()
    console.stop()


def idle(java, jcmd, form, folder):
    console = Console(java, form, folder)
    console.first_page()
    time.sleep(15)
    subprocess.run([jcmd, str(console.process.pid), 'GC.run'], stdout=subprocess.DEVNULL, check=True)
    time.sleep(5)
    resident = resident_mib(console.process.pid)
    console.stop()
    return resident


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--java', default='java')
    parser.add_argument('--jar', default='target/hybridge.jar')
    parser.add_argument('--rounds', type=int, default=3)
    options = parser.parse_args()
    jcmd = os.path.join(os.path.dirname(options.java), 'jcmd')
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([options.java, '-Djarmode=tools', '-jar', options.jar, 'extract', '--destination',
                        folder + '/app'], stdout=subprocess.DEVNULL, check=True)
        extracted, cache = folder + '/app/hybridge.jar', folder + '/hybridge.aot'
        train(options.java, extracted, cache, folder)
        print(f'cache: {os.path.getsize(cache) / 2 ** 20:.0f} MiB')
        forms = {'plain jar': ['-jar', options.jar], 'AOT cache': [f'-XX:AOTCache={cache}', '-jar', extracted]}
        seen = {name: [] for name in forms}
        for _ in range(options.rounds):
            for name, form in forms.items():
                console = Console(options.java, form, folder)
                seen[name].append(console.first_page())
                console.stop()
        middle = {name: [statistics.median(column) for column in zip(*rounds)] for name, rounds in seen.items()}
        for name, (wall, processor) in middle.items():
            print(f'{name}: {wall:.2f} s wall, {processor:.2f} s processor')
        wall, processor = (one / other for one, other in zip(middle['AOT cache'], middle['plain jar']))
        print(f'AOT cache / plain jar: {wall:.2f} wall, {processor:.2f} processor (limit 0.45)')
        for name, form in forms.items():
            print(f'idle, {name}, {" ".join(HEAP)}: {idle(options.java, jcmd, form, folder):.0f} MiB (limit 400)')


main()

#!/usr/bin/python3
"""What does the server say to requests that no browser sends? Each must be refused or harmless, and the server live on.

Raw sockets against a server of our own; docs/SECURITY-CHECKLIST.md names these probes.
"""
import os, pathlib, random, socket, subprocess, sys, tempfile, time

BIN = pathlib.Path(os.environ.get("BIN", "target/release/minhbach"))
PORT = int(os.environ.get("PORT", "17700"))
END = b"\r\nHost: localhost\r\nConnection: close\r\n\r\n"


def send(data, seconds=25):
    """Status of the answer; 0 where the connection is closed without one, -1 where nothing comes in time."""
    with socket.create_connection(("127.0.0.1", PORT), timeout=seconds) as connection:
        try:
            connection.sendall(data)
        except OSError:
            pass  # refused before all was sent; the answer may be there
        try:
            answer = connection.recv(65536)
        except TimeoutError:
            return -1, b""
        except OSError:
            return 0, b""
        return (int(answer[9:12]) if answer.startswith(b"HTTP/1.") else 0), answer


def get(path):
    return send(b"GET " + path + b" HTTP/1.1" + END)


REFUSED = {0, 400, 403, 404, 405, 408, 411, 413, 414, 417, 421, 431, 501, 505}
PROBES = {
    "a path out of the site's folder": lambda: get(b"/../../../../etc/passwd"),
    "the same, encoded": lambda: get(b"/%2e%2e/%2e%2e/%2e%2e/etc/passwd"),
    "the same, encoded twice": lambda: get(b"/pkg/%252e%252e%252fetc%252fpasswd"),
    "a path with a null byte": lambda: get(b"/plans/%00"),
    "a path of bytes that are not UTF-8": lambda: get(b"/plans/%ff%fe%c0%af"),
    "an address of 100 kB": lambda: get(b"/" + b"a" * 100_000),
    "a header of 1 MB": lambda: send(b"GET / HTTP/1.1\r\nX-A: " + b"a" * 1_000_000 + END),
    "10,000 headers": lambda: send(b"GET / HTTP/1.1\r\n" + b"X-A: b\r\n" * 10_000 + END),
    "a body of 1 MB": lambda: send(b"POST /search HTTP/1.1\r\nContent-Length: 1000000" + END + b"a" * 1_000_000),
    "the method TRACE": lambda: send(b"TRACE / HTTP/1.1" + END),
    "a method that does not exist": lambda: send(b"DESTROY /plans HTTP/1.1" + END),
    "two lengths that differ": lambda: send(b"POST / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 50" + END + b"abcde"),
    "length and chunks at once": lambda: send(b"POST / HTTP/1.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked" + END + b"0\r\n\r\nGET /x HTTP/1.1\r\n\r\n"),
    "no host": lambda: send(b"GET /khong-co HTTP/1.1\r\nConnection: close\r\n\r\n"),
    "HTTP/3.7": lambda: send(b"GET / HTTP/3.7" + END),
    "words of another protocol": lambda: send(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200)),
    "a cursor made up": lambda: get(b"/api/v1/targets?cursor=%7B%22a%22%3A1%7D"),
    "a limit beyond bounds": lambda: get(b"/api/v1/targets?limit=99999999999999999999"),
    "SQL in a filter": lambda: get(b"/api/v1/targets?province=x'%20OR%201=1--"),
    "a parameter that does not exist": lambda: get(b"/api/v1/targets?a[b]=1"),
}


def harmless_searches():
    """Questions that are hard to parse: all must answer quickly."""
    hard = [b"(" * 500, b'"' * 999, b"a*" * 400, b"-" * 700, b"%20OR%20".join([b"a"] * 300), b"tinh:" * 200, b"%22a%22~99999999999999", b"so-tien:%3E" + b"9" * 400]
    worst, bad = 0, []
    for words in hard:
        begin = time.monotonic()
        status, _ = get(b"/api/v1/search?q=" + words)
        worst = max(worst, time.monotonic() - begin)
        if status not in (200, 400, 414):
            bad.append((words[:20], status))
    return worst, bad


def fuzzed(count=2000, seed=7):
    """Requests with bytes changed, cut and doubled at random, always the same ones."""
    draw, seen = random.Random(seed), {}
    for _ in range(count):
        data = bytearray(b"GET /api/v1/search?q=so+hoa&year=2020 HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nIf-None-Match: \"a\"" + END)
        for _ in range(draw.randrange(1, 8)):
            at = draw.randrange(len(data) - 4)
            match draw.randrange(3):
                case 0: data[at] = draw.randrange(256)
                case 1: del data[at]
                case 2: data[at:at] = data[at:at + draw.randrange(1, 30)]
        status, _ = send(bytes(data[:-4] + END), seconds=5)
        seen[status] = seen.get(status, 0) + 1
    return seen


def held_open(count=200, seconds=30):
    """How many clients that never finish their headers are still held after so long?"""
    clients = [socket.create_connection(("127.0.0.1", PORT)) for _ in range(count)]
    for client in clients:
        client.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ")
        client.setblocking(False)
    time.sleep(seconds)
    held = 0
    for client in clients:
        try:
            held += client.recv(10) != b"" and False
        except BlockingIOError:
            held += 1
        except OSError:
            pass
        client.close()
    return held, get(b"/robots.txt")[0] == 200


def main():
    if not BIN.exists():
        print(f"probes: SKIPPED, {BIN} is not built")
        return 0
    faults = []
    with tempfile.TemporaryDirectory() as data, open(f"{data}/log", "w") as log:
        server = subprocess.Popen([BIN, "serve", "--data", f"{data}/data", "--addr", f"127.0.0.1:{PORT}"], stdout=log, stderr=log)
        try:
            for _ in range(600):
                try:
                    if get(b"/robots.txt")[0] == 200:
                        break
                except OSError:
                    time.sleep(0.1)
            for name, probe in PROBES.items():
                status, answer = probe()
                if status not in REFUSED or b"root:" in answer:
                    faults.append(f"{name}: {status} {answer[:60]!r}")
            worst, bad = harmless_searches()
            faults += [f"a hard question: {one}" for one in bad] + ([f"a hard question takes {worst:.1f} s"] if worst > 5 else [])
            seen = fuzzed()
            if any(status >= 500 or status == -1 for status in seen):
                faults.append(f"fuzzed requests: {seen}")
            if get(b"/robots.txt")[0] != 200 or server.poll() is not None:
                faults.append("the server does not live on")
            print(f"probes: {len(PROBES)} refused, hard questions within {worst:.2f} s, 2000 fuzzed requests end as {dict(sorted(seen.items()))}")
            if "slow" in sys.argv:
                held, alive = held_open()
                print(f"probes: of 200 clients that never end their headers {held} are held after 30 s; others are answered: {alive}")
            if "panicked" in open(f"{data}/log").read():
                faults.append("a handler panicked")
        finally:
            server.terminate()
            server.wait(20)
    print("\n".join(f"probes: FAILED: {fault}" for fault in faults), end="\n" if faults else "")
    return bool(faults)


sys.exit(main())

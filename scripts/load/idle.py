#!/usr/bin/python3
"""How many connections does the server hold that ask nothing? idle.py PORT PID WANTED SECONDS"""
import resource, socket, sys, time

port, pid, wanted, seconds = (int(word) for word in sys.argv[1:5])
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
ASK = b"GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"


def memory():
    return next(int(line.split()[1]) / 1024 for line in open(f"/proc/{pid}/status") if line.startswith("VmRSS"))


def answered(connection):
    try:
        connection.sendall(ASK)
        return connection.recv(65536).startswith(b"HTTP/1.1 200")
    except OSError:
        return False


before, held = memory(), []
for _ in range(min(wanted, hard - 100)):
    try:
        connection = socket.create_connection(("127.0.0.1", port), timeout=10)
    except OSError:
        break
    if answered(connection):
        held.append(connection)
time.sleep(seconds)
during = memory()
begin = time.monotonic()
fresh = answered(socket.create_connection(("127.0.0.1", port), timeout=10))
took = (time.monotonic() - begin) * 1000
alive = sum(answered(connection) for connection in held)
print(f"{len(held)} of {wanted} opened, each answered once; after {seconds} s without a word {alive} still answer; "
      f"a new one is answered in {took:.0f} ms: {fresh}; memory {before:.0f} → {during:.0f} MB")
sys.exit(len(held) < wanted or not fresh)

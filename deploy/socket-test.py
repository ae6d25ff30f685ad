#!/usr/bin/python3
"""Is the portal restarted without a refused connection when the service manager holds its socket?

Stands in for systemd: opens the socket, hands it on (LISTEN_FDS), listens to what the service tells (NOTIFY_SOCKET), and
restarts the server three times while pages are asked for all the time, each on a new connection.
"""
import os, pathlib, shutil, signal, socket, subprocess, sys, tempfile, threading, time

BIN = pathlib.Path(os.environ.get("BIN", "target/release/minhbach"))
RESTARTS = 3
READY_WITHIN = 120


def start(listener, folder, told):
    os.set_inheritable(listener.fileno(), True)
    hand_on = f'exec 3<&{listener.fileno()}; export LISTEN_PID=$$ LISTEN_FDS=1; exec "$0" "$@"'
    own = {name: value for name, value in os.environ.items() if not name.startswith("MINHBACH_")}
    server = subprocess.Popen(
        ["sh", "-c", hand_on, str(BIN), "serve", "--data", f"{folder}/data", "--addr", "127.0.0.1:1"],
        close_fds=False, env={**own, "NOTIFY_SOCKET": f"{folder}/notify"}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    told.settimeout(READY_WITHIN)
    while b"READY=1" not in told.recv(4096):
        pass
    return server


def stop(server, told):
    server.send_signal(signal.SIGTERM)
    code = server.wait(30)
    said = b""
    told.setblocking(False)
    try:
        while True:
            said += told.recv(4096)
    except BlockingIOError:
        pass
    return code, said


class Reader(threading.Thread):
    """Asks for a page again and again, each time on a new connection."""

    def __init__(self, address):
        super().__init__()
        self.address, self.answered, self.failed, self.slowest, self.done = address, 0, [], 0.0, threading.Event()

    def run(self):
        while not self.done.is_set():
            begun = time.monotonic()
            try:
                with socket.create_connection(self.address, timeout=60) as connection:
                    connection.sendall(b"GET /about HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                    answer = b"".join(iter(lambda: connection.recv(65536), b""))
                if not answer.startswith(b"HTTP/1.1 200") or b"</html>" not in answer:
                    self.failed.append(answer[:80])
                self.answered += 1
            except OSError as error:
                self.failed.append(error)
            self.slowest = max(self.slowest, time.monotonic() - begun)


def main():
    if not os.access(BIN, os.X_OK):
        print(f"socket: SKIPPED, {BIN} is not built")
        return 0
    folder = tempfile.mkdtemp()
    told = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    told.bind(f"{folder}/notify")
    listener = socket.create_server(("127.0.0.1", 0), backlog=4096)
    server = start(listener, folder, told)
    reader = Reader(listener.getsockname())
    try:
        reader.start()
        for _ in range(RESTARTS):
            before = reader.answered
            while reader.answered < before + 20 and not reader.failed:
                time.sleep(0.01)
            code, said = stop(server, told)
            if code != 0 or b"STOPPING=1" not in said:
                reader.failed.append(f"ended with {code} and said {said!r}")
            server = start(listener, folder, told)
    finally:
        reader.done.set()
        reader.join()
        server.kill()
        server.wait()
        shutil.rmtree(folder)
    if reader.failed:
        print(f"socket: FAILED, {len(reader.failed)} of {reader.answered} pages: {reader.failed[:3]}")
        return 1
    print(f"socket: {RESTARTS} restarts, {reader.answered} pages asked for meanwhile, none refused, the slowest after {reader.slowest:.1f} s")
    return 0


sys.exit(main())

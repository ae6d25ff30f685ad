"""What becomes of readers and writers while PostgreSQL is stopped?"""
import os, pathlib, re, subprocess, time

from faults import hold
from portal import BIN, OPEN, PORT, Portal, folder, plan_file, until

PAGES = {"kept page": "/", "search": "/search?q=so+hoa", "list page": "/targets?year=2020",
         "list": "/api/v1/targets?limit=7", "plan": "/plans/soc-trang-2020", "site file": "/robots.txt"}


class Postgres:
    """A PostgreSQL of our own in a folder, as the user that it wants."""

    def __init__(self, where):
        self.where, self.data = where, where / "postgres"
        found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
        self.bin = found[-1]
        where.chmod(0o755)
        self.data.mkdir()
        if os.getuid() == 0:
            subprocess.run(["chown", "postgres:", self.data], check=True)
        self.run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-D", self.data)
        self.start()
        OPEN.append(lambda: self.stop("immediate"))
        self.run("createdb", "-h", "127.0.0.1", "-p", str(PORT + 1), "-U", "postgres", "minhbach")
        self.url = f"postgres://postgres@127.0.0.1:{PORT + 1}/minhbach"

    def run(self, program, *arguments):
        user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"] if os.getuid() == 0 else []
        subprocess.run([*user, self.bin / program, *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")

    def start(self):
        options = f"-p {PORT + 1} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.data}"
        self.run("pg_ctl", "-D", self.data, "-o", options, "-l", self.data / "log", "-w", "start")

    def stop(self, how):
        self.run("pg_ctl", "-D", self.data, "-m", how, "-w", "stop")


def take_in(url, where, n):
    begin = time.monotonic()
    command = [BIN, "ingest", "--database-url", url, "--id", f"thu-{n}", plan_file(where, n)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180)
    return done.returncode, time.monotonic() - begin, re.sub(r"\x1b\[[0-9;]*m", "", done.stderr).strip()


def stopped():
    """PostgreSQL stopped hard for half a minute while serving"""
    where = folder()
    postgres = Postgres(where)
    portal = Portal(where / "data", database_url=postgres.url)
    portal.start()
    for path in PAGES.values():
        hold(portal.get(path)[0] == 200, f"{path} does not answer even before")
    portal_before = portal.answers()
    postgres.stop("immediate")
    down, seen = time.monotonic(), []
    for name, path in {**PAGES, "search never asked": "/search?q=chi+so", "list never asked": "/api/v1/spending?limit=9"}.items():
        begin = time.monotonic()
        status, body = portal.get(path, timeout=60)
        seen.append(f"{name} {status or 'no answer'}" + (f" after {time.monotonic() - begin:.0f} s" if time.monotonic() - begin > 1 else ""))
        hold(status in (200, 500, 503, 504), f"{name}: {status} {body[:200]}")
    code, took, error = take_in(postgres.url, where, "down")
    hold(code != 0 and error, "what cannot be written is not refused")
    hold(portal.process.poll() is None, "the server stopped")
    time.sleep(max(0, 30 - (time.monotonic() - down)))
    postgres.start()
    back = until(30, lambda: portal.answers() == portal_before)
    hold(back is not None, f"30 s after PostgreSQL is back: {portal.answers()} for {portal_before}")
    code, _, later = take_in(postgres.url, where, "after")
    hold(code == 0, f"afterwards nothing can be taken in: {later}")
    # 2 s is the promise with PostgreSQL there; how long it takes after it was away is said.
    shown = until(60, lambda: portal.answers()[0] == portal_before[0] + 1)
    hold(shown is not None, "what is published afterwards is not shown")
    portal.stop()
    return (f"while stopped: {', '.join(seen)}; writing refused after {took:.1f} s: “{error.splitlines()[-1][:200]}”; "
            f"back: right answers after {back:.1f} s, a publication shown after {shown:.1f} s")

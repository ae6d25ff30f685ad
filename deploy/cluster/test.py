#!/usr/bin/python3
"""Does the cluster go on serving while its parts fail? Adds what it measured to docs/CLUSTER.md.

Started by test.sh with a cluster up. While each fault happens, readers ask HAProxy for pages and data, and every
request is counted by when it was asked and how it ended.
"""
import http.client, json, os, pathlib, signal, subprocess, sys, threading, time

PORT = int(os.environ.get("PORT", "17000"))
FOLDER = pathlib.Path(os.environ["CLUSTER"])
WEB, DATABASE = PORT + 8, f"postgres://minhbach@127.0.0.1:{PORT + 32}/minhbach"
PORTALS = {1: ("127.0.0.1", PORT + 1), 2: ("::1", PORT + 2)}
HEALTH_CHECK = 2.0  # seconds: HAProxy's `inter 500ms fall 2`, and as much again
ASKED = ["/", "/plans", "/plans/soc-trang-2020", "/api/v1/targets?limit=20", "/search?q=so+hoa", "/api/v1/plans?limit=5"]
HERE = pathlib.Path(__file__).parent
PLAN = HERE.parent.parent / "corpus/soc-trang-2009-2010/soc-trang-2009-2010.md"
ENVIRONMENT = {**os.environ, "HOME": str(FOLDER), "PORT": str(PORT)}
HEAD = """| fault | requests | failed at once | failed later | slowest answer | seen |
| --- | ---: | ---: | ---: | ---: | --- |"""
failures = []


class Readers:
    """Four readers, half of them over IPv6, until the block ends."""

    def __enter__(self):
        self.results, self.stop, self.start = [], threading.Event(), time.monotonic()
        self.threads = [threading.Thread(target=self.read, args=(n,)) for n in range(4)]
        [thread.start() for thread in self.threads]
        return self

    def __exit__(self, *_):
        self.stop.set()
        [thread.join() for thread in self.threads]

    def read(self, n):
        host = "::1" if n % 2 else "127.0.0.1"
        while not self.stop.is_set():
            path, asked = ASKED[len(self.results) % len(ASKED)], time.monotonic()
            try:
                connection = http.client.HTTPConnection(host, WEB, timeout=30)
                connection.request("GET", path)
                answer = connection.getresponse()
                answer.read()
                ended = str(answer.status)
            except OSError as error:
                ended = type(error).__name__
            except http.client.HTTPException as error:
                ended = type(error).__name__
            self.results.append((asked - self.start, time.monotonic() - asked, ended, path))
            time.sleep(0.05)

    def summary(self, fault_at):
        """Requests, failures before and after the health check's time, the slowest of those that succeeded."""
        bad = [(asked, ended, path) for asked, _, ended, path in self.results if ended != "200"]
        late = [one for one in bad if one[0] > fault_at - self.start + HEALTH_CHECK]
        for asked, ended, path in bad[:5]:
            print(f"  failed {asked - (fault_at - self.start):+.2f} s from the fault: {ended} {path}", file=sys.stderr)
        slowest = max((took for _, took, ended, _ in self.results if ended == "200"), default=0)
        return len(self.results), len(bad) - len(late), len(late), slowest


def get(where, path):
    connection = http.client.HTTPConnection(*where, timeout=5)
    connection.request("GET", path)
    return json.loads(connection.getresponse().read())


def revision(n):
    try:
        return get(PORTALS[n], "/api/v1/plans?limit=1")["meta"]["revision"]
    except (OSError, http.client.HTTPException, ValueError, KeyError):
        return None


def run_as_cluster(*command, **options):
    user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"] if os.getuid() == 0 else []
    return subprocess.run([*user, *command], capture_output=True, text=True, cwd=FOLDER, env=ENVIRONMENT, **options)


def publish(name):
    """Takes in a plan of the corpus under another name; gives how it ended, and when."""
    file = FOLDER / f"{name}.md"
    file.write_text(PLAN.read_text() + f"\nLần {name}.\n")
    done = run_as_cluster(FOLDER / "minhbach", "ingest", "--database-url", DATABASE, "--id", name, file)
    return done, time.monotonic()


def until(seconds, holds):
    start = time.monotonic()
    while time.monotonic() - start < seconds:
        if holds():
            return time.monotonic() - start
        time.sleep(0.05)
    return None


def leader():
    for node in (1, 2):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", PORT + 50 + node, timeout=2)
            connection.request("GET", "/primary")
            if connection.getresponse().status == 200:
                return node
        except OSError:
            pass
    return None


def pid(name):
    return int((FOLDER / name).read_text().split()[0])


def expect(holds, what):
    if not holds:
        failures.append(what)
        print(f"cluster-test: FAILED: {what}", file=sys.stderr)


def row(fault, summary, said):
    requests, before, after, slowest = summary
    expect(after == 0, f"{fault}: {after} requests failed after the health check's time")
    return f"| {fault} | {requests} | {before} | {after} | {slowest:.2f} s | {said} |"


def store_revision():
    return int(run_as_cluster("psql", DATABASE, "-Atc", "SELECT max(revision) FROM audit").stdout or 0)


def published():
    seen, want = [], store_revision()
    with Readers() as readers:
        at = time.monotonic()
        for n in range(5):
            done, ended = publish(f"ban-{n}")
            want += 1
            expect(done.returncode == 0, f"publishing: {done.stderr.strip()}")
            for portal in PORTALS:
                expect(until(10, lambda: revision(portal) == want) is not None, f"portal {portal} never shows {want}")
            seen.append(time.monotonic() - ended)
    expect(max(seen) < 2, f"both portals showed a publication after {max(seen):.2f} s only")
    return row("five plans are published", readers.summary(at), f"both portals show them after {', '.join(f'{one:.2f}' for one in sorted(seen))} s")


def portal_killed():
    with Readers() as readers:
        time.sleep(2)
        at = time.monotonic()
        os.kill(pid("portal-1.pid"), signal.SIGKILL)
        time.sleep(6)
        run_as_cluster("bash", "-c", f". '{FOLDER}/env.sh'; portal 1")
        back = until(60, lambda: revision(1) is not None)
        expect(back is not None, "the killed portal does not come back")
        time.sleep(2)
    return row("a portal is killed (-9), started 6 s later", readers.summary(at), f"answers {back or 0:.1f} s after its start")


def rolled():
    with Readers() as readers:
        at = time.monotonic() - HEALTH_CHECK  # nothing may fail at all
        done = subprocess.run([HERE / "roll.sh"], capture_output=True, text=True, check=False)
        took = time.monotonic() - at - HEALTH_CHECK
        expect(done.returncode == 0, f"the roll: {done.stderr.strip()}")
    return row("both portals are renewed in turn", readers.summary(at), f"took {took:.1f} s")


def leader_killed():
    old = leader()
    with Readers() as readers:
        time.sleep(2)
        before = store_revision()
        at = time.monotonic()
        for name in (f"patroni-{old}.pid", f"node{old}/postmaster.pid"):
            os.kill(pid(name), signal.SIGKILL)
        refused, ended = publish("giua-luc")  # while no one leads
        refused_after = ended - at
        took = until(60, lambda: leader() not in (None, old))
        expect(took is not None, "no other node leads")
        led = time.monotonic() - at
        done = None
        while time.monotonic() - at < 90 and (done is None or done.returncode != 0):
            done, ended = publish("sau-do")
        wrote = ended - at
        expect(done.returncode == 0, f"nothing can be published again: {done.stderr.strip()}")
        want = store_revision()
        expect(want > before, "what was published before is gone")
        for n in PORTALS:
            expect(until(30, lambda: revision(n) == want) is not None, f"portal {n} does not follow the new leader")
        followed = time.monotonic() - ended
        run_as_cluster("bash", "-c", f". '{FOLDER}/env.sh'; begin patroni-{old} patroni patroni-{old}.yml")
        joined = until(60, lambda: get(("127.0.0.1", PORT + 50 + leader()), "/cluster")["members"].__len__() == 2)
        expect(joined is not None, "the old leader does not come back as a replica")
    outcome = "waited and succeeded" if refused.returncode == 0 else f"was refused ({refused.stderr.strip()[:160]})"
    said = (f"another leads after {led:.1f} s; a publication at that moment {outcome} after {refused_after:.1f} s; "
            f"the next is written {wrote:.1f} s after the kill, both portals show it {followed:.1f} s later")
    return row("PostgreSQL's leader is killed (-9)", readers.summary(at), said)


def main():
    rows = [step() for step in (published, portal_killed, rolled, leader_killed)]
    table = "\n".join([HEAD, *rows, *(["", *(f"- **Not held:** {one}." for one in failures)] if failures else [])])
    print(table)
    if out := os.environ.get("RESULT"):
        pathlib.Path(out).write_text(table + "\n")
    sys.exit(1 if failures else 0)


main()

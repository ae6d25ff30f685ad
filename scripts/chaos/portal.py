"""How is the program started, asked and killed, and what does its store hold?"""
import hashlib, json, os, pathlib, re, shutil, signal, sqlite3, subprocess, tempfile, time, urllib.error, urllib.request

ROOT = pathlib.Path(__file__).parent.parent.parent
BIN = pathlib.Path(os.environ.get("BIN", ROOT / "target/release/minhbach")).resolve()
PORT = int(os.environ.get("PORT", "17100"))
PLAN = (ROOT / "corpus/soc-trang-2009-2010/soc-trang-2009-2010.md").read_text()


# What runs or is mounted, with how it is ended: a fault that does not hold leaves nothing behind.
OPEN = []


def end_all():
    while OPEN:
        try:
            OPEN.pop()()
        except Exception as error:  # noqa: BLE001: the rest must be ended too
            print(f"chaos: {error}")


def folder():
    where = pathlib.Path(tempfile.mkdtemp(prefix="minhbach-chaos-"))
    OPEN.append(lambda: remove(where))
    return where


def plan_file(where, n):
    """A plan of the corpus with a word of its own at the end of each sentence: no passage stands in two of them."""
    word = "".join(chr(ord("a") + int(digit, 16)) for digit in hashlib.sha256(str(n).encode()).hexdigest()[:6])
    file = where / f"thu-{n}.md"
    file.write_text("".join(re.sub(r"([a-zà-ỹ])([.;]?)\n$", rf"\1 {word}\2\n", line) for line in PLAN.splitlines(True)) + f"\nLần {n}.\n")
    return file


def ingest(data, n, where=None, **options):
    """Starts taking plan n in."""
    command = [BIN, "ingest", "--data", data, "--id", f"thu-{n}", plan_file(where or data.parent, n)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def ingested(data, n, where=None, **options):
    process = ingest(data, n, where, **options)
    out, error = process.communicate(timeout=120)
    return process.returncode == 0 and f"thu-{n}" in out, error.strip()


class Portal:
    """A server on a data folder."""

    def __init__(self, data, port=PORT, database_url=None, environment=None):
        self.data, self.port, self.database_url, self.environment = data, port, database_url, environment or {}

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self, seconds=90):
        """Starts it; gives the seconds until it answers."""
        begin = time.monotonic()
        command = [BIN, "serve", "--data", self.data, "--addr", f"127.0.0.1:{self.port}"]
        if self.database_url:
            command += ["--database-url", self.database_url]
        self.log = open(self.data.parent / f"{self.data.name}.log", "a")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log, env={**os.environ, **self.environment})
        OPEN.append(self.process.kill)
        while time.monotonic() - begin < seconds and self.process.poll() is None:
            if self.get("/robots.txt")[0] == 200:
                return time.monotonic() - begin
            time.sleep(0.02)
        raise RuntimeError(f"the server does not start: {self.said()[-600:]}")

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait(30)

    def said(self):
        return (self.data.parent / f"{self.data.name}.log").read_text()

    def get(self, path, timeout=30):
        """Status and body; status 0 where there is no answer."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=timeout) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()
        except OSError as error:
            return 0, str(error).encode()

    def json(self, path):
        status, body = self.get(path)
        return json.loads(body) if status == 200 else None

    def revision(self):
        answer = self.json("/api/v1/plans?limit=1")
        return answer and answer["meta"]["revision"]

    def answers(self):
        """What does not depend on time: the totals of lists and of a search."""
        lists = [self.json(f"/api/v1/{noun}?limit=1") for noun in ("plans", "targets", "spending", "progress")]
        found = self.json("/api/v1/search?view=ranked&q=so+hoa")
        return [one and one["page"]["total"] for one in lists] + [found and found["page"]["total"]]


def until(seconds, holds):
    """Seconds until it holds, or None."""
    begin = time.monotonic()
    while time.monotonic() - begin < seconds:
        if holds():
            return time.monotonic() - begin
        time.sleep(0.1)
    return None


def contents(data):
    """Records of each current plan, the revision, and what SQLite finds wrong with the file."""
    with sqlite3.connect(data / "minhbach.sqlite", timeout=30) as store:
        counts = dict(store.execute(
            "SELECT p.id, (SELECT count(*) FROM records r WHERE r.plan_id = p.id AND r.revision_to IS NULL AND r.kind <> 'checks')"
            " FROM plans p WHERE p.revision_to IS NULL"))
        strays = store.execute("SELECT count(*) FROM records WHERE plan_id NOT IN (SELECT id FROM plans)").fetchone()[0]
        revision = store.execute("SELECT revision FROM meta").fetchone()[0]
        logged = store.execute("SELECT count(*), max(revision) FROM audit").fetchone()
        fault = store.execute("PRAGMA integrity_check").fetchone()[0]
    whole = strays == 0 and fault == "ok" and logged == (revision, revision)
    return counts, whole


def remove(where):
    shutil.rmtree(where, ignore_errors=True)

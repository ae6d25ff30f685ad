"""What is done to the program, and what must hold then? Each gives a line of what was seen."""
import os, pathlib, random, signal, subprocess, threading, time

from portal import OPEN, Portal, contents, folder, ingest, ingested, remove, until


class Shortfall(Exception):
    """What should hold does not."""


def hold(truth, what):
    if not truth:
        raise Shortfall(what)


def ingest_killed(times=int(os.environ.get("KILLS", "200"))):
    """kill -9 of an ingesting process"""
    where = folder()
    data = where / "data"
    begin = time.monotonic()
    hold(ingested(data, "whole")[0], "a plan cannot be taken in at all")
    hold(ingested(data, "whole-2")[0], "a second plan cannot be taken in")
    window = (time.monotonic() - begin) / 2
    expected = contents(data)[0]["thu-whole"]
    acknowledged, killed, windows = {"thu-whole", "thu-whole-2"}, 0, []
    for n in range(times):
        windows.append(window)
        process = ingest(data, n)
        time.sleep(random.uniform(0, window))
        process.kill()
        out, _ = process.communicate()
        killed += process.returncode == -signal.SIGKILL
        if f"thu-{n}" in out:
            acknowledged.add(f"thu-{n}")
        # However busy the machine is: one in five gets through, so that kills fall on all of the way.
        window *= 0.8 if process.returncode == 0 else 1.06
    counts, whole = contents(data)
    hold(whole, "the store is damaged or its revision does not fit its audit")
    hold(acknowledged <= counts.keys(), f"lost though acknowledged: {acknowledged - counts.keys()}")
    half = {name: count for name, count in counts.items() if count != expected}
    hold(not half, f"plans with other than {expected} records: {half}")
    kept = len(counts) - len(acknowledged)
    hold(len(acknowledged) > times / 20, "too few got through to tell anything: the kills came too early")
    again, error = ingested(data, "after")
    hold(again, f"afterwards nothing can be taken in: {error}")
    return (f"{killed} of {times} killed, at any moment of the {min(windows):.2f} to {max(windows):.2f} s that it takes; {len(acknowledged)} acknowledged, all there; "
            f"{kept} there unacknowledged, whole; none half; the store sound")


def server_killed(times=20):
    """kill -9 of a serving process"""
    where = folder()
    portal = Portal(where / "data")
    portal.start()
    before, starts = portal.answers(), []
    for n in range(times):
        writer = ingest(portal.data, f"s{n}") if n % 4 == 0 else None
        time.sleep(random.uniform(0, 1))
        portal.stop(signal.SIGKILL)
        starts.append(portal.start())
        if writer:
            writer.communicate()
    plans = len(contents(portal.data)[0])
    caught_up = until(10, lambda: portal.answers()[0] == plans)
    hold(caught_up is not None, f"the index stays behind: {portal.answers()} of {plans} plans")
    hold(portal.answers()[1] > before[1], "what was taken in meanwhile is not shown")
    portal.stop()
    return f"{times} kills, a plan taken in during every fourth; answers again after at most {max(starts):.1f} s, nothing missing"


def index_lost():
    """The index deleted while serving, then damaged, then of no use"""
    where = folder()
    portal = Portal(where / "data")
    portal.start()
    before, index = portal.answers(), portal.data / "index"
    remove(index)
    wrong = [got for got in (portal.answers() for _ in range(10)) if any(a not in (b, None) for a, b in zip(got, before))]
    hold(not wrong, f"wrong answers while the index is away: {wrong[:1]} for {before}")
    back = until(30, lambda: index.is_dir() and portal.answers() == before)
    hold(back is not None, "the deleted index is not made anew within 30 s")
    seen = [f"deleted: made anew within {back:.1f} s, no wrong answer meanwhile"]
    for name, damage in (("bits turned over", flip), ("files cut short", cut), ("meta.json emptied", empty)):
        portal.stop()
        damaged = damage(index)
        took = portal.start()
        hold(portal.answers() == before, f"{name} in {damaged}: answers {portal.answers()} for {before}")
        seen.append(f"{name} ({damaged} files) before a start: right answers after {took:.1f} s")
    portal.stop()
    return "; ".join(seen)


def segments(index):
    return sorted(file for file in index.rglob("*") if file.is_file() and not file.name.startswith(".") and file.suffix not in ("", ".json", ".lock"))


def flip(index):
    for file in segments(index):
        data = bytearray(file.read_bytes())
        for _ in range(20):
            data[random.randrange(len(data))] ^= 0xFF
        file.write_bytes(data)
    return len(segments(index))


def cut(index):
    for file in segments(index):
        os.truncate(file, file.stat().st_size // 2)
    return len(segments(index))


def empty(index):
    for file in index.rglob("meta.json"):
        file.write_text("")
    return 1


def disk_full():
    """The disk full while plans are taken in and served (tmpfs of 24 MB)"""
    where = folder()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", where], check=True)
    OPEN.append(lambda: subprocess.run(["umount", "-l", where], check=True))
    files = folder()
    data = where / "data"
    portal = Portal(data)
    portal.start()
    acknowledged, error = set(), ""
    for n in range(200):
        taken, error = ingested(data, n, files)
        if not taken:
            break
        acknowledged.add(f"thu-{n}")
    hold(error, "the disk never became full")
    status = [portal.get(path)[0] for path in ("/", "/plans", "/api/v1/targets?limit=5", "/search?q=so+hoa")]
    alive = portal.process.poll() is None
    hold(alive and status == [200] * 4, f"reading fails on a full disk: {status}, alive: {alive}")
    subprocess.run(["mount", "-o", "remount,size=200m", where], check=True)
    taken, later = ingested(data, "after", files)
    hold(taken, f"with room again nothing can be taken in: {later}")
    counts, whole = contents(data)
    hold(whole and acknowledged <= counts.keys(), "the store is damaged or something acknowledged is gone")
    hold(len({counts[name] for name in acknowledged}) <= 1, f"half plans: {counts}")
    caught_up = until(30, lambda: portal.answers()[0] == len(counts))
    portal.stop()
    hold(caught_up is not None, f"with room again the index stays behind: {portal.said()[-300:]}")
    return (f"after {len(acknowledged)} plans refused: “{error.splitlines()[-1][:180]}”; reading went on; with room again writing went on, "
            f"the index caught up in {caught_up:.1f} s")


def clock_jumps():
    """The clock jumps ten years ahead, then back, while serving (libfaketime)"""
    libraries = sorted(pathlib.Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    if not libraries:
        return "SKIPPED: libfaketime is not here"
    where = folder()
    clock = where / "clock"
    clock.write_text("+0\n")
    fake = {"LD_PRELOAD": str(libraries[0]), "FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_NO_CACHE": "1", "DONT_FAKE_MONOTONIC": "1"}
    portal = Portal(where / "data", environment=fake)
    portal.start()
    seen = []
    for n, jump in enumerate(("+3650d", "-3650d", "+0")):
        clock.write_text(f"{jump}\n")
        before = portal.answers()
        taken, error = ingested(portal.data, f"c{n}", env={**os.environ, **fake})
        hold(taken, f"at {jump} nothing can be taken in: {error}")
        shown = until(10, lambda: portal.answers()[0] == before[0] + 1)
        hold(shown is not None, f"at {jump} what is published is not shown; the log: {portal.said()[-300:]}")
        seen.append(f"{jump} shown after {shown:.1f} s")
    portal.stop()
    took = portal.start()
    hold(portal.answers()[0] == before[0] + 1, "after a restart something is missing")
    portal.stop()
    hold(contents(portal.data)[1], "the store does not fit its audit")
    return "; ".join(seen) + f"; after a restart ({took:.1f} s) all there"

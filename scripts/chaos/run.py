#!/usr/bin/python3
"""Does the program keep its promises while it is killed and its surroundings fail? Writes docs/CHAOS.md.

All faults, or those named as arguments; BIN names the program, KILLS how often ingesting is killed.
"""
import os, pathlib, subprocess, sys, tempfile, time, traceback

sys.dont_write_bytecode = True
import database, faults
from portal import BIN, ROOT, end_all

ALL = [faults.ingest_killed, faults.server_killed, faults.index_lost, faults.disk_full, faults.clock_jumps, database.stopped]


def main():
    named = sys.argv[1:]
    rows, failed = ["| fault | held | seen | took |", "| --- | --- | --- | ---: |"], False
    for fault in ALL:
        name = f"{fault.__module__}.{fault.__name__}"
        if named and name not in named:
            continue
        begin = time.monotonic()
        try:
            held, seen = "yes", fault()
            held = "skipped" if seen.startswith("SKIPPED") else held
        except Exception as error:  # noqa: BLE001: whatever fails is what is looked for
            held, seen, failed = "**no**", str(error), True
            if not isinstance(error, faults.Shortfall):
                traceback.print_exc()
        finally:
            end_all()
        seen = " ".join(seen.split()).replace("|", "/")
        rows.append(f"| {fault.__doc__.strip()} | {held} | {seen} | {time.monotonic() - begin:.0f} s |")
        print(rows[-1], flush=True)
    if not named:
        with tempfile.NamedTemporaryFile("w", suffix=".md") as file:
            file.write("\n".join(rows) + "\n")
            file.flush()
            subprocess.run([ROOT / "scripts/results.sh", ROOT / "docs/CHAOS.md", BIN, "`make chaos`", file.name], check=True)
    sys.exit(failed)


main()

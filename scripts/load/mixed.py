#!/usr/bin/python3
"""How long do answers take at a fixed rate of questions, whether the last was answered or not?

mixed.py PORT RATE SECONDS FILE: asks for the file's addresses in turn over kept connections. An answer's time counts
from when its question was due, so that a server that stalls cannot hide it. Prints figures as ask.lua does.
"""
import asyncio, sys, time

PORT, RATE, SECONDS = (int(word) for word in sys.argv[1:4])
ADDRESSES = open(sys.argv[4]).read().split()
took, bad = [], 0


async def ask(pool, due, address):
    global bad
    try:
        reader, writer = pool.pop() if pool else await asyncio.open_connection("127.0.0.1", PORT, limit=1 << 22)
        writer.write(f"GET {address} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        if "content-length: " in head:
            await reader.readexactly(int(head.split("content-length: ")[1].split("\r")[0]))
        elif "chunked" in head:
            while (size := int(await reader.readline(), 16)):
                await reader.readexactly(size + 2)
            await reader.readline()
        bad += " 200 " not in head[:16]
        pool.append((reader, writer))
    except (OSError, asyncio.IncompleteReadError, ValueError):
        bad += 1
    took.append(time.monotonic() - due)


async def main():
    pool, tasks, begin = [], [], time.monotonic()
    for n in range(RATE * SECONDS):
        due = begin + n / RATE
        if (wait := due - time.monotonic()) > 0:
            await asyncio.sleep(wait)
        tasks.append(asyncio.create_task(ask(pool, due, ADDRESSES[n % len(ADDRESSES)].replace("@", str(n)))))
    await asyncio.gather(*tasks)
    took.sort()
    place = lambda share: took[int(share * (len(took) - 1))] * 1000
    print(f"FIGURES {len(took)} {len(took) / (time.monotonic() - begin):.0f} {place(0.5):.2f} {place(0.99):.2f} {bad}")


asyncio.run(main())

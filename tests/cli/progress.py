#!/usr/bin/env python3
"""How far the reading of a document is, told on standard error where that is a terminal."""

import os
import pty
import select
import subprocess
import sys
import time

from program import PROGRAM, SAMPLE, environment, read_to_end
from tap import Tap

LONG = 1.6  # seconds; nothing is told before one of them is over


def told(most, language="en", **more):
    """What reading a document that is kept back writes to a terminal, and how long it took: until
    something is told, or that many seconds at most, nothing but comments comes."""
    with open(SAMPLE, "rb") as file:
        text = file.read()
    master, slave = pty.openpty()
    began = time.monotonic()
    child = subprocess.Popen([os.path.abspath(PROGRAM), "show", "-"],
                             stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=slave,
                             env=environment(language) | {"TERM": "xterm"} | more)
    os.close(slave)
    while not select.select([master], [], [], 0.05)[0] and time.monotonic() - began < most:
        child.stdin.write(b"#\n")
        child.stdin.flush()
    child.stdin.write(text)
    child.stdin.close()
    out = read_to_end(master)
    status = child.wait()
    os.close(master)
    return (out.decode() if status == 0 else f"status {status}"), time.monotonic() - began


def told_soon():
    """The same within a second, of which the clock's own turns in between; a machine may be slow."""
    for _ in range(10):
        time.sleep((0.85 - time.monotonic()) % 1)
        out, took = told(0.3)
        if took < 1:
            return out
    return None


def main():
    tap = Tap()
    out, _ = told(60)
    tap.result("a slow reading tells how far it is, and takes that away",
               [] if out.startswith("\rreading: 0.0 MB\033[K") and out.endswith("\r\033[K") else [repr(out)])
    out, _ = told(60, language="zh_CN")
    tap.result("in Chinese", [] if out.startswith("\r读取：0.0 MB\033[K") else [repr(out)])
    out, _ = told(LONG, TERM="dumb")
    tap.result("not where it could not be taken away", [repr(out)] if out else [])
    out = told_soon()
    if out is None:
        tap.skipped("a short reading tells nothing: each took more than a second")
    else:
        tap.result("a short reading tells nothing", [repr(out)] if out else [])
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

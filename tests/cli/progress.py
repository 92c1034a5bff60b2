#!/usr/bin/env python3
"""How far the reading of a document is, told on standard error where that is a terminal."""

import os
import pty
import subprocess
import sys
import time

from program import PROGRAM, SAMPLE, environment
from tap import Tap

PIECES = 8


def told(seconds, language="en", **more):
    """What reading a document that comes in pieces writes to a terminal, and how long it took."""
    with open(SAMPLE, "rb") as file:
        text = file.read()
    size = len(text) // PIECES + 1
    master, slave = pty.openpty()
    began = time.monotonic()
    child = subprocess.Popen([os.path.abspath(PROGRAM), "show", "-"],
                             stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=slave,
                             env=environment(language) | {"TERM": "xterm"} | more)
    os.close(slave)
    for at in range(0, len(text), size):
        time.sleep(seconds / PIECES)
        child.stdin.write(text[at:at + size])
        child.stdin.flush()
    child.stdin.close()
    out = b""
    try:
        while piece := os.read(master, 4096):
            out += piece
    except OSError:
        pass  # the terminal is closed
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
    out, _ = told(1.6)
    tap.result("a slow reading tells how far it is, and takes that away",
               [] if out.startswith("\rreading: 0.0 MB\033[K") and out.endswith("\r\033[K") else [repr(out)])
    out, _ = told(1.6, language="zh_CN")
    tap.result("in Chinese", [] if out.startswith("\r读取：0.0 MB\033[K") else [repr(out)])
    out, _ = told(1.6, TERM="dumb")
    tap.result("not where it could not be taken away", [repr(out)] if out else [])
    out = told_soon()
    if out is None:
        tap.skipped("a short reading tells nothing: each took more than a second")
    else:
        tap.result("a short reading tells nothing", [repr(out)] if out else [])
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

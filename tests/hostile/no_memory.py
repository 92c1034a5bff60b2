#!/usr/bin/env python3
"""The program when a request for memory is refused, the nth of each run: it says so and ends with
status 4, or does without what it was for. It never crashes, never passes part of an output for the
whole, and leaves a terminal as it was."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "cli"))
sys.path.insert(0, os.path.join(HERE, "..", "data"))
import program  # noqa: E402
from tap import Tap, skip  # noqa: E402

LIBRARY = os.path.join(os.path.abspath(program.BUILD), "tests", "hostile", "faults.so")
RUNS = 60
NO_MEMORY = 4


def environment(at, for_good, count=None):
    extra = {"LD_PRELOAD": LIBRARY, "NO_MEMORY_AT": str(at)}
    if for_good:
        extra["NO_MEMORY_FOR_GOOD"] = "1"
    if count:
        extra["NO_MEMORY_COUNT"] = count
    return program.environment() | extra


def run(arguments, at, for_good, count=None):
    return subprocess.run([os.path.abspath(program.PROGRAM), *arguments], capture_output=True,
                          stdin=subprocess.DEVNULL, timeout=120, start_new_session=True,
                          env=environment(at, for_good, count))


def points(total):
    """Every one of the first, then ever fewer, so that all stages are met."""
    step, at, chosen = 1.0, 1.0, []
    while at <= total and len(chosen) < RUNS:
        chosen.append(int(at))
        step = max(1.0, at * 0.15)
        at += step
    chosen += [total * part // 16 for part in range(1, 16)]
    return sorted(set(n for n in chosen if n > 0))


def requests_of(arguments):
    with tempfile.NamedTemporaryFile() as count:
        whole = run(arguments, 0, False, count.name)
        return whole, int(open(count.name).read())


def fault_of(whole, done):
    if done.returncode < 0:
        return f"signal {-done.returncode}"
    if done.returncode == NO_MEMORY:
        return None if done.stderr.strip() else "status 4 without a word"
    if done.returncode != whole.returncode:
        return f"status {done.returncode}: {done.stderr.decode('utf-8', 'replace').strip()}"
    return None if done.stdout == whole.stdout else "another output with the usual status"


def try_command(arguments):
    whole, total = requests_of(arguments)
    faults = []
    for for_good in (False, True):
        for at in points(total):
            fault = fault_of(whole, run(arguments, at, for_good))
            if fault:
                faults.append(f"request {at}{' and all after' if for_good else ''}: {fault}")
    return total, faults


# ---------------------------------------------------------------- on a terminal


def drain(master, process, seconds, until=None):
    """What comes within some time: until it is quiet after `until` was seen, or the program ended."""
    read, end = b"", time.monotonic() + seconds
    while time.monotonic() < end:
        ready, _, _ = select.select([master], [], [], 0.05)
        if not ready:
            if until is None or until in read or process.poll() is not None:
                break
            continue
        try:
            piece = os.read(master, 65536)
        except OSError:
            break
        if not piece:
            break
        read += piece
    return read


def browse(at, count=None):
    """One session of a few keys; the status, what was written, and whether the modes are as before."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    before = termios.tcgetattr(slave)
    settings = environment(at, False, count) | {"TERM": "xterm-256color"}
    process = subprocess.Popen([os.path.abspath(program.PROGRAM), program.SAMPLE], stdin=slave,
                               stdout=slave, stderr=subprocess.PIPE, env=settings,
                               start_new_session=True)
    out = drain(master, process, 20, b"\x1b[?1049h")
    for keys in (b"3jj\r", b"/201", b"\r", b"7GQ"):
        if process.poll() is not None:
            break
        os.write(master, keys)
        out += drain(master, process, 0.4)
    end = time.monotonic() + 20
    while process.poll() is None and time.monotonic() < end:
        out += drain(master, process, 0.4)
    process.kill()
    process.wait()
    err = process.stderr.read()
    process.stderr.close()
    same = termios.tcgetattr(slave) == before
    os.close(slave)
    out += program.read_to_end(master)
    os.close(master)
    return process.returncode, out, err, same


def fault_of_session(session):
    status, out, err, same = session
    left = out.count(b"\x1b[?1049h") <= out.count(b"\x1b[?1049l")
    if status not in (0, NO_MEMORY):
        return f"status {status}: {err.decode('utf-8', 'replace').strip()}"
    if status == NO_MEMORY and not err.strip():
        return "status 4 without a word"
    if not left or not same:
        return "the terminal is not as it was"
    return None


def try_browser():
    with tempfile.NamedTemporaryFile() as count:
        fault = fault_of_session(browse(0, count.name))
        total = int(open(count.name).read() or 0)
    faults = [f"no request refused: {fault}"] if fault else []
    chosen = points(total)
    for at in chosen[:: max(1, len(chosen) // 40)]:
        fault = fault_of_session(browse(at))
        if fault:
            faults.append(f"request {at}: {fault}")
    return total, faults


def main():
    if not os.path.exists(LIBRARY):
        skip("memory cannot be refused in a build with a sanitizer")
    tests = Tap()
    missing = os.path.join(program.SOURCE, "tests", "missing.yaml")
    for arguments in (["show", program.SAMPLE], ["check", program.SAMPLE],
                      ["check", program.SAMPLE, "--format", "json"],
                      ["search", "行政", program.SAMPLE],
                      ["search", "-E", "行.{1,3}运", program.SAMPLE],
                      ["export", program.SAMPLE, "-f", "json"],
                      ["export", program.SAMPLE, "-f", "html"],
                      ["export", program.SAMPLE, "-f", "yaml"], ["--help"], ["show", missing]):
        total, faults = try_command(arguments)
        name = " ".join(os.path.basename(word) for word in arguments)
        tests.result(f"{name}: one of {total} requests refused", faults)
    total, faults = try_browser()
    tests.result(f"the browser: one of {total} requests refused", faults)
    return tests.end()


sys.exit(main())

#!/usr/bin/env python3
"""Surroundings that fail: files that change or vanish, disks that are full, readings that break off,
terminals that are resized without end, are slow or go away. The program says so and ends, or goes on."""

import fcntl
import os
import pty
import resource
import select
import shutil
import signal
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
from tap import Tap  # noqa: E402

PROGRAM = os.path.abspath(program.PROGRAM)
LIBRARY = os.path.join(os.path.abspath(program.BUILD), "tests", "hostile", "faults.so")
OK, NO, USAGE, DOCUMENT, SURROUNDINGS = range(5)
LEAVES = b"\x1b[?1049l"
QUIET = 0.2


def run(arguments, extra=None, stdout=subprocess.PIPE, before=None):
    return subprocess.run([PROGRAM, *arguments], stdout=stdout, stderr=subprocess.PIPE,
                          stdin=subprocess.DEVNULL, timeout=120, start_new_session=True,
                          env=program.environment() | (extra or {}), preexec_fn=before)


def said(done):
    return done.stderr.decode("utf-8", "replace").strip()


class Session:
    """The browser on a terminal of its own."""

    def __init__(self, arguments, extra=None, rows=24, columns=80):
        self.master, self.slave = pty.openpty()
        self.resize(rows, columns)
        self.modes = termios.tcgetattr(self.slave)
        self.out = b""
        self.process = subprocess.Popen(
            [PROGRAM, *arguments], stdin=self.slave, stdout=self.slave, stderr=subprocess.PIPE,
            env=program.environment() | {"TERM": "xterm-256color"} | (extra or {}),
            preexec_fn=self.take_terminal)

    def take_terminal(self):
        """Signals that are ignored, as in the background or under nohup, are handed on otherwise."""
        for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    def resize(self, rows, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, quiet=0.3, most=20.0, size=65536):
        """Until nothing has come for a while."""
        end = time.monotonic() + most
        while time.monotonic() < end:
            ready, _, _ = select.select([self.master], [], [], quiet)
            if not ready:
                break
            try:
                self.out += os.read(self.master, size)
            except OSError:
                break
        return self.out

    def wait_for(self, text, most=20.0):
        end = time.monotonic() + most
        while text not in self.out and time.monotonic() < end and self.process.poll() is None:
            self.read(0.05, 0.2)
        return text in self.out

    def settle(self, most=20.0):
        """Until all keys are taken, nothing more comes, and the program was in one sleep for longer
        than it waits for the rest of a sequence."""
        end, came = time.monotonic() + most, True
        while came and time.monotonic() < end and self.process.poll() is None:
            sleep, length = program.sleep_of(self.process.pid), len(self.out)
            keys = select.select([self.slave], [], [], 0)[0]
            self.read(QUIET, QUIET)
            came = keys or len(self.out) != length or not sleep or program.sleep_of(self.process.pid) != sleep

    def type(self, keys):
        os.write(self.master, keys)
        self.settle()

    def end(self, keys=b"Q"):
        """Leaves; what is wrong with how that went."""
        if keys and self.process.poll() is None:
            os.write(self.master, keys)
        deadline = time.monotonic() + 20
        while self.process.poll() is None and time.monotonic() < deadline:
            self.read(0.05, 0.2)
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
            return ["it does not end"]
        self.read(0.1)
        faults = [] if termios.tcgetattr(self.slave) == self.modes else ["the modes are not as before"]
        if b"\x1b[?1049h" in self.out and LEAVES not in self.out:
            faults.append("the screen was not left")
        if self.process.returncode < 0 and keys:
            faults.append(f"signal {-self.process.returncode}")
        self.error = self.process.stderr.read().decode("utf-8", "replace")
        return faults

    def close(self):
        self.process.stderr.close()
        os.close(self.master)
        os.close(self.slave)


# ------------------------------------------------------------------ files

def full_disk(tests, directory):
    for arguments in (["show", program.SAMPLE], ["check", program.SAMPLE], ["--help"],
                      ["search", "行", program.SAMPLE], ["export", program.SAMPLE, "-f", "json"]):
        with open("/dev/full", "wb") as full:
            done = run(arguments, stdout=full)
        faults = [] if done.returncode == SURROUNDINGS and said(done) else [f"status {done.returncode}: {said(done)}"]
        tests.result(f"{arguments[0]} onto a full disk", faults)

    def no_room():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
    out = os.path.join(directory, "out.json")
    done = run(["export", program.SAMPLE, "-f", "json", "-o", out], before=no_room)
    faults = [] if done.returncode == SURROUNDINGS and said(done) else [f"status {done.returncode}: {said(done)}"]
    tests.result("a file that grows too large is not left behind", faults + [
        name for name in os.listdir(directory) if name.startswith("out")])


def broken_readings(tests):
    if not os.path.exists(LIBRARY) or "MEMCHECK" in os.environ:  # valgrind reads, too
        return
    whole, faults = run(["show", program.SAMPLE]).stdout, []
    for at in range(1, 40):
        done = run(["show", program.SAMPLE], {"LD_PRELOAD": LIBRARY, "READ_ERROR_AT": str(at)})
        if done.returncode == OK and done.stdout == whole:
            continue
        if done.returncode not in (DOCUMENT, SURROUNDINGS) or not said(done):
            faults.append(f"reading {at}: status {done.returncode}: {said(done)}")
    tests.result("a reading that breaks off", faults)


def configuration(tests, directory):
    """A directory in its place, a broken one, a home that is a file: told at once, or done without."""
    home = os.path.join(directory, "config")
    os.makedirs(os.path.join(home, "budgettui", "config.yaml"))
    done = run(["show", program.SAMPLE], {"XDG_CONFIG_HOME": home})
    tests.result("a directory in the place of the configuration",
                 [] if done.returncode == USAGE and "config.yaml" in said(done) else [f"{done.returncode}: {said(done)}"])
    session = Session([program.SAMPLE], {"XDG_STATE_HOME": program.SAMPLE})
    session.wait_for("九龙坡".encode())
    session.type(b"/201\r")
    tests.result("a state directory that cannot be", session.end())
    session.close()


def changing_files(tests, directory):
    path = os.path.join(directory, "changing.yaml")
    shutil.copy(program.SAMPLE, path)
    session = Session([path])
    session.wait_for("九龙坡".encode())
    with open(path, "r+b") as file:
        file.truncate(3000)
    session.read(1.0)
    session.type(b"3jj")
    os.unlink(path)
    session.read(1.0)
    session.type(b"R")
    session.type(b"2\r/201\r")
    os.mkfifo(path)
    session.read(1.0)
    session.type(b"R")
    session.type(b"\x0c")
    tests.result("a file that is cut off, deleted, and a pipe then", session.end())
    session.close()


# ------------------------------------------------------------------ terminals

def resizes(tests):
    session = Session([program.SAMPLE])
    session.wait_for("九龙坡".encode())
    session.type(b"3")
    for step in range(1000):
        session.resize(step * 7 % 60 + 1, step * 13 % 230 + 1)
        if step % 50 == 0:
            session.read(0.0, 0.05)
    session.resize(1, 1)
    session.type(b"j")
    session.resize(24, 80)
    session.settle()
    painted = len(session.out)
    session.type(b"\x0c")
    faults = [] if b"Function" in session.out[painted:] else ["it paints no more"]
    tests.result("1,000 sizes, down to 1×1", faults + session.end())
    session.close()


def slow_terminal(tests):
    session = Session([program.SAMPLE])
    os.write(session.master, b"3jjjj2\r7G")
    for _ in range(1500):
        session.read(0.001, 0.002, 7)
    tests.result("a terminal that takes a few bytes at a time", session.end())
    session.close()


def bytes_that_dribble(tests):
    session = Session([program.SAMPLE])
    session.wait_for("九龙坡".encode())
    for byte in b"\x1b[<0;5;7M\x1b[<0;5;7m/\xe8\xa1\x8c\x1b\x1b[200~\xe8\xa1\x1b[201~\x1b[999;999R\xff\xfe":
        os.write(session.master, bytes([byte]))
        session.read(0.03, 0.1)
    session.type(b"\x1b")
    session.type(b"\x1b")
    tests.result("keys, clicks and pastes that come byte by byte, some broken", session.end())
    session.close()


def signals(tests):
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        session = Session([program.SAMPLE])
        session.wait_for("九龙坡".encode())
        session.settle()
        worked = b"^C" in session.out
        session.process.send_signal(number)
        # Where reading took so long that it was shown, the first one may count as meant for that.
        if number == signal.SIGINT and worked and session.wait_for(b"^C again"):
            session.process.send_signal(number)
        faults = session.end(b"")
        if session.process.returncode != -number:
            faults.append(f"status {session.process.returncode}")
        tests.result(f"signal {number.name}", faults)
        session.close()


def hang_up(tests):
    session = Session([program.SAMPLE])
    session.wait_for("九龙坡".encode())
    os.close(session.slave)
    os.close(session.master)
    try:
        session.process.wait(20)
        faults = []
    except subprocess.TimeoutExpired:
        session.process.kill()
        session.process.wait()
        faults = ["it does not end"]
    session.process.stderr.close()
    tests.result("a terminal that goes away", faults)


def pipes(tests):
    process = subprocess.Popen([PROGRAM, "show", program.SAMPLE], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, env=program.environment())
    process.stdout.read(10)
    process.stdout.close()
    error = process.stderr.read()
    process.stderr.close()
    status = process.wait(20)
    tests.result("a pipe that nobody reads any more",
                 [] if status in (0, -signal.SIGPIPE, 128 + signal.SIGPIPE, SURROUNDINGS)
                 else [f"status {status}: {error.decode()}"])


def terminals_that_are_none(tests):
    for term in ("", "dumb", "no-such-terminal"):
        session = Session([program.SAMPLE], {"TERM": term})
        faults = session.end(b"")
        if session.process.returncode != SURROUNDINGS or "budgettui show" not in session.error:
            faults.append(f"status {session.process.returncode}: {session.error}")
        tests.result(f"TERM={term or '(unset)'}", faults)
        session.close()


def main():
    tests = Tap()
    with tempfile.TemporaryDirectory() as directory:
        full_disk(tests, directory)
        broken_readings(tests)
        configuration(tests, directory)
        changing_files(tests, directory)
    resizes(tests)
    slow_terminal(tests)
    bytes_that_dribble(tests)
    signals(tests)
    hang_up(tests)
    pipes(tests)
    terminals_that_are_none(tests)
    return tests.end()


sys.exit(main())

#!/usr/bin/env python3
"""soak.py KEYS FILE [SEED]: a terminal session of that many random keys, clicks, pastes and sizes, after
a tenth as many in which views are opened and histories fill. Prints the memory of the program in
each quarter, and fails where the last needs more than the first, or the session does not end as
it should. Made for a build with AddressSanitizer, too."""

import fcntl
import os
import pty
import random
import select
import struct
import subprocess
import sys
import termios
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "cli"))
import program  # noqa: E402

ALLOWED = 1.05  # of the first quarter; the allocator keeps what was freed
BATCH = 50      # keys at once

PLAIN = [key.encode() for key in "jjjjkkkkhlHLJKgG12345678sS%UECoxtTnN[]<>_f-=|?"]
NAMED = [b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[5~", b"\x1b[6~", b"\x1b[H", b"\x1b[F",
         b"\r", b"\x7f", b"\t", b"\x1b[Z", b"\x06", b"\x02", b"\x04", b"\x15", b"\x0c", b"zz", b"ma",
         b"'a", b"yc", b"yv"]
# A prompt is closed by ^U and Backspace: Esc with a key right behind it is Alt and that key.
TYPED = ["/201\r", "/行政\r", "/xzyx\x15\x7f", "/zzz\r", "&支出\r", "&\x15\x7f", ":annex 5\r", ":unit 元\r",
         ":unit printed\r", ":2010301\r", ":sort\r", ":nonsense\r", "/行\x17\x15abc\x08\x15\x7f", "|4", "R"]


def some_keys(chance):
    kind = chance.random()
    if kind < 0.70:
        return chance.choice(PLAIN)
    if kind < 0.86:
        return chance.choice(NAMED)
    if kind < 0.95:
        return chance.choice(TYPED).encode()
    row, column = chance.randint(1, 24), chance.randint(1, 80)
    if kind < 0.98:
        return f"\x1b[<{chance.choice((0, 0, 64, 65))};{column};{row}M".encode()
    return "/\x1b[200~粘贴的文字\x1b[201~\x15\x7f".encode()


class Session:
    def __init__(self, file):
        self.master, slave = pty.openpty()
        self.resize(24, 80)
        settings = program.environment() | {"TERM": "xterm-256color", "EDITOR": "true",
                                            "XDG_STATE_HOME": "/dev/null",
                                            "ASAN_OPTIONS": "quarantine_size_mb=4"}
        self.process = subprocess.Popen([os.path.abspath(program.PROGRAM), file], stdin=slave,
                                        stdout=slave, stderr=subprocess.PIPE, env=settings,
                                        start_new_session=True)
        os.close(slave)
        os.set_blocking(self.master, False)

    def resize(self, rows, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def drain(self, quiet):
        while select.select([self.master], [], [], quiet)[0]:
            try:
                if not os.read(self.master, 1 << 16):
                    return
            except OSError:
                return

    def send(self, keys):
        while keys and self.process.poll() is None:
            self.drain(0)
            try:
                keys = keys[os.write(self.master, keys):]
            except BlockingIOError:
                time.sleep(0.001)

    def settle(self):
        """Until it waits for keys: it is asleep, and has used no time for a while."""
        used = -1
        while self.process.poll() is None and used != (used := self.used()):
            self.drain(0.02)

    def used(self):
        fields = open(f"/proc/{self.process.pid}/stat").read().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    def memory(self):
        for line in open(f"/proc/{self.process.pid}/status"):
            if line.startswith("VmRSS"):
                return int(line.split()[1])
        return 0


def main():
    keys, file = int(sys.argv[1]), sys.argv[2]
    chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    session = Session(file)
    session.drain(1.0)
    session.settle()
    quarters = [[], [], [], []]
    for sent in range(-keys // 10, keys, BATCH):
        session.send(b"".join(some_keys(chance) for _ in range(BATCH)))
        if chance.random() < 0.02:
            session.resize(chance.randint(1, 60), chance.randint(1, 200))
        session.settle()
        if session.process.poll() is not None:
            break
        if sent >= 0:
            quarters[sent * 4 // keys].append(session.memory())
    means = [sum(part) // max(1, len(part)) for part in quarters]
    print(f"{keys} keys over {os.path.basename(file)}: mean KiB by quarter {means}")
    for key in (b"\x1b", b"\x1b", b"\x1b", b"Q"):  # one by one: Esc and a key is Alt with it
        session.send(key)
        session.drain(0.3)
    end = time.monotonic() + 60
    while session.process.poll() is None and time.monotonic() < end:
        session.drain(0.05)
    error = session.process.stderr.read().decode("utf-8", "replace") if session.process.poll() is not None else "no end"
    if session.process.poll() != 0 or error:
        print(f"status {session.process.poll()}: {error[-3000:]}")
        return 1
    return 0 if means[3] <= means[0] * ALLOWED else 1


sys.exit(main())

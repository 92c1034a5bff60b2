"""The built program as tests run it: here, with the sample and the translations of this tree."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time

SOURCE = os.environ.get("srcdir") or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.environ.get("builddir") or "."
PROGRAM = os.environ.get("BUDGETTUI") or os.path.join(BUILD, "budgettui")
SAMPLE = os.path.join(SOURCE, "data", "jiulongpo-zhengwuban-2023.yaml")

sys.path.insert(0, os.path.join(SOURCE, "tests", "data"))


def environment(language="en"):
    """Nothing of the caller's locale or terminal; messages in English or Chinese."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("LC_", "LANG", "BUDGETTUI_", "NO_COLOR", "TERM"))}
    return kept | {
        "LC_ALL": "C.UTF-8",
        "LANG": "zh_CN.UTF-8" if language == "zh_CN" else "C.UTF-8",
        # Below these not even root can make a file.
        "XDG_CONFIG_HOME": "/dev/null",
        "XDG_STATE_HOME": "/dev/null",
        "BUDGETTUI_DATADIR": os.path.join(SOURCE, "data"),
        "BUDGETTUI_LOCALEDIR": os.path.join(os.path.abspath(BUILD), "locale"),
    }


class Ended:
    """What a run left: its status (negative: the signal), both outputs as text, and the seconds it took."""

    def __init__(self, status, out, err, took=None):
        self.status = status
        self.took = took
        self.out = out.decode("utf-8")
        self.err = err.decode("utf-8")


def run(*arguments, language="en", stdin=b"", cwd=None, stdout=subprocess.PIPE, before=None):
    # A session of its own: no terminal can be had by opening /dev/tty.
    done = subprocess.run([os.path.abspath(PROGRAM), *arguments], input=stdin, stdout=stdout,
                          stderr=subprocess.PIPE, env=environment(language), cwd=cwd,
                          timeout=120, start_new_session=True, preexec_fn=before)
    return Ended(done.returncode, done.stdout or b"", done.stderr)


def run_on_terminal(*arguments, keys=b"", language="en", cwd=None):
    """The same on a terminal of 80 columns; what is drawn is the output. Keys are typed at once."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    began = time.monotonic()
    with subprocess.Popen([os.path.abspath(PROGRAM), *arguments], stdin=theirs, stdout=theirs,
                          stderr=subprocess.PIPE, cwd=cwd, start_new_session=True,
                          env=environment(language) | {"TERM": "xterm"}) as program:
        os.close(theirs)
        os.write(ours, keys)
        out = b""
        while select.select([ours], [], [], 60)[0]:
            try:
                out += os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
        else:
            program.kill()
        err = program.stderr.read()
    os.close(ours)
    return Ended(program.returncode, out, err, time.monotonic() - began)


def read_to_end(terminal):
    """All that comes from a terminal until nobody else has it open."""
    out = b""
    try:
        while piece := os.read(terminal, 65536):
            out += piece
    except OSError:
        pass  # it is closed
    return out


def sleep_of(pid):
    """Which of its sleeps, counted from its start, a process is in; None: it does not sleep."""
    try:
        with open(f"/proc/{pid}/status", encoding="utf-8") as file:
            told = dict(line.split(":", 1) for line in file)
    except OSError:
        return None
    return told["voluntary_ctxt_switches"] if told["State"].split()[0] == "S" else None

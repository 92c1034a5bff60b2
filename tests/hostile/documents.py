#!/usr/bin/env python3
"""Documents that were made to do harm: each ends in a clear error or is shown, within bounds of time
and memory, and nothing of it reaches a terminal as a control sequence."""

import os
import resource
import subprocess
import sys
import tempfile
import time
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "cli"))
sys.path.insert(0, os.path.join(HERE, "..", "data"))
import program  # noqa: E402
from tap import Tap  # noqa: E402

SANITIZED = os.environ.get("ASAN") == "yes"
SECONDS = 60 if SANITIZED else 20
MEMORY = 1500 << 20
OK, NO, USAGE, DOCUMENT, SURROUNDINGS = range(5)

HEAD = """format: budgettui/1
title: {title}
year: 2023
unit: 万元
organization: {{name: 某局}}
"""


def head(title='"某局2023年部门预算"'):
    return HEAD.format(title=title)


def quoted(text):
    return '"' + "".join(f"\\U{ord(c):08X}" for c in text) + '"'


def table(rows, columns="[{title: 科目编码, role: code}, {title: 科目名称, role: name}, "
                        "{title: 小计, role: total}]", number=1, kind=""):
    lines = "\n".join("      - " + row for row in rows)
    return (f"  - number: {number}\n    title: 表{number}\n{kind}    columns: {columns}\n"
            f"    rows:\n{lines}\n")


def with_table(*arguments, **named):
    return head() + "annexes:\n" + table(*arguments, **named)


def titled(text):
    return (head(quoted(text)) + "narrative:\n  - heading: " + quoted(text) + "\n    text: [" +
            quoted(text) + "]\nannexes:\n" + table([f"['201', {quoted(text)}, 1.00]"]))


# ------------------------------------------------------------------ what is tried

def documents():
    """Name, bytes, the statuses that may come."""
    shown, refused = (OK,), (DOCUMENT,)
    yield "control characters", titled("a\x01\x07\x08\x7f\x0b甲"), shown
    yield "ESC [ and ESC ]", titled("\x1b[2J\x1b]52;c;eA==\x07\x1b]0;t\x1b\\甲"), shown
    yield "C1: CSI, OSC, DCS, ST", titled("\x9b2J\x9d0;t\x9c\x90q\x9c\x85甲"), shown
    yield "bidirectional overrides", titled("\u202e\u2066\u202d甲\u2069\u202c\u200f"), shown
    yield "zero-width characters", titled("甲" + "\u200b\u200d\ufeff\u2060" * 3000 + "乙"), shown
    yield "10,000 marks on one base", titled("e" + "\u0301" * 10000), shown
    yield "variation selectors and tags", titled("甲\ufe0f\U000e0041\U000e007f" * 500), shown
    yield "private and unassigned characters", titled("\ue000\U0010fffd\u0378"), shown
    yield "a surrogate, encoded", head().encode() + b"annexes:\n  - number: 1\n    title: a\xed\xa0\x80b\n", refused
    yield "overlong UTF-8", head().encode() + b"annexes:\n  - number: 1\n    title: a\xc0\xafb\n", refused
    yield "beyond Unicode", head().encode() + b"annexes:\n  - number: 1\n    title: a\xf4\x90\x80\x80b\n", refused
    yield "NUL", head().encode() + b"annexes:\n  - number: 1\n    title: a\x00b\n", refused
    yield "UTF-16", head().encode("utf-16"), (OK, DOCUMENT)
    yield "a scalar of 100 MB", head() + "annexes:\n  - number: 1\n    title: " + "甲" * (33 << 20), refused
    yield "10,000 levels of YAML", head() + "annexes: " + "[" * 10000 + "]" * 10000, refused
    yield "10,000 levels of groups", with_table(["[1]"], columns="[" + "{title: a, columns: [" * 10000), refused
    yield "1,000,000 columns", with_table(["[1]"], columns="[" + "{title: a}, " * 1000000 + "]"), refused
    yield "4,000 columns", with_table(["[" + "1, " * 3999 + "1]"],
                                      columns="[" + "{title: a, role: amount}, " * 3999 + "{title: 项目}]"), (OK, DOCUMENT)
    yield "a group of 4,000 columns", with_table(
        ["['201', 甲" + ", 1.00" * 4000 + "]"],
        columns="[{title: 科目编码, role: code}, {title: 科目名称, role: name}, {title: 大, columns: [" +
        "{title: a, role: amount}, " * 4000 + "]}]"), (OK, DOCUMENT)
    yield "100,000 annexes", head() + "annexes:\n" + "".join(
        f"  - {{number: {n}, title: 表, status: not-included}}\n" for n in range(100000)), (OK, DOCUMENT)
    yield "aliases", head() + "annexes:\n  - &a {number: 1, title: 表}\n  - *a\n", refused
    yield "a billion laughs", "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", refused
    yield "amounts of 400 digits", with_table([f"['201', 甲, {'9' * 400}.00]"]), refused
    yield "codes of 1,000 digits", with_table([f"['{'2' * 1000}', 甲, 1.00]"]), (OK, DOCUMENT)
    yield "20,000 rows of one code", with_table(["['201', 甲, 1.00]"] * 20000), shown
    yield "20,000 rows of one code, in levels", with_table(
        [f"['201{'01' * (n % 3)}', 甲, 1.00]" for n in range(20000)]), shown
    yield "codes that go on for 500 levels", with_table(
        [f"['201{'01' * n}', 甲, 1.00]" for n in range(500)]), (OK, DOCUMENT)
    yield "20,000 merged cells", with_table(["['201', ^, 1.00]"] * 20000), (OK, DOCUMENT)
    yield "sums that overflow", with_table([f"['2010{n:03d}', 甲, 9000000000000.00]" for n in range(20)]), (OK, DOCUMENT)
    yield "names of 1 MB", with_table([f"['201', {'甲' * 350000}, 1.00]"] * 3), shown
    yield "a text of line breaks", titled("\n" * 20000), shown
    yield "nothing", "", refused
    yield "only a mark", "\ufeff", refused
    yield "a comment of 50 MB", "# " + "x" * (50 << 20) + "\n" + head(), (OK, DOCUMENT)
    yield "no end of documents", head() + "---\n" * 10000, refused
    yield "random bytes", bytes((n * n * 7 + n // 3) % 256 for n in range(100000)), refused
    yield "tags", head() + "annexes: !!python/object:os.system [x]\n", (OK, DOCUMENT)


COMMANDS = (["show", "{}"], ["check", "{}"], ["search", "甲", "{}"], ["export", "{}", "-f", "json"],
            ["export", "{}", "-f", "html"], ["export", "{}", "-f", "csv", "--annex", "1"])


# ------------------------------------------------------------------ what is asked for

def limited():
    if not SANITIZED:  # whose shadow memory is counted, too
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


HARMLESS = {"Cc": "\n\t", "Cf": "\u00ad"}


def dangers(text):
    """Characters that a terminal could act upon."""
    found = {c for c in text if c not in HARMLESS.get(unicodedata.category(c), c)}
    return {f"U+{ord(c):04X}" for c in found}


def fault_of(command, path, statuses, keeps_text):
    arguments = [word.format(path) for word in command]
    begun = time.monotonic()
    try:
        done = subprocess.run([os.path.abspath(program.PROGRAM), *arguments], capture_output=True,
                              env=program.environment(), timeout=SECONDS * 3, preexec_fn=limited)
    except subprocess.TimeoutExpired:
        return f"{command[0]}: no end after {SECONDS * 3} seconds"
    spent = time.monotonic() - begun
    allowed = set(statuses) | ({NO} if OK in statuses and command[0] in ("check", "search") else set())
    if OK in statuses and "--annex" in command:
        allowed |= {USAGE, NO}
    said = done.stderr.decode("utf-8", "replace")
    if done.returncode not in allowed:
        return f"{command[0]}: status {done.returncode} after {spent:.1f} s: {said[:300]}"
    if done.returncode == DOCUMENT and not said.startswith(path):
        return f"{command[0]}: an error without its place: {said[:200]}"
    bad = dangers(said) | (set() if keeps_text else dangers(done.stdout.decode("utf-8", "replace")))
    return f"{command[0]}: it prints {sorted(bad)[:5]}" if bad else None


def main():
    tests = Tap()
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "document.yaml")
        for name, text, statuses in documents():
            with open(path, "wb") as file:
                file.write(text if isinstance(text, bytes) else text.encode())
            faults = [fault for command in COMMANDS
                      if (fault := fault_of(command, path, statuses, command[0] == "export"))]
            tests.result(name, faults)
    return tests.end()


sys.exit(main())

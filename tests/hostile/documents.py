#!/usr/bin/env python3
"""Documents that were made to do harm: each ends in a clear error or is shown, within bounds of time
and memory, and nothing of it reaches a terminal as a control sequence. What is beyond a limit is read,
too, with the limit raised.

Sizes that take long are a tenth or so here. With HOSTILE=full in the environment, or the argument --full,
they are what is named; with --figures the time of the processor and the memory of each command is printed
in comments."""

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
FULL = os.environ.get("HOSTILE") == "full" or "--full" in sys.argv
FIGURES = "--figures" in sys.argv
SECONDS = 60 if SANITIZED or FULL else 20
MANY = 1000000 if FULL else 20000 if SANITIZED else 100000
MEMORY = 1500 << 20
STACK = 1 << 20  # an eighth of what is usual
# Strict checks measure a whole string at every call that looks at its beginning: of 20 MB that takes minutes.
ENVIRONMENT = program.environment() | {
    "ASAN_OPTIONS": ":".join(filter(None, (os.environ.get("ASAN_OPTIONS"), "strict_string_checks=0")))}
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


def said(text, columns, rows, kind=""):
    """A paragraph, and a table that it could speak of."""
    return (head() + "narrative:\n  - heading: 一\n    text: [\"" + text + "\"]\nannexes:\n" +
            table(rows, columns, kind=kind))


def project(name):
    return (f"      - {{subject: [{{label: 项目, role: project, value: {name}}}], "
            "funds: [{label: 总额, role: total, amount: 1.00}]}\n")


def least(part, whole):
    """A size, which is the whole where that is wanted."""
    return whole if FULL else part


def groups(levels):
    """Headings that each stand over two others."""
    return ("{title: 组, columns: [" + (groups(levels - 1) + ", " + groups(levels - 1) if levels else
                                       "{title: a, role: amount}") + "]}")


NAMED = "[{title: 科目编码, role: code}, {title: 科目名称, role: name}, "


def wide(heading, count, rows=3):
    """A table of code, name and amounts under these headings."""
    return with_table(["['201', 甲" + ", 1.00" * count + "]"] * rows, columns=NAMED + heading + "]")


# ------------------------------------------------------------------ what is tried

def raised():
    """Name, bytes, the options that let it be read."""
    columns = least(20000, 65533)
    yield f"{columns:,} columns, allowed", wide("{title: a, role: amount}, " * columns, columns), ["columns=65535"]
    yield "990 levels of groups, allowed", wide("{title: 深, columns: [" * 480 + "{title: a, role: amount}, " * 500 +
                                               "]}" * 480, 500), ["nesting=1000"]
    yield "990 levels of sections, allowed", (head() + "narrative: [" + "{heading: 深, sections: [" * 490 +
                                              "{heading: 最深}" + "]}" * 490 + "]\nannexes: []\n"), ["nesting=1000"]
    length = least(20, 100) << 20
    yield f"a text of {length >> 20} MB, allowed", head() + "annexes:\n  - {number: 1, status: not-included, title: " + \
        "甲" * (length // 3) + "}\n", ["text=256M"]
    yield f"a paragraph of {length >> 20} MB, allowed", head() + "narrative:\n  - heading: 一\n    text: [" + \
        "甲乙丙，" * (length // 12) + "]\nannexes: []\n", ["text=256M"]


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
    yield "headings over two headings, 12 levels deep", wide(groups(11), 2048), shown
    yield "a heading of 29 levels over 4,000 columns", wide(
        "{title: 深, columns: [" * 29 + "{title: a, role: amount}, " * 4000 + "]}" * 29, 4000), shown
    yield f"{MANY:,} annexes", head() + "annexes:\n" + "".join(
        f"  - {{number: {n}, title: 表, status: not-included}}\n" for n in range(MANY)), shown
    yield "aliases", head() + "annexes:\n  - &a {number: 1, title: 表}\n  - *a\n", refused
    yield "a billion laughs", "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", refused
    yield "amounts of 400 digits", with_table([f"['201', 甲, {'9' * 400}.00]"]), refused
    yield "codes of 1,000 digits", with_table([f"['{'2' * 1000}', 甲, 1.00]"]), (OK, DOCUMENT)
    yield f"{MANY:,} rows of one code", with_table(["['201', 甲, 1.00]"] * MANY), shown
    yield f"{MANY:,} rows of one code, an account", with_table(
        ["['201', 甲, 1.00]"] * MANY, kind="    classification: functional\n"), shown
    yield "20,000 rows of one code, in levels", with_table(
        [f"['201{'01' * (n % 3)}', 甲, 1.00]" for n in range(20000)]), shown
    yield "codes that go on for 500 levels", with_table(
        [f"['201{'01' * n}', 甲, 1.00]" for n in range(500)]), (OK, DOCUMENT)
    columns = "[{title: 项目, role: item}, {title: 合计, role: total}]"
    yield f"{MANY:,} blank rows", with_table(["[~, ~]"] * MANY, columns), shown
    yield f"{MANY:,} blank rows between others", with_table(
        ["[~, ~]", "{level: 2, cells: [甲, 1.00]}"] * (MANY // 2), columns), shown
    yield "a clause of 100,000 words that lead over", said("其中" * 100000 + "5万元", columns, ["[甲, 1.00]"]), shown
    yield "a clause of 500,000 digits", said("1" * 500000 + "个5万元", columns, ["[甲, 1.00]"]), shown
    for name, kind in ("机关运行经费", "other"), ("人员经费", "basic-expenditure"), ("政府采购货物", "procurement"):
        yield f"10,000 amounts of {name} beside 50,000 rows", said(
            f"{name}5万元，" * 10000, columns, ["[甲, 1.00]"] * 50000, f"    kind: {kind}\n"), shown
    yield "10,000 projects of one name", (
        head() + "annexes:\n" + table(["[甲, 1.00]"] * 10000, columns, kind="    kind: project-details\n") +
        "  - number: 2\n    title: 目标\n    kind: project-targets\n    targets:\n" + project("甲") * 10000), shown
    yield f"{MANY:,} merged indicators", (
        head() + "annexes:\n  - number: 1\n    title: 目标\n    kind: project-targets\n    targets:\n      - indicators:\n"
        "          columns: [{title: 三级指标}, {title: 指标性质}]\n          rows:\n            - [甲, x]\n" +
        "            - [^, x]\n" * MANY), shown
    yield f"{MANY:,} items of a subject", (
        head() + "annexes:\n  - number: 1\n    title: 目标\n    kind: project-targets\n    targets:\n      - subject: [" +
        "{label: 项, value: 甲}, " * MANY + "]\n"), shown
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


def texts():
    """Texts to import, of nearly as many bytes as are read: name, a line by its number, what comes before."""
    title = "重庆市某区某局2023年部门预算\n"
    yield "entries of a table of contents", lambda n: f"附件{n} 某局预算表............{n}", title + "目录\n"
    yield "headings and figures", lambda n: f"一、甲乙{n}\n某某说明其中5万元，", title
    yield "tables with their titles", lambda n: f"附件{n}\n某局预算表\n单位：万元\n项目\t合计\n甲\t1.00", title
    yield "rows aligned by blanks", lambda n: "甲乙  " + "  ".join(f"{n * i % 97}.00" for i in range(20)), title
    yield "pages of rows", lambda n: ("\f" if n % 30 == 0 else "") + "甲乙  1.00   2.00   3.00", title
    yield "lines of one word", lambda n: "甲" * (n % 9 + 1), title


COMMANDS = (["show", "{}"], ["check", "{}"], ["search", "甲", "{}"], ["export", "{}", "-f", "json"],
            ["export", "{}", "-f", "html"], ["export", "{}", "-f", "csv", "--annex", "1"])


# ------------------------------------------------------------------ what is asked for

def limited():
    if not SANITIZED:  # whose shadow memory is counted, too
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_STACK, (STACK, STACK))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


HARMLESS = {"Cc": "\n\t", "Cf": "\u00ad"}


def dangers(text):
    """Characters that a terminal could act upon."""
    found = {c for c in text if c not in HARMLESS.get(unicodedata.category(c), c)}
    return {f"U+{ord(c):04X}" for c in found}


def report(command, begun, before):
    """The figures of a command that has ended; of memory, the most of any so far."""
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"#   {' '.join(command[:1] + command[2:]):28} {spent:6.2f} s of processor, "
          f"{time.monotonic() - begun:6.2f} s, at most {after.ru_maxrss >> 10} MiB so far", flush=True)


def fault_of(command, path, statuses, keeps_text):
    arguments = [word.format(path) for word in command]
    begun, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        done = subprocess.run([os.path.abspath(program.PROGRAM), *arguments], capture_output=True,
                              env=ENVIRONMENT, timeout=SECONDS * 3, preexec_fn=limited)
    except subprocess.TimeoutExpired:
        return f"{command[0]}: no end after {SECONDS * 3} seconds"
    spent = time.monotonic() - begun
    if FIGURES:
        report(command, begun, before)
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


def try_text(tests, path, name, line, before):
    most = (4 << 20) - 1000
    text, size = [before], len(before.encode())
    while size < most // (8 if SANITIZED else 1):
        text.append(line(len(text)))
        size += len(text[-1].encode()) + 1
    with open(path, "wb") as file:
        file.write("\n".join(text).encode())
    if FIGURES:
        print(f"# {name}: {os.path.getsize(path) >> 10} KiB")
    fault = fault_of(["import", "{}", "-o", "-"], path, (OK, NO, DOCUMENT), True)
    tests.result(f"a text of {name}", [fault] if fault else [])


def try_document(tests, path, name, text, statuses, options=()):
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())
    if FIGURES:
        print(f"# {name}: {os.path.getsize(path) >> 10} KiB")
    faults = [fault for command in COMMANDS
              if (fault := fault_of([*command, *options], path, statuses, command[0] == "export"))]
    tests.result(name, faults)


def main():
    tests = Tap()
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "document.yaml")
        for name, text, statuses in documents():
            try_document(tests, path, name, text, statuses)
        for name, text, limits in raised():
            try_document(tests, path, name, text, (OK,), [word for limit in limits for word in ("--limit", limit)])
        for name, line, before in texts():
            try_text(tests, os.path.join(directory, "text.txt"), name, line, before)
    return tests.end()


sys.exit(main())

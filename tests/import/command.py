#!/usr/bin/env python3
"""The command import: what it writes where, and what it says. TAP."""

import json
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "cli"))
from program import PROGRAM, environment, run
from tap import Tap

SMALL = os.path.join(HERE, "small.txt")


def expect(*conditions):
    return [f"{found!r}: {what}" for what, good, found in conditions if not good]


def usage():
    nothing, many = run("import"), run("import", "a", "b")
    return expect(("a file is needed", nothing.status == 2 and "needs a file" in nothing.err,
                   nothing.err),
                  ("one file only", many.status == 2 and "too many operands" in many.err, many.err))


def to_output():
    ended = run("import", SMALL)
    return expect(("status", ended.status == 0, ended.status),
                  ("the document on standard output", ended.out.startswith("format: budgettui/1\n"),
                   ended.out[:40]),
                  ("the checks on standard error", "checks: exact" in ended.err, ended.err))


def to_file(out):
    file = os.path.join(out, "a.yaml")
    first = run("import", SMALL, "-o", file)
    again = run("import", SMALL, "-o", file)
    forced = run("import", SMALL, "-o", file, "--force")
    checked = run("check", file)
    return expect(("written", first.status == 0 and not first.out, first.err),
                  ("not replaced", again.status == 4 and "exists" in again.err, again.err),
                  ("replaced with --force", forced.status == 0, forced.err),
                  ("can be checked", checked.status == 0, checked.out))


def report(out):
    file = os.path.join(out, "r.json")
    ended = run("import", SMALL, "--report", file)
    with open(file, encoding="utf-8") as told:
        content = json.load(told)
    pages = [note for note in content["notes"] if note["reason"] == "page number"]
    return expect(("status", ended.status == 0, ended.err),
                  ("annexes", [annex["included"] for annex in content["annexes"]].count(False) == 2,
                   content["annexes"]),
                  ("page numbers with their places",
                   len(pages) == 9 and pages[8]["page"] == 9 and pages[8]["text"] == "- 9 -", pages),
                  ("checks", content["checks"]["exact"] > 0, content["checks"]))


def own_aliases(out):
    os.makedirs(os.path.join(out, "budgettui"))
    with open(os.path.join(out, "budgettui", "aliases.tsv"), "w", encoding="utf-8") as file:
        file.write("kind\tproject-details\t部门收入预算总表\nno line\n")
    done = subprocess.run([os.path.abspath(PROGRAM), "import", SMALL], capture_output=True,
                          env=environment() | {"XDG_CONFIG_HOME": out}, timeout=60)
    return expect(("a wording of the user's own", b"kind: project-details" in done.stdout,
                   done.stderr),
                  ("a faulty line is told", b"aliases.tsv:2:1: warning" in done.stderr, done.stderr))


def faulty(out):
    """Files that are no budget: what is said of each."""
    cases = {"empty.txt": (b"", "is empty"), "binary.txt": (b"a\0b", "byte 0"),
             "other.txt": ("预算".encode("gb18030"), "UTF-8"),
             "prose.txt": ("某局2023年部门预算\n正文。\n".encode(), "no table"),
             "scan.pdf": (b"%PDF-1.4\n", "scan.pdf"),
             "book.xlsx": (b"PK\3\4rest", "save what it holds as PDF"),
             "report.pdf": (b"PK\3\4rest", "save what it holds as PDF")}
    faults = []
    for name, (content, part) in cases.items():
        file = os.path.join(out, name)
        with open(file, "wb") as bytes_of:
            bytes_of.write(content)
        ended = run("import", file)
        faults += expect((f"{name}: {part}", ended.status == 3 and part in ended.err and not ended.out,
                          (ended.status, ended.err)))
    return faults


def opened_as_document():
    shown, found = run("show", SMALL, "annex", "3"), run("search", "2130306", SMALL)
    return expect(("show imports it", shown.status == 0 and "水利工程建设" in shown.out, shown.err),
                  ("search, too", found.status == 0 and "380,000.00" in found.out, found.out))


def main():
    tap = Tap()
    tap.result("one file is needed", usage())
    tap.result("without --output it goes to standard output", to_output())
    for name, test in (("a file appears, and is replaced only with --force", to_file),
                       ("the report tells what was left out, with its place", report),
                       ("aliases of the user's own come first", own_aliases),
                       ("what is no budget is refused", faulty)):
        with tempfile.TemporaryDirectory() as out:
            tap.result(name, test(out))
    tap.result("a published file is imported where a document is read", opened_as_document())
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

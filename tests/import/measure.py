#!/usr/bin/env python3
"""Importing published files, measured: the share of their amounts that land in the right row and
column, against the lists of expected cells here; and what else an import must keep to. TAP.

A list NAME.tsv has the columns annex, row (the account's code, else its name), role, amount; or, where
the role alone does not tell one column from another, the headings of the column before the role. The
files themselves are in ../shared or here; without one its tests are skipped. The text of the sample
must become the sample."""

import collections
import csv
import difflib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "cli"))
from program import SAMPLE, SOURCE, run
from tap import Tap

SHARED = os.path.join(SOURCE, "..", "shared")
# Name of the list, the file, the least share in percent.
MEASURED = (
    ("small", os.path.join(HERE, "small.txt"), 100),
    ("other", os.path.join(HERE, "other.txt"), 100),
    ("third", os.path.join(HERE, "third.txt"), 100),
    ("fourth", os.path.join(HERE, "fourth.txt"), 100),
    ("aligned", os.path.join(HERE, "aligned.txt"), 100),
    ("jiulongpo-zhengwuban-2023",
     os.path.join(SHARED, "source", "jiulongpo-zhengwuban-2023.txt"), 100),
    *((name, os.path.join(SHARED, "published", name + ".pdf"), 99.5)
      for name in ("sh-putuo-finance-2024-final", "sh-wanli-2023-budget", "sh-wanli-2025-budget")),
)

# Of what `pdftotext -layout` prints of the same PDFs.
LEAST_ALIGNED = 98.9

# Where the import of its text differs from the sample, line by line as both are written: the
# sample's, the import's, and why.
DIFFERENCES = (
    ('organization: {code: "128", name: 重庆市九龙坡区政务服务管理办公室, short: 九龙坡区政务办}',
     'organization: {code: "128", name: 重庆市九龙坡区政务服务管理办公室, short: 重庆市九龙坡区政务办}',
     "the tables' titles have the city before the short name; the sample leaves it out"),
    ("source: 重庆市九龙坡区政务服务管理办公室公布的《2023年部门预算情况说明》及其附表", None,
     "the text does not say where it was published"),
)


def cells(document, fields):
    """The amounts of a document as (annex, row, role, amount), counted; of five fields, with the
    headings of the column."""
    written = run("export", document, "-f", "csv")
    found = collections.Counter()
    for row in csv.DictReader(io.StringIO(written.out)):
        if row["amount"]:
            headings = (row["column"],) if fields == 5 else ()
            found[(row["annex"], row["code"] or row["name"], *headings, row["role"],
                   row["amount"])] += 1
    return found


def expected(name):
    with open(os.path.join(HERE, name + ".tsv"), encoding="utf-8") as file:
        return collections.Counter(tuple(line.rstrip("\n").split("\t"))
                                   for line in file if line.strip() and line[0] != "#")


def imported(file, out):
    document, report = os.path.join(out, "document.yaml"), os.path.join(out, "report.json")
    ended = run("import", file, "-o", document, "--report", report, "--force")
    notes = []
    if os.path.exists(report):
        with open(report, encoding="utf-8") as told:
            notes = json.load(told)["notes"]
    return ended, document, notes


def share(wanted, found, least):
    """Faults where fewer amounts than `least` percent are in their place, or any is invented."""
    right = sum((wanted & found).values())
    total = sum(wanted.values())
    percent = 100 * right / total
    print(f"# {right} of {total} amounts in their place: {percent:.2f} %")
    faults = [f"missing: {' '.join(cell)}" for cell in (wanted - found)] if percent < least else []
    amounts = collections.Counter()
    for cell, count in wanted.items():
        amounts[cell[-1]] += count
    for cell, count in found.items():
        amounts[cell[-1]] -= count
    return faults + [f"invented: {amount}" for amount, count in amounts.items() if count < 0]


def letters(text):
    return collections.Counter(re.sub(r"[\s\x00-\x1f]", "", text))


def lost(file, document, notes):
    """Characters of a text that are neither in the document nor among the notes."""
    with open(file, encoding="utf-8") as source:
        given = letters(source.read())
    with open(document, encoding="utf-8") as written:
        kept = letters(written.read())
    for note in notes:
        if note["kind"] == "left-out":
            kept += letters(note["text"])
    # Separators of thousands and brackets of negative amounts are not part of an amount.
    missing = {letter: count for letter, count in (given - kept).items() if letter not in ",，（）()"}
    return [f"{count} × {letter}" for letter, count in missing.items()]


def unlike_sample(document):
    ours = run("export", document, "-f", "yaml").out.splitlines()
    theirs = run("export", SAMPLE, "-f", "yaml").out.splitlines()
    differ = [line for line in difflib.ndiff(theirs, ours) if line[0] in "+-"]
    known = {"- " + old for old, new, why in DIFFERENCES} | \
            {"+ " + new for old, new, why in DIFFERENCES if new}
    return [line for line in differ if line not in known] + \
           [f"no longer different: {line}" for line in known if line not in differ]


def aligned(pdf, out):
    """A PDF as text whose columns are aligned by blanks."""
    text = os.path.join(out, "aligned.txt")
    subprocess.run(["pdftotext", "-layout", pdf, text], check=True, stderr=subprocess.DEVNULL)
    return text


def measure(tap, name, file, least, out):
    if not os.path.exists(file):
        tap.skipped(f"{name}: {os.path.basename(file)} is not here")
        return
    if file.endswith(".pdf") and not shutil.which("pdftotext"):
        tap.skipped(f"{name}: pdftotext is missing (Debian: poppler-utils)")
        return
    ended, document, notes = imported(file, out)
    tap.result(f"{name}: imported", [] if ended.status == 0 else [ended.status, ended.err])
    if ended.status:
        return
    wanted = expected(name)
    tap.result(f"{name}: amounts in their place, none invented",
               share(wanted, cells(document, len(next(iter(wanted)))), least))
    if file.endswith(".txt"):
        tap.result(f"{name}: nothing is lost", lost(file, document, notes))
    if name + ".yaml" == os.path.basename(SAMPLE):
        tap.result(f"{name}: equals the sample", unlike_sample(document))


def measure_aligned(tap, name, file, out):
    ended, document, _ = imported(aligned(file, out), out)
    wanted = expected(name)
    tap.result(f"{name}: aligned by blanks", share(
        wanted, cells(document, len(next(iter(wanted)))), LEAST_ALIGNED)
        if ended.status == 0 else [ended.status, ended.err])


def main():
    tap = Tap()
    for name, file, least in MEASURED:
        with tempfile.TemporaryDirectory() as out:
            measure(tap, name, file, least, out)
    for name, file, least in MEASURED:
        if file.endswith(".pdf") and os.path.exists(file) and shutil.which("pdftotext"):
            with tempfile.TemporaryDirectory() as out:
                measure_aligned(tap, name, file, out)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

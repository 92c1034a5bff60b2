#!/usr/bin/env python3
"""Importing PDFs as offices print them: documents of invented offices were laid out by a browser, with
narrow columns, headings of one to three levels, codes in three columns, panels, figures at the left, in
the middle and at the top of their cells, strokes for what is blank, tables that go on over pages, and
fonts whose boxes are too tall. What pdftotext printed of them is in printed/NAME.xml, the amounts that
they hold in NAME.tsv: row (code, else name), heading, amount. TAP."""

import collections
import csv
import io
import os
import re
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "cli"))
from program import run
from tap import Tap
from printing import stand_in

PRINTED = os.path.join(HERE, "printed")
LEAST = 99.5  # percent


def bare(text):
    return re.sub(r"\s", "", text)


def expected(name):
    with open(os.path.join(PRINTED, name + ".tsv"), encoding="utf-8") as file:
        return collections.Counter(tuple(line.rstrip("\n").split("\t")) for line in file)


def imported(folder, name):
    """The amounts that come of it, and how the import ended where it failed."""
    shutil.copyfile(os.path.join(PRINTED, name + ".xml"), os.path.join(folder, "printed.xml"))
    document = os.path.join(folder, "a.yaml")
    ended = run("import", os.path.join(folder, "a.pdf"), "-o", document, "--force")
    if ended.status:
        return None, [ended.status, ended.err]
    found = collections.Counter()
    for row in csv.DictReader(io.StringIO(run("export", document, "-f", "csv").out)):
        if row["amount"]:
            heading = row["column"].split(" / ")[-1]
            found[bare(row["code"] or row["name"]), bare(heading), row["amount"]] += 1
    return found, []


def faults(wanted, found):
    right, total = sum((wanted & found).values()), sum(wanted.values())
    percent = 100 * right / total
    print(f"# {right} of {total} amounts in their place: {percent:.2f} %")
    missing = [f"missing: {' | '.join(cell)}" for cell in (wanted - found)] if percent < LEAST else []
    amounts = collections.Counter(cell[2] for cell in found.elements())
    amounts.subtract(cell[2] for cell in wanted.elements())
    return missing + [f"invented: {amount}" for amount, count in amounts.items() if count > 0]


def main():
    tap = Tap()
    names = sorted(name[:-4] for name in os.listdir(PRINTED) if name.endswith(".xml"))
    with tempfile.TemporaryDirectory() as folder:
        stand_in(folder)
        for name in names:
            found, failed = imported(folder, name)
            tap.result(name, failed or faults(expected(name), found))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())

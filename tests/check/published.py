#!/usr/bin/env python3
"""What is found in published PDFs, against what a reader of them found by hand. The PDFs are in
../shared; without one its tests are skipped. Results are printed in TAP."""

import json
import os
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "cli"))
from program import SOURCE, run
from tap import Tap

PUBLISHED = os.path.join(SOURCE, "..", "shared", "published")
# The file, the mismatches that are true (rule, and the amount that is printed in fen), warnings.
FOUND = (
    # The text tells a total of 0.3 万元, the table 2,961.68.
    ("sh-putuo-finance-2024-final", [("text/amounts", "0.3")], 0),
    # The sum of a project's parts is 516,000 元 more than its total.
    ("sh-wanli-2023-budget", [("targets/funds", "10,903,043.00")], 0),
    ("sh-wanli-2025-budget", [], 0),
)
# What parts of the first one show.
SHOWN = (
    ("department-economic", ("2,336.91", "人员经费合计", "公用经费合计")),
    ("three-public", ("合计", "公务接待费", "0.95", "Budgeted")),
    ("overview", ("Income and expenditure  ", "-56.95", "第一部分 上海市")),
)


def check(path):
    done = run("check", "--format", "json", path)
    document = json.loads(done.out)["documents"][0]
    return [one for one in document["findings"] if one["outcome"] in ("mismatch", "warning")]


def test(tap, name, mismatches, warnings):
    path = os.path.join(PUBLISHED, name + ".pdf")
    if not os.path.exists(path):
        tap.skipped(f"{name}.pdf is not here")
        return
    findings = check(path)
    wrong = [one for one in findings if one["outcome"] == "mismatch"]
    faults = [f"unexpected: {one}" for one in findings
              if one["outcome"] == "mismatch" and one["rule"] not in [rule for rule, _ in mismatches]]
    for rule, printed in mismatches:
        if not any(one["rule"] == rule and printed in json.dumps(one, ensure_ascii=False)
                   for one in wrong):
            faults.append(f"not found: {rule} {printed}")
    if len(wrong) != len(mismatches):
        faults.append(f"{len(wrong)} mismatches")
    if len(findings) - len(wrong) != warnings:
        faults.append(f"{len(findings) - len(wrong)} warnings")
    tap.result(f"{name}: each mismatch and warning is one that the print holds", faults)


def test_shown(tap):
    path = os.path.join(PUBLISHED, FOUND[0][0] + ".pdf")
    for part, words in SHOWN:
        if not os.path.exists(path):
            tap.skipped(f"{part}: the PDF is not here")
            continue
        shown = run("show", path, part).out
        tap.result(f"{part} shows the whole",
                   [f"not shown: {word}" for word in words if word not in shown])


def main():
    tap = Tap()
    for name, mismatches, warnings in FOUND:
        test(tap, name, mismatches, warnings)
    test_shown(tap)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
